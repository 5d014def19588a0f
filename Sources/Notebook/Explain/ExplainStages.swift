import AttentionEngine
import CellLanguage

/// The stages of an explain line, `subject = formula = numbers = reduced = value`, and the choice of those that fit.
struct ExplainStages {
  /// How many terms of the numbers are written.
  enum Terms {
    case all
    /// All, with what is multiplied reckoned up.
    case reckoned
    case kept(Int)
    /// A share of a sum whose terms are reckoned up, `e^(0.71 - 0.71) / (0.49 + 1.00 + 1.00)`, or the sum.
    case addends, total
    case none

    /// Whether there is nothing to choose where these numbers aren't.
    var mustBeThere: Bool {
      switch self {
      case .reckoned, .addends, .total: true
      case .all, .kept, .none: false
      }
    }
  }

  private struct Choice {
    /// With the name that was passed on the way.
    var passage = false
    /// With names, or where that says nothing as it is written.
    var formula = false
    var terms = Terms.none
    var reduced = false
    var remark = true

    var spellsOut: Bool {
      switch terms {
      case .all, .reckoned: true
      case .kept, .addends, .total, .none: false
      }
    }
  }

  let subject: String
  let value: String
  let remark: String?
  /// What may follow the line, the longest first; the first that fits is taken.
  var afterthoughts: [String] = []

  let arithmetic: Arithmetic<TracedEntry>
  let writer: (ArithmeticWriter.Leaves, _ kept: Int) -> ArithmeticWriter
  /// The steps on the way to the entry that are whole numbers.
  let wholeSteps: Set<Int>
  let passes: [Explanation<TracedEntry>.Pass]
  let names: EntryNames
  let notation: Notation
  let digits: Int
  let show: (Double) -> String
  let hasFormula: Bool
  let isExponential: Bool
  /// Whether exponents may be reckoned up: of a step they say more as they are.
  let reckonsExponents: Bool
  /// What isn't shown but was passed on the way: `by_add[dogs]`.
  private let passed: String?
  /// The formula as written, of which this is an entry.
  private let source: String?
  /// Whether it is worth telling before the numbers: a single number's, which is short.
  private let isSourceFirst: Bool
  /// Whether nothing was computed, and yet the reader types no numbers: a mask.
  private let isConstant: Bool

  /// - Parameters:
  ///   - origin: what to say of an input instead.
  ///   - formula: the formula as written.
  ///   - show: how the entry is written; nil where it is as its panel writes it.
  init(
    trace: Trace, name: String?, position: [Int], names: EntryNames, notation: Notation,
    digits: Int, dtype: DType, isInput: Bool, origin: String? = nil, formula: String? = nil,
    show: ((Double) -> String)? = nil
  ) {
    let passage = Passage(trace, position, names)
    let entry = passage.entry
    let explanation = entry.trace.explanation(at: entry.position)
    let operation: (any Operation)? =
      if case .operation(let operation) = entry.trace.computation.origin { operation } else { nil }
    let isSoftmax =
      operation is Softmax || operation is LogSoftmax || operation is AttentionWeights
    // The weights of an attention that is one step have no names: they stand as numbers.
    let isAttention = operation is AttentionWeights || operation is Attention
    hasFormula = !isSoftmax && !isAttention
    let arithmetic =
      isSoftmax
      ? explanation.result.arithmetic.withoutShift : explanation.result.arithmetic
    self.arithmetic = arithmetic
    isExponential = arithmetic.hasExponentials
    reckonsExponents = true
    let wholeSteps = explanation.passes.whole(names)
    (self.wholeSteps, passes) = (wholeSteps, explanation.passes)
    writer = {
      ArithmeticWriter(
        leaves: $0, names: names, notation: notation, ownDigits: digits, keptTerms: $1,
        passes: explanation.passes, wholeSteps: wholeSteps, isWhole: dtype == .int64)
    }
    let show = show ?? ShownNumber.entries(of: trace, digits: digits, dtype: dtype)
    self.show = show
    let ownName = name ?? trace.ownName
    subject = names.entry(ownName, position)
    let number = trace.value[position]
    value = isInput ? ShownNumber.typed(number, shown: show(number)) : show(number)
    (self.names, self.notation, self.digits) = (names, notation, digits)
    passed = passage.named.flatMap { passed in
      passed.name.map { names.entry($0, passed.position) }
    }
    // Which side of a `where` was taken is worth less than the numbers.
    let write = writer
    let choice =
      passage.choice.map { choice in
        choice.wordsWithNumbers { write($0, 4) }
          + choice.words(write(.names, 4), text: formula?.conditionOfWhere)
      } ?? []
    let isSelection = operation is Where || operation is Decided && !position.isEmpty
    let told = explanation.remark.map(names.text)
    let why =
      isSoftmax
      ? arithmetic.reasonForNaN(names, of: entry, along: (operation as? Softmax)?.axis)
        ?? told : told
    let isWritten =
      if operation is Assemble, case .number = arithmetic, told == nil { true } else { false }
    remark =
      isInput
      ? origin ?? "an input"
      : isWritten
        ? "so in the formula"
        : trace.isInput || isSelection ? nil : why
    source =
      isSelection
      ? nil : formula.map { names.entry(ofFormula: $0, position, labelled: ownName) }
    isSourceFirst = position.isEmpty && !isSoftmax
    isConstant = trace.isConstant && !isInput
    afterthoughts = choice + explanation.wordsOfAside(digits: digits)
    if isSoftmax, remark == nil, choice.isEmpty {
      let isMasked =
        operation is Softmax && explanation.result.arithmetic.isPowerOfMinusInfinity
      let line = isMasked ? "masked: e^-inf is 0" : EntryLine(arithmetic)?.text(names)
      let shift = arithmetic.shift != nil ? "with the maximum taken off" : nil
      afterthoughts = [[line, shift].compactMap { $0 }.joined(separator: ", "), shift ?? ""]
        .filter { !$0.isEmpty }
    }
  }

  /// A step on the way to an entry, or a term of it, as numbers alone.
  init(
    _ arithmetic: Arithmetic<TracedEntry>, value: String, names: EntryNames, notation: Notation,
    digits: Int, passes: [Explanation<TracedEntry>.Pass], show: ((Double) -> String)? = nil
  ) {
    self.arithmetic = arithmetic
    self.value = value
    (self.names, self.notation, self.digits) = (names, notation, digits)
    (subject, remark, passed, source) = ("", nil, nil, nil)
    (isSourceFirst, isConstant) = (false, false)
    (hasFormula, isExponential, reckonsExponents) = (false, arithmetic.hasExponentials, false)
    let wholeSteps = passes.whole(names)
    (self.wholeSteps, self.passes) = (wholeSteps, passes)
    writer = {
      ArithmeticWriter(
        leaves: $0, names: names, notation: notation, ownDigits: digits, keptTerms: $1,
        passes: passes, wholeSteps: wholeSteps)
    }
    self.show = show ?? { ShownNumber.computed($0, digits: digits) }
  }

  /// What stands between the entry and its value, the fullest that fits; nothing where there is no more to say.
  func working(width: Int, formula wantsFormula: Bool = true) -> String {
    let fits = { (text: String) in DisplayWidth.of(text) <= width }
    let (formula, digits) = (wantsFormula ? formula : nil, numberDigits)
    let spellsOut = leafCount <= Self.writtenLeaves
    if let sum = reckonedTerms, sum != value {
      let whole = spellsOut ? numbers(.all, digits: digits).map { "\($0) = \(sum)" } : nil
      if let working = [whole, sum].lazy.compactMap({ $0 }).first(where: fits) { return working }
    }
    for choice in isShifted ? Self.shortChoices + Self.choices : Self.choices {
      if choice.spellsOut, !spellsOut { continue }
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
    for choice in Self.choices where spellsOut || !choice.spellsOut {
      guard let stages = stages(choice, formula: formula, digits: digits), !stages.isEmpty else {
        continue
      }
      let line = line(stages, choice)
      if fits(line) { return adding(afterthoughts, to: line, fits) }
    }
    let lines = [line([], Choice()), shortRemark.map { "\(bare)  \($0)" }, bare]
    if let line = lines.lazy.compactMap({ $0 }).first(where: fits) {
      return adding(afterthoughts, to: line, fits)
    }
    return [value, notation.ellipsis].first(where: fits) ?? ""
  }

  /// The entry and its value.
  var bare: String { line([], Choice(remark: false)) }

  /// The remark up to what explains it.
  private var shortRemark: String? {
    guard let remark, let end = remark.firstIndex(where: { ",:".contains($0) }) else { return nil }
    return String(remark[..<end])
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
    let whole = [true, false].flatMap { passage in
      both.map { Choice(passage: passage, formula: $0, terms: .all, reduced: $1) }
    }
    let reckoned = [(true, true), (true, false), (false, true), (false, false)].flatMap {
      (passage, formula) in
      [true, false].map {
        Choice(passage: passage, formula: formula, terms: .reckoned, reduced: $0)
      }
    }
    let elided = both.flatMap { formula, reduced in
      (2...8).reversed().map { Choice(formula: formula, terms: .kept($0), reduced: reduced) }
    }
    let addends = both.map { Choice(formula: $0, terms: .addends, reduced: $1) }
    let total = [true, false].flatMap { remark in
      [true, false].map { Choice(terms: .total, reduced: $0, remark: remark) }
    }
    return whole + reckoned + addends + elided + total + [
      Choice(passage: true, formula: true), Choice(formula: true), Choice(reduced: true),
      Choice(formula: true, remark: false),
      Choice(reduced: true, remark: false),
    ]
  }()

  /// Where the maximum is taken off, what that gives is told before all the exponents.
  private static let shortChoices = [
    Choice(terms: .addends, reduced: true), Choice(terms: .addends),
    Choice(terms: .total, reduced: true), Choice(terms: .total),
  ]

  private func line(_ stages: [String], _ choice: Choice) -> String {
    let line = Self.joined([subject] + stages + [value])
    guard choice.remark, let remark else { return line }
    return "\(line)  \(remark)"
  }

  /// Nothing where a stage that the choice asks for isn't there.
  private func stages(_ choice: Choice, formula: String?, digits: Int) -> [String]? {
    var stages: [String] = []
    if choice.passage {
      guard let passed else { return nil }
      stages.append(passed)
    }
    if choice.formula, let formula {
      stages.append(formula)
    } else if choice.formula, isConstant || isSourceFirst && remark == nil, let source {
      stages.append(source)
    }
    let numbers = numbers(choice.terms, digits: digits)
    if choice.terms.mustBeThere, numbers == nil { return nil }
    if let numbers { stages.append(numbers) }
    if choice.reduced {
      guard let reduced = reduced(choice.terms) else { return nil }
      stages.append(reduced)
    }
    // Without names, or numbers, there is what was written to fall back on.
    if choice.formula, stages.isEmpty, remark == nil || isConstant, let source {
      stages.append(source)
    }
    return stages
  }

  private static func joined(_ stages: [String]) -> String {
    var different: [String] = []
    for stage in stages where !stage.isEmpty && stage != different.last { different.append(stage) }
    return different.joined(separator: " = ")
  }
}
