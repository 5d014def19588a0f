import CellLanguage

extension Expression {
  /// The expressions it is made of, in text order but for comprehensions.
  var parts: [Expression] {
    switch kind {
    case .integer, .float, .string, .boolean, .none, .ellipsis, .name: []
    case .attribute(let inner, _, _), .unary(_, let inner), .not(let inner): [inner]
    case .list(let items), .tuple(let items), .comparison(let items, _): items
    case .binary(_, let left, let right, _), .and(let left, let right), .or(let left, let right):
      [left, right]
    case .conditional(let value, let condition, let otherwise): [value, condition, otherwise]
    case .call(let function, let arguments): [function] + arguments.map(\.value)
    case .index(let base, let items): [base] + items.flatMap(\.expressions)
    case .comprehension(let element, let clauses):
      [element] + clauses.flatMap { [$0.iterable] + $0.conditions }
    case .lambda(let parameters, let body): parameters.compactMap(\.defaultValue) + [body]
    }
  }

  /// Whether names in it may be its own.
  var bindsNames: Bool {
    switch kind {
    case .comprehension, .lambda: true
    default: false
    }
  }
}

extension Statement {
  /// The expressions in it and in the statements inside it.
  var expressions: [Expression] {
    switch kind {
    case .assign(let target, let value), .augmentedAssign(let target, _, let value):
      target.expressions + [value]
    case .expression(let value): [value]
    case .define(let function):
      function.parameters.compactMap(\.defaultValue) + function.body.flatMap(\.expressions)
    case .assert(let condition, let message): [condition] + [message].compactMap(\.self)
    case .forLoop(let target, let iterable, let body):
      target.expressions + [iterable] + body.flatMap(\.expressions)
    case .conditional(let branches, let otherwise):
      branches.flatMap { [$0.condition] + $0.body.flatMap(\.expressions) }
        + otherwise.flatMap(\.expressions)
    case .returnValue(let value): [value].compactMap(\.self)
    case .hole, .importNumPy, .pass: []
    }
  }
}

extension Target {
  fileprivate var expressions: [Expression] {
    switch self {
    case .name: []
    case .tuple(let targets, _): targets.flatMap(\.expressions)
    case .item(_, let items, _): items.flatMap(\.expressions)
    }
  }
}
