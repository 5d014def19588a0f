/// What stands between the two lines `---` at the head of a lesson.
package struct FrontMatter: Hashable, Sendable {
  package internal(set) var id = ""
  package internal(set) var title = ""
  package internal(set) var summary = ""
  package internal(set) var needs: [String] = []
  package internal(set) var minutes = 0

  static let keys = ["qkv", "id", "title", "summary", "needs", "minutes"]
  /// The version of the format.
  static let version = "1"
}

/// Reads the head of a lesson's file.
struct FrontMatterReader {
  private let file: String
  private(set) var problems: [LessonProblem] = []
  private var seen: [String: Int] = [:]

  init(file: String) {
    self.file = file
  }

  private mutating func report(_ line: Int, _ message: String, advice: String) {
    problems.append(LessonProblem(file: file, line: line, message: message, advice: advice))
  }

  /// The head, and the lines behind it; nil where the file begins with something else.
  mutating func read(
    _ lines: ArraySlice<MarkdownLine>
  ) -> (matter: FrontMatter, rest: ArraySlice<MarkdownLine>)? {
    guard let first = lines.first, Markdown.trimmed(first.text) == "---" else {
      report(
        1, "the head is missing",
        advice: "begin with ---, then qkv: 1, id, title, summary, minutes, one a line, then ---")
      return nil
    }
    let end = lines.dropFirst().firstIndex { Markdown.trimmed($0.text) == "---" }
    guard let end else {
      report(1, "the head isn't closed", advice: "end it with --- on a line of its own")
      return nil
    }
    var matter = FrontMatter()
    for line in lines[(lines.startIndex + 1)..<end] where !line.isBlank {
      read(line, into: &matter)
    }
    requireKeys()
    return (matter, lines[(end + 1)...])
  }

  private mutating func requireKeys() {
    for key in ["qkv", "id", "title"] where seen[key] == nil {
      report(1, "the head has no \(key)", advice: "add a line \(key): …")
    }
  }

  private mutating func read(_ line: MarkdownLine, into matter: inout FrontMatter) {
    guard let colon = line.text.firstIndex(of: ":") else {
      return report(
        line.number, "a line of the head has no colon", advice: "write a key, a colon and a value")
    }
    let key = String(Markdown.trimmed(line.text[..<colon]))
    let value = unquoted(Markdown.trimmed(line.text[line.text.index(after: colon)...]))
    guard FrontMatter.keys.contains(key) else {
      return report(
        line.number, "\(quoted(key)) is no key of the head", advice: advice(key, FrontMatter.keys))
    }
    if seen.updateValue(line.number, forKey: key) != nil {
      report(line.number, "\(key) stands twice in the head", advice: "keep one of them")
    }
    read(key, value, line.number, into: &matter)
  }

  private mutating func read(
    _ key: String, _ value: String, _ line: Int, into matter: inout FrontMatter
  ) {
    switch key {
    case "id":
      matter.id = value
      if !FrontMatterReader.isID(value) {
        report(line, "\(quoted(value)) is no id", advice: "write small letters, digits and dashes")
      }
    case "title": matter.title = value
    case "summary": matter.summary = value
    case "needs": matter.needs = list(value)
    case "minutes":
      matter.minutes = Int(value) ?? 0
      if !(1...1000).contains(matter.minutes) {
        report(line, "\(quoted(value)) is no number of minutes", advice: "write minutes: 12")
      }
    default:
      if value != FrontMatter.version {
        report(
          line, "version \(quoted(value)) of the format isn't known",
          advice: "this program reads qkv: \(FrontMatter.version)")
      }
    }
  }

  /// Whether a text can name a lesson or an exercise.
  static func isID(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || $0 == 0x2D || $0 == 0x5F
      }
  }

  private func unquoted(_ text: Substring) -> String {
    guard text.count >= 2, let quote = text.first, "\"'".contains(quote), text.last == quote else {
      return String(text)
    }
    return String(text.dropFirst().dropLast())
  }

  /// `[softmax, scaling]`
  private func list(_ text: String) -> [String] {
    let inside =
      text.hasPrefix("[") && text.hasSuffix("]") ? text.dropFirst().dropLast() : text[...]
    return inside.split(separator: ",").map { unquoted(Markdown.trimmed($0)) }
      .filter { !$0.isEmpty }
  }
}
