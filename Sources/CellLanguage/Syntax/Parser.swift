/// Reads tokens into statements by recursive descent: one function for each rule of the grammar.
///
/// A statement that can't be read gives a diagnostic and is left out; the statements around it stand.
struct Parser {
  let source: Source
  let limits: Limits
  private let tokens: [Token]
  private let problems: [Diagnostic]
  private var index = 0
  /// Brackets, operators and blocks around the current place.
  private var depth = 0
  /// Blocks opened and not yet closed.
  private var openBlocks = 0
  private(set) var diagnostics: [Diagnostic] = []
  /// The function being read; nil at the top level.
  var functionName: String?

  init(_ lexer: Lexer) {
    source = lexer.source
    limits = lexer.limits
    tokens = lexer.tokens
    problems = lexer.problems
  }

  // MARK: - Tokens

  var token: Token { tokens[index] }
  /// The token before the current one; the first of the source where there is none.
  var previous: Token { tokens[max(0, index - 1)] }

  func next(_ distance: Int = 1) -> Token {
    tokens[min(index + distance, tokens.count - 1)]
  }

  func at(_ symbol: Symbol) -> Bool { token.kind == .symbol(symbol) }
  func at(_ keyword: Keyword) -> Bool { token.kind == .keyword(keyword) }

  mutating func advance() {
    switch token.kind {
    case .indent: openBlocks += 1
    case .dedent: openBlocks -= 1
    case .end: return
    default: break
    }
    index += 1
  }

  mutating func take(_ symbol: Symbol) -> Bool {
    guard at(symbol) else { return false }
    advance()
    return true
  }

  mutating func take(_ keyword: Keyword) -> Bool {
    guard at(keyword) else { return false }
    advance()
    return true
  }

  /// Goes over a symbol that must stand here; `context` says after what: "after the parameters".
  mutating func expect(_ symbol: Symbol, _ context: String, help: String? = nil) throws(Diagnostic)
  {
    guard take(symbol) else {
      throw failure("expected '\(symbol.rawValue)' \(context)", help: help)
    }
  }

  func range(from start: Int) -> SourceRange {
    // The line break behind a block, and the comments before it, are nobody's: another text can take the block's place.
    var last = max(0, index - 1)
    while last > 0, [.newline, .indent, .dedent].contains(tokens[last].kind) { last -= 1 }
    return SourceRange(start, max(start, tokens[last].range.end))
  }

  func text(of token: Token) -> String {
    TextFilter.visible(source.text(in: token.range).shortened)
  }

  // MARK: - Bounds

  /// Reads something inside something else, as deep as `Limits.nesting` allows.
  mutating func nested<Result>(
    _ body: (inout Parser) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    depth += 1
    defer { depth -= 1 }
    guard depth <= limits.nesting else { throw tooDeep(at: token.range) }
    return try body(&self)
  }

  /// Makes a node, unless it would stand too high.
  func node(_ kind: ExpressionKind, _ range: SourceRange) throws(Diagnostic) -> Expression {
    let expression = Expression(kind, range)
    guard expression.height <= limits.nesting else { throw tooDeep(at: previous.range) }
    return expression
  }

  private func tooDeep(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "bound", "more than \(limits.nesting) brackets, operators or blocks inside one another",
      at: range, help: "give a part of it a name of its own")
  }

  // MARK: - Failures

  /// What is wrong at the current token: its own problem where it has one, what cells refuse where it is that,
  /// else the message given.
  func failure(_ message: String, help: String? = nil) -> Diagnostic {
    if case .invalid(let problem) = token.kind { return problems[problem] }
    if let refusal = Refusals.refusal(of: token) { return refusal }
    return Diagnostic(code: "syntax", message, at: placeOfFailure, help: help)
  }

  /// A missing piece at the end of a line is shown behind the last thing that stands there.
  private var placeOfFailure: SourceRange {
    switch token.kind {
    case .newline, .end, .dedent, .indent:
      index == 0 ? token.range : SourceRange(previous.range.end, previous.range.end)
    default: token.range
    }
  }

  // MARK: - Statements with recovery

  /// program = { statement } END
  mutating func program() -> [Statement] {
    var statements: [Statement] = []
    while token.kind != .end {
      let start = index
      do throws(Diagnostic) {
        try statement(into: &statements)
      } catch {
        diagnostics.append(error)
        recover(from: start)
      }
    }
    return statements
  }

  /// Goes to where the next statement of the top level begins, over the block of the one that failed.
  private mutating func recover(from start: Int) {
    depth = 0
    functionName = nil
    if index > start, previous.kind == .newline, openBlocks == 0, token.kind != .indent { return }
    repeat {
      while ![.newline, .indent, .dedent, .end].contains(token.kind) { advance() }
      if token.kind == .newline { advance() }
      while token.kind == .indent || token.kind == .dedent { advance() }
    } while (openBlocks > 0 || continuesStatement) && token.kind != .end
  }

  /// Whether this line belongs to the statement that failed above it.
  private var continuesStatement: Bool {
    [.keyword(.except), .keyword(.finally), .keyword(.elif), .keyword(.else)].contains(token.kind)
  }
}

extension Program {
  /// Reads a source; what can't be read is in `diagnostics`, in text order.
  ///
  /// Takes time linear in the source's length.
  package init(parsing source: Source, limits: Limits = .standard) {
    if let problem = SourceBounds.problem(of: source, limits: limits) {
      self.init(source: source, statements: [], options: [], diagnostics: [problem])
      return
    }
    let lexer = Lexer(source, limits: limits)
    var parser = Parser(lexer)
    let statements = parser.program()
    let diagnostics = ProblemList.inOrder(parser.diagnostics + lexer.optionProblems)
    self.init(
      source: source, statements: statements, options: lexer.options, diagnostics: diagnostics)
  }
}

/// The places of a source that can't be read.
private enum ProblemList {
  /// More help nobody.
  static let limit = 100

  /// In text order, the first of them where there are very many.
  static func inOrder(_ problems: [Diagnostic]) -> [Diagnostic] {
    let sorted = problems.enumerated().sorted {
      ($0.element.primary.range.start, $0.offset) < ($1.element.primary.range.start, $1.offset)
    }.map(\.element)
    guard sorted.count > limit else { return sorted }
    return sorted.prefix(limit) + [
      Diagnostic(
        code: "bound", "\(sorted.count - limit) more places can't be read, from here on",
        at: sorted[limit].primary.range)
    ]
  }
}

/// What a source must keep to before it is read at all.
private enum SourceBounds {
  static func problem(of source: Source, limits: Limits) -> Diagnostic? {
    let bytes = source.text.utf8
    if bytes.count > limits.sourceBytes {
      return Diagnostic(
        code: "bound", "a source may have \(limits.sourceBytes) bytes; this one has \(bytes.count)",
        at: SourceRange(0, 0))
    }
    guard bytes.count > limits.lineLength else { return nil }
    var start = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.count > limits.lineLength,
        String(decoding: line, as: UTF8.self).unicodeScalars.count > limits.lineLength
      {
        return Diagnostic(
          code: "bound", "a line may have \(limits.lineLength) characters; this one has more",
          at: SourceRange(start, start), help: "break it inside brackets")
      }
      start += line.count + 1
    }
    return nil
  }
}
