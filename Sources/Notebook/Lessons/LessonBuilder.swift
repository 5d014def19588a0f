import CellLanguage

/// Puts the pieces of a file together: cells into steps, starters, checks and hints into exercises.
struct LessonBuilder {
  let file: String
  var problems: [LessonProblem] = []
  var cells: [LessonCell] = []
  private var steps: [Step] = []
  private var current: (title: [Inline], line: Int)?
  private var blocks: [Block] = []
  /// The exercise or question whose end hasn't come.
  var open: OpenTask?
  private var ids: [String: Int] = [:]

  init(file: String) {
    self.file = file
  }

  mutating func report(_ line: Int, _ message: String, advice: String, isBearable: Bool = false) {
    problems.append(
      LessonProblem(
        file: file, line: line, message: message, advice: advice, isBearable: isBearable))
  }

  mutating func add(_ piece: LessonPiece) {
    switch piece {
    case .step(let line): beginStep(line.shown)
    case .prose(let lines): addProse(lines.map(\.shown))
    case .fence(let fence): add(fence)
    case .directive(let directive): add(directive)
    }
  }

  /// Adds to the exercise that is open, else to the step.
  mutating func append(_ block: Block) {
    if case .exercise(var draft) = open {
      draft.blocks.append(block)
      open = .exercise(draft)
    } else {
      blocks.append(block)
    }
  }

  private mutating func addProse(_ lines: [MarkdownLine]) {
    guard open?.takesProse != true else {
      open?.addProse(lines)
      return
    }
    for block in prose(lines) { append(.prose(block)) }
  }

  func line(of lines: [MarkdownLine]) -> Int { lines.first?.number ?? 1 }

  mutating func prose(_ lines: [MarkdownLine]) -> [ProseBlock] {
    let (blocks, found) = Markdown.read(lines)
    for problem in found { report(problem.line, problem.message, advice: problem.advice) }
    for live in blocks.flatMap(\.liveNumbers) { check(live) }
    return blocks
  }

  mutating func inlines(_ lines: [MarkdownLine]) -> [Inline] {
    var parser = InlineParser(lines)
    let inlines = parser.parse()
    for problem in parser.problems { report(problem.line, problem.message, advice: problem.advice) }
    for live in inlines.flatMap(\.liveNumbers) { check(live) }
    return inlines
  }

  private mutating func check(_ live: LiveNumber) {
    if let problem = live.problem { report(live.line, problem.message, advice: problem.advice) }
  }

  /// Whether an id is new in the lesson.
  mutating func claim(_ id: String, line: Int) {
    if let first = ids[id] {
      report(line, "the id \(id) stands already on line \(first)", advice: "take another id")
    } else if !id.isEmpty {
      ids[id] = line
    }
  }
}

// MARK: - Steps

extension LessonBuilder {
  private mutating func beginStep(_ line: MarkdownLine) {
    closeTask(before: line.number)
    endStep()
    current = (inlines([line]), line.number)
    if current?.title.isEmpty == true {
      report(line.number, "the step has no title", advice: "write ## and a title")
    }
  }

  private mutating func endStep() {
    if let current {
      steps.append(Step(title: current.title, blocks: blocks, line: current.line))
    } else if !blocks.isEmpty {
      // What stands before the first step is one without a title: nothing is left out silently.
      steps.append(Step(title: [], blocks: blocks, line: 1))
    }
    blocks = []
  }

  /// What was added since the last step began, where no more of it comes.
  mutating func endBlock() -> (title: [Inline]?, blocks: [Block]) {
    closeTask(before: nil)
    return (current?.title, blocks)
  }

  /// The ids of its tasks, each as often as it stands there.
  var claimedIDs: [String] { ids.keys.sorted() }

  mutating func finish() {
    closeTask(before: nil)
    endStep()
    if steps.isEmpty {
      report(1, "the lesson has no step", advice: "begin one with ## and a title")
    }
  }

  private mutating func closeTask(before line: Int?) {
    guard let open else { return }
    let place = line.map { "the step on line \($0)" } ?? "the end of the file"
    report(
      open.line, "the \(open.kind) that begins here isn't ended before \(place)",
      advice: "write <!-- end --> behind it")
    endTask()
  }

  func lesson(_ matter: FrontMatter, number: Int?, fallback: String) -> Lesson {
    Lesson(
      number: number, id: matter.id.isEmpty ? fallback : matter.id,
      title: matter.title.isEmpty ? fallback : matter.title, summary: matter.summary,
      needs: matter.needs, minutes: matter.minutes, steps: steps, cells: cells)
  }
}

// MARK: - Fences

extension LessonBuilder {
  private static let marks = [".qkv"] + LessonFence.roles

  private mutating func add(_ fence: LessonFence) {
    for mark in fence.marks where !LessonBuilder.marks.contains(mark) {
      report(
        fence.line, "\(quoted(mark)) is no mark of a fence",
        advice: advice(mark, LessonBuilder.marks))
    }
    guard fence.marks.contains(".qkv") else {
      if fence.marks.contains(where: LessonBuilder.marks.contains) {
        report(fence.line, "the fence has no mark .qkv", advice: "write {.qkv \(fence.marks[0])}")
      }
      if fence.language == DraftText.language {
        report(
          fence.line, "a draft stands here, which is read by nobody",
          advice: "finish it, or delete it", isBearable: true)
      }
      return append(.listing(language: fence.language, text: fence.text))
    }
    let program = Program(parsing: Source(fence.text, name: file, firstLine: fence.line + 1))
    let roles = fence.marks.filter(LessonFence.roles.contains)
    // The first few say enough: what follows is often a consequence.
    for diagnostic in program.diagnostics.prefix(3) {
      report(
        program.source.position(at: diagnostic.primary.range.start).line, diagnostic.message,
        advice: diagnostic.help ?? "mend the cell", isBearable: roles.isEmpty)
    }
    if let role = roles.first {
      addToExercise(program, role: role, count: roles.count, line: fence.line)
    } else {
      addCell(program, line: fence.line)
    }
  }

  private mutating func addCell(_ program: Program, line: Int) {
    if open?.takesProse == true {
      return report(
        line, "a cell stands inside a \(open?.kind ?? "question")",
        advice: "put it before or behind")
    }
    var reader = OptionReader(source: program.source, file: file)
    let options = reader.cellOptions(program.options)
    for problem in reader.problems {
      report(problem.line, problem.message, advice: problem.advice, isBearable: true)
    }
    if program.statements.isEmpty, program.diagnostics.isEmpty {
      report(
        line, "the cell is empty", advice: "write a statement, or leave the fence out",
        isBearable: true)
    }
    cells.append(LessonCell(id: cells.count, program: program, options: options))
    append(.cell(cells.count - 1))
  }

  private mutating func addToExercise(_ program: Program, role: String, count: Int, line: Int) {
    guard case .exercise(var draft) = open else {
      return report(
        line, "a fence marked \(role) stands outside of an exercise",
        advice: "put it between <!-- exercise: id --> and <!-- end -->")
    }
    if count > 1 {
      report(line, "the fence has two marks besides .qkv", advice: "keep one of them")
    }
    var reader = OptionReader(source: program.source, file: file)
    switch role {
    case ".check": draft.checks.append(check(program, &reader, line: line))
    case ".solution":
      reader.refuse(program.options)
      draft.solutions.append(program)
    default:
      let because = reader.value(of: "because", in: program.options)
      if because == nil {
        report(line, "the wrong answer gives no reason", advice: "write #| because: …")
      }
      draft.wrongAnswers.append(WrongAnswer(program: program, because: because ?? ""))
    }
    problems += reader.problems
    open = .exercise(draft)
  }

  private mutating func check(
    _ program: Program, _ reader: inout OptionReader, line: Int
  ) -> Check {
    let check = Check(program, options: &reader)
    if check.messages.isEmpty, program.diagnostics.isEmpty {
      report(line, "the check asserts nothing", advice: "write assert condition, \"what it says\"")
    }
    return check
  }
}

extension Check {
  init(_ program: Program, options reader: inout OptionReader) {
    let vary = reader.value(of: "vary", in: program.options) ?? ""
    self.init(
      program: program, vary: vary.split { $0 == "," || $0 == " " }.map(String.init),
      messages: program.statements.compactMap { $0.promise(in: program.source) })
  }
}

extension Statement {
  /// What an assertion says: its message, or its condition where it has none.
  fileprivate func promise(in source: Source) -> String? {
    guard case .assert(let condition, let message) = kind else { return nil }
    if case .string(let text) = message?.kind { return text }
    return source.text(in: condition.range)
  }
}
