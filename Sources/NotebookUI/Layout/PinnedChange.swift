import AttentionEngine
import CellLanguage
import Notebook
import Terminal

/// How an entry differs from what it was in the pinned state: `▲+0.12`.
struct PinnedChange {
  let trend: Trend
  /// The symbol, the sign and the size.
  let text: String

  /// Columns that hold any change of numbers so written: the symbol and the sign take one more than the number.
  static func width(_ format: EntryFormat) -> Int { format.width + 1 }

  /// Nil where nothing changed.
  init?(from pinned: Double, to now: Double, _ format: EntryFormat, within noise: Double = 0) {
    trend = Trend(from: pinned, to: now, within: noise)
    guard trend != .same else { return nil }
    text = trend.symbol + Self.size(Self.difference(from: pinned, to: now, format), format)
  }

  /// Of the numbers as they are written, both rounded: from 0.4029 to 0.4268 is told as 0.40, 0.43 and +0.03. A reader who
  /// subtracts what stands there must come to the same, and for a further decimal of the amount alone columns have no room.
  private static func difference(
    from pinned: Double, to now: Double, _ format: EntryFormat
  ) -> Double {
    guard let from = Double(format.text(pinned)), let to = Double(format.text(now)) else {
      return now - pinned
    }
    return to - from
  }

  var role: Role {
    switch trend {
    case .up: .rise
    case .down: .fall
    case .other, .new, .same: .changed
    }
  }

  /// The sign and the size, where it is a number that fits.
  private static func size(_ difference: Double, _ format: EntryFormat) -> String {
    guard difference.isFinite, format.dtype != .bool else { return "" }
    let number = format.text(difference.magnitude)
    let text = (difference < 0 ? "-" : "+") + number
    // A change too small for the decimals shown is one all the same.
    if !number.contains(where: { ("1"..."9").contains($0) }) { return "" }
    return number.contains("#") || text.utf8.count > format.width ? "" : text
  }
}

extension Trend {
  /// Which way an entry went from the pinned state.
  var symbol: String {
    switch self {
    case .up: "▲"
    case .down: "▼"
    case .other, .new, .same: "≠"
    }
  }
}

extension Reading {
  /// The entries that a panel had in the pinned state, in row-major order; nil where it can't be compared.
  func pinnedEntries(of panel: Panel) -> [Double]? {
    pin.flatMap { session.earlier(panel, in: $0) }?.tensor.entries
  }

  /// `was 0.28 ▲+0.12`, of the entry under the cursor; nil where nothing is pinned or nothing changed.
  func pinnedWords(_ panel: Panel, at position: [Int]) -> String? {
    guard case .array(let array) = panel.content, let shape = panel.tableShape,
      let place = shape.place(of: position), let pinned = pinnedEntries(of: panel)
    else { return nil }
    let offset = shape.offset(of: place)
    let now = array.tensor.entries[offset]
    let format = EntryFormat(
      array.comparing(pinned[offset]), digits: digits(of: panel), widest: widestDigits(of: panel))
    guard
      let change = PinnedChange(from: pinned[offset], to: now, format, within: panel.noise)
    else { return nil }
    let was =
      array.dtype == .bool ? pinned[offset] == 0 ? "False" : "True" : format.text(pinned[offset])
    return "was \(was) \(change.text)"
  }
}

extension NDArray {
  /// With an entry more, so that there is room to write it: where all are whole numbers now, that one needn't be.
  fileprivate func comparing(_ entry: Double) -> NDArray {
    let entries = tensor.entries + [entry]
    let isWhole = dtype != .float64 && Int(exactly: entry) != nil
    return NDArray(
      Tensor(shape: [entries.count], entries: entries), dtype: isWhole ? dtype : .float64)
  }
}
