import Terminal

/// A number as a bar that grows to the right; beside negative ones, to either side of an axis.
///
/// It fills the lower half of its line, so that those of neighbouring rows stay apart.
struct Bar {
  let line: StyledLine

  init(_ value: Double, scale: EntryStyles.Scale, width: Int) {
    let share = value.isNaN ? 0 : min(1, abs(value) / scale.top)
    guard scale.isSigned else {
      line = StyledLine([Run(Self.toRight(share, width: width), .live)])
      return
    }
    let half = Self.half(of: width)
    let negative = value < 0 ? Self.toLeft(share, width: half) : ""
    let gap = String(repeating: " ", count: half - negative.count)
    let positive = value > 0 ? Self.toRight(share, width: half) : ""
    line = StyledLine([
      Run(gap), Run(negative, .live), Run("│", .rule), Run(positive, .live),
    ])
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

  /// An upright bar in one column, which never fills it, so that those of neighbouring rows stay apart.
  static func small(_ value: Double, _ scale: EntryStyles.Scale) -> String {
    value.isFinite ? heights[Shade.level(abs(value) / scale.top, of: heights.count - 1)] : " "
  }

  /// What stands over bars, the ends of their scale: `0     1`, or `-1 0  1` with negative ones; nil where it has no room.
  static func axis(_ scale: EntryStyles.Scale, width: Int) -> StyledLine? {
    let top = ViewLegend.topText(scale)
    let end = width - top.utf8.count
    let marks =
      scale.isSigned
      ? [("-\(top)", 0), ("0", half(of: width)), (top, end)] : [("0", 0), (top, end)]
    var text = ""
    for (side, start) in marks {
      guard text.isEmpty || start > text.utf8.count else { return nil }
      text += String(repeating: " ", count: start - text.utf8.count) + side
    }
    return text.utf8.count <= width ? StyledLine(text, .dim) : nil
  }
}
