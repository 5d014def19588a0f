#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Arithmetic {
  /// What it comes to when each leaf has the value that the function gives it.
  package func evaluated(leaf: (Leaf) -> Double) -> Double {
    switch self {
    case .number(let number): number
    case .rest(_, let value), .step(_, let value): value
    case .entry(let entry): leaf(entry)
    case .negate(let x): -x.evaluated(leaf: leaf)
    case .sum(let terms): terms.map { $0.evaluated(leaf: leaf) }.total(+, empty: 0)
    case .product(let factors): factors.map { $0.evaluated(leaf: leaf) }.total(*, empty: 1)
    case .difference(let a, let b): a.evaluated(leaf: leaf) - b.evaluated(leaf: leaf)
    case .quotient(let a, let b): a.evaluated(leaf: leaf) / b.evaluated(leaf: leaf)
    case .power(let a, let b): pow(a.evaluated(leaf: leaf), b.evaluated(leaf: leaf))
    case .call(let name, let arguments):
      calculate(name, arguments.map { $0.evaluated(leaf: leaf) })
    }
  }

  /// Every leaf, from left to right; one that stands in several places comes several times.
  package func forEachLeaf(_ body: (Leaf) -> Void) {
    switch self {
    case .number, .rest, .step: break
    case .entry(let entry): body(entry)
    case .negate(let x): x.forEachLeaf(body)
    case .sum(let parts), .product(let parts), .call(_, let parts):
      for part in parts { part.forEachLeaf(body) }
    case .difference(let a, let b), .quotient(let a, let b), .power(let a, let b):
      a.forEachLeaf(body)
      b.forEachLeaf(body)
    }
  }

  /// The same arithmetic with something else in the place of each leaf.
  package func replacingLeaves<Other>(
    _ replacement: (Leaf) -> Arithmetic<Other>
  ) -> Arithmetic<Other> {
    switch self {
    case .number(let number): .number(number)
    case .rest(let count, let value): .rest(count: count, value: value)
    case .step(let index, let value): .step(index, value: value)
    case .entry(let entry): replacement(entry)
    case .negate(let x): .negate(x.replacingLeaves(replacement))
    case .sum(let terms): .sum(terms.map { $0.replacingLeaves(replacement) })
    case .product(let factors): .product(factors.map { $0.replacingLeaves(replacement) })
    case .difference(let a, let b):
      .difference(a.replacingLeaves(replacement), b.replacingLeaves(replacement))
    case .quotient(let a, let b):
      .quotient(a.replacingLeaves(replacement), b.replacingLeaves(replacement))
    case .power(let a, let b):
      .power(a.replacingLeaves(replacement), b.replacingLeaves(replacement))
    case .call(let name, let arguments):
      .call(name, arguments.map { $0.replacingLeaves(replacement) })
    }
  }

  /// The passes that it takes the value of, from left to right.
  package func forEachStep(_ body: (Int) -> Void) {
    switch self {
    case .number, .rest, .entry: break
    case .step(let index, _): body(index)
    case .negate(let x): x.forEachStep(body)
    case .sum(let parts), .product(let parts), .call(_, let parts):
      for part in parts { part.forEachStep(body) }
    case .difference(let a, let b), .quotient(let a, let b), .power(let a, let b):
      a.forEachStep(body)
      b.forEachStep(body)
    }
  }

  /// The same arithmetic as part of an explanation in which so many passes stand before its own.
  func movingSteps(by count: Int) -> Arithmetic {
    if count == 0 { return self }
    switch self {
    case .number, .rest, .entry: return self
    case .step(let index, let value): return .step(index + count, value: value)
    case .negate(let x): return .negate(x.movingSteps(by: count))
    case .sum(let terms): return .sum(terms.map { $0.movingSteps(by: count) })
    case .product(let factors): return .product(factors.map { $0.movingSteps(by: count) })
    case .difference(let a, let b):
      return .difference(a.movingSteps(by: count), b.movingSteps(by: count))
    case .quotient(let a, let b):
      return .quotient(a.movingSteps(by: count), b.movingSteps(by: count))
    case .power(let a, let b): return .power(a.movingSteps(by: count), b.movingSteps(by: count))
    case .call(let name, let parts): return .call(name, parts.map { $0.movingSteps(by: count) })
    }
  }

  /// So many terms or arguments; beyond the limit the others stand as one, with the value that the function gives them.
  static func list(
    of count: Int, _ item: (Int) -> Arithmetic, rest: (Range<Int>) -> Double
  ) -> [Arithmetic] {
    guard count > ExplanationLimit.terms else { return (0..<count).map(item) }
    let others = ExplanationLimit.terms..<count
    return (0..<ExplanationLimit.terms).map(item)
      + [.rest(count: others.count, value: rest(others))]
  }
}

extension [Double] {
  /// All of them joined; beginning with the first so that a zero keeps its sign.
  fileprivate func total(_ join: (Double, Double) -> Double, empty: Double) -> Double {
    isEmpty ? empty : dropFirst().reduce(self[0], join)
  }
}

/// A function of `Arithmetic.call` applied to its arguments.
private func calculate(_ name: String, _ arguments: [Double]) -> Double {
  switch name {
  case "pi": return .pi
  case "float": return arguments[0]
  case "erf": return errorFunction(arguments[0])
  case "round":
    let decimals = arguments.count > 1 ? Int(exactly: arguments[1]) ?? 0 : 0
    return Round(decimals: decimals).rounded(arguments[0])
  case "count_nonzero": return Double(arguments.count { $0 != 0 })
  case "maximum": return arguments.total(larger, empty: -.infinity)
  case "minimum": return arguments.total(smaller, empty: .infinity)
  // The first argument says which of the sorted others.
  case "sort", "argsort":
    let (place, lane) = (Int(exactly: arguments[0]) ?? 0, Array(arguments.dropFirst()))
    let index = sortedIndices(of: lane)[place]
    return name == "sort" ? lane[index] : Double(index)
  default:
    if let function = UnaryFunction(rawValue: name), arguments.count == 1 {
      return function(arguments[0])
    }
    if let function = BinaryFunction(rawValue: name), arguments.count == 2 {
      return function(arguments[0], arguments[1])
    }
    if let function = ReductionFunction(rawValue: name) {
      return function(arguments, ddof: 0)
    }
    return .nan
  }
}
