/// The values of the names of a program, as far as they are known.
package struct Environment: Sendable {
  package var values: [String: Value]

  package init(values: [String: Value] = [:]) {
    self.values = values
  }
}

/// What running one top-level statement gave.
package struct StatementResult: Sendable {
  /// The value of an expression, or of the name that an assignment defined (a tuple where it unpacked into several).
  package let outcome: Outcome
  /// The names defined, in order, each with its value; empty where the outcome is no value.
  package let definitions: [(name: String, value: Value)]

  package init(outcome: Outcome, definitions: [(name: String, value: Value)] = []) {
    self.outcome = outcome
    self.definitions = definitions
  }
}
