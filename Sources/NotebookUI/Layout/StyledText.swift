import Terminal

/// A piece of text with one meaning.
struct Run: Hashable {
  var text: String
  var style: Style

  init(_ text: String, _ style: Style = .text) {
    self.text = text
    self.style = style
  }

  init(_ text: String, _ role: Role) {
    self.init(text, Style(role))
  }
}

/// A line of text whose pieces may mean different things.
struct StyledLine: Hashable {
  var runs: [Run]

  init(_ runs: [Run] = []) {
    self.runs = runs
  }

  init(_ text: String, _ role: Role = .text) {
    self.init([Run(text, role)])
  }

  var width: Int { runs.reduce(0) { $0 + TextWidth.columns(of: $1.text) } }
  var text: String { runs.map(\.text).joined() }

  mutating func append(_ text: String, _ style: Style) {
    guard !text.isEmpty else { return }
    if let last = runs.last, last.style == style {
      runs[runs.count - 1].text += text
    } else {
      runs.append(Run(text, style))
    }
  }

  /// The line moved to the right.
  func indented(by columns: Int) -> StyledLine {
    columns > 0 ? StyledLine([Run(String(repeating: " ", count: columns))] + runs) : self
  }
}
