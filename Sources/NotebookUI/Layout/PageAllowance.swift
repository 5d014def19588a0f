/// What a page is given beyond what it must have, wherever all of the step then still fits.
struct PageAllowance: Hashable {
  /// Whether the tokens of a flow are set apart, so that its lines can be told from one another more easily.
  var isTall = false
  /// Whether lines are kept free for what answers will bring.
  var reserves = true

  /// What is tried for a step, the most first; of what is given up, the last is given up first.
  static func all(hasFlow: Bool) -> [PageAllowance] {
    var first = PageAllowance()
    first.isTall = true
    var fewer = PageAllowance()
    fewer.reserves = false
    return (hasFlow ? [first] : []) + [PageAllowance(), fewer]
  }
}
