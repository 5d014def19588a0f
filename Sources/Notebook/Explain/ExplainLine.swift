package import AttentionEngine
package import CellLanguage

/// One line that says how the entry under the cursor was computed, with its numbers.
///
///     S[cat, the] = q_cat · k_the / √2 = (0.0×1.0 + 1.0×0.0) / 1.414 = 0.00
package struct ExplainLine: Sendable {
  package let text: String
  /// The entries that took part, to be highlighted: the nearest names.
  package let sources: [NamedEntry]
  /// Whether there was no room to say how the entry was computed.
  package let isBare: Bool

  package init(text: String, sources: [NamedEntry], isBare: Bool = false) {
    self.text = text
    self.sources = sources
    self.isBare = isBare
  }

  /// The line for one entry, no wider than `width`.
  ///
  /// The numbers are written with as many decimals as it takes to arrive at the shown entry when they are reckoned up
  /// by hand. Where the width doesn't suffice, terms in the middle are counted instead of written, then whole stages
  /// are left out; a number is never cut.
  ///
  /// - Parameters:
  ///   - name: what the array is called; nil for a bare expression.
  ///   - labels: the row and column labels of a named array, empty where it has none.
  ///   - digits: decimals of a shown entry.
  ///   - ascii: `*` and `sqrt(2)` for `×` and `√2`.
  ///   - dtype: which kind of number the array holds: a boolean is shown as True or False.
  ///   - isInput: whether the reader may type the numbers; nil where nothing but the trace tells. A constant like
  ///     `causal_mask(3)` has no formula either, but is no input.
  ///   - origin: what to say of an input instead: where it stands, whether it is fixed.
  ///   - formula: the formula as written, told where the arithmetic is too long or isn't known.
  ///   - results: all names of the notebook in text order; what an input reaches is found among them, and how the
  ///     numbers of each are written.
  ///   - told: those of them that are named as reached. The others only lead on.
  package static func make(
    for trace: Trace, name: String?, position: [Int],
    labels: (String) -> (rows: [String], columns: [String]), digits: Int, width: Int, ascii: Bool,
    dtype: DType = .float64, isInput: Bool? = nil, origin: String? = nil, formula: String? = nil,
    results: [NamedResult] = [], told: Told = Told()
  ) -> ExplainLine {
    withoutActuallyEscaping(labels) { labels in
      // Every index of every entry asks for labels, and each name's may be far to fetch.
      var known: [String: (rows: [String], columns: [String])] = [:]
      var names = EntryNames { name in
        let found = known[name] ?? labels(name)
        known[name] = found
        return found
      }
      names.results = Dictionary(results.map { ($0.name, $0) }) { first, _ in first }
      var reach: Reach?
      if isInput ?? false || trace.isConstant, let name = name ?? trace.ownName {
        reach = Reach(
          of: NamedEntry(name: name, position: position), in: results, telling: told.names)
      }
      func line(_ names: EntryNames) -> (text: String, stages: ExplainStages) {
        var stages = ExplainStages(
          trace: trace, name: name, position: position, names: names,
          notation: Notation(ascii: ascii), digits: digits, dtype: dtype,
          isInput: isInput ?? trace.isInput, origin: origin, formula: formula)
        if let reach {
          let isConstant = isInput == false
          stages.afterthoughts =
            reach.results.isEmpty && !isConstant
            ? told.nothing : reach.descriptions(names, inShort: told.isAsked)
        }
        return (stages.text(width: width), stages)
      }
      var (text, stages) = line(names)
      // Rather a label is cut short than the name or the numbers left out.
      for length in [16, 8, 4]
      where text == stages.bare && length > 4 || !text.hasPrefix(stages.subject) {
        names.longest = length
        let (shorter, its) = line(names)
        let isBetter = shorter != its.bare || !text.hasPrefix(stages.subject)
        if shorter.hasPrefix(its.subject), isBetter { (text, stages) = (shorter, its) }
      }
      return ExplainLine(
        text: text, sources: sources(trace, name, position),
        isBare: text == stages.bare && !trace.isInput)
    }
  }

  /// Which results an input may be said to reach.
  package struct Told: Sendable {
    /// Nil where all may be.
    var names: Set<String>?
    /// Whether one of them isn't there yet.
    var isOpen = false
    /// Whether others may be reached that aren't to be spoken of.
    var isPart = false
    /// Whether nothing is said of which of their entries: a question of the step asks just that.
    var isAsked = false

    package init(
      names: Set<String>? = nil, isOpen: Bool = false, isPart: Bool = false, isAsked: Bool = false
    ) {
      (self.names, self.isOpen, self.isPart) = (names, isOpen, isPart)
      self.isAsked = isAsked
    }

    /// What is said where nothing is reached.
    fileprivate var nothing: [String] {
      guard names != nil, !isPart else { return [] }
      return [isOpen ? "reaches nothing here yet" : "reaches nothing here"]
    }
  }

  private static func sources(_ trace: Trace, _ name: String?, _ position: [Int]) -> [NamedEntry] {
    if name == nil, case .name(let own) = trace.origin {
      return [NamedEntry(name: own, position: position)]
    }
    return trace.sources(at: position).compactMap { entry in
      entry.name.map { NamedEntry(name: $0, position: entry.position) }
    }
  }
}
