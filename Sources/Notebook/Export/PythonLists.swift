import CellLanguage

// A list of numbers that goes by a name is an array in the exported text. In a cell Python's own answers stand for it
// where Python has one: these are put back.

extension PythonStatement {
  /// The axes that are left of a named list of numbers, and its kind of number; nil for anything else.
  private func namedList(_ expression: Expression) -> (rank: Int, dtype: DType)? {
    switch expression.kind {
    case .name(let name):
      guard case .array(let array)? = definitions.last(where: { $0.name == name })?.value,
        array.list != nil
      else { return nil }
      return (array.shape.count, array.dtype)
    case .index(let base, let items):
      guard items.count == 1, let list = namedList(base), list.rank > 0 else { return nil }
      if case .slice = items[0] { return list }
      guard case .expression(let index) = items[0], index.isWholeNumber else { return nil }
      return (list.rank - 1, list.dtype)
    default: return nil
    }
  }

  private func isList(_ expression: Expression) -> Bool {
    if case .list = expression.kind { return true }
    return namedList(expression).map { $0.rank > 0 } ?? false
  }

  /// Two lists are equal or not as a whole.
  func comparisonEdits(_ expression: Expression) -> [TextEdit] {
    guard case .comparison(let sides, let operators) = expression.kind, sides.count == 2,
      operators[0] == .equal || operators[0] == .notEqual, sides.allSatisfy(isList),
      sides.contains(where: { namedList($0) != nil })
    else { return [] }
    let between = SourceRange(sides[0].range.end, sides[1].range.start)
    guard unit.source.text(in: between).filter({ $0 != " " }) == operators[0].rawValue else {
      return []
    }
    let (start, end) = (sides[0].range.start, sides[1].range.end)
    let isNegated = operators[0] == .notEqual
    return [
      TextEdit(
        range: SourceRange(start, start),
        text: isNegated ? "(not np.array_equal(" : "np.array_equal("),
      TextEdit(range: between, text: ", "),
      TextEdit(range: SourceRange(end, end), text: isNegated ? "))" : ")"),
    ]
  }

  /// The numbers of a list are Python's: `x[0] ** -1` has a value, and True + True is 2.
  func numberEdits(_ part: Expression, in expression: Expression) -> [TextEdit] {
    guard let list = namedList(part), list.rank == 0, expression.tellsNumbersApart(list.dtype)
    else { return [] }
    return [TextEdit(range: SourceRange(part.range.end, part.range.end), text: ".item()")]
  }
}

extension Expression {
  fileprivate var isWholeNumber: Bool {
    switch kind {
    case .integer: true
    case .unary(.minus, let inner): inner.isWholeNumber
    default: false
    }
  }

  /// Whether its result is another for Python's numbers than for NumPy's.
  fileprivate func tellsNumbersApart(_ dtype: DType) -> Bool {
    switch kind {
    case .unary: dtype != .float64
    case .binary(let operation, _, _, _):
      dtype == .bool || dtype == .int64 && operation == .power
    default: false
    }
  }
}
