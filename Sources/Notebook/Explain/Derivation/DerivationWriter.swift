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
  /// What the entry that is explained was made of, where it takes more decimals to arrive at it than its panel shows.
  var finer: [ObjectIdentifier: Int] = [:]
  /// The same of its passes, by what they are called.
  private var finerPasses: [String: Int] = [:]
  /// What it is asked of what it reaches.
  private var source: String?

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
    if case .source(let entry, _)? = root { source = entry.name }
    guard case .entry(let entry)? = root, !entry.trace.isInput else { return }
    let stages = stages(entry)
    let decimals = stages.numberDigits
    stages.arithmetic.forEachLeaf { finer[ObjectIdentifier($0.trace)] = decimals }
    if let scores = entry.trace.scores { finer[ObjectIdentifier(scores)] = decimals }
    stages.arithmetic.forEachStep { index in
      guard stages.passes.indices.contains(index) else { return }
      finerPasses[names.text(stages.passes[index].name)] = decimals
    }
  }

  /// What a line is called: `A[cat, sat]`, `q_cat`, `maximum of row cat of S`.
  ///
  /// - Parameter short: whether a step is named without what it is a step of.
  package func label(_ node: DerivationNode, short: Bool = false) -> String {
    switch node {
    case .entry(let entry), .source(let entry, _):
      return entry.name.map { names.entry($0, entry.position) } ?? unnamed(entry)
    case .score(_, let result): return names.entry("score", result.position, like: result.name)
    case .otherwise(let entry, .size): return "\(entry.name ?? "").shape"
    case .otherwise(let entry, _): return entry.name ?? ""
    case .line(let entries): return lineLabel(entries)
    case .pass(let pass, _), .aside(let pass): return label(pass, short: short)
    case .shifted: return short ? "maximum taken off" : "with the maximum taken off"
    case .term(let term, let passes):
      return term.hasNames
        ? written(term, passes, .names, rounded: true)
        : written(term, passes, .numbers(digits: digits))
    case .terms(let terms, _, _): return "all \(Self.count(terms)) terms"
    case .more(let nodes): return "\(notation.ellipsis) \(nodes.count) more"
    case .reached(let entry, let positions, let way):
      return Reach.Result(
        name: entry.name ?? "", shape: entry.trace.shape, positions: positions, way: way
      ).words(names)
    }
  }

  /// What it comes to: `0.40`, `(0.00, 1.00)`.
  ///
  /// - Parameter edge: how many numbers of a long list stand at each of its ends.
  package func value(_ node: DerivationNode, edge: Int = 3) -> String? {
    switch node {
    case .entry(let entry), .score(let entry, _), .shifted(let entry), .source(let entry, _):
      show(entry)
    case .otherwise(let entry, let role): value(of: entry.trace, as: role)
    case .line(let entries): list(entries, edge: edge)
    case .pass(let pass, let passes): shown(pass, passes)
    case .aside(let pass): shown(pass, [])
    case .term(let term, let passes): computed(term, passes)
    case .terms(_, _, isAll: true): nil
    case .terms(let terms, let passes, _): computed(.sum(terms), passes)
    case .reached(let entry, let positions, _):
      value(
        of: entry.trace, positions ?? entry.trace.linePositions,
        isListed: label(node).contains("], "), edge: edge)
    case .more: nil
    }
  }

  /// By what arithmetic, in so many columns at most.
  package func working(_ node: DerivationNode, width: Int) -> String {
    guard width > 0 else { return "" }
    switch node {
    case .entry(let entry), .score(let entry, _):
      guard !entry.trace.isInput else { return "" }
      let text = stages(entry).working(width: width, formula: saysNames(node))
      return text == label(node) ? "" : text
    case .pass(let pass, let passes):
      if pass.arithmetic.isTruth(names), pass.arithmetic.hasNames {
        let text = written(pass.arithmetic, passes, .names)
        if DisplayWidth.of(text) <= min(width, Self.longestFormula) { return text }
      }
      return stages(pass, passes).working(width: width)
    case .shifted(let entry):
      let explanation = entry.trace.explanation(at: entry.position)
      return ExplainStages(
        explanation.result.arithmetic, value: show(entry), names: names, notation: notation,
        digits: digits(of: entry.name), passes: explanation.passes, show: stages(entry).show
      ).working(width: width)
    case .aside(let pass): return stages(pass, []).working(width: width)
    case .term(let term, let passes):
      guard term.hasNames else { return "" }
      let stages = stages(term, computed(term, passes), passes)
      let text = stages.numbers(.all, digits: stages.numberDigits) ?? ""
      return DisplayWidth.of(text) > width ? "" : text
    case .terms(_, _, isAll: true): return ""
    case .terms(let terms, let passes, _):
      return stages(.sum(terms), computed(.sum(terms), passes), passes).working(width: width)
    case .otherwise(let entry, let role):
      guard role != .size, entry.position.isEmpty, !entry.trace.isInput else { return "" }
      return stages(entry).working(width: width)
    case .line, .more, .source, .reached: return ""
    }
  }

  /// What else there is to know: that it is an input, where it stands, why a weight is 0.
  package func note(_ node: DerivationNode) -> String? {
    switch node {
    case .entry(let entry): joined([kind(entry), isInput(entry) ? nil : why(entry)])
    case .score(let entry, _): why(entry)
    case .otherwise(let entry, let role): joined([kind(entry), Self.words(role)])
    case .line(let entries):
      joined([EntryLine(.sum(entries.map { .entry($0) }))?.text(names), kind(entries[0])])
    case .source(let entry, let reached):
      joined([kind(entry), reached.isEmpty ? "reaches nothing" : nil])
    case .reached(let entry, _, let way):
      joined([words(way, in: entry.name), place(entry.name)])
    case .aside(let pass): pass.remark.map(names.text) ?? "masked: counts as -inf"
    case .pass, .shifted, .term, .terms, .more: nil
    }
  }
}

// MARK: - Pieces

extension DerivationWriter {
  /// Whether its formula is told with names: that of what has no name itself is its label.
  private func saysNames(_ node: DerivationNode) -> Bool {
    if case .score = node { true } else { node.goal != nil }
  }

  func stages(_ entry: TracedEntry) -> ExplainStages {
    let digits = max(digits(of: entry.name), finer[ObjectIdentifier(entry.trace)] ?? 0)
    let isShown = entry.name.map(isShown) ?? false
    return ExplainStages(
      trace: entry.trace, name: entry.name, position: entry.position, names: names,
      notation: notation, digits: digits, dtype: dtype(of: entry.name),
      isInput: entry.trace.isInput,
      show: isShown ? nil : { show($0, unnamed: entry, digits: digits) })
  }

  private func stages(
    _ pass: Explanation<TracedEntry>.Pass, _ passes: DerivationNode.Passes
  ) -> ExplainStages {
    stages(pass.arithmetic, shown(pass, passes), passes, digits: digits(of: pass))
  }

  private func digits(of pass: Explanation<TracedEntry>.Pass) -> Int {
    max(digits, finerPasses[names.text(pass.name)] ?? 0)
  }

  /// A pass that is a number of a whole kind, or comes to one, has no decimals.
  private func shown(
    _ pass: Explanation<TracedEntry>.Pass, _ passes: DerivationNode.Passes
  ) -> String {
    pass.shown(
      digits: digits(of: pass), isWhole: pass.arithmetic.isWhole(names, steps: passes.whole(names)))
  }

  private func stages(
    _ arithmetic: Arithmetic<TracedEntry>, _ value: String, _ passes: DerivationNode.Passes,
    digits: Int? = nil
  ) -> ExplainStages {
    ExplainStages(
      arithmetic, value: value, names: names, notation: notation, digits: digits ?? self.digits,
      passes: passes)
  }

  func written(
    _ arithmetic: Arithmetic<TracedEntry>, _ passes: DerivationNode.Passes,
    _ leaves: ArithmeticWriter.Leaves, rounded: Bool = false
  ) -> String {
    ArithmeticWriter(
      leaves: leaves, names: names, notation: notation, keptTerms: 4,
      passes: passes, wholeSteps: passes.whole(names), numbersAreRounded: rounded
    ).write(arithmetic).text
  }

  private func computed(
    _ arithmetic: Arithmetic<TracedEntry>, _ passes: DerivationNode.Passes
  ) -> String {
    let value = arithmetic.evaluated(leaf: \.value)
    if arithmetic.isTruth(names) { return value == 0 ? "False" : "True" }
    return arithmetic.isWhole(names, steps: passes.whole(names))
      ? ShownNumber.constant(value, digits: digits)
      : ShownNumber.computed(value, digits: digits)
  }

  private func lineLabel(_ entries: [TracedEntry]) -> String {
    let (first, second) = (entries[0], entries[1])
    let axis = first.position.indices.first { first.position[$0] != second.position[$0] } ?? 0
    return names.line(first.name ?? "", first.position, along: axis)
  }

  func formula(of name: String) -> String? { session.panel(named: name)?.formula }

  func digits(of name: String?) -> Int {
    name.flatMap { session.panel(named: $0) }.map(shownDigits) ?? digits
  }

  func dtype(of name: String?) -> DType {
    name.map { session.dtype(ofName: $0) } ?? .float64
  }

  /// "an input", "an input of step 1", "step 2": what the reader may change, and what stands elsewhere.
  private func kind(_ entry: TracedEntry) -> String? {
    guard let name = entry.name else { return nil }
    guard isInput(entry) else { return place(name) }
    return place(name).map { "an input of \($0)" } ?? "an input"
  }

  private func isInput(_ entry: TracedEntry) -> Bool {
    entry.name.flatMap { session.panel(named: $0) }?.isInput ?? false
  }

  private func words(_ way: Reach.Way, in name: String?) -> String? {
    switch way {
    case .numbers: nil
    case .decision: "as a condition"
    case .mention: howTaken(in: name)
    }
  }

  /// What a result that isn't reached by numbers takes for; where others stand between, nothing that is one of them.
  private func howTaken(in name: String?) -> String? {
    guard let source, let name, let role = session.role(of: source, in: name) else { return nil }
    return switch role {
    case .value: "as a length or a setting"
    case .size: "by its shape"
    case .index: "as an index"
    case .condition: "as a condition"
    case .side: "on one side of a condition"
    }
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

extension Trace {
  /// All positions of a number or of one line of them; of what is larger none.
  fileprivate var linePositions: [[Int]] {
    shape.count < 2 && value.count <= 1000
      ? (0..<value.count).map { Shape.position(of: $0, in: shape) } : []
  }
}
