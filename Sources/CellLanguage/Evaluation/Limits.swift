/// The bounds within which every program ends. A message that refuses something names the bound.
package struct Limits: Sendable {
  /// Entries in one array.
  package var entries = 10_000_000
  /// Entries held by all names together.
  package var heldEntries = 40_000_000
  /// Steps of one run: a step is an entry computed or a multiplication in a product; an evaluated expression is a hundred.
  package var steps = 400_000_000
  /// Calls inside one another.
  package var recursion = 64
  /// Expressions and statements being evaluated inside one another, through all calls.
  package var evaluationDepth = 600
  /// Items of one list.
  package var listLength = 1_000_000
  /// Brackets, operators and blocks inside one another.
  package var nesting = 100
  /// Bytes of a source.
  package var sourceBytes = 1_048_576
  /// Characters of a line.
  package var lineLength = 10_000
  /// Characters of a string.
  package var stringLength = 100_000

  package init() {}

  package static let standard = Limits()
}
