import CellLanguage

/// What a reader's own text may be.
enum OwnText {
  /// Bytes of one cell, or one piece of prose.
  static let byteLimit = 100_000
  /// Blocks of one lesson.
  static let countLimit = 500

  /// - Throws: what is wrong with a text of any kind.
  static func check(_ text: String, limit: Int = byteLimit) throws(Diagnostic) {
    guard text.utf8.count <= limit else {
      throw Diagnostic(
        code: "bound", "this has \(text.utf8.count) bytes, more than \(limit)",
        at: SourceRange(0, 0), help: "split it in two")
    }
    try checkCharacters(text)
  }

  /// - Throws: where a character stands that can't be shown.
  static func checkCharacters(_ text: String) throws(Diagnostic) {
    if let (scalar, offset) = hidden(in: text) {
      throw Diagnostic(
        code: "syntax",
        "a character that can't be shown stands here: \(TextFilter.visible(scalar))",
        at: SourceRange(offset, offset + String(scalar).utf8.count), help: "delete it")
    }
  }

  /// The first character that could steer a terminal or reorder text, and where it stands.
  private static func hidden(in text: String) -> (Unicode.Scalar, offset: Int)? {
    var offset = 0
    for scalar in text.unicodeScalars {
      if scalar != "\t", scalar != "\n", !TextFilter.isIdle(scalar),
        TextFilter.visible(scalar).unicodeScalars.first != scalar
      {
        return (scalar, offset)
      }
      offset += UTF8.width(scalar)
    }
    return nil
  }

  /// Lines end as they do here.
  static func normal(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\r")) else { return text }
    return String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
  }
}

// MARK: - Code

extension OwnText {
  /// A cell's text, read.
  ///
  /// - Parameter asIs: whether what can't be read is kept as well: the cell shows what is wrong with it.
  /// - Throws: what can't be read; a statement that reads but fails is fine.
  static func cell(
    _ text: String, in source: Source = Source(""), limits: Limits, asIs: Bool = false
  ) throws(Diagnostic) -> CellText {
    try check(text)
    let cell = CellText(text, in: source, limits: limits)
    let isBlank = text.allSatisfy(\.isWhitespace)
    if !asIs || isBlank, let fault = fault(of: cell) { throw fault }
    return cell
  }

  /// What can't be read in a cell, apart from which it may have statements.
  static func fault(of cell: CellText) -> Diagnostic? {
    let text = cell.source.text
    if let diagnostic = cell.program.diagnostics.first { return diagnostic }
    if let problem = options(of: cell.program).problems.first {
      return Diagnostic(problem, in: text, firstLine: cell.source.firstLine)
    }
    guard cell.program.statements.isEmpty else { return nil }
    return Diagnostic(
      code: "syntax", "there is no statement in this cell", at: SourceRange(0, text.utf8.count),
      help: "write one, as x = 1 or Q @ K.T")
  }

  static func options(of program: Program) -> (options: CellOptions, problems: [LessonProblem]) {
    var reader = OptionReader(source: program.source, file: "")
    let options = reader.cellOptions(program.options)
    return (options, reader.problems)
  }
}

// MARK: - Prose

extension OwnText {
  /// - Throws: what isn't a reader's to write, or can't be read.
  static func prose(_ text: String) throws(Diagnostic) -> OwnProse {
    try check(text)
    // Behind a step's title, as it will stand.
    let lines =
      [MarkdownLine("## step", number: 0)] + MarkdownLine.lines(of: text)
    var cutter = LessonCutter(lines[...], file: "")
    cutter.cut()
    var builder = LessonBuilder(file: "")
    for piece in cutter.pieces.dropFirst() {
      if let (line, message, advice) = refusal(of: piece) {
        throw Diagnostic(
          LessonProblem(file: "", line: line, message: message, advice: advice), in: text)
      }
      builder.add(piece)
    }
    let problems = (cutter.problems + builder.problems).filter { !$0.isBearable }
    if let problem = problems.min(by: { $0.line < $1.line }) {
      throw Diagnostic(problem, in: text)
    }
    let blocks = builder.endBlock().blocks
    guard !blocks.isEmpty else {
      throw Diagnostic(
        code: "syntax", "there is no text here", at: SourceRange(0, text.utf8.count),
        help: "write some, or delete it")
    }
    return OwnProse(text: text, blocks: blocks)
  }

  private static func refusal(
    of piece: LessonPiece
  ) -> (line: Int, message: String, advice: String)? {
    switch piece {
    case .step(let line):
      (
        line.number, "a heading of two # would begin a step of the lesson",
        "write ### for a heading"
      )
    case .directive(let directive):
      (directive.line, "comments are for those who write lessons", "leave <!-- out")
    case .fence(let fence) where !fence.marks.isEmpty:
      (
        fence.line, "a cell doesn't stand in prose",
        "add a cell of its own, or leave the braces out"
      )
    case .prose, .fence: nil
    }
  }
}

extension Diagnostic {
  /// A problem of a lesson's text, at its line of a part of it.
  init(_ problem: LessonProblem, in text: String, firstLine: Int = 1) {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let index = max(0, min(problem.line - firstLine, lines.count - 1))
    let start = lines[..<index].reduce(0) { $0 + $1.count + 1 }
    self.init(
      code: "syntax", problem.message, at: SourceRange(start, start + lines[index].count),
      help: problem.advice)
  }
}
