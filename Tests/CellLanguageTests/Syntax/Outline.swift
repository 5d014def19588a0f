@testable import CellLanguage

/// Expressions and statements as fully bracketed text, so that a test can state how something was read.
enum Outline {
  static func of(_ text: String) -> String {
    let program = Program(parsing: Source(text))
    if let problem = program.diagnostics.first { return "! " + problem.message }
    return program.statements.map(of).joined(separator: "; ")
  }

  static func of(_ statement: Statement) -> String {
    switch statement.kind {
    case .assign(let target, let value): "\(of(target)) = \(of(value))"
    case .augmentedAssign(let target, let operation, let value):
      "\(of(target)) \(operation.rawValue)= \(of(value))"
    case .hole(let name): "hole \(name)"
    case .expression(let value): of(value)
    case .define(let function):
      "def \(function.name)(\(of(function.parameters))) {\(of(function.body))}"
    case .assert(let condition, let message):
      "assert \(of(condition))" + (message.map { ", " + of($0) } ?? "")
    case .importNumPy: "import"
    case .forLoop(let target, let iterable, let body):
      "for \(of(target)) in \(of(iterable)) {\(of(body))}"
    case .conditional(let branches, let otherwise):
      branches.map { "if \(of($0.condition)) {\(of($0.body))}" }.joined(separator: " el")
        + (otherwise.isEmpty ? "" : " else {\(of(otherwise))}")
    case .returnValue(let value): "return" + (value.map { " " + of($0) } ?? "")
    case .pass: "pass"
    }
  }

  private static func of(_ statements: [Statement]) -> String {
    statements.map(of).joined(separator: "; ")
  }

  private static func of(_ parameters: [Parameter]) -> String {
    parameters.map { $0.name + ($0.defaultValue.map { "=" + of($0) } ?? "") }
      .joined(separator: ", ")
  }

  static func of(_ target: Target) -> String {
    switch target {
    case .name(let name, _): name
    case .tuple(let targets, _): "(" + targets.map(of).joined(separator: ", ") + ")"
    case .item(let name, let items, _): "\(name)[\(of(items))]"
    }
  }

  static func of(_ expression: Expression) -> String {
    switch expression.kind {
    case .integer(let value): "\(value)"
    case .float(let value): "\(value)"
    case .string(let value): "\(value.debugDescription)"
    case .boolean(let value): value ? "True" : "False"
    case .none: "None"
    case .ellipsis: "..."
    case .name(let name): name
    case .attribute(let base, let name, _): "\(of(base)).\(name)"
    case .list(let elements): "[" + elements.map(of).joined(separator: ", ") + "]"
    case .tuple(let elements): "tuple(" + elements.map(of).joined(separator: ", ") + ")"
    case .unary(let operation, let operand): "(\(operation.rawValue)\(of(operand)))"
    case .binary(let operation, let left, let right, _):
      "(\(of(left)) \(operation.rawValue) \(of(right)))"
    case .comparison(let operands, let operators):
      "("
        + zip(operands, operators).map { of($0) + " " + $1.rawValue + " " }.joined()
        + of(operands[operands.count - 1]) + ")"
    case .and(let left, let right): "(\(of(left)) and \(of(right)))"
    case .or(let left, let right): "(\(of(left)) or \(of(right)))"
    case .not(let operand): "(not \(of(operand)))"
    case .conditional(let value, let condition, let otherwise):
      "(\(of(value)) if \(of(condition)) else \(of(otherwise)))"
    case .call(let function, let arguments):
      of(function) + "("
        + arguments.map { ($0.name.map { $0 + "=" } ?? "") + of($0.value) }.joined(separator: ", ")
        + ")"
    case .index(let base, let items): "\(of(base))[\(of(items))]"
    case .comprehension(let element, let clauses):
      "[\(of(element))"
        + clauses.map { clause in
          " for \(of(clause.target)) in \(of(clause.iterable))"
            + clause.conditions.map { " if \(of($0))" }.joined()
        }.joined() + "]"
    case .lambda(let parameters, let body): "(lambda \(of(parameters)): \(of(body)))"
    }
  }

  private static func of(_ items: [IndexItem]) -> String {
    items.map { item in
      switch item {
      case .expression(let expression): of(expression)
      case .slice(let start, let stop, let step, _):
        "\(start.map(of) ?? ""):\(stop.map(of) ?? ""):\(step.map(of) ?? "")"
      }
    }.joined(separator: ", ")
  }
}
