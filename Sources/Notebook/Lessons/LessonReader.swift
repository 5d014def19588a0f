import CellLanguage

/// Reads a lesson from the text of its file.
///
/// Nothing in the file is believed: sizes are bounded, and every problem is told with its line and what to write instead.
/// The time is linear in the length of the text.
package enum LessonReader {
  /// Bytes of a file.
  package static let byteLimit = 1_048_576
  /// Characters of a line.
  package static let lineLimit = 10_000
  /// Problems told of one file.
  package static let problemLimit = 100

  /// The lesson, as far as it could be read, and every problem found, in the order of the lines.
  ///
  /// - Parameter name: the file's name, `05-scaling.md`; it gives the number and stands in the problems.
  package static func read(text: String, name: String) -> (
    lesson: Lesson?, problems: [LessonProblem]
  ) {
    let file = TextFilter.visible(name)
    guard text.utf8.count <= byteLimit else {
      let problem = LessonProblem(
        file: file, line: 1,
        message: "the file has \(text.utf8.count) bytes, more than \(byteLimit)",
        advice: "split the lesson in two")
      return (nil, [problem])
    }
    var problems: [LessonProblem] = []
    let lines = bounded(body(of: text), file: file, problems: &problems)
    var head = FrontMatterReader(file: file)
    let (matter, rest) = head.read(lines[...]) ?? (FrontMatter(), lines[...])
    var cutter = LessonCutter(rest, file: file)
    cutter.cut()
    var builder = LessonBuilder(file: file)
    for piece in cutter.pieces { builder.add(piece) }
    builder.finish()
    let lesson = builder.lesson(matter, number: number(of: name), fallback: baseName(name))
    problems += head.problems + cutter.problems + builder.problems
    return (lesson, inOrder(problems, file: file))
  }

  /// The head alone, for lists of lessons; nil where there is none.
  package static func frontMatter(of text: String) -> FrontMatter? {
    var reader = FrontMatterReader(file: "")
    return reader.read(MarkdownLine.lines(of: body(of: text))[...])?.matter
  }

  /// A byte order mark at the start says nothing.
  private static func body(of text: String) -> String {
    text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  private static func inOrder(_ problems: [LessonProblem], file: String) -> [LessonProblem] {
    let sorted = problems.enumerated()
      .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
    guard sorted.count > problemLimit else { return sorted }
    let more = LessonProblem(
      file: file, line: sorted[problemLimit].line,
      message: "\(sorted.count - problemLimit) more problems", advice: "mend those above first")
    return sorted.prefix(problemLimit) + [more]
  }
}

// MARK: - Lines

extension LessonReader {
  /// The lines, cut where they are too long; what could steer a terminal or reorder text is reported.
  private static func bounded(
    _ text: String, file: String, problems: inout [LessonProblem]
  ) -> [MarkdownLine] {
    MarkdownLine.lines(of: text).map { line in
      if let scalar = hidden(in: line.text) {
        problems.append(
          LessonProblem(
            file: file, line: line.number,
            message: "a character that can't be shown stands here: \(TextFilter.visible(scalar))",
            advice: "delete it"))
      }
      guard line.text.utf8.count > lineLimit, line.text.count > lineLimit else { return line }
      problems.append(
        LessonProblem(
          file: file, line: line.number, message: "the line has more than \(lineLimit) characters",
          advice: "break it"))
      return MarkdownLine(line.text.prefix(lineLimit), number: line.number)
    }
  }

  private static func hidden(in text: Substring) -> Unicode.Scalar? {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return nil }
    return text.unicodeScalars.first {
      $0 != "\t" && TextFilter.visible($0).unicodeScalars.first != $0
    }
  }
}

// MARK: - Names

extension LessonReader {
  /// `05` of `Lessons/05-scaling.md`.
  package static func number(of name: String) -> Int? {
    let digits = baseName(name).prefix { ("0"..."9").contains($0) }
    guard digits.count <= 4, baseName(name).dropFirst(digits.count).hasPrefix("-") else {
      return nil
    }
    return Int(digits)
  }

  /// The name without folders and `.md`.
  static func baseName(_ name: String) -> String {
    let last = name.split(separator: "/").last ?? ""
    return String(last.hasSuffix(".md") ? last.dropLast(3) : last)
  }
}
