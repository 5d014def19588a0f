import AttentionEngine
import CellLanguage

/// The words of a derivation: what its lines are called and come to, and by what arithmetic.
package struct DerivationWriter {
  private let session: Session
  let names: EntryNames
  let notation: Notation
  /// Decimals of numbers without a name.
  let digits: Int
  /// The decimals that a panel is shown with.
  private let shownDigits: (Panel) -> Int
  /// The step that the reader is at.
  private let step: Int

  /// - Parameters:
  ///   - root: the entry that is explained; numbers without a name get as many decimals as it has.
  ///   - digits: the decimals that a panel is shown with.
  package init(
    _ session: Session, root: DerivationNode?, step: Int, ascii: Bool,
    digits: @escaping (Panel) -> Int = \.options.digits
  ) {
    self.session = session
    self.step = step
    notation = Notation(ascii: ascii)
    shownDigits = digits
    // An entry that needs none may come of numbers that do.
    self.digits =
      root?.goal.flatMap { session.panel(named: $0.name) }
      .map { max(digits($0), $0.options.digits) } ?? 2
    let results = session.namedResults(withMentions: false)
    names = EntryNames(
      labels: { name in
        session.panel(named: name).map { ($0.rowLabels, $0.columnLabels) } ?? ([], [])
      },
      results: Dictionary(results.map { ($0.name, $0) }) { first, _ in first })
  }

  /// What a line is called: `A[cat, sat]`, `q_cat`, `maximum of row cat of S`.
  ///
  /// - Parameter short: whether a step is named without what it is a step of.
  package func label(_ node: DerivationNode, short: Bool = false) -> String {
    switch node {
    case .entry(let entry), .source(let entry, _):
      return entry.name.map { names.entry($0, entry.position) } ?? unnamed(entry)
    case .line(let entries): return lineLabel(entries)
    case .pass(let pass, _), .aside(let pass): return label(pass, short: short)
    case .term(let term, let passes):
      return term.hasNames
        ? written(term, passes, .names, rounded: true)
        : written(term, passes, .numbers(digits: digits))
    case .terms(let terms, _): return "all \(Self.count(terms)) terms"
    case .more(let nodes): return "\(notation.ellipsis) \(nodes.count) more"
    case .reached(let entry, let positions):
      return Reach.Result(
        name: entry.name ?? "", shape: entry.trace.shape, positions: positions
      ).words(names)
    }
  }

  /// What it comes to: `0.40`, `(0.00, 1.00)`.
  package func value(_ node: DerivationNode) -> String? {
    switch node {
    case .entry(let entry), .source(let entry, _): show(entry)
    case .line(let entries): list(entries)
    case .pass(let pass, _), .aside(let pass): pass.shown(digits: digits)
    case .term(let term, _): computed(term)
    case .terms(let terms, _): computed(.sum(terms))
    case .reached(let entry, let positions):
      value(of: entry.trace, positions ?? [])
    case .more: nil
    }
  }

  /// By what arithmetic, in so many columns at most.
  package func working(_ node: DerivationNode, width: Int) -> String {
    guard width > 0 else { return "" }
    switch node {
    case .entry(let entry):
      guard !entry.trace.isInput else { return "" }
      let text = stages(entry).working(width: width, formula: isNamed(node))
      return text == label(node) ? "" : text
    case .pass(let pass, let passes):
      if pass.arithmetic.isTruth(names), pass.arithmetic.hasNames {
        let text = written(pass.arithmetic, passes, .names)
        if DisplayWidth.of(text) <= min(width, Self.longestFormula) { return text }
      }
      return stages(pass, passes).working(width: width)
    case .aside(let pass): return stages(pass, []).working(width: width)
    case .term(let term, let passes):
      guard term.hasNames else { return "" }
      let stages = stages(term, computed(term), passes)
      let text = stages.numbers(.all, digits: stages.numberDigits) ?? ""
      return DisplayWidth.of(text) > width ? "" : text
    case .terms(let terms, let passes):
      return stages(.sum(terms), computed(.sum(terms)), passes).working(width: width)
    case .line, .more, .source, .reached: return ""
    }
  }

  /// What else there is to know: that it is an input, where it stands, why a weight is 0.
  package func note(_ node: DerivationNode) -> String? {
    switch node {
    case .entry(let entry): joined([kind(entry), why(entry)])
    case .line(let entries):
      joined([EntryLine(.sum(entries.map { .entry($0) }))?.text(names), kind(entries[0])])
    case .source(let entry, let reached):
      joined([kind(entry), reached.isEmpty ? "reaches nothing" : nil])
    case .reached(let entry, let positions):
      joined([positions == nil ? "by choosing, a condition or a length" : nil, place(entry.name)])
    case .aside: "masked: counts as -inf"
    case .pass, .term, .terms, .more: nil
    }
  }
}

// MARK: - Pieces

extension DerivationWriter {
  private func isNamed(_ node: DerivationNode) -> Bool { node.goal != nil }

  func stages(_ entry: TracedEntry) -> ExplainStages {
    ExplainStages(
      trace: entry.trace, name: entry.name, position: entry.position, names: names,
      notation: notation, digits: digits(of: entry.name), dtype: dtype(of: entry.name),
      isInput: entry.trace.isInput, shifted: true)
  }

  private func stages(
    _ pass: Explanation<TracedEntry>.Pass, _ passes: DerivationNode.Passes
  ) -> ExplainStages {
    stages(pass.arithmetic, pass.shown(digits: digits), passes)
  }

  private func stages(
    _ arithmetic: Arithmetic<TracedEntry>, _ value: String, _ passes: DerivationNode.Passes
  ) -> ExplainStages {
    ExplainStages(
      arithmetic, value: value, names: names, notation: notation, digits: digits, passes: passes)
  }

  func written(
    _ arithmetic: Arithmetic<TracedEntry>, _ passes: DerivationNode.Passes,
    _ leaves: ArithmeticWriter.Leaves, rounded: Bool = false
  ) -> String {
    ArithmeticWriter(
      leaves: leaves, names: names, notation: notation, keptTerms: 4,
      passes: passes, numbersAreRounded: rounded
    ).write(arithmetic).text
  }

  private func computed(_ arithmetic: Arithmetic<TracedEntry>) -> String {
    let value = arithmetic.evaluated(leaf: \.value)
    if arithmetic.isTruth(names) { return value == 0 ? "False" : "True" }
    return ShownNumber.computed(value, digits: digits)
  }

  private func lineLabel(_ entries: [TracedEntry]) -> String {
    let (first, second) = (entries[0], entries[1])
    let axis = first.position.indices.first { first.position[$0] != second.position[$0] } ?? 0
    return names.line(first.name ?? "", first.position, along: axis)
  }

  private func list(_ entries: [TracedEntry]) -> String {
    let most = 6
    let shown = entries.prefix(most).map(show)
    return
      "(\((shown + (entries.count > most ? [notation.ellipsis] : [])).joined(separator: ", ")))"
  }

  private func show(_ entry: TracedEntry) -> String {
    guard let name = entry.name else {
      return switch entry.trace.dtype(names) {
      case .bool: entry.value == 0 ? "False" : "True"
      case .int64: ShownNumber.constant(entry.value, digits: digits)
      case .float64: ShownNumber.computed(entry.value, digits: digits)
      }
    }
    return ShownNumber.entries(
      of: entry.trace, digits: digits(of: name), dtype: dtype(of: name))(entry.value)
  }

  /// One entry, or few on one row or column; of others their branch says it.
  private func value(of trace: Trace, _ positions: [[Int]]) -> String? {
    let entries = positions.map { TracedEntry(trace: trace, position: $0) }
    if entries.count == 1 { return show(entries[0]) }
    let isLine = trace.shape.count == 1 || EntryLine(.sum(entries.map { .entry($0) })) != nil
    return isLine && entries.count > 1 ? list(entries) : nil
  }

  private func digits(of name: String?) -> Int {
    name.flatMap { session.panel(named: $0) }.map(shownDigits) ?? digits
  }

  private func dtype(of name: String?) -> DType {
    name.map { session.dtype(ofName: $0) } ?? .float64
  }

  /// "an input", "an input of step 1", "step 2": what the reader may change, and what stands elsewhere.
  private func kind(_ entry: TracedEntry) -> String? {
    guard let name = entry.name else { return nil }
    let isInput = session.panel(named: name)?.isInput ?? false
    guard isInput else { return place(name) }
    return place(name).map { "an input of \($0)" } ?? "an input"
  }

  private func place(_ name: String?) -> String? {
    guard let name,
      let own = session.place(showing: name, near: step)?.step ?? session.step(ofName: name),
      own != step
    else { return nil }
    return "step \(own + 1)"
  }

  func joined(_ parts: [String?]) -> String? {
    let parts = parts.compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private static func count(_ terms: [Arithmetic<TracedEntry>]) -> Int {
    guard case .rest(let count, _)? = terms.last else { return terms.count }
    return terms.count - 1 + count
  }
}
