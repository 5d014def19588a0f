/// The numbers of one matrix, written alike so that their points stand under one another.
package struct MatrixNumbers: Hashable, Sendable {
  package enum Notation: Hashable, Sendable {
    case fixed, scientific
  }

  package let notation: Notation
  /// Decimals behind the point.
  package let digits: Int

  /// Chooses the notation that shows these numbers: powers of ten where the largest would be too long,
  /// or where all of them would be shown as zero.
  package init(for numbers: [Double], digits: Int) {
    let sizes = numbers.lazy.filter { $0.isFinite && $0 != 0 }.map(\.magnitude)
    let largest = sizes.max() ?? 1
    let smallestShown = (0..<max(0, digits)).reduce(1.0) { unit, _ in unit / 10 }
    self.digits = min(max(0, digits), 17)
    notation = largest >= 1e6 || largest < smallestShown / 2 ? .scientific : .fixed
  }

  /// One number in this notation, unpadded; `inf`, `-inf` and `nan` as Python has them.
  package func text(_ number: Double) -> String {
    guard number.isFinite else { return PythonFloat.repr(number) }
    return PythonFloat.printf(number, notation == .fixed ? "f" : "e", precision: digits)
  }

  /// All numbers, padded on the left to one width.
  package func aligned(_ numbers: [Double]) -> [String] {
    let texts = numbers.map(text)
    let width = texts.map(\.utf8.count).max() ?? 0
    return texts.map { String(repeating: " ", count: width - $0.utf8.count) + $0 }
  }
}
