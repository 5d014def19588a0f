import AttentionEngine
import CellLanguage

/// What an exercise starts from where that is locked or an input: an answer to it may change some of its numbers only.
struct StarterInput {
  private let name: String
  private let statement: Statement
  private let source: Source
  private let literal: LiteralInput?
  private let options: CellOptions

  /// Nil for what an answer may define as it likes.
  init?(_ entry: LessonStatements.Entry) {
    statement = entry.statement
    source = entry.program.source
    literal = LiteralInput(statement)
    options = entry.options
    guard let name = entry.definedNames.first, literal != nil || options.locked else { return nil }
    self.name = name
  }

  /// Why a definition can't take its place.
  func problem(with part: Program) -> String? {
    guard let literal else {
      let isSame = part.statements.map { part.source.text(in: $0.range) } == [text]
      return isSame ? nil : "\(shownName) is locked: it must stay as the lesson has it"
    }
    let form = "\(shownName) is an input, \(formWords(literal.shape))"
    guard part.statements.count == 1, let new = LiteralInput(part.statements[0]) else {
      return "\(form): write its numbers, without names or other statements"
    }
    guard new.shape == literal.shape else {
      return "\(form), and the answer's is \(formWords(new.shape)): change its numbers only"
    }
    switch (values(statement, source), values(part.statements[0], part.source)) {
    case (.success(let old), .success(let new)): return changed(old, new, literal.shape)
    case (_, .failure(let diagnostic)):
      return "\(shownName) can't be computed: \(AnswerRefusal.words(diagnostic))"
    case (.failure, _): return nil
    }
  }

  private var text: String { source.text(in: statement.range) }
  private var shownName: String { AnswerRefusal.shown(name) }

  /// `3×2`, `length 3`, `a single number`.
  private func formWords(_ shape: [Int]) -> String { words(shape: shape) }

  private func values(_ statement: Statement, _ source: Source) -> Result<[Double], Diagnostic> {
    var interpreter = Interpreter(limits: AnswerLimits.limits)
    var environment = Environment()
    let result = interpreter.run(statement, of: source, in: &environment)
    if case .failure(let diagnostic) = result.outcome { return .failure(diagnostic) }
    switch result.definitions.first?.value {
    case .array(let array): return .success(array.tensor.entries)
    case let value?: return .success(value.singleNumber.map { [$0] } ?? [])
    case nil: return .success([])
    }
  }

  /// The first entry that was changed and must not be.
  private func changed(_ old: [Double], _ new: [Double], _ shape: [Int]) -> String? {
    for (offset, (before, after)) in zip(old, new).enumerated()
    where before != after && !(before.isNaN && after.isNaN) {
      let position = Shape.position(of: offset, in: shape)
      if !options.locked, options.editable?.contains(position) != false { continue }
      let texts = FindingNumbers.texts(
        before, .float64, after, .float64, digits: options.digits)
      return "\(entry(position)) is locked: it must stay \(texts.expected), and is"
        + " \(texts.found); \(advice)"
    }
    return nil
  }

  private var advice: String {
    guard !options.locked, let editable = options.editable, !editable.isEmpty else {
      return "\(shownName) is no part of the exercise"
    }
    let entries = editable.prefix(4).map(entry) + (editable.count > 4 ? ["…"] : [])
    return "change \(entries.joined(separator: ", ")) only"
  }

  private func entry(_ position: [Int]) -> String {
    EntryNames(labels: { _ in (list(options.rows), list(options.columns)) })
      .entry(shownName, position)
  }

  private func list(_ labels: AxisLabels?) -> [String] {
    if case .list(let list) = labels { list } else { [] }
  }
}
