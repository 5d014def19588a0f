import AttentionEngine
import CellLanguage

/// An exercise with a solution in the place of what it starts from, and what the lesson then computes.
struct SolvedExercise {
  let exercise: Exercise
  let solution: Program
  let session: Session

  /// Nil where the solution can't be put in place.
  init?(_ exercise: Exercise, by solution: Program, in lesson: Lesson, _ limits: Limits) {
    var editor = LessonEditor(lesson)
    for (name, text) in SolvedExercise.definitions(solution, of: exercise) {
      editor.replace(name, with: text)
    }
    guard let solved = editor.edited(limits: limits) else { return nil }
    self.exercise = exercise
    self.solution = solution
    session = Session(lesson: solved, limits: limits)
  }

  /// The text that defines each name, the helpers before it included.
  private static func definitions(
    _ solution: Program, of exercise: Exercise
  ) -> [(name: String, text: String)] {
    var definitions: [(name: String, text: String)] = []
    var helpers: [String] = []
    for statement in solution.statements {
      helpers.append(solution.source.text(in: statement.range))
      if let name = statement.definedNames.map(\.0).first(where: exercise.edits.contains) {
        definitions.append((name, helpers.joined(separator: "\n")))
        helpers = []
      }
    }
    // An expression alone stands for the value of the only name.
    if definitions.isEmpty, let last = helpers.popLast(), exercise.edits.count == 1 {
      let name = exercise.edits[0]
      definitions.append((name, (helpers + ["\(name) = \(last)"]).joined(separator: "\n")))
    }
    return definitions
  }

  /// The definition of a name in the solution.
  func statement(defining name: String) -> Statement? {
    solution.statements.first { $0.definedNames.contains { $0.0 == name } }
  }

  func value(of name: String) -> Value? { session.sheet.value(of: name) }
}

/// Puts texts in the place of a lesson's statements.
struct LessonEditor {
  private let lesson: Lesson
  /// By cell, the ranges with what comes there.
  private var changes: [CellID: [(range: SourceRange, text: String)]] = [:]

  init(_ lesson: Lesson) {
    self.lesson = lesson
  }

  mutating func replace(_ name: String, with text: String) {
    for cell in lesson.cells {
      for statement in cell.program.statements
      where statement.definedNames.contains(where: { $0.0 == name }) {
        changes[cell.id, default: []].append((statement.range, text))
        return
      }
    }
  }

  /// Nil where what results can't be read.
  func edited(limits: Limits) -> Lesson? {
    let cells = lesson.cells.map { cell in
      var source = cell.source
      let changes = (changes[cell.id] ?? []).sorted { $0.range.start > $1.range.start }
      for change in changes { source = source.replacing(change.range, with: change.text) }
      let program =
        changes.isEmpty ? cell.program : Program(parsing: source, limits: limits)
      return LessonCell(id: cell.id, program: program, options: cell.options)
    }
    guard cells.allSatisfy(\.program.diagnostics.isEmpty) else { return nil }
    return Lesson(
      number: lesson.number, id: lesson.id, title: lesson.title, summary: lesson.summary,
      needs: lesson.needs, minutes: lesson.minutes, steps: lesson.steps, cells: cells)
  }
}
