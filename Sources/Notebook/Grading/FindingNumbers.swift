import AttentionEngine
import CellLanguage

/// Numbers of a finding, with so many digits that expected and found look different.
enum FindingNumbers {
  static func texts(
    _ expected: Double, _ expectedType: DType, _ found: Double, _ foundType: DType, digits: Int
  ) -> (expected: String, found: String) {
    for digits in min(max(digits, 0), 17)...17 {
      let texts = (text(expected, expectedType, digits), text(found, foundType, digits))
      // 0.004 says more than 4.0e-03.
      if digits < 6, texts.0.contains("e-") || texts.1.contains("e-") { continue }
      if texts.0 != texts.1, Double(texts.0) != Double(texts.1) || digits > 15 { return texts }
    }
    return (ValueText.number(expected, expectedType), ValueText.number(found, foundType))
  }

  static func text(_ number: Double, _ type: DType, _ digits: Int) -> String {
    switch type {
    case .bool: number == 0 ? "False" : "True"
    case .int64: ValueText.number(number, .int64)
    case .float64: ShownNumber.computed(number, digits: digits, atMost: 0)
    }
  }

  /// The decimals with which a tolerance can be told: 3 for 0.005.
  static func digits(of tolerance: Double) -> Int {
    guard tolerance > 0 else { return 0 }
    var digits = 0
    var unit = 1.0
    while unit > tolerance * 1.000_001, digits < 12 {
      unit /= 10
      digits += 1
    }
    return digits
  }
}
