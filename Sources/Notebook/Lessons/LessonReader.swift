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
    let lines = lines(of: text)
    let (matter, pieces, found) = cut(lines, file: file)
    var builder = LessonBuilder(file: file)
    for piece in pieces { builder.add(piece) }
    builder.finish()
    let lesson = builder.lesson(matter, number: number(of: name), fallback: baseName(name))
    let problems = lineProblems(lines, file: file) + found + builder.problems
    return (lesson, inOrder(problems, file: file))
  }

  /// What lists show of the lesson, the same as of the one that `read` gives, in a small part of its time; nil for a
  /// file that is too large.
  package static func outline(of text: String, name: String) -> LessonOutline? {
    guard text.utf8.count <= byteLimit else { return nil }
    let (matter, pieces, _) = cut(lines(of: text), file: name)
    return LessonOutline(matter, LessonCounts(pieces), name: name)
  }

  /// The head alone, for lists of lessons; nil where there is none.
  package static func frontMatter(of text: String) -> FrontMatter? {
    var reader = FrontMatterReader(file: "")
    return reader.read(lines(of: text)[...])?.matter
  }

  /// The head, what stands behind it in pieces, and what is wrong with the form of both.
  private static func cut(
    _ lines: [MarkdownLine], file: String
  ) -> (matter: FrontMatter, pieces: [LessonPiece], problems: [LessonProblem]) {
    let lines = lines.map(bounded)
    var head = FrontMatterReader(file: file)
    let (matter, rest) = head.read(lines[...]) ?? (FrontMatter(), lines[...])
    var cutter = LessonCutter(rest, file: file)
    cutter.cut()
    return (matter, cutter.pieces, head.problems + cutter.problems)
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
  /// The lines of a file; a byte order mark before them says nothing.
  private static func lines(of text: String) -> [MarkdownLine] {
    let hasMark = text.unicodeScalars.first == "\u{FEFF}"
    return MarkdownLine.lines(of: hasMark ? String(text.unicodeScalars.dropFirst()) : text)
  }

  /// What can't be seen and keeps no lesson from being read: joiners are left out of prose, what turns text around is shown
  /// by its number.
  package static func oddities(of text: String, file: String) -> [LessonProblem] {
    lines(of: text).compactMap { line in
      let found = line.text.unicodeScalars.first { TextFilter.isFormat($0) }
      return found.map { oddity(TextFilter.visible($0), file: file, line: line.number) }
    }
  }

  private static func oddity(_ shown: String, file: String, line: Int) -> LessonProblem {
    LessonProblem(
      file: file, line: line, message: "a character that can't be shown stands here: \(shown)",
      advice: "delete it")
  }

  /// What could steer a terminal, and what is too long.
  static func lineProblems(_ lines: [MarkdownLine], file: String) -> [LessonProblem] {
    var problems: [LessonProblem] = []
    for line in lines {
      if let scalar = hidden(in: line.text) {
        problems.append(oddity(TextFilter.visible(scalar), file: file, line: line.number))
      }
      if isTooLong(line) {
        problems.append(
          LessonProblem(
            file: file, line: line.number,
            message: "the line has more than \(lineLimit) characters", advice: "break it"))
      }
    }
    return problems
  }

  /// The line, cut where it is too long.
  private static func bounded(_ line: MarkdownLine) -> MarkdownLine {
    isTooLong(line) ? MarkdownLine(line.text.prefix(lineLimit), number: line.number) : line
  }

  private static func isTooLong(_ line: MarkdownLine) -> Bool {
    line.text.utf8.count > lineLimit && line.text.count > lineLimit
  }

  private static func hidden(in text: Substring) -> Unicode.Scalar? {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return nil }
    return text.unicodeScalars.first {
      $0 != "\t" && !TextFilter.shows($0) && !TextFilter.isFormat($0)
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
