import AttentionEngine

/// An argument of a call, evaluated.
struct CallArgument {
  let name: String?
  let value: Value
  /// Of the value alone.
  let place: SourceRange
  /// With the name, where there is one.
  let range: SourceRange
}

extension Interpreter {
  mutating func call(
    _ callee: Expression, _ arguments: [Argument], at range: SourceRange
  ) throws(Diagnostic) -> Value {
    lastReturnWasOwn = false
    if case .attribute(let base, let name, let nameRange) = callee.kind {
      return try callMethod(name, of: base, nameRange, arguments, at: range)
    }
    if let row = builtin(callee) {
      let values = try evaluate(arguments, iterating: row.takesIterators)
      return try call(row, values, at: range)
    }
    let function = try evaluate(callee)
    if case .function(let closure) = function {
      return try call(closure, try evaluate(arguments), at: range)
    }
    let row = try row(of: function, callee)
    let values = try evaluate(arguments, iterating: row.takesIterators)
    return try call(row, values, at: range)
  }

  /// The function of the table that a plain name means; nothing where it may mean something else.
  private func builtin(_ callee: Expression) -> FunctionRow? {
    guard case .name(let name) = callee.kind, frame.values[name] == nil,
      !frame.localNames.contains(name), environment.values[name] == nil,
      callee.range.end - callee.range.start == name.utf8.count,
      let row = FunctionTable.row(named: name), !row.makesIterator
    else { return nil }
    return row
  }

  /// The function of the table that is called.
  private func row(of function: Value, _ callee: Expression) throws(Diagnostic) -> FunctionRow {
    guard case .builtin(let name) = function, let row = FunctionTable.row(named: name) else {
      throw Diagnostic(
        code: "type", "\(function.kindWords) can't be called", at: callee.range,
        help: function.isNumeric ? "to multiply write *; an entry is taken with [ ]" : nil)
    }
    guard !row.makesIterator else {
      throw Diagnostic(
        code: "unsupported", "\(row.name)(…) stands in a for loop, a comprehension or list(…)",
        at: callee.range, help: "list(\(row.name)(…)) makes a list")
    }
    return row
  }

  mutating func evaluate(
    _ arguments: [Argument], iterating: Bool = false, after first: CallArgument? = nil
  ) throws(Diagnostic) -> [CallArgument] {
    var values: [CallArgument] = []
    values.reserveCapacity(arguments.count + 1)
    if let first { values.append(first) }
    for argument in arguments {
      let value =
        iterating ? try iterable(argument.value) : try evaluate(argument.value)
      values.append(
        CallArgument(
          name: argument.name, value: value, place: argument.value.range, range: argument.range))
    }
    return values
  }

  // MARK: - Functions of the table

  mutating func call(
    _ row: FunctionRow, _ values: [CallArgument], at range: SourceRange
  ) throws(Diagnostic) -> Value {
    let bound = try bind(row, values, at: range)
    do { return try row.body(bound, &budget) } catch {
      throw diagnostic(error, at: range, calling: row, values)
    }
  }

  /// A fault inside a function of the table: the shapes that met are named by their arguments.
  private func diagnostic(
    _ fault: Fault, at range: SourceRange, calling row: FunctionRow, _ values: [CallArgument]
  ) -> Diagnostic {
    let plain = diagnostic(fault, at: range)
    guard plain.code == "shape" else { return plain }
    let shapes = values.compactMap { argument -> String? in
      guard let text = shortText(of: argument.place) else { return nil }
      let operand = Operand(text: text, value: argument.value)
      return operand.shape?.isEmpty == false ? operand.shapeWords : nil
    }
    var seen: Set<String> = []
    let named = shapes.filter { seen.insert($0).inserted }.joined(separator: ", ")
    let help = [named.isEmpty ? nil : named, plain.help]
      .compactMap { $0 }.joined(separator: "; ")
    return Diagnostic(
      code: plain.code, "\(row.name): \(plain.message)", at: range, help: help.isEmpty ? nil : help)
  }

  // MARK: - Functions of the program

  mutating func call(
    _ closure: Closure, _ values: [CallArgument], at range: SourceRange
  ) throws(Diagnostic) -> Value {
    try checkRecursion(at: range)
    let inner = try frame(for: closure, values, at: range)
    let outer = frame
    frame = inner
    calls += 1
    defer {
      calls -= 1
      frame = outer
    }
    do {
      return try run(closure.function.body).decided(by: frame.asked)
    } catch {
      throw called(error, closure, from: outer.source, at: range)
    }
  }

  private func checkRecursion(at range: SourceRange) throws(Diagnostic) {
    guard calls >= limits.recursion else { return }
    throw Diagnostic(
      code: "bound", "calls stand more than \(limits.recursion) deep inside one another",
      at: range, help: "a function that calls itself needs a case that doesn't")
  }

  /// The names of a call before its first statement.
  private func frame(
    for closure: Closure, _ values: [CallArgument], at range: SourceRange
  ) throws(Diagnostic) -> Frame {
    var inner = Frame(
      source: closure.source, function: closure.function, localNames: closure.localNames)
    inner.values = closure.captured
    inner.captured = Set(closure.captured.keys)
    let bound = try bind(closure, values, at: range)
    for (name, value) in bound {
      inner.values[name] = value
      inner.captured.remove(name)
      inner.sharing.bind(name, .outside)
    }
    return inner
  }

  /// An error inside a function, with the call as its second place; as its only one where the function stands in
  /// another text.
  private func called(
    _ error: Diagnostic, _ closure: Closure, from caller: Source, at range: SourceRange
  ) -> Diagnostic {
    if closure.source == caller {
      // Of calls inside calls the outermost remains, which is the reader's own.
      return Diagnostic(
        code: error.code, error.message, at: error.primary.range, label: error.primary.text,
        secondary: Diagnostic.Label(range, "called here"), help: error.help)
    }
    let name = closure.isLambda ? "the lambda" : closure.function.name
    let text = closure.source.text(in: error.primary.range)
    let isShort = text.utf8.count <= 40 && !text.contains(where: \.isNewline)
    let place = isShort ? ", at `\(TextFilter.visible(text))`" : ""
    return Diagnostic(
      code: error.code, error.message, at: range, label: "in \(name)\(place)", help: error.help)
  }

  /// Runs a body to its `return`; without one the value is None.
  private mutating func run(_ body: [Statement]) throws(Diagnostic) -> Value {
    for statement in body {
      if case .returned(let value) = try execute(statement) { return value }
    }
    lastReturnWasOwn = true
    return .none
  }

  // MARK: - Making functions

  /// The function as a value, its defaults evaluated now.
  mutating func closure(of function: Function) throws(Diagnostic) -> Closure {
    var defaults: [String: Value] = [:]
    for parameter in function.parameters {
      guard let expression = parameter.defaultValue else { continue }
      defaults[parameter.name] = try evaluate(expression)
    }
    return Closure(function: function, source: frame.source, defaults: defaults)
  }

  mutating func lambda(
    _ parameters: [Parameter], _ body: Expression, at range: SourceRange
  ) throws(Diagnostic) -> Value {
    let function = Function(
      name: Closure.lambdaName, nameRange: range, parameters: parameters, documentation: nil,
      body: [Statement(.returnValue(body), body.range)])
    let plain = try closure(of: function)
    var mentioned: Set<String> = []
    body.collectMentioned(into: &mentioned)
    for parameter in parameters { mentioned.remove(parameter.name) }
    // A local name without a value yet is kept too: giving it one later would change what the lambda sees.
    let local = mentioned.filter { frame.values[$0] != nil || frame.localNames.contains($0) }
    frame.captured.formUnion(local)
    let captured = frame.values.filter { local.contains($0.key) }
    return .function(
      Closure(
        function: function, source: plain.source, defaults: plain.defaults, captured: captured,
        enclosingNames: local))
  }
}
