import AttentionEngine
import CellLanguage

/// One side of a condition with its value.
struct SideOfCheck {
  let expression: Expression
  let value: Value
  /// The value as an array, a single number included; nil where it is something else.
  let array: NDArray?

  init(_ expression: Expression, _ value: Value) {
    self.expression = expression
    self.value = value
    array = value.numbers
  }
}

extension Value {
  /// Numbers and booleans as an array.
  fileprivate var numbers: NDArray? {
    switch self {
    case .array(let array): array
    case .integer(let number, _): NDArray(Tensor(scalar: Double(number)), dtype: .int64)
    case .float(let number, _): NDArray(Tensor(scalar: number))
    case .boolean(let flag, _): NDArray(Tensor(scalar: flag ? 1 : 0), dtype: .bool)
    case .list:
      // A list of numbers becomes an array where it gets a name.
      if case .array(let array) = named("") { array } else { nil }
    default: nil
    }
  }
}

extension Expression {
  /// `name[1]`, `name[0, :]`, `name`: what is indexed, and for each axis the index, nil where all of it is taken.
  var indexedName: (name: String, indices: [Int?])? {
    switch kind {
    case .name(let name): return (name, [])
    case .index(let base, let items):
      guard case .name(let name) = base.kind else { return nil }
      var indices: [Int?] = []
      for item in items {
        guard let index = item.plainIndex else { return nil }
        indices.append(index.value)
      }
      return (name, indices)
    default: return nil
    }
  }

  /// A call of a function by its name, or by the method's: `all(x)` and `x.all()`.
  func call(of function: String) -> [Argument]? {
    guard case .call(let callee, let arguments) = kind else { return nil }
    switch callee.kind {
    case .name(function): return arguments
    case .attribute(let base, function, _):
      return [Argument(name: nil, value: base, range: base.range)] + arguments
    default: return nil
    }
  }
}

extension IndexItem {
  /// A whole number, or a whole axis; nil for any other index.
  fileprivate var plainIndex: (value: Int?, Void)? {
    switch self {
    case .slice(nil, nil, nil, _): return (nil, ())
    case .expression(let expression):
      switch expression.kind {
      case .integer(let index): return (index, ())
      case .unary(.minus, let operand):
        guard case .integer(let index) = operand.kind else { return nil }
        return (-index, ())
      default: return nil
      }
    default: return nil
    }
  }
}
