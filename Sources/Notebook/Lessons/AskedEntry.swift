/// An entry that a question asks for: `A[1, 0]`, or `t`, which has none.
package struct AskedEntry: Hashable, Sendable {
  package let name: String
  /// Whole numbers, counted from the end where they are negative.
  package let indices: [Int]

  /// - Returns: nil for an expression that isn't an entry alone.
  package init?(_ expression: String) {
    let text = expression.filter { !$0.isWhitespace }
    let parts = text.split(separator: "[", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, Self.isName(first) else { return nil }
    name = String(first)
    guard parts.count == 2 else {
      indices = []
      return
    }
    guard parts[1].hasSuffix("]") else { return nil }
    let numbers = parts[1].dropLast().split(separator: ",", omittingEmptySubsequences: false)
      .map { Int($0) }
    let known = numbers.compactMap { $0 }
    guard known.count == numbers.count else { return nil }
    indices = known
  }

  private static func isName(_ text: Substring) -> Bool {
    guard let first = text.first, first.isLetter || first == "_" else { return false }
    return text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }

  /// Where it stands in an array; nil where it isn't one entry of it.
  package func position(in shape: [Int]) -> [Int]? {
    guard indices.count == shape.count else { return nil }
    let position = zip(indices, shape).map { $0 < 0 ? $0 + $1 : $0 }
    return zip(position, shape).allSatisfy { (0..<$1).contains($0) } ? position : nil
  }
}
