import AttentionEngine
import CellLanguage

/// The stages of an explain line, `subject = formula = numbers = reduced = value`, and the choice of those that fit.
struct ExplainStages {
  /// How many terms of the numbers are written.
  private enum Terms {
    case all
    case kept(Int)
    case none
  }

  private struct Choice {
    var formula = false
    var terms = Terms.none
    var reduced = false
    var remark = true
  }

  let subject: String
  let value: String
  let remark: String?
  /// What may follow the line, the longest first; the first that fits is taken.
  var afterthoughts: [String] = []

  private let arithmetic: Arithmetic<TracedEntry>
  private let writer: (ArithmeticWriter.Leaves, _ kept: Int) -> ArithmeticWriter
  private let notation: Notation
  private let digits: Int
  private let show: (Double) -> String
  private let hasFormula: Bool
  private let isExponential: Bool

  /// - Parameter shifted: whether the maximum that a softmax takes off stands in its exponentials whatever it is.
  init(
    trace: Trace, name: String?, position: [Int], names: EntryNames, notation: Notation,
    digits: Int, dtype: DType, isInput: Bool, shifted: Bool = false
  ) {
    let explanation = trace.explanation(at: position)
    let operation: (any Operation)? =
      if case .operation(let operation) = trace.computation.origin { operation } else { nil }
    let isSoftmax =
      operation is Softmax || operation is LogSoftmax || operation is AttentionWeights
    // The weights of an attention that is one step have no names: they stand as numbers.
    let isAttention = operation is AttentionWeights || operation is Attention
    hasFormula = !isSoftmax && !isAttention
    arithmetic =
      isSoftmax && !shifted
      ? explanation.result.arithmetic.withoutShift : explanation.result.arithmetic
    isExponential = arithmetic.hasExponentials
    writer = {
      ArithmeticWriter(
        leaves: $0, names: names, notation: notation, keptTerms: $1,
        numbersAreComputed: isAttention, isWhole: dtype == .int64)
    }
    show = ShownNumber.entries(of: trace.value, digits: digits, dtype: dtype)
    subject = names.entry(name ?? trace.ownName, position)
    value = show(trace.value[position])
    (self.notation, self.digits) = (notation, digits)
    // Which side of a `where` was taken is worth less than the numbers.
    let isSelection = operation is Where
    remark =
      isInput ? "an input" : trace.isInput || isSelection ? nil : explanation.remark
    afterthoughts = isSelection ? [explanation.remark].compactMap { $0 } : []
    if let line = EntryLine(arithmetic), isSoftmax { afterthoughts = [line.text(names)] }
  }

  /// A step on the way to an entry, or a term of it, as numbers alone.
  init(
    _ arithmetic: Arithmetic<TracedEntry>, value: String, names: EntryNames, notation: Notation,
    digits: Int, isComputed: Bool
  ) {
    self.arithmetic = arithmetic
    self.value = value
    (self.notation, self.digits) = (notation, digits)
    (subject, remark) = ("", nil)
    (hasFormula, isExponential) = (false, arithmetic.hasExponentials)
    writer = {
      ArithmeticWriter(
        leaves: $0, names: names, notation: notation, keptTerms: $1, numbersAreComputed: isComputed)
    }
    show = { ShownNumber.computed($0, digits: digits) }
  }

  /// What stands between the entry and its value, the fullest that fits; nothing where there is no more to say.
  func working(width: Int, formula wantsFormula: Bool = true) -> String {
    let fits = { (text: String) in DisplayWidth.of(text) <= width }
    let (formula, digits) = (wantsFormula ? formula : nil, numberDigits)
    let spellsOut = leafCount <= Self.writtenLeaves
    if let sum = reckonedTerms, fits(sum) { return sum }
    for choice in Self.choices {
      if case .all = choice.terms, !spellsOut { continue }
      guard let stages = stages(choice, formula: formula, digits: digits) else { continue }
      let working = Self.joined(stages.filter { $0 != value })
      if !working.isEmpty && fits(working) { return working }
    }
    return ""
  }

  /// The fullest line that fits.
  func text(width: Int) -> String {
    let fits = { (text: String) in DisplayWidth.of(text) <= width }
    let (formula, digits) = (formula, numberDigits)
    let spellsOut = leafCount <= Self.writtenLeaves
    for choice in Self.choices {
      if case .all = choice.terms, !spellsOut { continue }
      guard let line = line(choice, formula: formula, digits: digits) else { continue }
      if fits(line) { return adding(afterthoughts, to: line, fits) }
    }
    return [value, notation.ellipsis].first(where: fits) ?? ""
  }

  private func adding(
    _ afterthoughts: [String], to line: String, _ fits: (String) -> Bool
  ) -> String {
    let separator = line.hasSuffix(remark ?? "\n") ? ", " : "  "
    return afterthoughts.lazy.map { line + separator + $0 }.first(where: fits) ?? line
  }

  /// From the fullest to the shortest; a simpler form of the numbers is worth more than the formula with names.
  private static let choices: [Choice] = {
    let both = [(true, true), (false, true), (true, false), (false, false)]
    let whole = both.map { Choice(formula: $0, terms: .all, reduced: $1) }
    let elided = both.flatMap { formula, reduced in
      (2...8).reversed().map { Choice(formula: formula, terms: .kept($0), reduced: reduced) }
    }
    return whole + elided + [
      Choice(formula: true), Choice(reduced: true), Choice(), Choice(remark: false),
    ]
  }()

  /// Nothing where a stage that the choice reduces has no simpler form.
  private func line(_ choice: Choice, formula: String?, digits: Int) -> String? {
    guard let stages = stages(choice, formula: formula, digits: digits) else { return nil }
    let line = Self.joined([subject] + stages + [value])
    guard choice.remark, let remark else { return line }
    return "\(line)  \(remark)"
  }

  private func stages(_ choice: Choice, formula: String?, digits: Int) -> [String]? {
    var stages: [String] = []
    if choice.formula, let formula { stages.append(formula) }
    if let numbers = numbers(choice.terms, digits: digits) { stages.append(numbers) }
    if choice.reduced {
      guard let reduced = reduced(choice.terms) else { return nil }
      stages.append(reduced)
    }
    return stages
  }

  private static func joined(_ stages: [String]) -> String {
    var different: [String] = []
    for stage in stages where !stage.isEmpty && stage != different.last { different.append(stage) }
    return different.joined(separator: " = ")
  }
}

// MARK: - The stages

extension ExplainStages {
  /// More leaves than these are never all written.
  private static let writtenLeaves = 64
  private static let formulaLength = 60

  private var leafCount: Int {
    var count = 0
    arithmetic.forEachLeaf { _ in count += 1 }
    return count
  }

  /// With names, where that is short and says something that the numbers don't.
  private var formula: String? {
    guard hasFormula else { return nil }
    var hasNames = false
    arithmetic.forEachLeaf { if $0.name != nil { hasNames = true } }
    let text = hasNames ? writer(.names, 8).write(arithmetic).text : ""
    return hasNames && text.count <= Self.formulaLength ? text : nil
  }

  private func numbers(_ terms: Terms, digits: Int) -> String? {
    switch (terms, arithmetic) {
    case (.none, _), (_, .number), (_, .entry), (_, .rest): nil
    case (.all, _):
      writer(.numbers(digits: digits), ArithmeticWriter.allTerms).write(arithmetic).text
    case (.kept(let count), _): writer(.numbers(digits: digits), count).write(arithmetic).text
    }
  }

  /// The fewest decimals from which one arrives at the shown entry.
  private var numberDigits: Int {
    guard leafCount <= Self.writtenLeaves else { return digits + 1 }
    let enough = (digits...(digits + 3)).first {
      show(writer(.numbers(digits: $0), ArithmeticWriter.allTerms).write(arithmetic).value) == value
    }
    return enough ?? digits + 1
  }

  /// A quotient with both its sides reckoned up, where they are more than a number.
  private func reduced(_ terms: Terms) -> String? {
    guard case .quotient(let a, let b) = arithmetic else { return nil }
    if case .all = terms, !isExponential { return nil }
    let written = { (digits: Int) in (reckoned(a, digits), reckoned(b, digits)) }
    let pairs = (digits...(digits + 3)).lazy.map(written)
    let enough = pairs.first { above, below in
      show((Double(above) ?? .nan) / (Double(below) ?? .nan)) == value
    }
    let (above, below) = enough ?? written(digits + 1)
    return "\(above) / \(below)"
  }

  /// A sum of powers and the like, each reckoned up: `1.00 + 0.49 + 1.00`.
  private var reckonedTerms: String? {
    guard case .sum(let terms) = arithmetic, terms.count <= Self.writtenLeaves,
      terms.contains(where: { if case .call = $0 { true } else { false } })
    else { return nil }
    return terms.map { reckoned($0, digits) }.joined(separator: " + ")
  }

  private func reckoned(_ side: Arithmetic<TracedEntry>, _ digits: Int) -> String {
    if case .number(let number) = side { return ShownNumber.constant(number, digits: digits) }
    return ShownNumber.computed(side.evaluated(leaf: \.value), digits: digits)
  }
}

extension ShownNumber {
  /// How the entries of an array of this kind are written in its matrix.
  static func entries(
    of tensor: Tensor<Double>, digits: Int, dtype: DType
  ) -> (Double) -> String {
    let numbers = MatrixNumbers(for: tensor.entries, digits: digits)
    return { value in
      switch dtype {
      case .bool: value == 0 ? "False" : "True"
      case .int64: Int(exactly: value).map(String.init) ?? numbers.text(value)
      case .float64: numbers.text(value)
      }
    }
  }
}

extension Trace {
  /// The name of a bare expression that is nothing but a name.
  fileprivate var ownName: String? {
    if case .name(let name) = origin { name } else { nil }
  }
}

extension Arithmetic {
  /// Whether it is a quotient with an exponential in it.
  fileprivate var hasExponentials: Bool {
    guard case .quotient(let a, let b) = self else { return false }
    return a.mentionsExponential || b.mentionsExponential
  }

  private var mentionsExponential: Bool {
    switch self {
    case .call("exp", _): true
    case .sum(let parts), .product(let parts): parts.contains(where: \.mentionsExponential)
    default: false
    }
  }

  /// e^(x − m) / Σ e^(xᵢ − m) without the m, where the exponentials are of a size to be read.
  ///
  /// It is subtracted only to keep them from overflowing, and changes nothing in the quotient.
  fileprivate var withoutShift: Arithmetic {
    switch self {
    case .quotient(let a, let b): .quotient(a.withoutShift, b.withoutShift)
    case .sum(let terms): .sum(terms.map(\.withoutShift))
    case .call("exp", let arguments):
      if case .difference(let x, .number(let shift))? = arguments.first, (-2...9).contains(shift) {
        .call("exp", [x])
      } else {
        self
      }
    case .difference(.difference(let x, .number(let shift)), .call("log", let sum)):
      (-2...9).contains(shift)
        ? .difference(x, .call("log", sum.map(\.withoutShift))) : self
    default: self
    }
  }
}
