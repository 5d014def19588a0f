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
  ///
  /// - Parameter name: one that it defines; what is taken for the others beside it isn't told then.
  package func usedValues(defining name: String? = nil) -> [String] {
    var seen: Set<String> = []
    return uses(defining: name).filter { $0.role != .size && seen.insert($0.name).inserted }
      .map(\.name)
  }

  /// The names that it takes from outside, each with what for where it is first used, in text order.
  ///
  /// - Parameter name: one that it defines; what is taken for the others beside it isn't told then.
  package func usedRoles(defining name: String? = nil) -> [(name: String, role: NameRole)] {
    var seen: Set<String> = []
    return uses(defining: name).filter { seen.insert($0.name).inserted }
      .map { ($0.name, $0.role) }
  }

  private func uses(
    defining name: String?
  ) -> [(name: String, range: SourceRange, role: NameRole)] {
    var names = NameCollector()
    if let name, let part = part(defining: name) { names.visit(part) } else { names.visit(self) }
    return names.sorted
  }

  /// The `b * 3` of `c, d = a * 2, b * 3`, for `d`; nil where a name has no part of its own.
  private func part(defining name: String) -> Expression? {
    guard case .assign(.tuple(let targets, _), let value) = kind,
      case .tuple(let parts) = value.kind, parts.count == targets.count
    else { return nil }
    let place = targets.firstIndex { target in target.names.contains { $0.0 == name } }
    return place.map { parts[$0] }
  }
}

/// What the value of a name is taken for.
package enum NameRole: Hashable, Sendable {
  case value
  /// Nothing but its size: `x.shape`, `len(x)`, `zeros_like(x)`.
  case size
  /// Which entries are taken: `x[order]`.
  case index
  /// Which of two is taken: `where(mask, x, 0)`, `x if mask else 0`.
  case condition
  /// One of two that may be taken: `x if mask else 0`.
  case side
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
  private typealias Use = (name: String, range: SourceRange, role: NameRole)
  private var uses: [Use] = []
  private var scopes: [Set<String>] = []
  private var role = NameRole.value

  /// In text order.
  var sorted: [(name: String, range: SourceRange, role: NameRole)] {
    uses.sorted { $0.range.start < $1.range.start }
  }

  /// Each name once, where the text first has it.
  var used: [(String, SourceRange)] {
    var seen: Set<String> = []
    return sorted.filter { seen.insert($0.name).inserted }.map { ($0.name, $0.range) }
  }

  private mutating func use(_ name: String, _ range: SourceRange) {
    guard !scopes.contains(where: { $0.contains(name) }) else { return }
    uses.append((name, range, role))
  }

  /// What stands inside something that is taken for another thing stays what that is taken for.
  private mutating func taking(as role: NameRole, _ body: (inout NameCollector) -> Void) {
    let outer = self.role
    if outer == .value || outer == .side || role == .size { self.role = role }
    body(&self)
    self.role = outer
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
        taking(as: .condition) { $0.visit(branch.condition) }
        taking(as: .side) { $0.visit(branch.body) }
      }
      taking(as: .side) { $0.visit(otherwise) }
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
      let isSize = ["shape", "ndim", "size"].contains(name)
      taking(as: isSize ? .size : .value) { $0.visit(inner) }
    case .unary(_, let inner), .not(let inner): visit(inner)
    case .list(let elements), .tuple(let elements), .comparison(let elements, _):
      for element in elements { visit(element) }
    case .binary(_, let left, let right, _), .and(let left, let right), .or(let left, let right):
      visit(left)
      visit(right)
    case .conditional(let value, let condition, let otherwise):
      taking(as: .side) { $0.visit(value) }
      taking(as: .condition) { $0.visit(condition) }
      taking(as: .side) { $0.visit(otherwise) }
    case .call(let function, let arguments):
      visit(function)
      for (index, argument) in arguments.enumerated() {
        taking(as: function.role(ofArgument: index)) { $0.visit(argument.value) }
      }
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
    taking(as: .index) { names in
      for expression in items.flatMap(\.expressions) { names.visit(expression) }
    }
  }

  /// A clause's iterable is read outside its variable, its conditions and what follows inside.
  private mutating func visit(_ element: Expression, _ clauses: ArraySlice<ComprehensionClause>) {
    guard let clause = clauses.first else { return visit(element) }
    visit(clause.iterable)
    inScope(Set(clause.target.names.map(\.0))) { names in
      names.visit(clause.target)
      names.taking(as: .condition) { names in
        for condition in clause.conditions { names.visit(condition) }
      }
      names.visit(element, clauses.dropFirst())
    }
  }
}

extension Expression {
  /// What a function takes an argument for: some ask nothing but the shape of what they are given.
  fileprivate func role(ofArgument index: Int) -> NameRole {
    guard case .name(let name) = kind else { return .value }
    switch name {
    case "len", "zeros_like", "ones_like": return .size
    case "where" where index == 0: return .condition
    default: return .value
    }
  }
}

/// Whether a text can be a name of a program: letters, digits and `_`, no word of Python's own.
package func isName(_ text: String) -> Bool {
  let lexer = Lexer(Source(text), limits: .standard)
  guard case .name(text)? = lexer.tokens.first?.kind else { return false }
  return lexer.tokens.count == 3 && !NumPyModule.names.contains(text)
}
