import AttentionEngine
import CellLanguage

// What the lines of a derivation are called that have no name of their own, and why they are what they are.

extension DerivationWriter {
  /// Longer formulas are called by what they do.
  static let longestFormula = 32

  /// `maximum of row cat of S`, `score of key cat`.
  func label(
    _ pass: Explanation<TracedEntry>.Pass, of entry: TracedEntry, short: Bool
  ) -> String {
    if short || pass.arithmetic.hasProducts { return name(of: pass, entry) }
    let line = EntryLine(pass.arithmetic).map { " of \($0.text(names))" } ?? ""
    return Self.word(for: pass.name) + line
  }

  /// A pass that speaks of a key by its number calls it as the keys' own rows are called: `score of key cat`.
  private func name(of pass: Explanation<TracedEntry>.Pass, _ entry: TracedEntry) -> String {
    let lead = "score of key "
    guard pass.name.hasPrefix(lead), let key = Int(pass.name.dropFirst(lead.count)) else {
      return Self.word(for: pass.name)
    }
    return lead + (label(ofKey: key, in: pass) ?? columnLabel(ofKey: key, entry) ?? String(key))
  }

  /// The label that a key has in the array of the keys.
  private func label(ofKey key: Int, in pass: Explanation<TracedEntry>.Pass) -> String? {
    var keys: TracedEntry?
    pass.arithmetic.forEachLeaf { entry in
      // The query's entries come first, the key's behind them.
      if entry.name != nil, entry.position.dropLast().last == key { keys = entry }
    }
    guard let keys, let array = keys.name else { return nil }
    return names.label(array, key, axis: keys.position.count - 2, rank: keys.position.count)
  }

  /// The label that a key has among the columns of the weights.
  private func columnLabel(ofKey key: Int, _ weight: TracedEntry) -> String? {
    guard case .operation(let operation) = weight.trace.computation.origin,
      operation is AttentionWeights, let array = weight.name
    else { return nil }
    return names.label(array, key, axis: weight.position.count - 1, rank: weight.position.count)
  }

  /// A number without a name: by its formula where that is short, else by what it is for.
  func unnamed(_ entry: TracedEntry) -> String {
    let passes = entry.trace.explanation(at: entry.position).passes
    let result = passes[passes.count - 1]
    if case .operation(let operation) = entry.trace.computation.origin,
      operation is AttentionWeights, let key = entry.position.last
    {
      let score = passes.first { $0.name == "score of key \(key)" }
      return "weight of key " + (score.flatMap { label(ofKey: key, in: $0) } ?? String(key))
    }
    let hasNames = result.arithmetic.hasNames
    let formula =
      hasNames
      ? written(result.arithmetic, .names)
      : stages(entry).working(width: Self.longestFormula, formula: false)
    let isShort = !formula.isEmpty && DisplayWidth.of(formula) <= Self.longestFormula
    return isShort ? formula : label(result, of: entry, short: false)
  }

  /// Operations are verbs to the engine; what they give has names of its own.
  private static func word(for pass: String) -> String {
    switch pass {
    case "add": "sum"
    case "subtract": "difference"
    case "multiply": "product"
    case "divide": "quotient"
    default: pass
    }
  }

  /// Why an entry is what it is, where its arithmetic doesn't say so.
  func why(_ entry: TracedEntry) -> String? {
    guard !entry.trace.isInput, case .operation(let operation) = entry.trace.computation.origin
    else { return nil }
    let explanation = entry.trace.explanation(at: entry.position)
    let arithmetic = explanation.result.arithmetic
    if let choice = Passage.Choice(operation, explanation) {
      return choice.words(writer(.names)).first
    }
    if let softmax = operation as? Softmax {
      if entry.value == 0, arithmetic.isPowerOfMinusInfinity { return "masked: e^-inf is 0" }
      let reason = arithmetic.reasonForNaN(names, of: entry, along: softmax.axis, reckoning: false)
      if let reason { return reason }
    }
    if operation is Assemble, case .number = arithmetic { return "so in the formula" }
    return explanation.remark
  }

  private func writer(_ leaves: ArithmeticWriter.Leaves) -> ArithmeticWriter {
    ArithmeticWriter(leaves: leaves, names: names, notation: notation)
  }
}

extension Arithmetic<TracedEntry> {
  /// Whether entries are multiplied with one another: they are more than the entries of a line then.
  var hasProducts: Bool {
    switch self {
    case .number, .entry, .rest, .power: false
    case .product: true
    case .sum(let parts), .call(_, let parts): parts.contains(where: \.hasProducts)
    case .negate(let x): x.hasProducts
    case .difference(let a, let b), .quotient(let a, let b): a.hasProducts || b.hasProducts
    }
  }

  var hasNames: Bool {
    var found = false
    forEachLeaf { found = found || $0.name != nil }
    return found
  }

  /// Whether it is of numbers without an entry that were computed on the way, not written in the formula.
  var isReckoned: Bool {
    var hasEntries = false
    forEachLeaf { _ in hasEntries = true }
    return !hasEntries && !isOfWholeNumbers
  }

  private var isOfWholeNumbers: Bool {
    switch self {
    case .number(let number): number == number.rounded()
    case .entry: false
    case .rest: true
    case .negate(let x): x.isOfWholeNumbers
    case .sum(let parts), .product(let parts), .call(_, let parts):
      parts.allSatisfy(\.isOfWholeNumbers)
    case .difference(let a, let b), .quotient(let a, let b), .power(let a, let b):
      a.isOfWholeNumbers && b.isOfWholeNumbers
    }
  }

  /// Whether it answers with True or False.
  func isTruth(_ names: EntryNames) -> Bool {
    switch self {
    case .entry(let entry): entry.trace.dtype(names) == .bool
    case .call(let name, _): Trace.answersTruths(name)
    default: false
    }
  }

  /// e to the power of minus infinity, over something.
  fileprivate var isPowerOfMinusInfinity: Bool {
    guard case .quotient(.call("exp", let arguments), _) = self,
      case .difference(.entry(let score), _)? = arguments.first
    else { return false }
    return score.value == -.infinity
  }
}
