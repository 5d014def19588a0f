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

  /// The same with a number in the place of a list that is told by itself, where it stands first.
  func replacingList(_ list: [Arithmetic]) -> Arithmetic {
    func part(_ x: Arithmetic) -> Arithmetic { x.replacingList(list) }
    switch self {
    case .number, .entry, .rest, .step: return self
    case .sum(let terms):
      return terms.count == list.count && terms.count > 1 ? .number(0) : .sum(terms.map(part))
    case .call(let name, let terms):
      return terms.count == list.count && terms.count > 1
        ? .number(0) : .call(name, terms.map(part))
    case .product(let factors): return .product(factors.map(part))
    case .negate(let x): return .negate(part(x))
    case .difference(let a, let b): return .difference(part(a), part(b))
    case .quotient(let a, let b): return .quotient(part(a), part(b))
    case .power(let a, let b): return .power(part(a), part(b))
    }
  }

  var hasSteps: Bool {
    var found = false
    forEachStep { _ in found = true }
    return found
  }

  var isProduct: Bool { if case .product = self { true } else { false } }

  /// The functions in it that stand by themselves: `e^x` of `e^x / 3`.
  var functions: [Arithmetic] {
    switch self {
    case .number, .entry, .rest, .step: []
    case .call: [self]
    case .negate(let x): x.functions
    case .sum(let parts), .product(let parts): parts.flatMap(\.functions)
    case .difference(let a, let b), .quotient(let a, let b), .power(let a, let b):
      a.functions + b.functions
    }
  }

  /// The same with a number in the place of each of these.
  var withoutFunctions: Arithmetic {
    switch self {
    case .number, .entry, .rest, .step: self
    case .call: .number(0)
    case .negate(let x): .negate(x.withoutFunctions)
    case .sum(let parts): .sum(parts.map(\.withoutFunctions))
    case .product(let parts): .product(parts.map(\.withoutFunctions))
    case .difference(let a, let b): .difference(a.withoutFunctions, b.withoutFunctions)
    case .quotient(let a, let b): .quotient(a.withoutFunctions, b.withoutFunctions)
    case .power(let a, let b): .power(a.withoutFunctions, b.withoutFunctions)
    }
  }

  /// Whether it is the same arithmetic of the same entries.
  func isSame(as other: Arithmetic) -> Bool {
    func all(_ a: [Arithmetic], _ b: [Arithmetic]) -> Bool {
      a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1) }
    }
    switch (self, other) {
    case (.number(let a), .number(let b)): return a == b
    case (.entry(let a), .entry(let b)): return a.trace === b.trace && a.position == b.position
    case (.step(let a, _), .step(let b, _)): return a == b
    case (.rest, .rest): return false
    case (.negate(let a), .negate(let b)): return a.isSame(as: b)
    case (.sum(let a), .sum(let b)), (.product(let a), .product(let b)): return all(a, b)
    case (.call(let f, let a), .call(let g, let b)): return f == g && all(a, b)
    case (.difference(let a, let b), .difference(let c, let d)),
      (.quotient(let a, let b), .quotient(let c, let d)),
      (.power(let a, let b), .power(let c, let d)):
      return a.isSame(as: c) && b.isSame(as: d)
    default: return false
    }
  }
}
