import AttentionEngine

// `A.T`, `A.shape` and the methods of arrays, which are functions of the table with the array as first argument.

/// The methods of arrays.
enum Methods {
  /// Under the name of the function in the table that does the same.
  static let functions: [String] = [
    "sum", "mean", "var", "std", "max", "min", "argmax", "argmin", "any", "all", "cumsum",
    "argsort",
    "reshape", "transpose", "swapaxes", "squeeze", "repeat", "round", "clip", "dot",
  ]
  /// With a body of their own below.
  static let own = ["copy", "astype", "tolist", "item", "flatten", "ravel"]
  static let names = functions + own
  static let attributes = ["T", "shape", "ndim", "size"]
  /// What may be a view of the array's own memory.
  static let sharing: Set<String> = ["reshape", "transpose", "swapaxes", "squeeze", "ravel"]
}

extension Interpreter {
  mutating func attribute(
    _ name: String, of base: Expression, at range: SourceRange
  ) throws(Diagnostic) -> Value {
    let value = try evaluate(base).asNumericArray
    guard case .array(let array) = value else { throw noAttribute(name, value, base, range) }
    switch name {
    case "shape": return .tuple(array.shape.map { .integer($0, nil) })
    case "ndim": return .integer(array.shape.count, nil)
    case "size": return .integer(array.tensor.count, nil)
    case "T":
      do { return .array(try transposed(array, axes: nil, &budget)) } catch {
        throw diagnostic(error, at: range)
      }
    default:
      guard Methods.names.contains(name) else { throw noAttribute(name, value, base, range) }
      throw Diagnostic(
        code: "type", "\(name) is a method: it is called with brackets", at: range,
        help: "\(shortText(of: base.range) ?? "A").\(name)()")
    }
  }

  private func noAttribute(
    _ name: String, _ value: Value, _ base: Expression, _ range: SourceRange
  ) -> Diagnostic {
    let text = shortText(of: base.range)
    guard case .array = value else {
      let isKnown = Methods.attributes.contains(name) || Methods.names.contains(name)
      let help: String? =
        if isKnown, value.isNumeric || value.isSequence {
          "array(\(text ?? "…")) makes an array, which has .\(name)"
        } else {
          nil
        }
      return Diagnostic(code: "type", "\(value.kindWords) has no .\(name)", at: range, help: help)
    }
    if name == "sort" {
      return Diagnostic(
        code: "unsupported", ".sort() sorts an array in place, which is not supported", at: range,
        help: "sort(\(text ?? "A")) gives a sorted copy")
    }
    let near = NearNames.nearest(to: name, in: Methods.attributes + Methods.names)
    let advice =
      near.isEmpty
      ? FunctionTable.row(named: name).map { "\($0.name)(\(text ?? "A")) is a function" }
      : "did you mean \(near.map { "." + $0 }.joined(separator: " or "))?"
    return Diagnostic(
      code: "type", "an array has no .\(name)", at: range,
      help: advice ?? "it has .T .shape .ndim .size and the methods of the reference")
  }

  mutating func callMethod(
    _ name: String, of base: Expression, _ nameRange: SourceRange, _ arguments: [Argument],
    at range: SourceRange
  ) throws(Diagnostic) -> Value {
    let value = try evaluate(base).asNumericArray
    guard case .array(let array) = value, Methods.names.contains(name) else {
      if case .array = value, Methods.attributes.contains(name) {
        throw Diagnostic(
          code: "type", ".\(name) is no method: it stands without brackets", at: range,
          help: "\(shortText(of: base.range) ?? "A").\(name)")
      }
      throw noMethod(name, value, base, nameRange)
    }
    if Methods.own.contains(name) {
      return try ownMethod(name, array, try evaluate(arguments), at: range)
    }
    guard let row = FunctionTable.row(named: name) else {
      throw noMethod(name, value, base, nameRange)
    }
    let own = CallArgument(name: nil, value: value, place: base.range, range: base.range)
    return try call(row, gathered(name, try evaluate(arguments, after: own)), at: range)
  }

  private func noMethod(
    _ name: String, _ value: Value, _ base: Expression, _ range: SourceRange
  ) -> Diagnostic {
    if value.isList, name == "append" {
      return Diagnostic(
        code: "unsupported",
        ".append stands as a statement inside a function, on a list of its own",
        at: range, help: "here write xs + [x]")
    }
    return noAttribute(name, value, base, range)
  }

  /// `A.reshape(2, 3)` is `reshape(A, (2, 3))`; so with `transpose`. The first of the values is the array.
  private func gathered(_ method: String, _ values: [CallArgument]) -> [CallArgument] {
    guard values.count > 2, method == "reshape" || method == "transpose",
      !values.contains(where: { $0.name != nil })
    else { return values }
    let sizes = Value.tuple(values.dropFirst().map(\.value))
    return [
      values[0],
      CallArgument(name: nil, value: sizes, place: values[1].place, range: values[1].range),
    ]
  }

  private mutating func ownMethod(
    _ name: String, _ array: NDArray, _ values: [CallArgument], at range: SourceRange
  ) throws(Diagnostic) -> Value {
    if name == "astype" {
      guard values.count == 1, values[0].name == nil || values[0].name == "dtype",
        case .builtin(let type) = values[0].value, let dtype = DType(pythonName: type)
      else {
        throw Diagnostic(
          code: "type", "astype takes bool, int or float", at: range, help: "A.astype(float)")
      }
      do { return .array(try converted(array, to: dtype, &budget)) } catch {
        throw diagnostic(error, at: range)
      }
    }
    guard values.isEmpty else {
      throw Diagnostic(code: "type", ".\(name)() takes no arguments here", at: values[0].range)
    }
    do throws(Fault) {
      switch name {
      case "copy": return .array(array)
      case "flatten", "ravel":
        return .array(try reshaped(array, to: [array.tensor.count], &budget))
      case "item":
        guard array.tensor.count == 1 else {
          throw Fault.value("item() takes an array of one entry, not \(array.tensor.count)")
        }
        return array.pythonNumber
      default:
        try budget.reserveItems(array.tensor.count)
        return nestedList(array)
      }
    } catch {
      throw diagnostic(error, at: range)
    }
  }

  /// The entries as Python's numbers in nested lists.
  private func nestedList(_ array: NDArray) -> Value {
    func list(_ axis: Int, _ start: Int, _ count: Int) -> Value {
      guard axis < array.shape.count else {
        let entry = array.tensor.entries[start]
        return NDArray(Tensor(scalar: entry), dtype: array.dtype).pythonNumber.untraced
      }
      let size = array.shape[axis]
      let inner = size == 0 ? 0 : count / size
      return .list((0..<size).map { list(axis + 1, start + $0 * inner, inner) })
    }
    return list(0, 0, array.tensor.count)
  }
}

extension Value {
  /// A list of numbers as the array that it serves as; any other value as it is.
  var asNumericArray: Value {
    if case .list(let items) = self, let array = NDArray(items: items) {
      .array(array)
    } else {
      self
    }
  }

  /// A Python number without the way it came about.
  var untraced: Value {
    switch self {
    case .integer(let value, _): .integer(value, nil)
    case .float(let value, _): .float(value, nil)
    default: self
    }
  }
}

extension DType {
  /// `float`, `int`, `bool`, and NumPy's names for them.
  init?(pythonName: String) {
    switch pythonName {
    case "float", "float64": self = .float64
    case "int", "int64": self = .int64
    case "bool", "bool_": self = .bool
    default: return nil
    }
  }
}
