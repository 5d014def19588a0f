import CellLanguage

/// A lesson while things are proved of it: what they rest on, and the problems found.
struct LessonProofs {
  let path: String
  let lesson: Lesson
  let lines: [MarkdownLine]
  /// The lesson as a reader opens it.
  let session: Session
  /// Every name of the lesson with its value.
  let environment: Environment
  private(set) var problems: [VerifyProblem] = []
  /// A hostile lesson can ask for more than anybody waits for.
  private let end: ContinuousClock.Instant
  private var isStopped = false
  /// Whether somebody wants the program for something else.
  private let isInterrupted: () -> Bool
  /// Whether the proofs were given up for that, so that what was found isn't all.
  private(set) var isGivenUp = false

  /// What each cell, prediction and check may take: a tenth of what a reader's own cells may.
  static let limits: Limits = {
    var limits = Limits.standard
    limits.entries = 1_000_000
    limits.heldEntries = 4_000_000
    limits.steps = 40_000_000
    return limits
  }()

  init(
    path: String, text: String, lesson: Lesson, within time: Duration,
    unless isInterrupted: @escaping () -> Bool = { false }
  ) {
    self.isInterrupted = isInterrupted
    self.path = path
    self.lesson = lesson
    lines = MarkdownLine.lines(of: text)
    session = Session(lesson: lesson, limits: LessonProofs.limits)
    environment = session.sheet.environment
    end = .now + time
  }

  mutating func report(_ rule: VerifyRule, _ line: Int, _ message: String, advice: String) {
    let problem = LessonProblem(file: path, line: line, message: message, advice: advice)
    problems.append(VerifyProblem(rule, problem))
  }

  mutating func report(_ rule: VerifyRule, _ diagnostic: Diagnostic, in source: Source) {
    report(
      rule, source.position(at: diagnostic.primary.range.start).line, diagnostic.message,
      advice: diagnostic.help ?? "mend it")
  }

  /// Whether there is time for another proof; that there is none is said once, at the line that was reached.
  mutating func hasTime(at line: Int) -> Bool {
    if !isStopped, isInterrupted() { (isStopped, isGivenUp) = (true, true) }
    guard !isStopped, .now >= end else { return !isStopped }
    isStopped = true
    report(
      .bound, line, "the proofs take too long; what comes from here on isn't proved",
      advice: "make the lesson's arrays smaller, or divide it in two")
    return false
  }

  /// The line of a key in the head; 1 where it isn't there.
  func headLine(_ key: String) -> Int {
    let head = lines.dropFirst().prefix { Markdown.trimmed($0.text) != "---" }
    return head.first { line in
      let colon = line.text.firstIndex(of: ":") ?? line.text.startIndex
      return Markdown.trimmed(line.text[..<colon]) == key
    }?.number ?? 1
  }
}
