/// How one entry of a result was computed: one or more named passes, the last of which gives it.
///
/// A softmax has three passes (the maximum of the row, the sum of the exponentials, the quotient);
/// a product of matrices has one. A pass may take the value of an earlier one, as `Arithmetic.step`.
package struct Explanation<Leaf> {
  package struct Pass {
    /// What the pass is for: "maximum of the row", "sum of the exponentials".
    package let name: PassName<Leaf>
    package let arithmetic: Arithmetic<Leaf>
    package let value: Double
    package let kind: NumberKind
    /// Why it has no say, where it has none.
    package let remark: PassName<Leaf>?

    package init(
      name: PassName<Leaf>, arithmetic: Arithmetic<Leaf>, value: Double,
      kind: NumberKind = .real, remark: PassName<Leaf>? = nil
    ) {
      self.name = name
      self.arithmetic = arithmetic
      self.value = value
      self.kind = kind
      self.remark = remark
    }
  }

  /// In the order in which they are told, the one that gives the entry last; never empty.
  package let passes: [Pass]
  /// What would have taken part, had it not been masked: told, but without a say in the entry.
  package let asides: [Pass]
  /// Why the entry is what it is where arithmetic does not say it: "masked: weight 0".
  package let remark: PassName<Leaf>?
  /// What decided which entries took part, or that it is this one: those of a mask, a condition, each once.
  package let conditions: [Leaf]
  /// What has a say in the entry though it isn't told: the other entries of a mask, the nearer pairs of `allclose`.
  package let silent: [Leaf]

  package init(
    passes: [Pass], asides: [Pass] = [], remark: PassName<Leaf>? = nil, conditions: [Leaf] = [],
    silent: [Leaf] = []
  ) {
    precondition(!passes.isEmpty, "an explanation has at least one pass")
    self.passes = passes
    self.asides = asides
    self.remark = remark
    self.conditions = conditions
    self.silent = silent
  }

  /// The pass that gives the entry.
  package var result: Pass { passes[passes.count - 1] }
}

/// How a number is to be written.
package enum NumberKind: Hashable, Sendable {
  case real
  /// A count or a place.
  case whole
  /// 0 or 1, for False and True.
  case truth
}

extension Explanation.Pass: Equatable where Leaf: Equatable {}
extension Explanation.Pass: Sendable where Leaf: Sendable {}
extension Explanation: Equatable where Leaf: Equatable {}
extension Explanation: Sendable where Leaf: Sendable {}

extension Explanation {
  /// An explanation of one pass.
  init(
    _ name: PassName<Leaf>, _ arithmetic: Arithmetic<Leaf>, _ value: Double,
    kind: NumberKind = .real, remark: PassName<Leaf>? = nil
  ) {
    self.init(
      passes: [Pass(name: name, arithmetic: arithmetic, value: value, kind: kind)], remark: remark)
  }
}

package enum ExplanationLimit {
  /// Terms of a sum, or arguments of a function, that are spelt out.
  package static let terms = 1024
}
