import AttentionEngine

@testable import CellLanguage

/// What a program gives when all of its statements run one after the other, in words to compare with.
struct ProgramResult {
  /// The value of the last statement, as Python's `repr` of its nested lists, or what is wrong.
  var text = ""
  var value: Value?
  var diagnostic: Diagnostic?
  var environment = Environment()
}

/// Runs a program and stops at the first error.
func run(
  _ text: String, limits: Limits = .standard, in environment: Environment = Environment()
) -> ProgramResult {
  let source = Source(text)
  let program = Program(parsing: source, limits: limits)
  var result = ProgramResult(environment: environment)
  if let first = program.diagnostics.first {
    result.diagnostic = first
    result.text = words(first)
    return result
  }
  var interpreter = Interpreter(limits: limits)
  for statement in program.statements {
    switch interpreter.run(statement, of: source, in: &result.environment).outcome {
    case .value(let value):
      result.value = value
      result.text = value.pythonText
    case .failure(let diagnostic):
      result.diagnostic = diagnostic
      result.text = words(diagnostic)
      return result
    case .waiting(let name, _): result.text = "waiting for \(name)"
    }
  }
  return result
}

private func words(_ diagnostic: Diagnostic) -> String {
  "\(diagnostic.code): \(diagnostic.message)"
}

extension Value {
  /// The value as Python writes it; arrays by their kind and nested lists.
  var pythonText: String {
    switch self {
    case .none: return "None"
    case .boolean(let value, _): return value ? "True" : "False"
    case .integer(let value, _): return String(value)
    case .float(let value, _): return PythonFloat.repr(value)
    case .string(let text): return "'\(text)'"
    case .list(let items): return "[" + items.map(\.pythonText).joined(separator: ", ") + "]"
    case .tuple(let items):
      let inner = items.map(\.pythonText).joined(separator: ", ")
      return items.count == 1 ? "(\(inner),)" : "(\(inner))"
    case .range(let start, let stop, let step): return "range(\(start), \(stop), \(step))"
    case .array(let array): return "\(array.dtype.rawValue) \(array.pythonText)"
    case .function(let closure): return "function \(closure.function.name)"
    case .builtin(let name): return "function \(name)"
    }
  }
}

extension NDArray {
  fileprivate var pythonText: String {
    func text(_ axis: Int, _ start: Int, _ count: Int) -> String {
      guard axis < shape.count else { return entryText(tensor.entries[start]) }
      let inner = shape[axis] == 0 ? 0 : count / shape[axis]
      let items = (0..<shape[axis]).map { text(axis + 1, start + $0 * inner, inner) }
      return "[" + items.joined(separator: ", ") + "]"
    }
    return text(0, 0, tensor.count)
  }

  private func entryText(_ entry: Double) -> String {
    switch dtype {
    case .bool: entry != 0 ? "True" : "False"
    case .int64: String(Int(exactly: entry) ?? 0)
    case .float64: PythonFloat.repr(entry)
    }
  }
}
