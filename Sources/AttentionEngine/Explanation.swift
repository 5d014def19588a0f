/// How one entry of a result was computed: one or more named passes, the last of which gives it.
///
/// A softmax has three passes (the maximum of the row, the sum of the exponentials, the quotient);
/// a product of matrices has one.
package struct Explanation<Leaf> {
  package struct Pass {
    /// What the pass is for: "maximum of the row", "sum of the exponentials".
    package let name: String
    package let arithmetic: Arithmetic<Leaf>
    package let value: Double

    package init(name: String, arithmetic: Arithmetic<Leaf>, value: Double) {
      self.name = name
      self.arithmetic = arithmetic
      self.value = value
    }
  }

  /// In the order in which they are computed; never empty.
  package let passes: [Pass]
  /// Why the entry is what it is where arithmetic does not say it: "masked: weight 0".
  package let remark: String?

  package init(passes: [Pass], remark: String? = nil) {
    precondition(!passes.isEmpty, "an explanation has at least one pass")
    self.passes = passes
    self.remark = remark
  }

  /// The pass that gives the entry.
  package var result: Pass { passes[passes.count - 1] }
}

extension Explanation.Pass: Equatable where Leaf: Equatable {}
extension Explanation.Pass: Sendable where Leaf: Sendable {}
extension Explanation: Equatable where Leaf: Equatable {}
extension Explanation: Sendable where Leaf: Sendable {}

extension Explanation {
  /// An explanation of one pass.
  init(_ name: String, _ arithmetic: Arithmetic<Leaf>, _ value: Double, remark: String? = nil) {
    self.init(
      passes: [Pass(name: name, arithmetic: arithmetic, value: value)], remark: remark)
  }
}

package enum ExplanationLimit {
  /// Terms of a sum, or arguments of a function, that are spelt out.
  package static let terms = 1024
}
