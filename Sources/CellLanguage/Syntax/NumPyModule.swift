/// NumPy's functions are there without it; its prefix is read and dropped.
enum NumPyModule {
  static let names = ["np", "numpy"]

  static func isModule(_ expression: Expression) -> Bool {
    if case .name(let name) = expression.kind { return names.contains(name) }
    return false
  }

  /// What `np.name` stands for; nil where the base isn't NumPy.
  static func member(
    _ name: String, of base: Expression, range: SourceRange
  ) throws(Diagnostic) -> ExpressionKind? {
    if case .attribute(let module, name: "linalg", _) = base.kind, isModule(module) {
      return .name(name)
    }
    guard isModule(base) else { return nil }
    switch name {
    case "newaxis": return ExpressionKind.none
    case "linalg": return nil
    case "random":
      throw Refusals.unsupported(
        "np.random isn't part of cells, which give the same numbers every time", at: range,
        help: "randn(2, 3, seed=0) is a 2×3 array of normally distributed numbers")
    default: return .name(name)
    }
  }

  /// Refuses the module itself where a value is needed.
  static func withoutModule(_ expression: Expression) throws(Diagnostic) -> Expression {
    guard isModule(expression) else { return expression }
    throw Diagnostic(
      code: "syntax", "this is NumPy itself and has no value", at: expression.range,
      help: "name a function of it, as in np.exp(x); exp(x) is the same")
  }
}
