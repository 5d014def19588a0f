/// Runs statements and evaluates expressions, within one budget of steps.
///
/// One interpreter is one run: its steps are those of all statements together.
package struct Interpreter {
  package let limits: Limits

  package init(limits: Limits = .standard) {
    self.limits = limits
  }

  /// Runs a statement of the top level and defines its names in the environment.
  ///
  /// Every name it uses must be known; what waits for what is the notebook's affair. After a failure the names that
  /// the statement would have defined are unknown.
  package mutating func run(
    _ statement: Statement, of source: Source, in environment: inout Environment
  ) -> StatementResult {
    StatementResult(
      outcome: .failure(
        Diagnostic(code: "unsupported", "not supported yet", at: statement.range)))
  }

  /// The value of an expression, for a number quoted in prose.
  package mutating func evaluate(
    _ expression: Expression, of source: Source, in environment: Environment
  ) throws(Diagnostic) -> Value {
    throw Diagnostic(code: "unsupported", "not supported yet", at: expression.range)
  }
}
