import AttentionEngine
import CellLanguage

/// Looks into an assertion that doesn't hold: what it expected, what it found instead, and where.
struct CheckInspector {
  /// The text of the check.
  let source: Source
  let environment: Environment
  /// The names whose values rest on the answer.
  let answered: Set<String>
  let names: EntryNames
  /// The decimals with which a name's numbers are shown.
  let digits: (String) -> Int
  /// All that is looked into shares its steps.
  var interpreter: Interpreter

  /// Nil where nothing can be said beyond that it doesn't hold.
  mutating func finding(_ condition: Expression) -> Finding? {
    switch condition.kind {
    case .and(let left, let right):
      return finding(isTrue(left) == true ? right : left)
    case .comparison(let operands, let operations):
      return comparison(operands, operations)
    case .not(let inner): return negation(inner)
    default: break
    }
    if let arguments = condition.call(of: "allclose"), arguments.count >= 2 {
      return closeness(arguments)
    }
    if let arguments = condition.call(of: "all"), arguments.count == 1 {
      return everyEntry(arguments[0].value)
    }
    return nil
  }

  // MARK: - Values

  mutating func value(_ expression: Expression) -> Value? {
    try? interpreter.evaluate(expression, of: source, in: environment)
  }

  mutating func side(_ expression: Expression) -> SideOfCheck? {
    value(expression).map { SideOfCheck(expression, $0) }
  }

  mutating func isTrue(_ expression: Expression) -> Bool? {
    guard let value = value(expression) else { return nil }
    return value.singleNumber.map { $0 != 0 }
  }

  func isAnswered(_ expression: Expression) -> Bool {
    expression.usedNames.contains { answered.contains($0.0) }
  }

  // MARK: - Places

  /// What an expression is called: `out`, `out.shape`.
  func text(_ expression: Expression) -> String {
    wholeText(expression) ?? TextFilter.visible(line(expression).prefix(Self.textLength - 1) + "…")
  }

  /// The same; nil where it is too long.
  func wholeText(_ expression: Expression) -> String? {
    let line = line(expression)
    return line.count <= Self.textLength ? TextFilter.visible(line) : nil
  }

  private static let textLength = 48

  private func line(_ expression: Expression) -> String {
    let text = source.text(in: expression.range)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The condition that an error arose in: whole where it is short, else the call of what was answered, else nothing.
  func place(ofErrorIn condition: Expression) -> String? {
    if let text = wholeText(condition) { return text }
    let text = line(condition)
    return answered.sorted().lazy.compactMap { text.firstCall(of: $0) }.first
  }

  func attribute(_ name: String, of expression: Expression) -> String {
    let text = text(expression)
    return expression.isSimple ? "\(text).\(name)" : "(\(text)).\(name)"
  }

  /// An entry with the lesson's labels: `out[cat, f]` for the first of `out[1]` too.
  func place(_ expression: Expression, _ position: [Int]) -> String {
    if let (name, indices) = expression.indexedName,
      let whole = wholePosition(name, indices, position)
    {
      return names.entry(name, whole)
    }
    guard !position.isEmpty else { return text(expression) }
    let index = indices(of: expression, position).joined(separator: ", ")
    return "\(expression.isSimple ? text(expression) : "(\(text(expression)))")[\(index)]"
  }

  /// The indices of an entry of what is computed from one named array: `triu(A, 1)` and `A.sum(axis=1)` keep its labels.
  private func indices(of expression: Expression, _ position: [Int]) -> [String] {
    let plain = position.map(String.init)
    let used = expression.usedNames.map(\.0).filter { environment.values[$0] != nil }
    guard used.count == 1, case .array(let array) = environment.values[used[0]] else {
      return plain
    }
    let rank = array.shape.count
    var axes = Array(0..<rank)
    if position.count == rank - 1 {
      guard let axis = expression.reducedAxis, axes.indices.contains(axis < 0 ? axis + rank : axis)
      else { return plain }
      axes.remove(at: axis < 0 ? axis + rank : axis)
    }
    guard axes.count == position.count, expression.keepsOrder else { return plain }
    return zip(axes, position).map { names.index(used[0], $1, axis: $0, rank: rank) }
  }

  /// The position in the array that an expression indexes, of an entry of what it gives.
  private func wholePosition(_ name: String, _ indices: [Int?], _ position: [Int]) -> [Int]? {
    guard case .array(let array) = environment.values[name] else {
      return indices.isEmpty ? position : nil
    }
    guard indices.count <= array.shape.count else { return nil }
    var rest = position[...]
    var whole: [Int] = []
    for (axis, size) in array.shape.enumerated() {
      if axis < indices.count, let index = indices[axis] {
        whole.append(index < 0 ? index + size : index)
      } else if let index = rest.popFirst() {
        whole.append(index)
      } else {
        return nil
      }
    }
    return rest.isEmpty ? whole : nil
  }

  func digits(_ expression: Expression) -> Int {
    let name = expression.usedNames.map(\.0).first(where: answered.contains)
    return name.map(digits) ?? 2
  }
}

extension Expression {
  /// Whether an index can stand behind it without brackets around it.
  fileprivate var isSimple: Bool {
    switch kind {
    case .name, .attribute, .call, .index: true
    default: false
    }
  }

  /// Whether an entry of what it gives stands where the entry stood that it comes from.
  fileprivate var keepsOrder: Bool {
    guard case .call(let callee, let arguments) = kind else { return false }
    let kept = ["sum", "mean", "max", "min", "triu", "tril", "abs", "exp", "log", "round", "sqrt"]
    switch callee.kind {
    case .name(let function):
      guard case .name = arguments.first?.value.kind else { return false }
      return kept.contains(function)
    case .attribute(let base, let function, _):
      guard case .name = base.kind else { return false }
      return kept.contains(function)
    default: return false
    }
  }

  /// `axis=1` of a call.
  fileprivate var reducedAxis: Int? {
    guard case .call(_, let arguments) = kind,
      let axis = arguments.first(where: { $0.name == "axis" })?.value
    else { return nil }
    switch axis.kind {
    case .integer(let axis): return axis
    case .unary(.minus, let operand):
      guard case .integer(let axis) = operand.kind else { return nil }
      return -axis
    default: return nil
    }
  }
}
