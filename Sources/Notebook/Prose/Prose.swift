/// A block of prose, as read from Markdown.
package enum ProseBlock: Hashable, Sendable {
  case paragraph([Inline])
  /// Level 3 to 6: `#` is the lesson's and `##` a step's.
  case heading(level: Int, [Inline])
  case list(ordered: Bool, start: Int, items: [[ProseBlock]])
  case quote([ProseBlock])
  case table(header: [[Inline]], alignments: [ColumnAlignment], rows: [[[Inline]]])
  case rule
}

package enum ColumnAlignment: Hashable, Sendable { case leading, center, trailing }

package indirect enum Inline: Hashable, Sendable {
  case text(String)
  case emphasis([Inline])
  case strong([Inline])
  case code(String)
  /// `$…$`, already in Unicode: `√d_k`, `QKᵀ`.
  case math(String)
  /// `{expression:format}`: a number from the cells, as text by Python's format rules.
  case live(LiveNumber)
  case link([Inline], destination: String)
  case lineBreak
}

extension Inline {
  /// Whether a link's destination leads to the web.
  static func isWeb(_ destination: String) -> Bool {
    ["https://", "http://"].contains { destination.hasPrefix($0) }
  }
}

/// A cell expression quoted in prose, with its Python format.
package struct LiveNumber: Hashable, Sendable {
  package let expression: String
  package let format: String
  /// Its line in the file, counted from 1.
  package let line: Int

  package init(expression: String, format: String, line: Int) {
    self.expression = expression
    self.format = format
    self.line = line
  }
}
