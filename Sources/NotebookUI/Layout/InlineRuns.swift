import Notebook
import Terminal

/// Inline prose as runs of styled text, a list of runs for each line that the author broke.
struct InlineRuns {
  /// The text of a number quoted from the cells.
  let live: (LiveNumber) -> String
  /// Why a number can't be shown, where its text is to stand in its place.
  let problem: (LiveNumber) -> String?
  private(set) var lines: [[Run]] = [[]]

  /// - Parameter isWrapped: whether the lines are to be broken, so that what belongs together must be bound.
  init(
    _ inlines: [Inline], style: Style = .text, live: @escaping (LiveNumber) -> String,
    problem: @escaping (LiveNumber) -> String? = { _ in nil }, isWrapped: Bool = true
  ) {
    self.live = live
    self.problem = problem
    append(inlines, style)
    if isWrapped { lines = lines.map { Unbroken.joined($0) } }
  }

  private mutating func append(_ inlines: [Inline], _ style: Style) {
    for inline in inlines { append(inline, style) }
  }

  private mutating func append(_ inline: Inline, _ style: Style) {
    switch inline {
    case .text(let text): append(text, style)
    case .emphasis(let inner): append(inner, style.with(.emphasis))
    case .strong(let inner): append(inner, style.with(.strong, bold: true))
    case .code(let text): append(Unbroken.code(text), style.with(.code))
    case .math(let text): append(text, style.with(.math))
    case .live(let number):
      if problem(number) == nil {
        append(live(number), style.with(.live))
      } else {
        append(Unbroken.code(number.text), style.with(.failure))
      }
    case .link(let inner, _): append(inner, style.with(.link))
    case .lineBreak: lines.append([])
    }
  }

  private mutating func append(_ text: String, _ style: Style) {
    lines[lines.count - 1].append(Run(text, style))
  }
}

extension Style {
  /// Another meaning, with the marks that are there.
  fileprivate func with(_ role: Role, bold: Bool = false) -> Style {
    Style(role, bold: self.bold || bold, underline: underline)
  }
}

/// Inline prose as plain text.
func plainText(_ inlines: [Inline], live: @escaping (LiveNumber) -> String = { _ in "…" }) -> String
{
  let text = InlineRuns(inlines, live: live, isWrapped: false).lines
    .map { $0.map(\.text).joined() }.joined(separator: " ")
  // Most texts have nothing to be replaced, and a search for it takes longer than all the rest.
  guard text.unicodeScalars.contains("\u{A0}") else { return text }
  return text.replacing("\u{A0}", with: " ")
}

extension LiveNumber {
  /// As it is written: `{H[0, 0]:.2f}`.
  var text: String { "{\(expression)\(format.isEmpty ? "" : ":\(format)")}" }
}
