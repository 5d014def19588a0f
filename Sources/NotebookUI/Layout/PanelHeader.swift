import CellLanguage
import Notebook
import Terminal

/// What stands above a panel's entries: `Q  query  2×2` or `A = softmax(S)  2×3`.
struct PanelHeader {
  let panel: Panel
  /// Which part is in view, where a matrix is too large for the screen: `[0:7, 0:8] of`.
  var part: String?
  /// Which of several matrices is shown alone: `A[0], 1 of 2`.
  var head: String?

  /// Marks what the reader may change.
  static let pen = "✎"

  var runs: [Run] {
    var runs = definition
    if let title = panel.title { runs.append(Run("  \(title.replacing(" ", with: "\u{A0}"))")) }
    if let shape { runs.append(Run(sized(shape), .dim)) }
    if let head { runs.append(Run("  \(head.replacing(" ", with: "\u{A0}"))")) }
    if isEditable { runs.append(Run("  \(Self.pen)", .dim)) }
    return runs + ownMark
  }

  /// Tells the reader's own cells from the lesson's.
  var ownMark: [Run] {
    panel.isOwn ? [Run("  "), Run(OwnMark.text.replacing(" ", with: "\u{A0}"), .label)] : []
  }

  /// What stands before a single number: `T =`, `H = entropy(p) =`.
  var scalarRuns: [Run] { definition + [Run(" =", .dim)] }

  /// What stands behind a single number.
  var scalarTail: [Run] {
    var runs: [Run] = []
    if let title = panel.title { runs.append(Run(" \(title)")) }
    if isEditable { runs.append(Run(" \(Self.pen)", .dim)) }
    return runs + ownMark
  }

  /// The text of a formula that fails, with the mark of what may be changed behind its first line, where it has room.
  func penned(_ lines: [StyledLine], width: Int) -> [StyledLine] {
    guard isEditable, let first = lines.first, first.width + 3 <= width else { return lines }
    return [StyledLine(first.runs + [Run("  \(Self.pen)", .dim)])] + lines.dropFirst()
  }

  /// The name, and the formula where it is computed.
  var definition: [Run] {
    let name = panel.name.map { [Run($0, Style(.heading, bold: true))] } ?? []
    guard let formula = panel.formula else { return name }
    let equals = name.isEmpty ? [] : [Run(" = ", .dim)]
    return name + equals + [Run(Unbroken.formula(Self.oneLine(formula)), .code)]
  }

  /// A formula that was written on several lines, on one.
  static func oneLine(_ formula: String) -> String {
    formula.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A shape never stands alone on a line.
  private func sized(_ shape: String) -> String {
    part.map { "  \($0)\u{A0}\(shape)" } ?? "\u{A0}\u{A0}\(shape)"
  }

  /// Every input that isn't locked; of formulas, which all can be changed, those that the step asks to change.
  private var isEditable: Bool {
    (panel.isInput || panel.options.yours) && !panel.options.locked
  }

  private var shape: String? {
    guard case .array(let array) = panel.content, !array.shape.isEmpty else { return nil }
    // Behind the name of a number its shape would read as its value: `for each d  4`.
    if array.shape.count == 1, panel.title?.split(separator: " ").last?.count == 1 {
      return "\(array.shape[0])\u{A0}\(array.shape[0] == 1 ? "number" : "numbers")"
    }
    return array.shape.map { String($0) }.joined(separator: "×")
  }
}
