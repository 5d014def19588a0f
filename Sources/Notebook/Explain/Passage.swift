import AttentionEngine

/// The way from an entry that is nothing but another entry to the one that says how it was computed.
///
/// It leads through entries without a name, and through those of names that aren't shown, which a reader can't look at.
struct Passage {
  private(set) var entry: TracedEntry
  /// The last name that was passed: `by_add[dogs]`.
  private(set) var named: TracedEntry?
  /// What decided which entry was taken, where one of two was.
  private(set) var choice: Choice?

  /// Which side of a `where`, or of an `if`, was taken.
  struct Choice {
    let condition: Arithmetic<TracedEntry>
    let isTrue: Bool
    /// Those of an `if` that were asked before.
    var earlier: [Choice] = []
    var isOfIf = false

    /// Nil where nothing was chosen.
    init?(_ operation: any Operation, _ explanation: Explanation<TracedEntry>) {
      if operation is Decided {
        let choices = explanation.conditions.compactMap(Choice.init)
        guard let last = choices.last else { return nil }
        self = last
        earlier = choices.dropLast()
        return
      }
      guard operation is Where, let pass = explanation.passes.first else { return nil }
      (condition, isTrue) = (pass.arithmetic, pass.value != 0)
    }

    /// Nil of what is no truth value: the place that an index says.
    private init?(_ entry: TracedEntry) {
      condition =
        entry.name == nil
        ? entry.trace.explanation(at: entry.position).result.arithmetic : .entry(entry)
      isTrue = entry.value != 0
      isOfIf = true
      switch condition {
      case .call(let name, _) where Trace.answersTruths(name): break
      case .entry where entry.value == 0 || entry.value == 1: break
      default: return nil
      }
    }

    /// "c > 2: 3 > 2 is True", of all that were asked, then of the last alone.
    ///
    /// - Parameter writer: writes with names, or with so many decimals.
    func wordsWithNumbers(_ writer: (ArithmeticWriter.Leaves) -> ArithmeticWriter) -> [String] {
      guard isOfIf else { return [] }
      let parts = (earlier + [self]).map { $0.wordWithNumbers(writer) }
      let all = parts.compactMap { $0 }
      let whole = all.count == parts.count && all.count > 1 ? [all.joined(separator: ", ")] : []
      return whole + [parts.last ?? nil].compactMap { $0 }
    }

    private func wordWithNumbers(
      _ writer: (ArithmeticWriter.Leaves) -> ArithmeticWriter
    ) -> String? {
      let names = writer(.names).write(condition).text
      var digits = 2
      var numbers = writer(.numbers(digits: digits)).write(condition)
      while (numbers.value != 0) != isTrue, digits < 7 {
        digits += 1
        numbers = writer(.numbers(digits: digits)).write(condition)
      }
      guard (numbers.value != 0) == isTrue, numbers.level == .comparison, numbers.text != names
      else { return nil }
      return "\(names): \(numbers.text) is \(isTrue ? "True" : "False")"
    }

    /// "allowed[the, cat] is False", then in fewer words.
    ///
    /// - Parameter text: the condition as it is written, told where nothing but its truth is known.
    func words(_ writer: ArithmeticWriter, text: String?) -> [String] {
      let plain = "the condition is \(isTrue ? "true" : "false")"
      if let text, case .entry(let truth) = condition, truth.name == nil, truth.trace.isInput {
        return ["\(text) is \(isTrue ? "True" : "False")", plain]
      }
      if case .entry(let mask) = condition, mask.name == nil, mask.trace.isConstant {
        let name = writer.names.text(mask.trace.explanation(at: mask.position).result.name)
        return ["\(name) is \(isTrue ? "True" : "False")", plain]
      }
      var hasNames = false
      condition.forEachLeaf { hasNames = hasNames || $0.name != nil }
      let text = hasNames ? writer.write(condition).text : ""
      guard hasNames, text.count <= Self.longest else { return [plain] }
      return ["\(text) is \(isTrue ? "True" : "False")", plain]
    }

    private static let longest = 48
  }

  init(_ trace: Trace, _ position: [Int], _ names: EntryNames) {
    entry = TracedEntry(trace: trace, position: position)
    for _ in 0..<Trace.depthLimit {
      guard case .operation(let operation) = entry.trace.computation.origin else { break }
      let explanation = entry.trace.explanation(at: entry.position)
      choice = choice ?? Choice(operation, explanation)
      guard case .entry(let next) = explanation.result.arithmetic, !next.trace.isInput,
        next.name.map({ names.results[$0]?.isHidden == true }) ?? true
      else { break }
      if next.name != nil { named = next }
      entry = next
    }
  }
}
