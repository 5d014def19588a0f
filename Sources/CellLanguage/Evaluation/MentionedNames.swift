extension Expression {
  /// Every name in the text of the expression, those that belong to a lambda or a comprehension in it included.
  func collectMentioned(into names: inout Set<String>) {
    switch kind {
    case .integer, .float, .string, .boolean, .none, .ellipsis: break
    case .name(let name): names.insert(name)
    case .attribute(let base, _, _): base.collectMentioned(into: &names)
    case .list(let items), .tuple(let items), .comparison(let items, _):
      for item in items { item.collectMentioned(into: &names) }
    case .unary(_, let operand), .not(let operand): operand.collectMentioned(into: &names)
    case .binary(_, let left, let right, _), .and(let left, let right), .or(let left, let right):
      left.collectMentioned(into: &names)
      right.collectMentioned(into: &names)
    case .conditional(let value, let condition, let otherwise):
      for part in [value, condition, otherwise] { part.collectMentioned(into: &names) }
    case .call(let callee, let arguments):
      callee.collectMentioned(into: &names)
      for argument in arguments { argument.value.collectMentioned(into: &names) }
    case .index(let base, let items):
      base.collectMentioned(into: &names)
      for item in items { item.collectMentioned(into: &names) }
    case .comprehension(let element, let clauses):
      element.collectMentioned(into: &names)
      for clause in clauses {
        clause.iterable.collectMentioned(into: &names)
        for condition in clause.conditions { condition.collectMentioned(into: &names) }
      }
    case .lambda(let parameters, let body):
      for parameter in parameters { parameter.defaultValue?.collectMentioned(into: &names) }
      body.collectMentioned(into: &names)
    }
  }
}

extension IndexItem {
  func collectMentioned(into names: inout Set<String>) {
    switch self {
    case .expression(let expression): expression.collectMentioned(into: &names)
    case .slice(let start, let stop, let step, _):
      for part in [start, stop, step] { part?.collectMentioned(into: &names) }
    }
  }
}
