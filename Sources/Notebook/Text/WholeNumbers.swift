package import AttentionEngine

extension Trace {
  /// The decimals that its entries are shown with, where so many are asked for.
  ///
  /// Whole numbers as they were typed stay whole beside an infinity, which makes reals of them all.
  package func decimals(_ digits: Int) -> Int {
    guard isInput, value.entries.contains(where: { !$0.isFinite }),
      value.entries.allSatisfy({ !$0.isFinite || $0.rounded() == $0 })
    else { return digits }
    return 0
  }
}
