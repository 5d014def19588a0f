// Evaluating `x[i, a:b]`.

extension Interpreter {
  mutating func index(_ expression: Expression) throws(Diagnostic) -> Value {
    guard case .index(let base, let items) = expression.kind else { return .none }
    let value = try evaluate(base)
    let indices = try self.indices(items, expression.range)
    return try entries(of: (base, value), at: indices, expression.range)
  }

  private mutating func entries(
    of base: (Expression, Value), at indices: [IndexValue], _ range: SourceRange
  ) throws(Diagnostic) -> Value {
    let value = base.1
    do throws(Fault) {
      if case .array(let array) = value {
        let result = try indexed(array, by: indices, &budget)
        return indices.count == 1 && indices[0].isPython ? result.item(of: array) : .array(result)
      }
      guard value.isSequence || value.isString else {
        throw Fault.type("\(value.kindWords) can't be indexed", help: value.kindHelp)
      }
      guard indices.count == 1 else {
        throw Fault.type(
          "\(value.kindWords) has one axis; \(indices.count) are indexed",
          help: "x[0][1] takes an item of an item; array(x)[0, 1] makes an array first")
      }
      return try CellLanguage.item(of: value, at: indices[0], &budget)
    } catch {
      throw diagnostic(error, at: range, indexed: operand(base.0, value, side: "the array"))
    }
  }

  /// The items of an index, evaluated; a tuple's items stand for themselves.
  mutating func indices(
    _ items: [IndexItem], _ range: SourceRange
  ) throws(Diagnostic) -> [IndexValue] {
    var result: [IndexValue] = []
    for item in items {
      switch item {
      case .slice(let start, let stop, let step, _):
        result.append(
          .slice(start: try bound(start), stop: try bound(stop), step: try bound(step)))
      case .expression(let expression):
        if case .ellipsis = expression.kind {
          result.append(.ellipsis)
          continue
        }
        let value = try evaluate(expression)
        if items.count == 1, case .tuple(let values) = value {
          result += values.map(IndexValue.value)
        } else {
          result.append(.value(value))
        }
      }
    }
    return result
  }

  private mutating func bound(_ expression: Expression?) throws(Diagnostic) -> Int? {
    guard let expression else { return nil }
    let value = try evaluate(expression)
    if value.isNone { return nil }
    guard let index = value.pythonIndex else {
      throw Diagnostic(
        code: "type",
        "a slice goes from one whole number to another; here stands \(value.kindWords)",
        at: expression.range)
    }
    return index
  }
}
