// Looking names up: local ones, those of the top level, then the function table.

extension Interpreter {
  func lookUp(_ name: String, at range: SourceRange) throws(Diagnostic) -> Value {
    if isNumPys(name, at: range) {
      if let value = FunctionTable.value(named: name) { return value }
      throw unknown(name, at: range, isNumPy: true)
    }
    if let value = frame.values[name] { return value }
    if frame.localNames.contains(name) { throw unassigned(name, at: range) }
    if let value = environment.values[name] { return value }
    if let value = FunctionTable.value(named: name) { return value }
    throw unknown(name, at: range, isNumPy: false)
  }

  /// `np.mean` is NumPy's even where the program has a `mean` of its own. The parser drops the module but keeps its range.
  func isNumPys(_ name: String, at range: SourceRange) -> Bool {
    guard range.end - range.start > name.utf8.count + 2 else { return false }
    let text = frame.source.text(in: range).drop { "( \t\n\r".contains($0) }
    return text.hasPrefix("np.") || text.hasPrefix("numpy.")
  }

  private func unassigned(_ name: String, at range: SourceRange) -> Diagnostic {
    let place =
      frame.function.map { $0.name == Closure.lambdaName ? "the lambda" : $0.name } ?? "here"
    return Diagnostic(
      code: "name", "\(name) has no value yet", at: range,
      help: "\(place) assigns \(name) somewhere, which makes it a local name throughout")
  }

  private func unknown(_ name: String, at range: SourceRange, isNumPy: Bool) -> Diagnostic {
    if let advice = FunctionTable.advice(for: name) {
      return Diagnostic(code: "unsupported", advice.message, at: range, help: advice.help)
    }
    var known = FunctionTable.names
    if !isNumPy {
      known = frame.values.keys.sorted() + environment.values.keys.sorted() + known
    }
    let near = NearNames.nearest(to: name, in: known)
    return Diagnostic(
      code: "name",
      isNumPy ? "np.\(name) is not among the functions here" : "\(name) is not defined",
      at: range, help: near.isEmpty ? nil : "did you mean \(near.joined(separator: " or "))?")
  }
}
