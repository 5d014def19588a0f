import AttentionEngine

// Softmax takes the maximum off its scores to keep the exponentials from overflowing, which changes nothing in the
// quotient. So it is told as e^x / Σ e^x, where those are of a size to be read, and below that as it was computed.

extension Arithmetic {
  /// Which pass is the maximum that its exponentials have taken off, and that maximum; nil where none is.
  var shift: (step: Int, value: Double)? {
    switch self {
    case .quotient(let a, let b): a.shift ?? b.shift
    case .sum(let terms): terms.lazy.compactMap(\.shift).first
    case .call("exp", let arguments):
      if case .difference(_, .step(let step, let value))? = arguments.first {
        (step, value)
      } else {
        nil
      }
    case .difference(.difference(_, .step(let step, let value)), .call("log", _)): (step, value)
    default: nil
    }
  }

  /// Whether it can be told without the maximum that is taken off.
  var canStayUnshifted: Bool { shift.map { Self.canStay($0.value) } ?? false }

  /// e^(x − m) / Σ e^(xᵢ − m) without the m, where the exponentials are of a size to be read.
  var withoutShift: Arithmetic {
    switch self {
    case .quotient(let a, let b): .quotient(a.withoutShift, b.withoutShift)
    case .sum(let terms): .sum(terms.map(\.withoutShift))
    case .call("exp", let arguments):
      if case .difference(let x, .step(_, let shift))? = arguments.first, Self.canStay(shift) {
        .call("exp", [x])
      } else {
        self
      }
    case .difference(.difference(let x, .step(_, let shift)), .call("log", let sum)):
      Self.canStay(shift)
        ? .difference(x, .call("log", sum.map(\.withoutShift))) : self
    default: self
    }
  }

  /// Of nothing but -inf the maximum is -inf as well: 0 / 0 says more than -inf less -inf.
  private static func canStay(_ shift: Double) -> Bool {
    (-2...9).contains(shift) || shift == -.infinity
  }
}

extension Explanation<TracedEntry> {
  /// Whether it is worth telling how an entry of a softmax was computed, besides what it is.
  var tellsShift: Bool {
    guard let shift = result.arithmetic.shift else { return false }
    return result.arithmetic.canStayUnshifted && shift.value.isFinite
  }

  /// Whether a pass belongs to the maximum that is taken off: it, and what it is taken off from.
  func belongsToShift(_ index: Int) -> Bool {
    guard let shift = result.arithmetic.shift else { return false }
    return index == shift.step || passes[index].arithmetic.shift?.step == shift.step
  }
}
