import AttentionEngine
import CellLanguage

// What the lines of a derivation are called that have no name of their own, and why they are what they are.

extension DerivationWriter {
  /// Longer formulas are called by what they do.
  static let longestFormula = 32

  /// A pass that doesn't say itself what it is of is told with the row or column that it goes along.
  func label(_ pass: Explanation<TracedEntry>.Pass, short: Bool) -> String {
    let name = Self.word(for: names.text(pass.name))
    if short || pass.name.namesRows || pass.arithmetic.hasProducts { return name }
    let joint = pass.kind == .whole ? "in" : "of"
    return name + (EntryLine(pass.arithmetic).map { " \(joint) \($0.text(names))" } ?? "")
  }

  /// A number without a name: by its formula where that is short, else by what it is for.
  func unnamed(_ entry: TracedEntry) -> String {
    let explanation = entry.trace.explanation(at: entry.position)
    let result = explanation.result
    let name = label(result, short: false)
    if result.name.namesRows || name.hasSuffix("]") { return name }
    let isCall = name.hasSuffix("(…)")
    let isSum = result.name.plain == "add" || result.name.plain == "sum of products"
    if isSum, !result.arithmetic.hasNames, !entry.position.isEmpty { return place(of: entry) }
    let formula =
      result.arithmetic.hasNames
      ? written(result.arithmetic, explanation.passes, .names)
      : isCall ? "" : stages(entry).working(width: Self.longestFormula, formula: false)
    if !formula.isEmpty, DisplayWidth.of(formula) <= Self.longestFormula { return formula }
    if isCall { return names.entry(name, entry.position) }
    return isSum && !entry.position.isEmpty ? place(of: entry) : name
  }

  /// Which of an array's numbers it is: `the · cat` by the rows and columns that it was multiplied from, else by its
  /// indices, `row 0 · column 3`.
  private func place(of entry: TracedEntry) -> String {
    let (row, column) = names.factors(of: entry)
    let indices = entry.position.map(String.init)
    switch indices.count {
    case 0: return ""
    case 1: return row ?? column ?? "number " + indices[0]
    case 2: return (row ?? "row " + indices[0]) + " · " + (column ?? "column " + indices[1])
    default: return "number [" + indices.joined(separator: ", ") + "]"
    }
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
      let text = entry.name.flatMap { formula(of: $0) }?.conditionOfWhere
      return choice.words(writer(.names), text: text).first
    }
    if let softmax = operation as? Softmax {
      if entry.value == 0, arithmetic.isPowerOfMinusInfinity { return "masked: e^-inf is 0" }
      let reason = arithmetic.reasonForNaN(names, of: entry, along: softmax.axis, reckoning: false)
      if let reason { return reason }
    }
    if operation is Assemble, case .number = arithmetic { return "so in the formula" }
    return joined(
      [explanation.remark.map(names.text)] + explanation.wordsOfAside(digits: digits))
  }

  private func writer(_ leaves: ArithmeticWriter.Leaves) -> ArithmeticWriter {
    ArithmeticWriter(leaves: leaves, names: names, notation: notation)
  }
}

extension Arithmetic<TracedEntry> {
  /// Whether entries are multiplied with one another: they are more than the entries of a line then.
  var hasProducts: Bool {
    switch self {
    case .number, .entry, .rest, .step, .power: false
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

  /// Whether it answers with True or False.
  func isTruth(_ names: EntryNames) -> Bool {
    switch self {
    case .entry(let entry): entry.trace.dtype(names) == .bool
    case .call(let name, _): Trace.answersTruths(name)
    default: false
    }
  }
}
