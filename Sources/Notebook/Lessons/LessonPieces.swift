/// What a lesson's file is made of, before it is put together: prose, fences and directives in text order.
enum LessonPiece {
  /// `## title`
  case step(MarkdownLine)
  /// Lines of Markdown with nothing else between them.
  case prose([MarkdownLine])
  case fence(LessonFence)
  case directive(LessonDirective)
}

/// From a line of three backticks to the next.
struct LessonFence {
  let language: String
  /// What stands in braces behind the language: `.qkv`, `.check`.
  let marks: [String]
  let lines: [Substring]
  /// The line of its first mark, counted from 1.
  let line: Int

  var text: String { lines.joined(separator: "\n") }

  /// Whether it is a cell or a listing: what is marked as a check or an answer is no part of the text.
  var isShown: Bool { !marks.contains(".qkv") || !marks.contains(where: Self.roles.contains) }

  /// What a cell is marked with that belongs to an exercise and isn't shown.
  static let roles = [".check", ".solution", ".wrong"]
}

/// `<!-- name: text -->`
struct LessonDirective {
  let name: String
  let line: Int
  /// What stands behind the name, as it is written.
  private let argument: Substring

  /// - Parameter content: what stands between `<!--` and `-->`.
  init(_ content: Substring, line: Int) {
    let scalars = content.unicodeScalars.drop { Self.isBlank($0) }
    let name = scalars.prefix { $0 != ":" && !Self.isBlank($0) }
    let rest = scalars[name.endIndex...]
    self.name = String(Substring(name))
    self.line = line
    argument = Substring(rest.first == ":" ? rest.dropFirst() : rest)
  }

  /// What stands behind the name, with one blank between two words.
  var text: String {
    argument.unicodeScalars.split { Self.isBlank($0) }.map { Substring($0) }.joined(separator: " ")
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D: true
    case 0x00..<0x80: false
    default: scalar.properties.isWhitespace
    }
  }

  /// What can be set behind the id of a task; nil for what begins none.
  var taskKeys: [String]? {
    switch name {
    case "exercise": ["points", "edits", "hidden"]
    case "quiz": ["points"]
    case "predict": ["answer", "within", "points"]
    default: nil
    }
  }
}

/// Cuts the body of a lesson's file into its pieces.
struct LessonCutter {
  private var rest: ArraySlice<MarkdownLine>
  private var prose: [MarkdownLine] = []
  private(set) var pieces: [LessonPiece] = []
  private let file: String
  private let isInside: Bool
  private(set) var problems: [LessonProblem] = []

  /// - Parameter isInside: whether a step stands above these lines.
  init(_ lines: ArraySlice<MarkdownLine>, file: String, isInside: Bool = false) {
    rest = lines
    self.file = file
    self.isInside = isInside
  }

  mutating func cut() {
    while let line = rest.popFirst() {
      if let fence = Fence(line) {
        flush()
        readFence(fence, line)
      } else if line.beginsDirective {
        flush()
        readDirective(line)
      } else if let heading = Markdown.heading(line), heading.level <= 2 {
        flush()
        readHeading(heading, line)
      } else {
        prose.append(line)
      }
    }
    flush()
  }

  private mutating func flush() {
    if prose.contains(where: { !$0.isBlank }) { pieces.append(.prose(prose)) }
    prose = []
  }

  private mutating func report(_ line: Int, _ message: String, advice: String) {
    problems.append(LessonProblem(file: file, line: line, message: message, advice: advice))
  }

  private mutating func readHeading(
    _ heading: (level: Int, text: Substring), _ line: MarkdownLine
  ) {
    if heading.level == 2 {
      pieces.append(.step(MarkdownLine(heading.text, number: line.number)))
    } else if isInside || !pieces.isEmpty {
      report(
        line.number, "a heading of one # stands inside the lesson",
        advice: "write ## for a step, ### for a heading in it")
    }
  }
}

// MARK: - Fences

/// The opening line of a fence.
struct Fence {
  let mark: Character
  let count: Int
  let indent: Int
  let info: Substring

  init?(_ line: MarkdownLine) {
    guard line.isMarked("`~"), line.indent < 4, let first = line.content.first,
      first == "`" || first == "~"
    else { return nil }
    mark = first
    indent = line.indent
    let marks = line.content.prefix { $0 == first }
    count = marks.count
    info = Markdown.trimmed(line.content[marks.endIndex...])
    guard count >= 3, first == "~" || !info.contains("`") else { return nil }
  }

  /// What ends it, as advice shows it.
  var end: String {
    count <= 12 ? String(repeating: mark, count: count) : "\(count) of \(mark)"
  }

  func isClosed(by line: MarkdownLine) -> Bool {
    guard line.mark == mark.asciiValue, line.indent < 4 else { return false }
    let text = Markdown.trimmed(line.content)
    return text.count >= count && text.allSatisfy { $0 == mark }
  }
}

extension MarkdownLine {
  /// Whether a fence with a language or a directive begins here.
  fileprivate var beginsAnotherPiece: Bool {
    beginsDirective || Fence(self).map { !$0.info.isEmpty } == true
  }

  fileprivate var beginsDirective: Bool {
    isMarked("<") && indent < 4 && content.utf8.starts(with: "<!--".utf8)
  }
}

extension LessonCutter {
  private mutating func readFence(_ fence: Fence, _ line: MarkdownLine) {
    var lines: [Substring] = []
    var isClosed = false
    let (language, marks) = LessonCutter.info(fence.info)
    let behind = rest
    while let next = rest.first {
      isClosed = fence.isClosed(by: next)
      // No cell holds what begins another thing: the end of this one is missing.
      if !isClosed, marks.contains(".qkv"), next.beginsAnotherPiece { break }
      rest.removeFirst()
      if isClosed { break }
      lines.append(next.dedented(by: fence.indent).text)
    }
    if !isClosed {
      report(
        line.number, "the fence that begins here isn't closed",
        advice: "end it with \(fence.end) on a line of its own")
      // What follows the cell's text isn't its own.
      if marks.contains(".qkv") {
        lines = Array(lines.prefix { !$0.allSatisfy(\.isWhitespace) })
        rest = behind.dropFirst(lines.count)
      }
    }
    pieces.append(
      .fence(
        LessonFence(
          language: language, marks: marks, lines: lines, line: line.number))
    )
  }

  /// `python {.qkv .check}`
  private static func info(_ info: Substring) -> (language: String, marks: [String]) {
    let bytes = info.utf8
    let blank = UInt8(ascii: " ")
    guard let brace = bytes.firstIndex(of: UInt8(ascii: "{")), bytes.last == UInt8(ascii: "}")
    else {
      return (bytes.split(separator: blank).first.map { String(Substring($0)) } ?? "", [])
    }
    let language = Markdown.trimmed(info[..<brace])
    let inside = bytes[brace...].dropFirst().dropLast()
    return (String(language), inside.split(separator: blank).map { String(Substring($0)) })
  }
}

// MARK: - Directives

extension LessonCutter {
  private mutating func readDirective(_ line: MarkdownLine) {
    var text = String(line.content.unicodeScalars.dropFirst(4))
    var isClosed = LessonCutter.end(of: text[...]) != nil
    while !isClosed, let next = rest.first {
      // An unclosed comment ends where the next thing begins, so that the lesson isn't swallowed.
      guard text.utf8.count < 10_000, Fence(next) == nil,
        !next.content.utf8.starts(with: "<!--".utf8),
        Markdown.heading(next) == nil
      else { break }
      rest.removeFirst()
      text += "\n" + next.text
      isClosed = LessonCutter.end(of: next.text) != nil
    }
    guard isClosed, let end = LessonCutter.end(of: text[...]) else {
      return report(
        line.number, "the comment that begins here isn't closed", advice: "end it with -->")
    }
    if text[end...].utf8.dropFirst(3).contains(where: { $0 != 0x20 && $0 != 0x09 }) {
      report(line.number, "text stands behind a directive", advice: "put it on a line of its own")
    }
    pieces.append(.directive(LessonDirective(text[..<end], line: line.number)))
  }

  /// Where `-->` first stands.
  private static func end(of text: Substring) -> String.Index? {
    var rest = text.utf8[...]
    while let dash = rest.firstIndex(of: UInt8(ascii: "-")) {
      rest = rest[dash...]
      if rest.starts(with: "-->".utf8) { return dash }
      rest = rest.dropFirst()
    }
    return nil
  }
}
