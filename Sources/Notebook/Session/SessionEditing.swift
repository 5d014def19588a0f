import AttentionEngine
package import CellLanguage

extension Session {
  /// Puts `text` in the place of one entry's literal.
  ///
  /// - Throws: what is wrong with `text`, its ranges counted from the first that isn't a blank.
  package mutating func setEntry(
    _ id: PanelID, at position: [Int], to text: String
  ) throws(Diagnostic) -> Change {
    let text = truthText(String(text.drop { $0 == " " || $0 == "\t" }), in: id)
    let all = SourceRange(0, text.utf8.count)
    try checkEditable(id, at: position, all)
    let expression = try parseScalarEntry(text)
    let isTruth = try checkComputes(expression, of: text)
    if !isTruth, holdsTruth(id) { throw notTruth(of: id, all) }
    guard let range = entryRange(id, position) else {
      throw Diagnostic(code: "value", "there is no entry here", at: all)
    }
    let old = cells[id.cell]
    let entry = whole(expression, in: id) ?? Source(text).text(in: expression.range)
    let new = old.replacing(range, with: entry, limits: limits)
    guard new.agrees(with: old, besides: id.statement),
      new.literal(id.statement)?.shape == old.literal(id.statement)?.shape
    else {
      throw new.program.diagnostics.first?.at(all)
        ?? Diagnostic(code: "value", "an entry is one number", at: all)
    }
    return commit([(id.cell, new)], panel: id, at: position)
  }

  /// A whole number in powers of ten, `1e5`, as the whole number that it is, where the others are whole: as a real it
  /// would make reals of them.
  private func whole(_ expression: Expression, in id: PanelID) -> String? {
    guard case .array(let array)? = panel(id)?.content, array.dtype == .int64,
      case .float(let value) = expression.kind, value.magnitude >= 1000,
      let number = Int(exactly: value), number.magnitude < 1_000_000_000
    else { return nil }
    return String(number)
  }

  /// Whether a text is one number, as an entry or a guess may be: `0.5`, `1/sqrt(2)`, `-inf`.
  ///
  /// - Throws: what is wrong with it.
  package func checkNumber(_ text: String) throws(Diagnostic) {
    _ = try checkComputes(parseScalarEntry(text), of: text)
  }

  private func checkEditable(
    _ id: PanelID, at position: [Int], _ all: SourceRange
  ) throws(Diagnostic) {
    if isEditable(id, at: position) { return }
    let name = panel(id)?.called(or: "this") ?? "this"
    guard entryRange(id, position) != nil else {
      throw Diagnostic(
        code: "value", "\(name) is computed; its entries follow from others", at: all,
        help: "edit its formula, or an input that it is computed from")
    }
    throw Diagnostic(code: "value", "the lesson has locked this entry of \(name)", at: all)
  }

  /// An entry that can't be computed would take the whole matrix with it.
  ///
  /// - Returns: whether it is a truth value.
  private func checkComputes(
    _ expression: Expression, of text: String
  ) throws(Diagnostic) -> Bool {
    var interpreter = Interpreter(limits: limits)
    let value = try interpreter.evaluate(expression, of: Source(text), in: Environment())
    switch value {
    case .boolean: return true
    case .integer, .float: return false
    case .array(let array) where array.shape.isEmpty: return array.dtype == .bool
    default: throw Diagnostic(code: "value", "an entry is one number", at: expression.range)
    }
  }

  /// Adds a step to an entry, exactly in decimals: 0.1 and 0.2 make 0.3. A slider's ends are kept to.
  package mutating func nudge(
    _ id: PanelID, at position: [Int], by step: Double
  ) throws(Diagnostic) -> Change {
    try checkEditable(id, at: position, SourceRange(0, 0))
    if holdsTruth(id) { throw notTruth(of: id, SourceRange(0, 0)) }
    let text = entryText(id, at: position) ?? ""
    let value = value(id, at: position)
    guard value.isFinite, step.isFinite else {
      throw Diagnostic(
        code: "value", "\(text) can't be nudged", at: SourceRange(0, 0), help: "type a number")
    }
    var sum = DecimalSum.text(text, plus: step) ?? DecimalSum.shortest(value + step)
    if let slider = lesson.cells[id.cell].options.slider, let reached = Double(plain: sum) {
      if reached > slider.high { sum = DecimalSum.shortest(slider.high) }
      if reached < slider.low { sum = DecimalSum.shortest(slider.low) }
    }
    return try setEntry(id, at: position, to: sum)
  }

  private func value(_ id: PanelID, at position: [Int]) -> Double {
    guard case .array(let array) = panel(id)?.content, array.shape.count == position.count,
      zip(position, array.shape).allSatisfy({ (0..<$1).contains($0) })
    else { return .nan }
    return array.tensor[position]
  }

  /// Puts `text` in the place of a whole statement. A statement that reads but fails is kept, and its panel says why.
  ///
  /// Of `name = expression` the name may be left out, and statements that it needs may stand before it: helpers, a `def`.
  /// The change names the panel of the last.
  ///
  /// - Throws: what can't be read, its ranges counted from the first that isn't a blank.
  package mutating func setFormula(_ id: PanelID, to text: String) throws(Diagnostic) -> Change {
    let text = String(text.drop { $0 == " " || $0 == "\t" })
    let all = SourceRange(0, text.utf8.count)
    if cells.indices.contains(id.cell), cells[id.cell].isUnreadable(at: id.statement),
      !cells[id.cell].program.diagnostics.isEmpty
    {
      return try setCell(id, to: text)
    }
    guard cells.indices.contains(id.cell), let statement = cells[id.cell].statement(id.statement)
    else { throw Diagnostic(code: "value", "there is no statement here", at: all) }
    try checkUnlocked(id, all)
    let lead = TypedFunction.needlessName(in: text, before: statement.definedNames.map(\.0))
    let typed = Program(parsing: Source(String(text.dropFirst(lead))), limits: limits)
    if let diagnostic = typed.diagnostics.first { throw diagnostic.moved(by: lead) }
    try OwnText.checkCharacters(text)
    guard let last = typed.statements.last else {
      throw Diagnostic(
        code: "syntax", "a statement is missing", at: all,
        help: "to leave a name open, write name = ...")
    }
    try checkHelpers(typed, before: statement)
    let old = cells[id.cell]
    let helpers = SourceRange(typed.statements[0].range.start, last.range.start)
    let kept =
      typed.source.text(in: helpers) + named(typed.source.text(in: last.range), last, as: statement)
    let new = old.replacing(statement.range, with: kept, limits: limits)
    let count = typed.statements.count
    guard new.agrees(with: old, besides: id.statement, taking: count) else {
      throw new.program.diagnostics.first?.at(all)
        ?? Diagnostic(code: "syntax", "this doesn't fit between the statements around it", at: all)
    }
    let panel = PanelID(cell: id.cell, statement: id.statement + count - 1)
    return commit([(id.cell, new)], panel: panel, at: nil)
  }

  /// Whether a text for a statement's place defines what the lesson defines there: a formula for another name is a slip.
  ///
  /// - Throws: what it defines instead.
  package func checkName(_ id: PanelID, in text: String) throws(Diagnostic) {
    let typed = Program(parsing: Source(text), limits: limits)
    guard !isAuthoring, cells.indices.contains(id.cell), typed.diagnostics.isEmpty,
      let name = cells[id.cell].statement(id.statement)?.definedNames.first?.0,
      let last = typed.statements.last, let other = last.definedNames.first,
      !last.definedNames.contains(where: { $0.0 == name })
    else { return }
    throw Diagnostic(
      code: "name", "this defines \(other.0), and here stands \(name)", at: other.1,
      help: "write \(name) = …, or what it is to be alone")
  }

  /// What stands before a definition helps it; the name itself is defined at the end.
  private func checkHelpers(_ typed: Program, before old: Statement) throws(Diagnostic) {
    guard typed.statements.count > 1, let last = typed.statements.last else { return }
    if case .expression = last.kind, old.definedNames.count == 1 { return }
    let names = old.definedNames.map(\.0)
    guard !names.isEmpty else {
      throw Diagnostic(
        code: "syntax", "this is more than one statement", at: typed.statements[1].range)
    }
    guard last.definedNames.map(\.0) != names else { return }
    throw Diagnostic(
      code: "syntax", "the last statement must define \(names.joined(separator: ", "))",
      at: last.range, help: "what it needs may stand before it")
  }

  /// An expression typed where a name was defined is still that name's: `Q @ K` for `S = …` becomes `S = Q @ K`.
  private func named(_ text: String, _ typed: Statement, as old: Statement) -> String {
    let names = old.definedNames
    guard case .expression = typed.kind, names.count == 1 else { return text }
    return "\(names[0].0) = \(text)"
  }

  /// Mends a cell that the lesson has in a form that can't be read.
  private mutating func setCell(_ id: PanelID, to text: String) throws(Diagnostic) -> Change {
    let new = CellText(text, in: cells[id.cell].source, limits: limits)
    if let diagnostic = new.program.diagnostics.first { throw diagnostic }
    return commit([(id.cell, new)], panel: id, at: nil)
  }

  private func checkUnlocked(_ id: PanelID, _ all: SourceRange) throws(Diagnostic) {
    let options = lesson.cells[id.cell].options
    let name = panel(id)?.called(or: "this") ?? "this"
    if options.locked {
      throw Diagnostic(code: "value", "the lesson has locked \(name)", at: all)
    }
    if options.editable != nil, cells[id.cell].literal(id.statement) != nil {
      throw Diagnostic(
        code: "value", "the lesson has locked some entries of \(name)", at: all,
        help: "edit the other entries one by one")
    }
  }
}

extension Diagnostic {
  /// The same for a text with as many bytes before it.
  fileprivate func moved(by count: Int) -> Diagnostic {
    if count == 0 { return self }
    func moved(_ range: SourceRange) -> SourceRange {
      SourceRange(range.start + count, range.end + count)
    }
    let second = secondary.map { Label(moved($0.range), $0.text) }
    return Diagnostic(
      code: code, message, at: moved(primary.range), label: primary.text, secondary: second,
      help: help)
  }

  /// The same with another place, for a text of which only a part is known here.
  fileprivate func at(_ range: SourceRange) -> Diagnostic {
    Diagnostic(code: code, message, at: range, help: help)
  }
}
