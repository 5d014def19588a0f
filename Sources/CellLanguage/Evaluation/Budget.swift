package import AttentionEngine

/// What a run may still take: its steps, and the entries of its arrays.
///
/// Sizes are looked at before any memory is taken for them.
package struct Budget: Sendable {
  package let limits: Limits
  package private(set) var steps = 0
  /// Entries computed so far. Once they are many, how they were computed is no longer kept.
  private var entriesComputed = 0

  package init(limits: Limits) {
    self.limits = limits
  }

  /// Steps for an expression or a statement: it takes about as long as a hundred multiplications.
  static let stepsPerExpression = 100

  /// Counts steps.
  ///
  /// - Throws: where the run has none left.
  package mutating func spend(_ count: Int) throws(Fault) {
    let (total, overflow) = steps.addingReportingOverflow(max(count, 0))
    steps = overflow ? Int.max : total
    guard steps <= limits.steps else {
      throw .bound(
        "this takes more than \(grouped(limits.steps)) steps",
        help: "smaller arrays or fewer rounds of a loop; a run may take that many steps in all")
    }
  }

  /// The number of entries of a shape, its steps counted.
  ///
  /// - Throws: where it is larger than an array may be.
  package mutating func reserve(_ shape: [Int]) throws(Fault) -> Int {
    guard shape.count <= TensorLimit.rank else {
      throw .bound(
        "an array has at most \(TensorLimit.rank) axes, not \(shape.count)",
        help: "rank 4 is [batch, heads, n, d]")
    }
    guard let count = Budget.count(shape), count <= min(limits.entries, TensorLimit.entries) else {
      throw .bound(
        "an array of \(words(shape: shape)) is too large: the bound is"
          + " \(grouped(limits.entries)) entries")
    }
    entriesComputed += count
    try spend(count)
    return count
  }

  /// The product of the sizes, as if none were 0: no size is believed. Nothing where it overflows.
  private static func count(_ shape: [Int]) -> Int? {
    var count = 1
    for size in shape where size != 0 {
      guard size > 0 else { return nil }
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow else { return nil }
      count = product
    }
    return shape.contains(0) ? min(count, 0) : count
  }

  /// Applies an operation of the engine whose result has a known shape.
  ///
  /// - Parameter work: multiplications beyond the entries of the result.
  package mutating func apply(
    _ operation: any Operation, to operands: Operands, shape: [Int], work: Int = 0
  ) throws(Fault) -> Trace {
    _ = try reserve(shape)
    try spend(work)
    do {
      if entriesComputed > limits.heldEntries {
        let value = try operation.forward(operands.values)
        return Trace(value, origin: .opaque(operation.name))
      }
      return try operation.applied(to: operands)
    } catch {
      throw .tensor(error)
    }
  }

  /// Applies an operation whose result is no larger than its operands together.
  package mutating func apply(
    _ operation: any Operation, to operands: Operands
  ) throws(Fault) -> Trace {
    let work = operands.entries
    entriesComputed += work
    try spend(work)
    do {
      if entriesComputed > limits.heldEntries {
        let value = try operation.forward(operands.values)
        return Trace(value, origin: .opaque(operation.name))
      }
      return try operation.applied(to: operands)
    } catch {
      throw .tensor(error)
    }
  }

  /// Whether a list or tuple may have this many items.
  package mutating func reserveItems(_ count: Int) throws(Fault) {
    guard count <= limits.listLength else {
      throw .bound("a list may hold \(grouped(limits.listLength)) items, not \(grouped(count))")
    }
    try spend(count * Budget.stepsPerItem)
  }

  /// Steps for an item of a list, which takes memory of its own.
  static let stepsPerItem = 8

  /// The items themselves, where together they are not too much for a list or tuple.
  mutating func checked(_ items: [Value]) throws(Fault) -> [Value] {
    var weight = Value.Weight()
    for item in items { try add(item.weight, to: &weight) }
    return items
  }

  /// Adds what an item of a list weighs to the list's weight.
  mutating func add(_ item: Value.Weight, to weight: inout Value.Weight) throws(Fault) {
    weight.add(item)
    try spend(item.items)
    guard weight.items <= limits.listLength else {
      throw .bound(
        "a list may hold \(grouped(limits.listLength)) items, those of lists inside it included")
    }
    guard weight.entries <= limits.heldEntries else {
      throw .bound("the arrays of a list may hold \(grouped(limits.heldEntries)) entries together")
    }
    guard weight.depth <= limits.nesting else {
      throw .bound("lists may stand inside one another \(limits.nesting) deep")
    }
  }

  package mutating func checkString(length: Int) throws(Fault) {
    guard length <= limits.stringLength else {
      throw .bound(
        "a string may have \(grouped(limits.stringLength)) characters, not \(grouped(length))")
    }
    try spend(length)
  }
}

extension Value {
  /// What a value takes: items of lists, entries of arrays, and how deep lists stand inside one another.
  struct Weight {
    var items = 0
    var entries = 0
    var depth = 0

    mutating func add(_ other: Weight) {
      items += other.items
      entries += other.entries
      depth = max(depth, other.depth + 1)
    }
  }

  /// A list was weighed when it was made, which bounds how long this takes.
  var weight: Weight {
    switch self {
    case .array(let array): return Weight(items: 1, entries: array.tensor.count)
    case .list(let items), .tuple(let items):
      var weight = Weight(items: 1, entries: 1)
      for item in items { weight.add(item.weight) }
      return weight
    case .string(let text): return Weight(items: 1, entries: text.utf8.count / 8 + 1)
    default: return Weight(items: 1, entries: 1)
    }
  }
}
