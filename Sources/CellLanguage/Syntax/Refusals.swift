/// What Python has and cells don't, each with what to use instead.
enum Refusals {
  /// The refusal of a token that can begin or join nothing that cells know.
  static func refusal(of token: Token) -> Diagnostic? {
    switch token.kind {
    case .keyword(let keyword):
      guard let (what, help) = keywords[keyword] else { return nil }
      return unsupported(what, at: token.range, help: help)
    case .symbol(let symbol):
      guard let (what, help) = symbols[symbol] else { return nil }
      return unsupported(what, at: token.range, help: help)
    default:
      return nil
    }
  }

  static func unsupported(_ what: String, at range: SourceRange, help: String? = nil) -> Diagnostic
  {
    Diagnostic(code: "unsupported", what, at: range, help: help)
  }

  private static let keywords: [Keyword: (String, String?)] = [
    .while: (
      "'while' isn't part of cells, where every program ends",
      "inside a function, for i in range(n): repeats n times"
    ),
    .class: ("classes aren't part of cells", "use functions and arrays"),
    .try: ("'try' isn't part of cells", "an error stays with its cell; the others go on"),
    .except: ("'except' isn't part of cells", nil),
    .finally: ("'finally' isn't part of cells", nil),
    .raise: ("'raise' isn't part of cells", "assert condition, \"message\" stops with a message"),
    .with: ("'with' isn't part of cells", nil),
    .as: ("'as' stands only in import numpy as np", nil),
    .yield: ("generators aren't part of cells", "return a list or an array"),
    .async: ("'async' isn't part of cells", nil),
    .await: ("'await' isn't part of cells", nil),
    .global: (
      "'global' isn't part of cells", "return the value and give it its name outside the function"
    ),
    .nonlocal: ("'nonlocal' isn't part of cells", "return the value"),
    .del: ("'del' isn't part of cells", "a name that isn't used does no harm"),
    .break: ("'break' isn't part of cells", "return leaves a loop together with its function"),
    .continue: ("'continue' isn't part of cells", "put the rest of the loop under an if"),
    .in: ("'in' stands only after for", "any([item == x for item in items]) says the same"),
  ]

  private static let symbols: [Symbol: (String, String?)] = [
    .walrus: ("':=' isn't part of cells", "define the name on a line of its own"),
    .caret: (
      "'^' isn't part of cells (in Python it isn't a power)",
      "a power is written a ** b, a transposed matrix K.T"
    ),
    .caretAssign: ("'^=' isn't part of cells", "a power is written a ** b"),
    .shiftLeft: ("'<<' isn't part of cells", "multiply by a power of 2"),
    .shiftRight: ("'>>' isn't part of cells", "divide by a power of 2 with //"),
    .shiftLeftAssign: ("'<<=' isn't part of cells", nil),
    .shiftRightAssign: ("'>>=' isn't part of cells", nil),
    .openBrace: (
      "dictionaries and sets aren't part of cells", "use a list, or a name for each value"
    ),
    .arrow: ("annotations aren't part of cells", "leave out the type"),
  ]
}
