/// What is wrong, where, and what to try. One form for every stage, from the lexer to the evaluator.
package struct Diagnostic: Error, Hashable, Sendable {
  package struct Label: Hashable, Sendable {
    package let range: SourceRange
    /// A few words behind the carets, or none.
    package let text: String

    package init(_ range: SourceRange, _ text: String = "") {
      self.range = range
      self.text = text
    }
  }

  /// The kind, stable for programs: `syntax`, `name`, `shape`, `type`, `value`, `bound`, `unsupported`, `assert`.
  package let code: String
  /// What is wrong, in one line.
  package let message: String
  /// Where.
  package let primary: Label
  /// A second place that belongs to it: where a bracket was opened, where a name was first defined.
  package let secondary: Label?
  /// What to try, or which shapes and values met.
  package let help: String?

  package init(
    code: String, _ message: String, at range: SourceRange, label: String = "",
    secondary: Label? = nil, help: String? = nil
  ) {
    self.code = code
    self.message = message
    self.primary = Label(range, label)
    self.secondary = secondary
    self.help = help
  }
}
