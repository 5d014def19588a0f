import AttentionEngine
import CellLanguage

/// Another text in the place of a range; an insertion where the range is empty.
struct TextEdit {
  let range: SourceRange
  let text: String
}

/// What a statement of a cell needs to mean the same in Python with NumPy.
struct PythonStatement {
  let unit: SheetUnit
  /// Every name with a value, for arguments of `randn`.
  let definitions: [(name: String, value: Value)]
  /// Every name that the lesson gives a value.
  let ownNames: Set<String>
  /// Whether a bare expression has to be printed to be seen.
  let isPrinted: Bool

  var edits: [TextEdit] {
    if let remark { return [TextEdit(range: range, text: commented(remark))] }
    var edits = listEdits
    for expression in unit.statement.expressions {
      visit(expression, isScoped: isDefinition, &edits)
    }
    if isPrinted, !ownNames.contains("print"), case .expression = unit.statement.kind {
      edits += wrapped(range, "print")
    }
    return edits
  }

  private var range: SourceRange { unit.statement.range }

  private var isDefinition: Bool {
    if case .define = unit.statement.kind { true } else { false }
  }

  // MARK: - What can't be run

  /// Why the statement is only told; nil where it runs.
  private var remark: String? {
    if case .importNumPy = unit.statement.kind { return "" }
    let names = unit.definedNames.joined(separator: ", ")
    if case .hole = unit.statement.kind { return "\(names) is still to fill in" }
    switch unit.outcome {
    case .value: return nil
    case .failure(let diagnostic):
      return "error: " + diagnostic.message + (diagnostic.help.map { "\n" + $0 } ?? "")
    case .waiting(let name, let reason):
      let cause = reason == .hole ? "which is still to fill in" : "which failed"
      return "\(names.isEmpty ? "this" : names) waits for \(name), \(cause)"
    }
  }

  private func commented(_ remark: String) -> String {
    PythonComment.text(unit.text + (remark.isEmpty ? "" : "\n" + remark))
  }

  // MARK: - Lists of numbers

  private var array: String { ownNames.contains("array") ? "np.array" : "array" }

  private func wrapped(_ range: SourceRange, _ function: String) -> [TextEdit] {
    [
      TextEdit(range: SourceRange(range.start, range.start), text: function + "("),
      TextEdit(range: SourceRange(range.end, range.end), text: ")"),
    ]
  }

  /// A list of numbers that goes by a name is an array in a cell.
  private var listEdits: [TextEdit] {
    guard case .assign(let target, let value) = unit.statement.kind else { return [] }
    return listEdits(target, value)
  }

  private func listEdits(_ target: Target, _ value: Expression) -> [TextEdit] {
    switch target {
    case .name(let name, _):
      guard case .array(let array)? = unit.definitions.first(where: { $0.name == name })?.value,
        array.list != nil
      else { return [] }
      if case .name = value.kind { return [] }
      return wrapped(value.range, self.array)
    case .tuple(let targets, _):
      guard case .tuple(let values) = value.kind, values.count == targets.count else { return [] }
      return zip(targets, values).flatMap(listEdits)
    case .item: return []
    }
  }

  // MARK: - Inside expressions

  private func visit(_ expression: Expression, isScoped: Bool, _ edits: inout [TextEdit]) {
    if let literal = randomNumbers(expression, isScoped: isScoped) {
      edits.append(TextEdit(range: expression.range, text: literal))
      return
    }
    edits += nameEdits(expression)
    if !isScoped { edits += comparisonEdits(expression) }
    for part in expression.parts {
      if case .list = part.kind, expression.takesArrays { edits += wrapped(part.range, array) }
      visit(part, isScoped: isScoped || expression.bindsNames, &edits)
      if !isScoped { edits += numberEdits(part, in: expression) }
    }
  }

  /// What cells and Python have in common without NumPy.
  private static let builtins = [
    "len", "range", "int", "float", "list", "tuple", "zip", "enumerate", "reversed",
  ]

  /// `np.softmax`, which NumPy doesn't have, and `np.len`.
  private func nameEdits(_ expression: Expression) -> [TextEdit] {
    guard case .name(let name) = expression.kind else { return [] }
    let text = unit.source.text(in: expression.range)
    guard text != name, !text.contains("linalg"),
      PythonPrelude.names.contains(name) || PythonStatement.builtins.contains(name)
    else { return [] }
    return [TextEdit(range: expression.range, text: name)]
  }

  /// The most numbers of `randn` that are written out; more are made by its Python form.
  private static let writtenNumbers = 512

  private func randomNumbers(_ call: Expression, isScoped: Bool) -> String? {
    guard case .call(let function, let arguments) = call.kind, function.kind == .name("randn"),
      !ownNames.contains("randn"),
      !isScoped || arguments.allSatisfy({ $0.value.usedNames.isEmpty })
    else { return nil }
    let source = Source(unit.source.text(in: call.range))
    let sheet = Sheet(programs: [source], inputs: definitions)
    guard sheet.units[0].count == 1, case .value(.array(let numbers)) = sheet.units[0][0].outcome,
      numbers.tensor.count <= PythonStatement.writtenNumbers
    else { return nil }
    return PythonLiteral.text(of: numbers, function: array)
  }
}

extension Expression {
  /// Whether a list of numbers that stands in it directly has to be an array for Python.
  fileprivate var takesArrays: Bool {
    switch kind {
    case .attribute, .unary: true
    case .binary(let operation, _, _, _): operation != .add && operation != .multiply
    default: false
    }
  }
}
