import CellLanguage

/// What is wrong with an entry of the config, or with a setting on the command line.
package struct ConfigProblem: Error, Hashable, Sendable {
  /// Counted from 1; nil where it is about the whole file or about a flag.
  package let line: Int?
  package let message: String
  /// What to try.
  package let advice: String?

  package init(line: Int? = nil, _ message: String, advice: String? = nil) {
    self.line = line
    self.message = message
    self.advice = advice
  }

  /// In a line: `line 3: 'colr' is no setting; did you mean color?`
  package var text: String {
    (line.map { "line \($0): " } ?? "") + message + (advice.map { "; \($0)" } ?? "")
  }

  func at(line: Int) -> ConfigProblem { ConfigProblem(line: line, message, advice: advice) }
}

/// The text of a config: entries `name = value`, under `[sections]`; `#` begins a comment.
///
/// A line that isn't so is a problem of its own and disturbs no other.
struct ConfigText {
  struct Entry: Hashable {
    /// Empty above the first section.
    let section: String
    let name: String
    /// The words of the value; one in double quotes may hold spaces and `#`.
    let words: [String]
    let line: Int
  }

  /// More is no config, and would take long to complain about.
  static let lineLimit = 1000

  private(set) var entries: [Entry] = []
  private(set) var problems: [ConfigProblem] = []
  /// nil below a section that there isn't.
  private var section: String? = ""
  private let sections: [String]

  /// - Parameter sections: the names of those that there are.
  init(_ bytes: [UInt8], sections: [String]) {
    self.sections = sections
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.prefix(Self.lineLimit).enumerated() {
      read(line, number: index + 1)
    }
    if lines.count > Self.lineLimit {
      report(
        Self.lineLimit + 1, "a config has at most \(Self.lineLimit) lines",
        advice: "what stands from here on is left out")
    }
  }

  private mutating func read(_ bytes: ArraySlice<UInt8>, number: Int) {
    guard let line = String(validating: bytes, as: UTF8.self) else {
      return report(number, "this is not text in UTF-8", advice: "save the file as UTF-8")
    }
    let text = line.trimmed()
    if text.isEmpty || text.hasPrefix("#") { return }
    if text.hasPrefix("[") { return readSection(text, number) }
    guard let equals = text.firstIndex(of: "=") else {
      return report(
        number, "\(Self.quoted(text)) is no entry", advice: "write NAME = VALUE, or # before it")
    }
    let name = String(text[..<equals]).trimmed()
    let words = Self.words(String(text[text.index(after: equals)...]))
    guard !name.isEmpty, !words.isEmpty else {
      return report(
        number, name.isEmpty ? "a name is missing before =" : "\(Self.quoted(name)) has no value",
        advice: "write NAME = VALUE; a # in it stands in quotes: \"#\"")
    }
    guard let section else { return }
    entries.append(Entry(section: section, name: name, words: words, line: number))
  }

  private mutating func readSection(_ text: String, _ number: Int) {
    let name = String(text.dropFirst().prefix { $0 != "]" }).trimmed()
    section = sections.first { $0 == name.lowercased() }
    if section != nil { return }
    let near = NearNames.nearest(to: name, in: sections).first ?? sections.first
    report(
      number,
      "there is no section [\(TextFilter.visible(name))], and what stands in it is left out",
      advice: near.map { "did you mean [\($0)]?" })
  }

  private mutating func report(_ line: Int, _ message: String, advice: String?) {
    problems.append(ConfigProblem(line: line, message, advice: advice))
  }

  /// In quotes, without control characters, and not too long to be read.
  static func quoted(_ text: String) -> String {
    let shown = TextFilter.visible(text)
    return "'" + (shown.count > 40 ? shown.prefix(39) + "…" : shown) + "'"
  }

  /// The words of a value, up to a comment.
  static func words(_ value: String) -> [String] {
    var words: [String] = []
    var rest = value[...]
    while true {
      rest = rest.drop { $0.isWhitespace }
      guard let first = rest.first, first != "#" else { return words }
      let inner = rest.dropFirst()
      if first == "\"", let end = inner.firstIndex(of: "\""), end > inner.startIndex {
        words.append(String(inner[..<end]))
        rest = inner[inner.index(after: end)...]
      } else {
        let word = rest.prefix { !$0.isWhitespace }
        words.append(String(word))
        rest = rest[word.endIndex...]
      }
    }
  }
}
