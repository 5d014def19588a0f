import CellLanguage

/// Reads a file of hidden checks: Markdown in which `<!-- exercise: LESSON/ID -->` opens an exercise's checks, fences
/// marked `{.qkv .check}` follow as in a lesson, and `<!-- end -->` closes it. Anything else in it is prose.
package struct HiddenChecksReader {
  private let file: String
  private let lessons: [Lesson]
  private let others: [String]
  private var hidden = HiddenChecks()
  private var problems: [HiddenProblem] = []
  /// The exercise whose checks are being read.
  private var open: Place?
  private var seen: [String: Int] = [:]

  private struct Place {
    let name: String
    let line: Int
    /// Nil where there is no such exercise.
    let task: (lesson: Lesson, exercise: Exercise)?
    var checks: [Check] = []
  }

  /// The checks, and every problem with its line. A file with a problem is not to be used.
  ///
  /// - Parameters:
  ///   - lessons: those whose checks are wanted.
  ///   - others: the ids of lessons that don't count; checks of these are left out.
  package static func read(
    text: String, name: String, lessons: [Lesson], others: [String] = []
  ) -> (checks: HiddenChecks, problems: [HiddenProblem]) {
    var reader = HiddenChecksReader(
      file: TextFilter.visible(name), lessons: lessons, others: others)
    var cutter = LessonCutter(MarkdownLine.lines(of: text)[...], file: reader.file)
    cutter.cut()
    for piece in cutter.pieces { reader.read(piece) }
    reader.close(before: "the end of the file")
    if reader.problems.isEmpty, reader.seen.isEmpty {
      reader.report(
        .form, 1, "there are no hidden checks in it",
        advice: "write <!-- exercise: LESSON/ID -->, a fence ```python {.qkv .check}, <!-- end -->")
    }
    let problems = cutter.problems.map { HiddenProblem(kind: .form, problem: $0) } + reader.problems
    return (reader.hidden, problems.sorted { $0.problem.line < $1.problem.line })
  }

  private init(file: String, lessons: [Lesson], others: [String]) {
    self.file = file
    self.lessons = lessons
    self.others = others
  }

  private mutating func report(
    _ kind: HiddenProblem.Kind, _ line: Int, _ message: String, advice: String
  ) {
    let problem = LessonProblem(file: file, line: line, message: message, advice: advice)
    problems.append(HiddenProblem(kind: kind, problem: problem))
  }

  private mutating func read(_ piece: LessonPiece) {
    switch piece {
    case .step, .prose: break
    case .fence(let fence): read(fence)
    case .directive(let directive): read(directive)
    }
  }

  // MARK: - Directives

  private mutating func read(_ directive: LessonDirective) {
    switch directive.name {
    case "exercise":
      close(before: "the exercise on line \(directive.line)")
      begin(directive)
    case "end":
      if open == nil {
        report(
          .form, directive.line, "nothing is open here that could end",
          advice: "delete <!-- end -->")
      }
      end()
    case "note": break
    default:
      report(
        .form, directive.line, "\(quoted(directive.name)) is no directive of hidden checks",
        advice: advice(directive.name, ["exercise", "end", "note"]))
    }
  }

  private mutating func begin(_ directive: LessonDirective) {
    let name = directive.text
    if let first = seen.updateValue(directive.line, forKey: name) {
      report(
        .place, directive.line, "\(quoted(name)) has its checks already on line \(first)",
        advice: "put them together")
    }
    open = Place(name: name, line: directive.line, task: task(name, line: directive.line))
  }

  private mutating func task(
    _ name: String, line: Int
  ) -> (lesson: Lesson, exercise: Exercise)? {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !name.contains(" ") else {
      report(
        .place, line, "\(quoted(name)) names no exercise of a lesson",
        advice: "write <!-- exercise: LESSON/ID -->, the ids of both")
      return nil
    }
    guard let lesson = lessons.first(where: { $0.id == parts[0] }) else {
      if others.contains(parts[0]) { return nil }
      report(
        .place, line, "there is no lesson \(quoted(parts[0]))",
        advice: advice(parts[0], lessons.map(\.id)))
      return nil
    }
    guard case .exercise(let exercise)? = lesson.task(parts[1]) else {
      let known = lesson.tasks.compactMap { task in
        if case .exercise(let exercise) = task { exercise.id } else { nil }
      }
      report(
        .place, line, "\(lesson.id) has no exercise \(quoted(parts[1]))",
        advice: known.isEmpty ? "it has none at all" : advice(parts[1], known))
      return nil
    }
    return (lesson, exercise)
  }

  private mutating func close(before place: String) {
    guard let open else { return }
    report(
      .form, open.line, "the exercise that begins here isn't ended before \(place)",
      advice: "write <!-- end --> behind it")
    end()
  }

  private mutating func end() {
    guard let place = open else { return }
    open = nil
    if place.checks.isEmpty {
      report(
        .check, place.line, "\(quoted(place.name)) has no hidden check",
        advice: "add a fence ```python {.qkv .check} with assertions")
    }
    guard let (lesson, exercise) = place.task else { return }
    for check in place.checks {
      hidden.add(check, to: exercise.id, in: lesson.id)
      proveVary(check, exercise, lesson)
      proveNames(check, lesson)
    }
    tryOut(place.checks, exercise, lesson)
  }
}

// MARK: - Checks

extension HiddenChecksReader {
  private mutating func read(_ fence: LessonFence) {
    guard fence.marks.contains(where: { $0.hasPrefix(".") }) else { return }
    guard fence.marks.contains(".qkv"), fence.marks.contains(".check"), fence.marks.count == 2
    else {
      return report(
        .form, fence.line, "the fence is no check", advice: "write ```python {.qkv .check}")
    }
    guard open != nil else {
      return report(
        .form, fence.line, "a check stands outside of an exercise",
        advice: "put it between <!-- exercise: LESSON/ID --> and <!-- end -->")
    }
    let program = Program(parsing: Source(fence.text, name: file, firstLine: fence.line + 1))
    for diagnostic in program.diagnostics.prefix(3) {
      report(
        .check, program.source.position(at: diagnostic.primary.range.start).line,
        diagnostic.message,
        advice: diagnostic.help ?? "mend the check")
    }
    let check = check(program, line: fence.line)
    open?.checks.append(check)
  }

  private mutating func check(_ program: Program, line: Int) -> Check {
    var reader = OptionReader(source: program.source, file: file)
    let check = Check(program, options: &reader)
    problems += reader.problems.map { HiddenProblem(kind: .check, problem: $0) }
    if check.messages.isEmpty, program.diagnostics.isEmpty {
      report(
        .check, line, "the check asserts nothing",
        advice: "write assert condition, \"what it says\"")
    }
    return check
  }

  /// What can't be varied would stay as it is, and the check accept what is typed in.
  private mutating func proveVary(_ check: Check, _ exercise: Exercise, _ lesson: Lesson) {
    let statements = LessonStatements(lesson)
    let option = check.program.options.last { $0.name == "vary" }
    let line = check.program.source.position(at: option?.range.start ?? 0).line
    for name in check.vary {
      if exercise.edits.contains(name) {
        report(
          .vary, line, "vary names \(name), which is the reader's answer",
          advice: "vary what the answer is computed from")
      } else if let entry = statements.entry(defining: name) {
        guard !entry.isInputOfNumbers else { continue }
        report(
          .vary, line, "vary names \(name), which is no input of numbers",
          advice: "vary the inputs that it is computed from")
      } else {
        let inputs = statements.entries.filter(\.isInputOfNumbers).flatMap(\.definedNames)
        report(
          .vary, line, "vary names \(quoted(name)), which no cell of the lesson defines",
          advice: advice(name, inputs))
      }
    }
  }

  /// A name is defined once, and not from itself.
  private mutating func proveNames(_ check: Check, _ lesson: Lesson) {
    for statement in check.program.statements {
      let used = Set(statement.usedNames.map(\.0))
      guard LiteralInput(statement) == nil, case .assign = statement.kind,
        let name = statement.definedNames.map(\.0).first(where: used.contains)
      else { continue }
      report(
        .check, check.program.source.position(at: statement.range.start).line,
        "\(name) is used in its own definition",
        advice: "take another name for what is computed from it")
    }
  }

  /// A hidden check that the lesson's own solution fails would fail everybody, unseen.
  private mutating func tryOut(_ checks: [Check], _ exercise: Exercise, _ lesson: Lesson) {
    guard let solution = exercise.solutions.first, problems.isEmpty else { return }
    var grader = Grader(lesson: lesson)
    let verdict = grader.verdict(on: solution, to: exercise.checked(by: checks))
    if let refusal = verdict.refusal {
      return report(
        .solution, checks[0].program.source.firstLine,
        "the exercise's own solution isn't judged: \(refusal)",
        advice: "mend the check")
    }
    let places = checks.flatMap { check in check.assertionLines }
    for (line, result) in zip(places, verdict.checks) where result.status != .passed {
      report(
        .solution, line, "the exercise's own solution fails this check" + Self.reason(result),
        advice: "mend the check, or the solution")
    }
  }

  private static func reason(_ result: CheckResult) -> String {
    let words = result.finding.map(ReportWords.finding) ?? []
    return words.isEmpty ? "" : ": " + words.joined(separator: ", ")
  }
}

extension Check {
  /// The line of each assertion in its file.
  fileprivate var assertionLines: [Int] {
    program.statements.compactMap { statement in
      guard case .assert = statement.kind else { return nil }
      return program.source.position(at: statement.range.start).line
    }
  }
}

extension LessonStatements.Entry {
  /// Numbers, or what is made of none of the lesson's names: `randn(4, 2, seed=1)`.
  fileprivate var isInputOfNumbers: Bool {
    if LiteralInput(statement) != nil { return true }
    guard definedNames.count == 1, usedNames.allSatisfy(Sheet.isBuiltin),
      let value = Sheet(programs: [program]).value(of: definedNames[0])
    else { return false }
    return value.number != nil || value.asArray != nil
  }
}
