// Which argument goes to which parameter: Python's rules, with words for every way they can be broken.

/// A parameter as binding sees it, of a function of the table or of the program.
struct BindingParameter {
  let name: String
  let isRequired: Bool
  var takesPosition = true
  var takesName = true
}

extension Interpreter {
  /// The values of a program's function's parameters.
  func bind(
    _ closure: Closure, _ values: [CallArgument], at range: SourceRange
  ) throws(Diagnostic) -> [String: Value] {
    let parameters = closure.function.parameters.map {
      BindingParameter(name: $0.name, isRequired: $0.defaultValue == nil)
    }
    let name = closure.isLambda ? "the lambda" : closure.function.name
    let (bound, _) = try bind(name, parameters, takesRest: false, values, at: range)
    var all = closure.defaults
    for (parameter, value) in zip(parameters, bound) {
      if let value { all[parameter.name] = value }
    }
    return all
  }

  /// The arguments of a function of the table.
  func bind(
    _ row: FunctionRow, _ values: [CallArgument], at range: SourceRange
  ) throws(Diagnostic) -> Arguments {
    let (bound, rest) = try bind(
      row.name, row.parameters, takesRest: row.takesRest, values, at: range)
    return Arguments(of: row, values: bound, rest: rest)
  }

  private func bind(
    _ function: String, _ parameters: [BindingParameter], takesRest: Bool, _ values: [CallArgument],
    at range: SourceRange
  ) throws(Diagnostic) -> ([Value?], rest: [Value]) {
    // Those that take a place stand before those that don't.
    let positional = parameters.firstIndex { !$0.takesPosition } ?? parameters.count
    var bound: [Value?] = []
    bound.reserveCapacity(parameters.count)
    for _ in parameters { bound.append(nil) }
    var rest: [Value] = []
    for position in values.indices {
      if let name = values[position].name {
        guard let index = parameters.firstIndex(where: { $0.name == name }),
          parameters[index].takesName
        else {
          throw unknown(name, of: function, parameters, values[position].range)
        }
        guard bound[index] == nil else {
          throw Diagnostic(
            code: "type", "\(function) gets \(name) twice: by its place and by its name",
            at: values[position].range, help: signature(function, parameters))
        }
        bound[index] = values[position].value
      } else if position < positional {
        bound[position] = values[position].value
      } else if takesRest {
        rest.append(values[position].value)
      } else {
        throw tooMany(
          function, parameters, takingPlaces: positional, values, values[position].range)
      }
    }
    guard parameters.indices.allSatisfy({ bound[$0] != nil || !parameters[$0].isRequired }) else {
      let missing = zip(parameters, bound).filter { $0.isRequired && $1 == nil }.map(\.0.name)
      throw Diagnostic(
        code: "type", "\(function) needs \(missing.joined(separator: " and "))", at: range,
        help: signature(function, parameters))
    }
    return (bound, rest)
  }

  private func unknown(
    _ name: String, of function: String, _ parameters: [BindingParameter], _ range: SourceRange
  ) -> Diagnostic {
    if parameters.contains(where: { $0.name == name }) {
      return Diagnostic(
        code: "type", "\(function) takes \(name) by its place, not by its name", at: range,
        help: signature(function, parameters))
    }
    let near = NearNames.nearest(to: name, in: parameters.filter(\.takesName).map(\.name))
    return Diagnostic(
      code: "type", "\(function) has no parameter \(name)", at: range,
      help: near.isEmpty
        ? signature(function, parameters) : "did you mean \(near.joined(separator: " or "))?")
  }

  private func tooMany(
    _ function: String, _ parameters: [BindingParameter], takingPlaces most: Int,
    _ values: [CallArgument], _ range: SourceRange
  ) -> Diagnostic {
    let given = values.filter { $0.name == nil }.count
    let number = most == 0 ? "no arguments" : most == 1 ? "one argument" : "\(most) arguments"
    return Diagnostic(
      code: "type",
      "\(function) takes \(number)\(most < parameters.count ? " by place" : ""), not \(given)",
      at: range, help: signature(function, parameters))
  }

  private func signature(_ function: String, _ parameters: [BindingParameter]) -> String {
    if let row = FunctionTable.row(named: function) { return "\(row.name)(\(row.plainSignature))" }
    let names = parameters.map { $0.isRequired ? $0.name : "\($0.name)=…" }
    return "\(function)(\(names.joined(separator: ", ")))"
  }
}
