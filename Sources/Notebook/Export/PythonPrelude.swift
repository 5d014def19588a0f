/// A function of the cell language that NumPy doesn't have, as Python text that needs NumPy alone.
struct PythonFunction {
  let name: String
  /// The rows of the prelude that its text calls. They have names of their own (`_weights`), which no lesson that
  /// writes its own `attention` takes away.
  let uses: [String]
  /// The whole definition, without the last line's end.
  let text: String

  init(_ name: String, uses: [String] = [], _ text: String) {
    self.name = name
    self.uses = uses
    self.text = text
  }
}

/// What a script defines before a lesson's own cells.
enum PythonPrelude {
  /// Each row after those it uses.
  static let all = activations + layers + masks + attention + otherAttention + positions + making

  static let names = Set(all.map(\.name))

  /// The functions of these names and those they use, in the order of the table.
  static func functions(for used: Set<String>) -> [PythonFunction] {
    var wanted = used
    for row in all.reversed() where wanted.contains(row.name) { wanted.formUnion(row.uses) }
    return all.filter { wanted.contains($0.name) }
  }
}
