import CellLanguage
import Terminal

/// What the shades of a heatmap stand for: `0 ░▒▓█ 1`, or with negative entries `-2 █▓▒░ ░▒▓█ 2`.
struct ShadeLegend {
  let runs: [Run]

  init(_ values: [Double]) {
    let scale = EntryStyles.Scale(values)
    let numbers = MatrixNumbers(for: [scale.top], digits: 2)
    let top = Self.short(numbers.text(scale.top))
    // What belongs together isn't broken.
    let space = "\u{A0}"
    let sides = (scale.isSigned ? [-1.0, -0.75, -0.5, -0.25, 0] : [0]) + [0.25, 0.5, 0.75, 1]
    let shades = sides.map { share in
      let symbol = scale.symbol(share * scale.top)
      return Run(symbol == " " ? space : symbol, Style(scale.symbolRole(share * scale.top)))
    }
    let low = scale.isSigned ? "-\(top)" : "0"
    runs = [Run("  "), Run(low + space, .dim)] + shades + [Run(space + top, .dim)]
  }

  /// `1` for `1.00`.
  private static func short(_ text: String) -> String {
    guard text.contains("."), !text.contains("e") else { return text }
    var text = text
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
