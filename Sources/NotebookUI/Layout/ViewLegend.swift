import CellLanguage
import Terminal

/// What the marks of a view stand for: of a heatmap the shades, `0  ░▒▓█ 1`, or with negative entries `-2 █▓▒░ ░▒▓█ 2`; of bars
/// how much a full one is, `full bar: 1`; of a flow how thick its lines are, `⠒ ≥0.05  ⠶ ≥0.33  ⠿ ≥0.67`.
struct ViewLegend {
  let line: StyledLine
  /// The same in less room.
  let short: StyledLine

  static func shades(_ scale: EntryStyles.Scale) -> ViewLegend {
    let sides = (scale.isSigned ? [-1.0, -0.75, -0.5, -0.25, 0] : [0]) + [0.25, 0.5, 0.75, 1]
    let shades = sides.map { share in
      Run(scale.symbol(share * scale.top), Style(scale.symbolRole(share * scale.top)))
    }
    let top = topText(scale)
    let low = scale.isSigned ? "-\(top)" : "0"
    return ViewLegend(
      line: StyledLine([Run("\(low) ", .dim)] + shades + [Run(" \(top)", .dim)]),
      short: StyledLine([Run(low, .dim)] + shades + [Run(top, .dim)]))
  }

  static func bars(_ scale: EntryStyles.Scale) -> ViewLegend {
    let line = StyledLine([Run("full bar: \(topText(scale))", .dim)])
    return ViewLegend(line: line, short: line)
  }

  /// Of bars before their numbers: upright from the lower edge, for negative numbers down from the upper one.
  static func smallBars(_ scale: EntryStyles.Scale) -> ViewLegend {
    let sides = (scale.isSigned ? [-1.0, -0.3] : []) + [0.1, 0.4, 0.7, 1]
    let bars = Run(sides.map { Bar.small($0 * scale.top, scale) }.joined(), .live)
    let top = topText(scale)
    let low = scale.isSigned ? "-\(top)" : "0"
    return ViewLegend(
      line: StyledLine([Run("\(low) ", .dim), bars, Run(" \(top)", .dim)]),
      short: StyledLine([Run(low, .dim), bars, Run(top, .dim)]))
  }

  static func flow(_ scale: EntryStyles.Scale) -> ViewLegend {
    let numbers = MatrixNumbers(for: [scale.top], digits: 2)
    let steps = [("⠒", FlowLegend.least), ("⠶", 1.0 / 3), ("⠿", 2.0 / 3)]
    func line(_ gap: String, _ words: String) -> StyledLine {
      var line = StyledLine()
      for (index, step) in steps.enumerated() {
        line.append(index == 0 ? "" : gap, .text)
        line.append(step.0, Style(.live))
        line.append(" ≥\(numbers.text(step.1 * scale.top))", Style(.dim))
      }
      if scale.isSigned { line.append(gap + words, Style(.dim)) }
      return line
    }
    return ViewLegend(line: line("  ", "dashed below 0"), short: line(" ", "dashed <0"))
  }

  /// The largest of a scale, `1` for `1.00`.
  static func topText(_ scale: EntryStyles.Scale) -> String {
    var text = MatrixNumbers(for: [scale.top], digits: scale.top < 0.1 ? 4 : 2).text(scale.top)
    guard text.contains("."), !text.contains("e") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}

extension PanelBox {
  /// Between a title and the legend behind it.
  private static let legendGap = 2

  /// Puts the legend where it takes no room from anything: behind the title or on a line that is free below it. Where there is none
  /// it stands on the rule below the step.
  ///
  /// - Parameter room: the columns up to the next panel.
  mutating func placeLegend(room: Int) {
    guard let legend, legendPlace == nil else { return }
    let title = header.lastIndex { !$0.runs.isEmpty } ?? 0
    for line in [legend.line, legend.short] {
      for y in title..<header.count {
        let x = header[y].width > 0 ? header[y].width + Self.legendGap : 0
        guard x + line.width <= max(size.width, room) else { continue }
        legendPlace = (line, Point(x: x, y: y))
        size.width = max(size.width, x + line.width)
        return
      }
    }
  }
}
