import AttentionEngine

/// Runs statements and evaluates expressions, within one budget of steps.
///
/// One interpreter is one run: its steps are those of all statements together.
package struct Interpreter {
  package let limits: Limits
  var budget: Budget
  /// The names of the top level, while something runs.
  var environment = Environment()
  /// The names of the function that is running.
  var frame = Frame.nowhere
  /// Expressions and statements inside one another.
  var depth = 0
  /// Calls inside one another.
  var calls = 0
  /// Whether the value that the last call returned can be seen by nothing else.
  var lastReturnWasOwn = false

  package init(limits: Limits = .standard) {
    self.limits = limits
    self.budget = Budget(limits: limits)
  }

  /// The steps taken so far.
  package var steps: Int { budget.steps }

  /// Runs a statement of the top level and defines its names in the environment.
  ///
  /// Every name it uses must be known; what waits for what is the notebook's affair. After a failure the names that
  /// the statement would have defined are unknown.
  package mutating func run(
    _ statement: Statement, of source: Source, in environment: inout Environment
  ) -> StatementResult {
    begin(source, environment)
    do throws(Diagnostic) {
      let result = try runTopLevel(statement)
      end()
      for (name, value) in result.definitions { environment.values[name] = value }
      return result
    } catch {
      end()
      for (name, _) in statement.definedNames { environment.values[name] = nil }
      return StatementResult(outcome: .failure(error))
    }
  }

  /// The value of an expression, for a number quoted in prose.
  package mutating func evaluate(
    _ expression: Expression, of source: Source, in environment: Environment
  ) throws(Diagnostic) -> Value {
    begin(source, environment)
    defer { end() }
    return try evaluate(expression)
  }

  private mutating func begin(_ source: Source, _ environment: Environment) {
    self.environment = environment
    frame = Frame(source: source)
    depth = 0
    calls = 0
  }

  /// Lets go of the environment, so that changing it copies nothing.
  private mutating func end() {
    environment = Environment()
  }
}

extension Interpreter {
  private mutating func runTopLevel(_ statement: Statement) throws(Diagnostic) -> StatementResult {
    switch statement.kind {
    case .assign(let target, let expression):
      let value = try evaluate(expression)
      return try define(target, value, at: expression.range)
    case .hole(let name):
      return StatementResult(outcome: .waiting(for: name, reason: .hole))
    case .expression(let expression):
      return StatementResult(outcome: .value(try evaluate(expression)))
    case .define(let function):
      let value = Value.function(try closure(of: function))
      return StatementResult(outcome: .value(value), definitions: [(function.name, value)])
    case .assert(let condition, let message):
      try check(condition, message: message, at: statement.range)
      return StatementResult(outcome: .value(.none))
    case .importNumPy, .pass:
      return StatementResult(outcome: .value(.none))
    case .augmentedAssign, .forLoop, .conditional, .returnValue:
      throw Diagnostic(
        code: "unsupported", "this stands inside a function only", at: statement.range,
        help: "def f(…): … may hold it")
    }
  }

  /// Binds the names of a top-level target and names the traces.
  private mutating func define(
    _ target: Target, _ value: Value, at range: SourceRange
  ) throws(Diagnostic) -> StatementResult {
    if case .name(let name, _) = target {
      let named = value.named(name)
      let definitions = [(name: name, value: named)]
      if named.weight.entries > Interpreter.smallEntries { try checkHeld(definitions, at: range) }
      return StatementResult(outcome: .value(named), definitions: definitions)
    }
    let definitions = try unpacked(target, value, at: range).map {
      (name: $0.name, value: $0.value.named($0.name))
    }
    try checkHeld(definitions, at: range)
    let outcome =
      definitions.count == 1 ? definitions[0].value : Value.tuple(definitions.map(\.value))
    return StatementResult(outcome: .value(outcome), definitions: definitions)
  }

  /// What a definition may hold without being added up with all others: a source has room for some hundred thousand names,
  /// which can't be too much together if each is small.
  private static let smallEntries = 100

  /// All names together hold a bounded number of entries.
  private func checkHeld(
    _ definitions: [(name: String, value: Value)], at range: SourceRange
  ) throws(Diagnostic) {
    var held = definitions.reduce(0) { $0 + $1.value.weight.entries }
    let redefined = Set(definitions.map(\.name))
    for (name, value) in environment.values where !redefined.contains(name) {
      held += value.weight.entries
    }
    guard held <= limits.heldEntries else {
      throw Diagnostic(
        code: "bound",
        "all names together may hold \(grouped(limits.heldEntries)) entries, and with this one"
          + " they would hold \(grouped(held))", at: range, help: "smaller arrays")
    }
  }
}

extension Value {
  /// The value as a name stands for it: explanations can say the name.
  package func named(_ name: String) -> Value {
    switch self {
    case .array(let array):
      return .array(
        NDArray(dtype: array.dtype, trace: array.trace.named(name), list: array.list))
    case .list(let items):
      guard let array = NDArray(items: items) else { return self }
      return Value.array(array).named(name)
    case .integer(let value, let trace):
      return .integer(value, (trace ?? Trace(literal: Double(value))).named(name))
    case .float(let value, let trace):
      return .float(value, (trace ?? Trace(literal: value)).named(name))
    case .boolean(let value, let trace):
      return .boolean(value, (trace ?? Trace(truth: value)).named(name))
    default:
      return self
    }
  }
}

extension Trace {
  /// The same value under a name; how it was computed stands below, unless it is simply written down.
  fileprivate func named(_ name: String) -> Trace {
    if origin.isLiteral { return Trace(value, origin: .name(name)) }
    return Trace(value, origin: .name(name), operands: Operands(self))
  }
}
