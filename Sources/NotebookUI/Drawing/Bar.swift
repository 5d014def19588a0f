import Terminal

/// A number as a bar that grows to the right; beside negative ones, to either side of an axis.
///
/// It fills the lower half of its line, so that those of neighbouring rows stay apart.
struct Bar {
  let line: StyledLine

  init(_ value: Double, scale: EntryStyles.Scale, width: Int) {
    let share = value.isNaN ? 0 : min(1, abs(value) / scale.top)
    guard scale.isSigned else {
      // Below a scale without negative numbers lies minus infinity alone.
      let bar = value < 0 ? "←" : Self.toRight(share, width: width)
      line = StyledLine([Run(Self.arrowed(bar, value), .live)])
      return
    }
    let half = Self.half(of: width)
    let negative = value < 0 ? Self.arrowed(Self.toLeft(share, width: half), value) : ""
    let gap = String(repeating: " ", count: half - negative.count)
    let positive = value > 0 ? Self.arrowed(Self.toRight(share, width: half), value) : ""
    line = StyledLine([
      Run(gap), Run(negative, .live), Run("│", .rule), Run(positive, .live),
    ])
  }

  /// Infinity goes on beyond the end of the scale.
  private static func arrowed(_ bar: String, _ value: Double) -> String {
    guard value.isInfinite, !bar.isEmpty else { return bar }
    return value > 0 ? bar.dropLast() + "→" : "←" + bar.dropFirst()
  }

  /// The columns on either side of the axis.
  private static func half(of width: Int) -> Int { (width - 1) / 2 }

  private static func toRight(_ share: Double, width: Int) -> String {
    let level = Shade.level(share, of: width * 2)
    return String(repeating: "▄", count: level / 2) + (level % 2 == 1 ? "▖" : "")
  }

  private static func toLeft(_ share: Double, width: Int) -> String {
    let level = Shade.level(share, of: width * 2)
    return (level % 2 == 1 ? "▗" : "") + String(repeating: "▄", count: level / 2)
  }

  private static let heights = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇"]

  /// An upright bar in one column, which never fills it, so that those of neighbouring rows stay apart; of a negative number it
  /// hangs from above, in the two lengths that there are.
  static func small(_ value: Double, _ scale: EntryStyles.Scale) -> String {
    guard value.isFinite else { return " " }
    let share = abs(value) / scale.top
    let level = Shade.level(share, of: heights.count - 1)
    guard value < 0, level > 0 else { return heights[level] }
    return share < 0.5 ? "▔" : "▀"
  }
}
