import CellLanguage

/// An axis from a round number to a round number, with one in the middle.
struct PlotScale: Hashable {
  let low: Double
  let step: Double

  var high: Double { low + 2 * step }
  var ticks: [Double] { [low, low + step, high] }

  /// The axis that holds some numbers; zero with it, unless all are close together and far away from it.
  init(holding numbers: [Double]) {
    let finite = numbers.filter(\.isFinite)
    var least = finite.min() ?? 0
    var most = finite.max() ?? 1
    if least > 0, least < most / 2 { least = 0 }
    if most < 0, most > least / 2 { most = 0 }
    if least == most {
      least = min(0, least)
      most = least < 0 ? 0 : max(1, most)
    }
    // What is beyond any drawing counts as the largest that can be reckoned with.
    least = max(least, -1e300)
    most = min(most, 1e300)
    var step = Self.round((most - least) / 2)
    var low = (least / step).rounded(.down) * step
    while low + 2 * step < most {
      step = Self.round(step * 1.01)
      low = (least / step).rounded(.down) * step
    }
    self.low = low
    self.step = step
  }

  /// The next of 1, 2, 2.5 and 5 times a power of ten.
  private static func round(_ number: Double) -> Double {
    guard number > 1e-300 else { return 1e-300 }
    var power = 1.0
    while power * 10 <= number { power *= 10 }
    while power > number { power /= 10 }
    let factors = [1, 2, 2.5, 5, 10]
    return (factors.first { $0 * power >= number * (1 - 1e-9) } ?? 10) * power
  }

  /// Where a number stands between the ends, 0 to 1; nil for what is no number.
  func share(_ number: Double) -> Double? {
    guard number.isFinite else { return nil }
    return max(0, min(1, (number - low) / (high - low)))
  }

  /// The ticks as text, the highest first.
  var labels: [String] {
    for digits in 0...6 {
      let numbers = MatrixNumbers(for: ticks, digits: digits)
      let texts = ticks.reversed().map { numbers.text($0) }
      let isExact = zip(ticks.reversed(), texts).allSatisfy {
        abs((Double($1) ?? .nan) - $0) <= step * 1e-6
      }
      if isExact || digits == 6 { return texts }
    }
    return []
  }
}
