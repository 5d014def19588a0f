/// Cuts the text of a notebook's file, or a part of it, into blocks that together are that text.
struct SourceCutter {
  /// What a block is and its text.
  struct Part {
    let kind: BlockKind
    var text: String
  }

  private(set) var parts: [Part] = []

  /// - Parameter isHead: whether the text begins with the file's head.
  init(_ text: String, isHead: Bool) {
    let lines = SourceText.lines(of: text)
    let all = MarkdownLine.lines(of: text)
    var rest = all[...]
    if isHead {
      var head = FrontMatterReader(file: "")
      rest = head.read(rest)?.rest ?? rest
    }
    var cutter = LessonCutter(rest, file: "")
    cutter.cut()
    let starts = SourceCutter.starts(of: cutter.pieces)
    let first = starts.first?.line ?? lines.count + 1
    if isHead {
      parts.append(Part(kind: .head, text: lines[..<(first - 1)].joined()))
    }
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].line : lines.count + 1
      // What stands before the first belongs to it where there is no head.
      let begin = index == 0 && !isHead ? 1 : start.line
      parts.append(Part(kind: start.kind, text: lines[(begin - 1)..<(end - 1)].joined()))
    }
  }

  /// The line on which each block begins; a task is one block up to its end.
  private static func starts(of pieces: [LessonPiece]) -> [(kind: BlockKind, line: Int)] {
    var starts: [(kind: BlockKind, line: Int)] = []
    var isInTask = false
    for piece in pieces {
      if case .step = piece { isInTask = false }
      if isInTask {
        if case .directive(let directive) = piece, directive.name == "end" { isInTask = false }
        continue
      }
      starts.append((piece.kind, piece.line))
      isInTask = piece.kind == .task
    }
    return starts
  }
}

extension LessonPiece {
  fileprivate var line: Int {
    switch self {
    case .step(let line): line.number
    case .prose(let lines): (lines.first { !$0.isBlank } ?? lines[0]).number
    case .fence(let fence): fence.line
    case .directive(let directive): directive.line
    }
  }

  fileprivate var kind: BlockKind {
    switch self {
    case .step: .heading
    case .prose: .prose
    case .fence(let fence): fence.marks.contains(".qkv") ? .code : .listing
    case .directive(let directive):
      switch directive.name {
      case "exercise", "quiz", "predict": .task
      case "pause": .pause
      default: .note
      }
    }
  }
}
