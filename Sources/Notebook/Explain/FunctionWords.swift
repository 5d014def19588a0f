import AttentionEngine
import CellLanguage

extension Session {
  /// What a panel of a function, a text or a list says of itself, in so many columns; nil of any other.
  package func explainText(_ panel: Panel, width: Int) -> String? {
    guard case .text = panel.content,
      sheet.units[panel.id.cell].indices.contains(panel.id.statement)
    else { return nil }
    let unit = sheet.units[panel.id.cell][panel.id.statement]
    guard unit.definitions.count <= 1 else {
      return "\(unit.definedNames.listed) are the parts, in order."
    }
    guard let (name, value) = unit.definitions.first else { return nil }
    guard case .function(let closure) = value else { return "\(name) is \(value.kindWords)." }
    let function = FunctionWords(name, closure, in: self, cell: panel.id.cell)
    return function.choices.first { DisplayWidth.of($0) <= width }
  }

  /// The exercise that a cell belongs to.
  fileprivate func exercise(of cell: CellID) -> Exercise? {
    lesson.tasks.lazy.compactMap { task in
      if case .exercise(let exercise) = task { exercise } else { nil }
    }.first { $0.blocks.flatMap(\.cellIDs).contains(cell) }
  }

  /// The names, or the words "the prose", that call a function, in text order.
  fileprivate func callers(of name: String) -> [String] {
    cellOrder.flatMap { cell in
      lesson.cells[cell].options.hidden ? [] : sheet.units[cell]
    }.filter { unit in
      unit.usedNames.contains { $0.name == name }
    }.flatMap(\.definedNames)
  }

  /// What a call gives, where it is soon computed.
  fileprivate func value(of call: String) -> Value? {
    let source = Source(call)
    guard let statement = Program(parsing: source).statements.first,
      case .expression(let expression) = statement.kind
    else { return nil }
    var limits = Limits.standard
    (limits.steps, limits.entries) = (50_000, 10_000)
    var interpreter = Interpreter(limits: limits)
    let values = Dictionary(sheet.definitions.map { ($0.name, $0.value) }) { first, _ in first }
    return try? interpreter.evaluate(
      expression, of: source, in: Environment(values: values))
  }
}

/// "read is a function of x; the checks call it: read(X) is an array of 3×2"
private struct FunctionWords {
  private let head: String
  private let call: String?
  private let value: Value?

  init(_ name: String, _ closure: Closure, in session: Session, cell: CellID) {
    let parameters = closure.function.parameters.map(\.name)
    let what = "\(name) is a function of \(parameters.isEmpty ? "nothing" : parameters.listed)"
    guard let exercise = session.exercise(of: cell) else {
      let callers = session.callers(of: name)
      let verb = callers.count == 1 ? "calls" : "call"
      head =
        callers.isEmpty ? "\(what)." : "\(what); \(Array(callers.prefix(3)).listed) \(verb) it."
      (call, value) = (nil, nil)
      return
    }
    head = "\(what); the checks call it"
    call = exercise.checks.lazy.compactMap { $0.program.source.text.firstCall(of: name) }.first
    value = call.flatMap(session.value)
  }

  /// From the longest to the shortest.
  var choices: [String] {
    guard let call else { return [head.hasSuffix(".") ? head : head + "."] }
    guard let value else { return ["\(head), as \(call).", head + "."] }
    var numbers: [String] = []
    if case .array(let array) = value, (1...2).contains(array.shape.count), array.tensor.count <= 12
    {
      numbers = ["\(head): \(call) = \(BracketedNumbers.text(array, digits: 2))"]
    } else if value.singleNumber != nil {
      numbers = ["\(head): \(call) = \(ValueText.text(of: value, digits: 2))"]
    }
    return numbers + ["\(head): \(call) is \(value.kindWords)", "\(head), as \(call).", head + "."]
  }
}

/// An array on one line, as Python writes nested lists: `[[1.00, 0.50], [0.00, 2.00]]`.
private enum BracketedNumbers {
  static func text(_ array: NDArray, digits: Int) -> String {
    let show = ShownNumber.entries(of: array.trace, digits: digits, dtype: array.dtype)
    let texts = array.tensor.entries.map(show)
    guard array.shape.count == 2, array.shape[1] > 0 else {
      return "[\(texts.joined(separator: ", "))]"
    }
    let width = array.shape[1]
    let rows = stride(from: 0, to: texts.count, by: width).map {
      "[\(texts[$0..<min($0 + width, texts.count)].joined(separator: ", "))]"
    }
    return "[\(rows.joined(separator: ", "))]"
  }
}

extension [String] {
  /// "x", "x and y", "x, y and z".
  fileprivate var listed: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
