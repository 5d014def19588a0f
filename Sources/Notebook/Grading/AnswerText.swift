import CellLanguage

/// What a reader defined in an exercise, read: for each name of `edits` the statements that take the place of the
/// lesson's. Or why it isn't judged.
struct AnswerText: Sendable {
  /// Helpers and the definition, by the name defined.
  private(set) var parts: [String: Program] = [:]
  private(set) var refusal: String?

  var isEmpty: Bool { parts.isEmpty && refusal == nil }
  /// Nothing but holes: as good as no answer.
  private(set) var isOpen = true

  /// An answer to one exercise is at most so long.
  static let byteLimit = 20_000

  /// Texts by the names that they define.
  init(_ edits: [String: String], to exercise: Exercise, _ statements: LessonStatements) {
    let known = Set(exercise.edits)
    if let other = edits.keys.sorted().first(where: { !known.contains($0) }) {
      refusal = AnswerRefusal.notToBeChanged(other, exercise.edits)
      return
    }
    guard edits.values.reduce(0, { $0 + $1.utf8.count }) <= AnswerText.byteLimit else {
      refusal = AnswerRefusal.tooLong
      return
    }
    var reader = AnswerReader(exercise, statements)
    var rest = edits
    for name in exercise.edits {
      guard let text = rest.removeValue(forKey: name) else { continue }
      reader.add(text, as: name)
    }
    take(reader)
  }

  /// One text that may define several names.
  init(_ program: Program, to exercise: Exercise, _ statements: LessonStatements) {
    var reader = AnswerReader(exercise, statements)
    reader.add(program, as: exercise.edits.count == 1 ? exercise.edits[0] : nil)
    take(reader)
  }

  private mutating func take(_ reader: AnswerReader) {
    refusal = reader.refusal
    guard refusal == nil else { return }
    parts = reader.parts
    isOpen = parts.values.allSatisfy { part in
      part.statements.allSatisfy { if case .hole = $0.kind { true } else { false } }
    }
  }

  /// The names that it defines beside those it may.
  func helpers(in exercise: Exercise) -> Set<String> {
    Set(parts.values.flatMap(\.definedNames)).subtracting(exercise.edits)
  }

  /// The names that it takes from the lesson.
  var usedNames: Set<String> { Set(parts.values.flatMap(\.usedNames)) }
}

/// Takes an answer's texts apart, and says what about them can't be taken.
struct AnswerReader {
  private let exercise: Exercise
  private let statements: LessonStatements
  private let edits: Set<String>
  private let checkNames: Set<String>
  private(set) var parts: [String: Program] = [:]
  private(set) var refusal: String?
  private var helpers: Set<String> = []

  init(_ exercise: Exercise, _ statements: LessonStatements) {
    self.exercise = exercise
    self.statements = statements
    edits = Set(exercise.edits)
    checkNames = Set(exercise.checks.flatMap(\.program.definedNames))
  }

  private mutating func refuse(_ words: String) {
    if refusal == nil { refusal = words }
  }

  mutating func add(_ text: String, as name: String) {
    let source = Source(AnswerReader.withoutMargin(text))
    add(Program(parsing: source, limits: AnswerLimits.limits), as: name)
  }

  /// Blanks in front of the first statement are no indentation.
  private static func withoutMargin(_ text: String) -> String {
    let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
    return String(text[start...])
  }

  /// - Parameter name: what the program is to define; nil where that may be any of the names.
  mutating func add(_ program: Program, as name: String?) {
    if let diagnostic = program.diagnostics.first {
      return refuse(AnswerRefusal.unreadable(diagnostic, in: program.source, name))
    }
    if program.statements.isEmpty { return refuse(AnswerRefusal.empty(name, exercise.edits)) }
    let defined = program.definedNames
    if !defined.contains(where: edits.contains), let named = named(program, name) {
      return add(named, as: name)
    }
    if let name, !defined.contains(name) {
      return refuse(AnswerRefusal.undefined([name]))
    }
    if !defined.contains(where: edits.contains) {
      return refuse(AnswerRefusal.undefined(exercise.edits))
    }
    check(defined)
    split(program)
  }

  /// An expression alone stands for the value of the name.
  private func named(_ program: Program, _ name: String?) -> Program? {
    guard let name, let last = program.statements.last, case .expression = last.kind else {
      return nil
    }
    let text = program.source.text(in: last.range)
    let source = program.source.replacing(last.range, with: "\(name) = \(text)")
    let named = Program(parsing: source, limits: AnswerLimits.limits)
    return named.diagnostics.isEmpty && named.definedNames.contains(name) ? named : nil
  }

  private mutating func check(_ defined: [String]) {
    var seen = helpers
    for name in defined {
      if parts[name] != nil || !seen.insert(name).inserted {
        return refuse(AnswerRefusal.definedTwice(name))
      }
      if edits.contains(name) { continue }
      if Sheet.isBuiltin(name) { return refuse(AnswerRefusal.builtin(name)) }
      if checkNames.contains(name) { return refuse(AnswerRefusal.checkName(name)) }
      if statements.definers[name] != nil {
        return refuse(AnswerRefusal.lessonName(name, exercise.edits))
      }
      helpers.insert(name)
    }
  }

  /// Each definition with the helpers before it; what stands behind the last belongs to it.
  private mutating func split(_ program: Program) {
    var group: [Statement] = []
    var last: String?
    for statement in program.statements {
      group.append(statement)
      guard let name = statement.definedNames.map(\.0).first(where: edits.contains) else {
        continue
      }
      let part = Program(only: group, of: program.source)
      parts[name] = asWritten(part, statement)
      check(part, statement)
      last = name
      group = []
    }
    if let last, let part = parts[last], !group.isEmpty {
      parts[last] = Program(only: part.statements + group, of: program.source)
    }
  }

  /// Numbers in a list become an array where the lesson has one.
  private func asWritten(_ part: Program, _ statement: Statement) -> Program {
    guard part.statements.count == 1, let answer = LiteralInput(statement), !answer.isArray,
      !answer.shape.isEmpty, let entry = statements.entry(defining: answer.name),
      LiteralInput(entry.statement)?.isArray == true
    else { return part }
    let list = part.source.text(in: answer.value)
    let source = Source("\(answer.name) = array(\(list))")
    return Program(parsing: source, limits: AnswerLimits.limits)
  }

  /// An input stays an input, and what is locked stays as it is.
  private mutating func check(_ part: Program, _ statement: Statement) {
    for name in statement.definedNames.map(\.0) where edits.contains(name) {
      guard let entry = statements.entry(defining: name), let starter = StarterInput(entry) else {
        continue
      }
      if let problem = starter.problem(with: part) { refuse(problem) }
    }
  }
}
