// Which names a statement defines and which it needs: what the order of computation rests on.

extension Statement {
  /// The names that the statement defines at its level, in order.
  package var definedNames: [(String, SourceRange)] {
    switch kind {
    case .assign(let target, _): target.names
    case .hole(let name): [(name, SourceRange(range.start, range.start + name.utf8.count))]
    case .define(let function): [(function.name, function.nameRange)]
    default: []
    }
  }

  /// The names that the statement takes from outside, each where it is first used, in text order.
  ///
  /// Parameters, local names and the variables of comprehensions are not among them, nor a function's own name
  /// inside its body.
  package var usedNames: [(String, SourceRange)] {
    var names = NameCollector()
    names.visit(self)
    return names.used
  }

  /// The same without those of which nothing but a size is asked: `len(x)`, `x.shape`, `zeros_like(x)`.
  package var usedValues: [String] {
    var names = NameCollector()
    names.passesOverSizes = true
    names.visit(self)
    return names.used.map(\.0)
  }
}

extension Expression {
  /// The names that the expression takes from outside, each where it is first used, in text order.
  package var usedNames: [(String, SourceRange)] {
    var names = NameCollector()
    names.visit(self)
    return names.used
  }
}

extension Target {
  /// The names it defines, in order; setting an entry defines none.
  package var names: [(String, SourceRange)] {
    switch self {
    case .name(let name, let range): [(name, range)]
    case .tuple(let targets, _): targets.flatMap(\.names)
    case .item: []
    }
  }
}

extension Function {
  /// Its parameters and every name that its body gives a value, as Python decides it: for the whole body.
  package var localNames: Set<String> {
    Set(parameters.map(\.name)).union(body.flatMap(\.locals))
  }

  /// The names whose entries are set, with the place.
  var itemTargets: [(String, SourceRange)] { body.flatMap(\.itemTargets) }
}

extension Statement {
  fileprivate var locals: [String] {
    switch kind {
    case .assign(let target, _), .augmentedAssign(let target, _, _): target.names.map(\.0)
    case .forLoop(let target, _, let body): target.names.map(\.0) + body.flatMap(\.locals)
    case .conditional(let branches, let otherwise):
      branches.flatMap { $0.body.flatMap(\.locals) } + otherwise.flatMap(\.locals)
    default: []
    }
  }

  fileprivate var itemTargets: [(String, SourceRange)] {
    switch kind {
    case .assign(let target, _), .augmentedAssign(let target, _, _): target.itemTargets
    case .forLoop(let target, _, let body): target.itemTargets + body.flatMap(\.itemTargets)
    case .conditional(let branches, let otherwise):
      branches.flatMap { $0.body.flatMap(\.itemTargets) } + otherwise.flatMap(\.itemTargets)
    default: []
    }
  }
}

extension Target {
  fileprivate var itemTargets: [(String, SourceRange)] {
    switch self {
    case .name: []
    case .tuple(let targets, _): targets.flatMap(\.itemTargets)
    case .item(let name, _, let range): [(name, range)]
    }
  }
}

/// Walks over a statement and keeps the names that no scope around them binds.
private struct NameCollector {
  private var uses: [(String, SourceRange)] = []
  private var scopes: [Set<String>] = []
  var passesOverSizes = false

  /// Each name once, where the text first has it.
  var used: [(String, SourceRange)] {
    var seen: Set<String> = []
    return uses.sorted { $0.1.start < $1.1.start }.filter { seen.insert($0.0).inserted }
  }

  private mutating func use(_ name: String, _ range: SourceRange) {
    guard !scopes.contains(where: { $0.contains(name) }) else { return }
    uses.append((name, range))
  }

  private mutating func inScope(_ names: Set<String>, _ body: (inout NameCollector) -> Void) {
    scopes.append(names)
    body(&self)
    scopes.removeLast()
  }

  // MARK: - Statements

  mutating func visit(_ statement: Statement) {
    switch statement.kind {
    case .assign(let target, let value):
      visit(target)
      visit(value)
    case .augmentedAssign(let target, _, let value):
      for (name, range) in target.names { use(name, range) }
      visit(target)
      visit(value)
    case .expression(let value): visit(value)
    case .assert(let condition, let message):
      visit(condition)
      if let message { visit(message) }
    case .define(let function): visit(function)
    case .forLoop(let target, let iterable, let body):
      visit(target)
      visit(iterable)
      visit(body)
    case .conditional(let branches, let otherwise):
      for branch in branches {
        visit(branch.condition)
        visit(branch.body)
      }
      visit(otherwise)
    case .returnValue(let value):
      if let value { visit(value) }
    case .hole, .importNumPy, .pass: break
    }
  }

  private mutating func visit(_ statements: [Statement]) {
    for statement in statements { visit(statement) }
  }

  private mutating func visit(_ function: Function) {
    for parameter in function.parameters { visit(parameter.defaultValue) }
    inScope(function.localNames.union([function.name])) { $0.visit(function.body) }
  }

  private mutating func visit(_ target: Target) {
    switch target {
    case .name: break
    case .tuple(let targets, _): for target in targets { visit(target) }
    case .item(let name, let items, let range):
      use(name, range)
      visit(items)
    }
  }

  // MARK: - Expressions

  private mutating func visit(_ expression: Expression?) {
    if let expression { visit(expression) }
  }

  mutating func visit(_ expression: Expression) {
    switch expression.kind {
    case .integer, .float, .string, .boolean, .none, .ellipsis: break
    case .name(let name): use(name, expression.range)
    case .attribute(let inner, let name, _):
      if !passesOverSizes || !["shape", "ndim", "size"].contains(name) { visit(inner) }
    case .unary(_, let inner), .not(let inner): visit(inner)
    case .list(let elements), .tuple(let elements), .comparison(let elements, _):
      for element in elements { visit(element) }
    case .binary(_, let left, let right, _), .and(let left, let right), .or(let left, let right):
      visit(left)
      visit(right)
    case .conditional(let value, let condition, let otherwise):
      visit(value)
      visit(condition)
      visit(otherwise)
    case .call(let function, let arguments):
      visit(function)
      if passesOverSizes, function.isSizeFunction { return }
      for argument in arguments { visit(argument.value) }
    case .index(let base, let items):
      visit(base)
      visit(items)
    case .comprehension(let element, let clauses): visit(element, clauses[...])
    case .lambda(let parameters, let body):
      for parameter in parameters { visit(parameter.defaultValue) }
      inScope(Set(parameters.map(\.name))) { $0.visit(body) }
    }
  }

  private mutating func visit(_ items: [IndexItem]) {
    for expression in items.flatMap(\.expressions) { visit(expression) }
  }

  /// A clause's iterable is read outside its variable, its conditions and what follows inside.
  private mutating func visit(_ element: Expression, _ clauses: ArraySlice<ComprehensionClause>) {
    guard let clause = clauses.first else { return visit(element) }
    visit(clause.iterable)
    inScope(Set(clause.target.names.map(\.0))) { names in
      names.visit(clause.target)
      for condition in clause.conditions { names.visit(condition) }
      names.visit(element, clauses.dropFirst())
    }
  }
}

extension Expression {
  /// A function that asks nothing but the shape of what it is given.
  fileprivate var isSizeFunction: Bool {
    guard case .name(let name) = kind else { return false }
    return ["len", "zeros_like", "ones_like"].contains(name)
  }
}

/// Whether a text can be a name of a program: letters, digits and `_`, no word of Python's own.
package func isName(_ text: String) -> Bool {
  let lexer = Lexer(Source(text), limits: .standard)
  guard case .name(text)? = lexer.tokens.first?.kind else { return false }
  return lexer.tokens.count == 3 && !NumPyModule.names.contains(text)
}
