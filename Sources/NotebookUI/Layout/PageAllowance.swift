import Notebook

/// What a page is given beyond what it must have, wherever all of the step then still fits.
struct PageAllowance: Hashable {
  /// Whether whole numbers have room for the decimals that a change may bring, so that nothing moves when it does.
  var decimals = false
  /// Whether bars take columns of their own.
  var hasWideBars = false
  /// Whether results have columns for their changes against the pinned state.
  var compares = false
  /// Whether lines are kept free for what answers will bring.
  var reserves = true
  /// Whether what each check found stands below it.
  var findsAll = true

  /// What is tried for a step, the most first; of what is given up, the last is given up first.
  static func all(for reading: Reading, hasWideBars: Bool) -> [PageAllowance] {
    (reading.reservesDecimals ? [true, false] : [false]).flatMap { decimals in
      PageAllowance(decimals: decimals, hasWideBars: hasWideBars)
        .lines(comparing: reading.pin != nil)
    }
  }

  private func lines(comparing: Bool) -> [PageAllowance] {
    var lines = [self, self, self]
    lines[1].reserves = false
    lines[2].reserves = false
    lines[2].findsAll = false
    guard comparing else { return lines }
    var first = self
    first.compares = true
    return [first] + lines
  }
}
