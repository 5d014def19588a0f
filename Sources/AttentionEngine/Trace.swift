/// An array together with how it was computed: a node of the graph from the inputs to a result.
///
/// Operands are kept so that any entry can be explained later; a node never changes.
package final class Trace: Sendable {
  package enum Origin: Sendable {
    /// A number or list as written in the text.
    case literal
    /// The same of truth values: True and False as written, or a mask.
    case truths
    /// The value that a name stands for; its one operand, if any, is how that value was computed.
    case name(String)
    case operation(any Operation)
    /// Computed, but how is not kept: a loop that went on for too long.
    case opaque(String)
  }

  package let value: Tensor<Double>
  package let origin: Origin
  package let operands: Operands
  /// The longest way down to a node without operands.
  package let depth: Int
  /// Entries held by this node and all below it, shared ones counted each time.
  package let retainedEntries: Int

  package static let depthLimit = 200
  package static let retainedLimit = 8_000_000

  package init(_ value: Tensor<Double>, origin: Origin, operands: Operands = .none) {
    var deepest = 0
    var retained = value.count
    for operand in operands {
      deepest = max(deepest, operand.depth)
      retained &+= operand.retainedEntries
    }
    let depth = 1 + deepest
    let keeps = depth <= Trace.depthLimit && retained <= Trace.retainedLimit
    self.value = value
    if keeps || operands.isEmpty {
      self.origin = origin
      self.operands = operands
      self.depth = depth
      self.retainedEntries = retained
      return
    }
    // What a name stands for stays below it, though not how it was computed: a name without operands is an input.
    switch origin {
    case .name(let name):
      self.origin = origin
      self.operands = Operands(Trace(value, origin: .opaque(name)))
    case .operation(let operation):
      self.origin = .opaque(operation.name)
      self.operands = .none
    case .literal, .truths, .opaque:
      self.origin = origin
      self.operands = .none
    }
    self.depth = 1 + self.operands.count
    self.retainedEntries = value.count
  }

  package var shape: [Int] { value.shape }
}

extension Trace.Origin {
  /// Whether it stands in the text, or is made of nothing but sizes.
  package var isLiteral: Bool {
    switch self {
    case .literal, .truths: true
    case .name, .operation, .opaque: false
    }
  }
}

/// One entry of one array on the way from a result down to the inputs.
package struct TracedEntry: Sendable {
  package let trace: Trace
  package let position: [Int]

  package init(trace: Trace, position: [Int]) {
    self.trace = trace
    self.position = position
  }

  package var value: Double { trace.value[position] }

  /// The name that the array is known by, where it has one.
  package var name: String? {
    if case .name(let name) = trace.origin { name } else { nil }
  }
}
