/// What a source holds: statements, options and, where the text could not be read, diagnostics.
package struct Program: Sendable {
  package let source: Source
  package let statements: [Statement]
  /// `#| name: value`, in order.
  package let options: [CellOption]
  /// Places that could not be read; the statements around them stand all the same.
  package let diagnostics: [Diagnostic]

  package init(
    source: Source, statements: [Statement], options: [CellOption], diagnostics: [Diagnostic]
  ) {
    self.source = source
    self.statements = statements
    self.options = options
    self.diagnostics = diagnostics
  }

  // package init(parsing: Source, limits: Limits = .standard) stands in Parser.swift.
}

/// `#| rows: tokens`: how a cell is shown and edited.
package struct CellOption: Hashable, Sendable {
  package let name: String
  package let value: String
  package let range: SourceRange

  package init(name: String, value: String, range: SourceRange) {
    self.name = name
    self.value = value
    self.range = range
  }
}
