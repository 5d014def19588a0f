/// What an operation was applied to.
///
/// One or two arrays nearly always, which are kept in place: memory of their own would cost as much as a small operation.
package struct Operands: RandomAccessCollection, Sendable {
  private enum Storage: Sendable {
    case one(Trace)
    case two(Trace, Trace)
    case many([Trace])
  }

  private let storage: Storage

  package init(_ only: Trace) {
    storage = .one(only)
  }

  package init(_ first: Trace, _ second: Trace) {
    storage = .two(first, second)
  }

  package init(_ all: [Trace]) {
    switch all.count {
    case 1: storage = .one(all[0])
    case 2: storage = .two(all[0], all[1])
    default: storage = .many(all)
    }
  }

  /// Of what was computed from nothing, or how isn't kept.
  package static let none = Operands([])

  package var startIndex: Int { 0 }

  package var endIndex: Int {
    switch storage {
    case .one: 1
    case .two: 2
    case .many(let all): all.count
    }
  }

  package subscript(index: Int) -> Trace {
    switch (storage, index) {
    case (.one(let only), 0): return only
    case (.two(let first, _), 0): return first
    case (.two(_, let second), 1): return second
    case (.many(let all), _): return all[index]
    default: preconditionFailure("an operand that there isn't")
    }
  }

  /// Entries of all of them together.
  package var entries: Int {
    switch storage {
    case .one(let only): only.value.count
    case .two(let first, let second): first.value.count + second.value.count
    case .many(let all): all.reduce(0) { $0 + $1.value.count }
    }
  }

  /// The arrays alone, without how they were computed.
  package var values: OperandValues { OperandValues(self) }
}

/// The arrays that an operation is applied to.
package struct OperandValues: RandomAccessCollection, Sendable {
  private let operands: Operands

  init(_ operands: Operands) {
    self.operands = operands
  }

  /// Arrays of which nothing is known but their entries.
  package init(_ values: [Tensor<Double>]) {
    operands = Operands(values.map { Trace($0, origin: .literal) })
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { operands.count }
  package subscript(index: Int) -> Tensor<Double> { operands[index].value }
}
