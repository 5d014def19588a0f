import Terminal

/// A number as a bar that grows to the right; beside negative ones, to either side of an axis.
struct Bar {
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  let line: StyledLine

  init(_ value: Double, scale: EntryStyles.Scale, width: Int) {
    let share = value.isNaN ? 0 : min(1, abs(value) / scale.top)
    guard scale.isSigned else {
      line = StyledLine(Self.toRight(share, width: width))
      return
    }
    let half = (width - 1) / 2
    let negative = value < 0 ? Self.toLeft(share, width: half) : ""
    let gap = String(repeating: " ", count: half - negative.count)
    let positive = value > 0 ? Self.toRight(share, width: half) : ""
    line = StyledLine([Run(gap + negative), Run("│", .rule), Run(positive)])
  }

  private static func toRight(_ share: Double, width: Int) -> String {
    let level = Shade.level(share, of: width * 8)
    return String(repeating: "█", count: level / 8) + eighths[level % 8]
  }

  private static func toLeft(_ share: Double, width: Int) -> String {
    let level = Shade.level(share, of: width * 2)
    return (level % 2 == 1 ? "▐" : "") + String(repeating: "█", count: level / 2)
  }
}
