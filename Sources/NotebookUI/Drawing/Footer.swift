import Notebook
import Terminal

/// The keys that matter now, on the last line. `? help` stands at its right end and is never cut off.
///
/// Where there is little room, labels are shortened before hints are left out, and the least important go first.
struct Footer {
  struct Hint {
    let action: Action
    let key: String
    /// What it does: in a word or two, and shorter.
    let labels: [String]
    /// Whether it is worth naming only where all others have their whole labels.
    var isExtra = false
    /// Which of the labels is shown.
    fileprivate(set) var form = 0
    /// Where it stands.
    fileprivate(set) var area = Rectangle(x: 0, y: 0, width: 0, height: 0)

    init(_ action: Action, key: String, labels: [String]) {
      self.action = action
      self.key = key
      self.labels = labels
    }

    var label: String { labels[form] }
    var width: Int { TextWidth.columns(of: key) + 1 + TextWidth.columns(of: label) }
    fileprivate var shortest: Hint {
      var hint = self
      hint.form = labels.count - 1
      return hint
    }
  }

  private static let gap = 2

  private(set) var hints: [Hint] = []

  /// - Parameters:
  ///   - wanted: the hints in the order in which they stand.
  ///   - order: the actions that matter most, the first the most; after them come the others, as they stand.
  ///   - x: where they begin.
  init(
    _ wanted: [Hint], keeping order: [Action] = [], help: Hint?, row: Int, width: Int,
    from x: Int = 1
  ) {
    var end = width - 1
    if var help {
      end -= help.width
      help.area = Rectangle(x: end, y: row, width: help.width, height: 1)
      hints.append(help)
      end -= Self.gap
    }
    var x = x
    for var hint in Self.fitting(wanted, keeping: order, room: end - x) {
      hint.area = Rectangle(x: x, y: row, width: hint.width, height: 1)
      hints.append(hint)
      x += hint.width + Self.gap
    }
  }

  /// Those that have room, each as long as it can be.
  private static func fitting(_ wanted: [Hint], keeping order: [Action], room: Int) -> [Hint] {
    let ranks = wanted.enumerated().map { index, hint in
      order.firstIndex(of: hint.action) ?? order.count + index
    }
    let byImportance = wanted.indices.sorted { ranks[$0] < ranks[$1] }
    var chosen: [Int: Hint] = [:]
    func fits(_ hint: Hint, at index: Int) -> Bool {
      let others = chosen.filter { $0.key != index }.values.reduce(0) { $0 + $1.width + gap }
      return others + hint.width <= room
    }
    for index in byImportance where !wanted[index].isExtra {
      let hint = wanted[index].shortest
      if fits(hint, at: index) { chosen[index] = hint }
    }
    for index in byImportance where chosen[index] != nil && fits(wanted[index], at: index) {
      chosen[index] = wanted[index]
    }
    for index in byImportance where wanted[index].isExtra {
      chosen[index] = [wanted[index], wanted[index].shortest].first { fits($0, at: index) }
    }
    return wanted.indices.compactMap { chosen[$0] }
  }
}
