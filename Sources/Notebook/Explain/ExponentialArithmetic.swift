import AttentionEngine
import CellLanguage

extension Arithmetic<TracedEntry> {
  /// Why an entry of a softmax along an axis is no number; nil where it is one.
  ///
  /// - Parameter reckoning: whether it is told what is divided by what.
  func reasonForNaN(
    _ names: EntryNames, of entry: TracedEntry, along axis: Int?, reckoning: Bool = true
  ) -> String? {
    var scores: [Double] = []
    guard evaluated(leaf: \.value).isNaN else { return nil }
    forEachLeaf { scores.append($0.value) }
    let line =
      (EntryLine(self)?.text(names) ?? vectorName ?? entry.line(along: axis, names))
      .map { " of \($0)" } ?? ""
    if scores.contains(where: \.isNaN) { return "a score\(line) is nan" }
    if scores.contains(.infinity) {
      return "a score\(line) is inf\(reckoning ? ": inf / inf" : "")"
    }
    let isMasked = !scores.isEmpty && scores.allSatisfy { $0 == -.infinity }
    return isMasked ? "every score\(line) is -inf\(reckoning ? ": 0 / 0" : "")" : nil
  }

  /// The vector that all its entries are of.
  private var vectorName: String? {
    var names: Set<String?> = []
    forEachLeaf { names.insert($0.position.count == 1 ? $0.name : nil) }
    return names.count == 1 ? names.first ?? nil : nil
  }

  /// Sums and products with what is multiplied reckoned up, `1.84×0.54 + 0.86×0.42`, and what e is raised to,
  /// `e^-9 / (e^-9 + e^0)`; nil where that changes nothing.
  func withFactorsReckoned(_ names: EntryNames) -> Arithmetic? {
    switch self {
    case .call("exp", let arguments):
      guard arguments.count == 1, arguments[0].isCompound else { return nil }
      return .call("exp", [arguments[0].reckonedUp(names)])
    case .sum(let terms):
      let simpler = terms.map { $0.withFactorsReckoned(names) }
      guard simpler.contains(where: { $0 != nil }) else { return nil }
      return .sum(zip(terms, simpler).map { $1 ?? $0 })
    case .product(let factors):
      guard factors.contains(where: \.isCompound) else { return nil }
      return .product(factors.map { $0.isCompound ? $0.reckonedUp(names) : $0 })
    case .quotient(let above, let below):
      let (a, b) = (above.withFactorsReckoned(names), below.withFactorsReckoned(names))
      return a == nil && b == nil ? nil : .quotient(a ?? above, b ?? below)
    default: return nil
    }
  }

  private var isCompound: Bool {
    switch self {
    case .number, .entry, .rest, .step: false
    case .negate(let x): x.isCompound
    case .sum, .difference, .product, .quotient, .power, .call: true
    }
  }

  /// As a number; of whole numbers bare.
  private func reckonedUp(_ names: EntryNames) -> Arithmetic {
    let value = evaluated(leaf: \.value)
    var isWhole = value == value.rounded()
    forEachLeaf { isWhole = isWhole && $0.trace.dtype(names) == .int64 }
    if isWhole { return .number(value) }
    let tensor = Tensor(scalar: value)
    return .entry(TracedEntry(trace: Trace(tensor, origin: .opaque("")), position: []))
  }
}

extension Arithmetic {
  /// Whether it is a quotient with an exponential in it.
  var hasExponentials: Bool {
    guard case .quotient(let a, let b) = self else { return false }
    return a.mentionsExponential || b.mentionsExponential
  }

  private var mentionsExponential: Bool {
    switch self {
    case .call("exp", _): true
    case .sum(let parts), .product(let parts): parts.contains(where: \.mentionsExponential)
    default: false
    }
  }
}

extension TracedEntry {
  /// The row or column of a matrix along which an axis runs: "row cat".
  fileprivate func line(along axis: Int?, _ names: EntryNames) -> String? {
    guard let axis, let name, position.count == 2 else { return nil }
    let isRow = axis == -1 || axis == 1
    let label = names.index(name, position[isRow ? 0 : 1], axis: isRow ? 0 : 1, rank: 2)
    return "\(isRow ? "row" : "column") \(label)"
  }
}
