package import AttentionEngine

/// An entry of a named array of the notebook.
package struct NamedEntry: Hashable, Sendable {
  package let name: String
  package let position: [Int]

  package init(name: String, position: [Int]) {
    self.name = name
    self.position = position
  }
}

/// One line that says how the entry under the cursor was computed, with its numbers.
package struct ExplainLine: Sendable {
  package let text: String
  /// The entries that took part, to be highlighted: the nearest names.
  package let sources: [NamedEntry]

  /// The line for one entry, no wider than `width`.
  ///
  /// - Parameters:
  ///   - name: what the array is called; nil for a bare expression.
  ///   - labels: the row and column labels of a named array, empty where it has none.
  ///   - digits: decimals of a shown entry.
  ///   - ascii: `*` and `sqrt(2)` for `×` and `√2`.
  package static func make(
    for trace: Trace, name: String?, position: [Int],
    labels: (String) -> (rows: [String], columns: [String]), digits: Int, width: Int, ascii: Bool
  ) -> ExplainLine {
    let sources = trace.sources(at: position).compactMap { entry in
      entry.name.map { NamedEntry(name: $0, position: entry.position) }
    }
    return ExplainLine(text: "", sources: sources)
  }
}
