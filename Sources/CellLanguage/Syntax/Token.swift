/// The smallest piece of a program's text, by Python's rules.
struct Token: Sendable {
  enum Kind: Hashable, Sendable {
    case name(String)
    case keyword(Keyword)
    case integer(Int)
    case float(Double)
    case string(String)
    case symbol(Symbol)
    /// The end of a logical line: not inside brackets, not after a backslash.
    case newline
    case indent
    case dedent
    case end
    /// What could not be read; the index of its diagnostic among the lexer's problems.
    case invalid(Int)
  }

  let kind: Kind
  let range: SourceRange
}

/// Every word that Python keeps for itself, whether or not cells know it.
enum Keyword: String, CaseIterable, Sendable {
  case `False`, `None`, `True`
  case and, `as`, assert, async, await, `break`, `class`, `continue`, def, del, elif, `else`
  case except, finally, `for`, from, global, `if`, `import`, `in`, `is`, lambda, nonlocal, not
  case or, pass, raise, `return`, `try`, `while`, with, yield
}

/// Operators and delimiters; those that cells refuse are read too, so that the refusal can name them.
enum Symbol: String, CaseIterable, Sendable {
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBracket = "["
  case closeBracket = "]"
  case openBrace = "{"
  case closeBrace = "}"
  case comma = ","
  case colon = ":"
  case semicolon = ";"
  case dot = "."
  case ellipsis = "..."
  case assign = "="
  case walrus = ":="
  case arrow = "->"
  case plus = "+"
  case minus = "-"
  case star = "*"
  case slash = "/"
  case doubleSlash = "//"
  case percent = "%"
  case at = "@"
  case doubleStar = "**"
  case ampersand = "&"
  case bar = "|"
  case tilde = "~"
  case caret = "^"
  case shiftLeft = "<<"
  case shiftRight = ">>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
  case plusAssign = "+="
  case minusAssign = "-="
  case starAssign = "*="
  case slashAssign = "/="
  case doubleSlashAssign = "//="
  case percentAssign = "%="
  case atAssign = "@="
  case doubleStarAssign = "**="
  case ampersandAssign = "&="
  case barAssign = "|="
  case caretAssign = "^="
  case shiftLeftAssign = "<<="
  case shiftRightAssign = ">>="

  /// By their text; each is at most three bytes long.
  static let byText: [String: Symbol] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// The bracket that closes this one.
  var closer: Symbol? {
    switch self {
    case .openParenthesis: .closeParenthesis
    case .openBracket: .closeBracket
    case .openBrace: .closeBrace
    default: nil
    }
  }

  var isCloser: Bool {
    self == .closeParenthesis || self == .closeBracket || self == .closeBrace
  }

  /// The operator that an augmented assignment applies.
  var augmented: BinaryOperator? {
    switch self {
    case .plusAssign: .add
    case .minusAssign: .subtract
    case .starAssign: .multiply
    case .slashAssign: .divide
    case .doubleSlashAssign: .floorDivide
    case .percentAssign: .modulo
    case .atAssign: .matmul
    case .doubleStarAssign: .power
    case .ampersandAssign: .and
    case .barAssign: .or
    default: nil
    }
  }
}
