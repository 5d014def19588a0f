import AttentionEngine

// How the arithmetic of an entry falls apart into branches.

extension Arithmetic<TracedEntry> {
  /// The longest sum or list of arguments in it.
  var longestList: [Arithmetic] {
    switch self {
    case .number, .entry, .rest, .step: []
    case .sum(let terms): terms
    case .call(_, let arguments) where arguments.count > 1: arguments
    case .call(_, let parts), .product(let parts):
      parts.map(\.longestList).reduce([]) { $0.count < $1.count ? $1 : $0 }
    case .negate(let x): x.longestList
    case .difference(let a, let b), .quotient(let a, let b), .power(let a, let b):
      [a.longestList, b.longestList].reduce([]) { $0.count < $1.count ? $1 : $0 }
    }
  }

  /// Whether it is more than a number or a product of numbers.
  var isFunction: Bool {
    switch self {
    case .number, .entry, .rest, .step: false
    case .product(let factors): factors.contains(where: \.isFunction)
    case .negate(let x): x.isFunction
    case .sum, .difference, .quotient, .power, .call: true
    }
  }

  /// What stands beside a list that is told by itself: functions as they are, and the numbers that stand in none.
  ///
  /// A function that the list stands in is no part of it: what it comes to is the number above.
  func beside(_ list: [Arithmetic]) -> (functions: [Arithmetic], numbers: [Arithmetic]) {
    switch self {
    case .number: return ([], [])
    case .entry, .rest, .step: return ([], [self])
    case .sum(let parts) where parts.isSame(as: list): return ([], [])
    case .call(_, let parts) where parts.isSame(as: list): return ([], [])
    case .call(_, let parts):
      return holds(list) ? Self.beside(list, in: parts) : ([self], [])
    case .sum(let parts), .product(let parts): return Self.beside(list, in: parts)
    case .negate(let x): return x.beside(list)
    case .difference(let a, let b), .quotient(let a, let b), .power(let a, let b):
      return Self.beside(list, in: [a, b])
    }
  }

  private static func beside(
    _ list: [Arithmetic], in parts: [Arithmetic]
  ) -> (functions: [Arithmetic], numbers: [Arithmetic]) {
    let all = parts.map { $0.beside(list) }
    return (all.flatMap(\.functions), all.flatMap(\.numbers))
  }

  /// Whether the list is the terms of a sum, or the arguments of a function, somewhere in it.
  private func holds(_ list: [Arithmetic]) -> Bool {
    switch self {
    case .number, .entry, .rest, .step: false
    case .sum(let parts), .call(_, let parts):
      parts.isSame(as: list) || parts.contains { $0.holds(list) }
    case .product(let parts): parts.contains { $0.holds(list) }
    case .negate(let x): x.holds(list)
    case .difference(let a, let b), .quotient(let a, let b), .power(let a, let b):
      a.holds(list) || b.holds(list)
    }
  }

  var hasSteps: Bool {
    var found = false
    forEachStep { _ in found = true }
    return found
  }

  var isProduct: Bool { if case .product = self { true } else { false } }

  /// Whether it is the same arithmetic of the same entries.
  func isSame(as other: Arithmetic) -> Bool {
    switch (self, other) {
    case (.number(let a), .number(let b)): return a == b
    case (.entry(let a), .entry(let b)): return a.trace === b.trace && a.position == b.position
    case (.step(let a, _), .step(let b, _)): return a == b
    case (.rest(let a, let x), .rest(let b, let y)): return a == b && x == y
    case (.negate(let a), .negate(let b)): return a.isSame(as: b)
    case (.sum(let a), .sum(let b)), (.product(let a), .product(let b)): return a.isSame(as: b)
    case (.call(let f, let a), .call(let g, let b)): return f == g && a.isSame(as: b)
    case (.difference(let a, let b), .difference(let c, let d)),
      (.quotient(let a, let b), .quotient(let c, let d)),
      (.power(let a, let b), .power(let c, let d)):
      return a.isSame(as: c) && b.isSame(as: d)
    default: return false
    }
  }
}

extension [Arithmetic<TracedEntry>] {
  /// Whether each is the same arithmetic of the same entries as its counterpart.
  func isSame(as other: [Arithmetic<TracedEntry>]) -> Bool {
    count == other.count && zip(self, other).allSatisfy { $0.isSame(as: $1) }
  }
}
