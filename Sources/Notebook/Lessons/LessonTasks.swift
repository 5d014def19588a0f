import CellLanguage

/// An exercise or a question while it is being read.
enum OpenTask {
  case exercise(ExerciseDraft)
  /// Its lines are taken apart at its end.
  case quiz(id: String, points: Int, line: Int, lines: [MarkdownLine])
  case predict(Prediction, lines: [MarkdownLine])

  struct Prediction {
    let id: String
    let answer: String
    let tolerance: Double
    let points: Int
    let line: Int
  }

  struct ExerciseDraft {
    let id: String
    let points: Int
    let edits: [String]
    let hiddenChecks: Int
    let line: Int
    var blocks: [Block] = []
    var checks: [Check] = []
    var hints: [[Inline]] = []
    var hintLines: [Int] = []
    var solutions: [Program] = []
    var wrongAnswers: [WrongAnswer] = []
  }

  var kind: String {
    switch self {
    case .exercise: "exercise"
    case .quiz: "quiz"
    case .predict: "prediction"
    }
  }

  var line: Int {
    switch self {
    case .exercise(let draft): draft.line
    case .quiz(_, _, let line, _): line
    case .predict(let prediction, _): prediction.line
    }
  }

  /// Whether its prose is its own and no cell stands in it.
  var takesProse: Bool {
    if case .exercise = self { false } else { true }
  }

  mutating func addProse(_ more: [MarkdownLine]) {
    switch self {
    case .exercise: break
    case .quiz(let id, let points, let line, let lines):
      self = .quiz(id: id, points: points, line: line, lines: lines + more)
    case .predict(let prediction, let lines): self = .predict(prediction, lines: lines + more)
    }
  }
}

// MARK: - Directives

extension LessonBuilder {
  private static let directives = [
    "pause", "note", "play", "exercise", "hint", "quiz", "predict", "end",
  ]

  mutating func add(_ directive: LessonDirective) {
    switch directive.name {
    case "pause": addPause(directive)
    case "note": addNote(directive)
    case "play": addPlay(directive)
    case "exercise": begin(directive) { $0.exercise(directive) }
    case "quiz": begin(directive) { $0.quiz(directive) }
    case "predict": begin(directive) { $0.predict(directive) }
    case "hint": addHint(directive)
    case "end":
      if open == nil {
        report(directive.line, "nothing is open here that could end", advice: "delete <!-- end -->")
      }
      endTask()
    default:
      report(
        directive.line, "\(quoted(directive.name)) is no directive",
        advice: advice(directive.name, LessonBuilder.directives))
    }
  }

  private mutating func addPause(_ directive: LessonDirective) {
    let asksGuess = directive.text == "guess"
    if !directive.text.isEmpty && !asksGuess {
      report(
        directive.line, "a pause says nothing but guess",
        advice: "write <!-- pause -->, or <!-- pause: guess --> where readers are to guess first")
    }
    append(.pause(asksGuess: asksGuess))
  }

  private mutating func addNote(_ directive: LessonDirective) {
    if directive.text.isEmpty {
      report(directive.line, "the note is empty", advice: "write <!-- note: … -->")
    }
    append(.note(directive.text))
  }

  private mutating func addHint(_ directive: LessonDirective) {
    guard case .exercise(var draft) = open else {
      return report(
        directive.line, "a hint stands outside of an exercise",
        advice: "put it between <!-- exercise: id --> and <!-- end -->")
    }
    draft.hints.append(inlines([MarkdownLine(directive.text[...], number: directive.line)]))
    draft.hintLines.append(directive.line)
    open = .exercise(draft)
  }

  private mutating func begin(
    _ directive: LessonDirective, _ make: (inout LessonBuilder) -> OpenTask
  ) {
    if let open {
      report(
        directive.line, "the \(open.kind) on line \(open.line) isn't ended yet",
        advice: "write <!-- end --> before this")
      endTask()
    }
    open = make(&self)
  }

  private mutating func arguments(_ directive: LessonDirective) -> DirectiveArguments {
    let arguments = DirectiveArguments(directive.text, keys: directive.taskKeys ?? [])
    for problem in arguments.problems {
      report(directive.line, problem.message, advice: problem.advice)
    }
    claim(arguments.id, line: directive.line)
    return arguments
  }

  private mutating func exercise(_ directive: LessonDirective) -> OpenTask {
    let arguments = arguments(directive)
    let points = number("points", of: arguments, default: 1, directive)
    let edits = arguments.values["edits"] ?? ""
    if edits.isEmpty {
      report(
        directive.line, "the exercise doesn't say what may be edited",
        advice: "write edits=S, names with commas between")
    }
    return .exercise(
      OpenTask.ExerciseDraft(
        id: arguments.id, points: points,
        edits: edits.split(separator: ",").map { String(Markdown.trimmed($0)) },
        hiddenChecks: number("hidden", of: arguments, default: 0, directive),
        line: directive.line))
  }

  /// A whole number of a directive, from 0 to 1000.
  private mutating func number(
    _ key: String, of arguments: DirectiveArguments, default value: Int,
    _ directive: LessonDirective
  ) -> Int {
    guard let text = arguments.values[key] else { return value }
    if let number = Int(text), (0...1000).contains(number) { return number }
    report(directive.line, "\(key) is no whole number from 0 to 1000", advice: "write \(key)=2")
    return value
  }

  private mutating func quiz(_ directive: LessonDirective) -> OpenTask {
    let arguments = arguments(directive)
    return .quiz(
      id: arguments.id, points: number("points", of: arguments, default: 1, directive),
      line: directive.line, lines: [])
  }

  private mutating func predict(_ directive: LessonDirective) -> OpenTask {
    let arguments = arguments(directive)
    let answer = arguments.values["answer"] ?? ""
    if answer.isEmpty {
      report(
        directive.line, "the prediction has no answer",
        advice: "write answer=\"A[1, 0]\" within=0.05")
    } else if let problem = LiveNumber(expression: answer, format: "", line: 0).problem {
      report(directive.line, problem.message, advice: problem.advice)
    }
    let tolerance = arguments.values["within"].flatMap { Double(plain: $0) } ?? -1
    if tolerance < 0 {
      report(
        directive.line, "the prediction doesn't say how near a guess must come",
        advice: "write within=0.05")
    }
    return .predict(
      OpenTask.Prediction(
        id: arguments.id, answer: answer, tolerance: max(0, tolerance),
        points: number("points", of: arguments, default: 1, directive), line: directive.line),
      lines: [])
  }
}

// MARK: - Ends

extension LessonBuilder {
  mutating func endTask() {
    guard let task = open else { return }
    open = nil
    switch task {
    case .exercise(let draft): append(.exercise(exercise(draft)))
    case .quiz(let id, let points, let line, let lines):
      append(.quiz(quiz(id, points, line, lines)))
    case .predict(let prediction, let lines):
      let reason = lines.firstIndex { Dash.lead(of: $0.text) != nil } ?? lines.endIndex
      var reasonLines = Array(lines[reason...])
      if let first = reasonLines.first, let text = Dash.lead(of: first.text) {
        reasonLines[0] = MarkdownLine(text, number: first.number)
      }
      append(
        .predict(
          Predict(
            id: prediction.id, question: prose(Array(lines[..<reason])),
            answer: prediction.answer, tolerance: prediction.tolerance,
            reason: prose(reasonLines), points: prediction.points, line: prediction.line)))
    }
  }

  private mutating func exercise(_ draft: OpenTask.ExerciseDraft) -> Exercise {
    if draft.checks.isEmpty {
      report(
        draft.line, "the exercise has no check",
        advice: "add a fence ```python {.qkv .check} with assertions")
    }
    return Exercise(
      id: draft.id, points: draft.points, edits: draft.edits, blocks: draft.blocks,
      checks: draft.checks, hints: draft.hints, hintLines: draft.hintLines,
      solutions: draft.solutions,
      wrongAnswers: draft.wrongAnswers, hiddenChecks: draft.hiddenChecks, line: draft.line)
  }

  private mutating func quiz(
    _ id: String, _ points: Int, _ line: Int, _ lines: [MarkdownLine]
  ) -> Quiz {
    let first = lines.firstIndex(where: LessonBuilder.isOption) ?? lines.endIndex
    var options: [[MarkdownLine]] = []
    for line in lines[first...] where !line.isBlank {
      if LessonBuilder.isOption(line) {
        options.append([line])
      } else {
        options[options.count - 1].append(line)
      }
    }
    let quiz = Quiz(
      id: id, question: prose(Array(lines[..<first])), options: options.map { option($0) },
      points: points, line: line)
    if quiz.options.count < 2 {
      report(line, "the quiz has fewer than two options", advice: "write - [ ] and - [x] items")
    } else if !quiz.options.contains(where: \.isRight) {
      report(line, "no option of the quiz is right", advice: "mark the right one with - [x]")
    }
    return quiz
  }

  private static func isOption(_ line: MarkdownLine) -> Bool {
    line.indent < 4
      && ["- [ ]", "- [x]", "- [X]"].contains { line.content.hasPrefix($0) }
  }

  /// `- [x] text — reason`
  private mutating func option(_ lines: [MarkdownLine]) -> Quiz.Option {
    let first = lines[0].content
    let isRight = !first.hasPrefix("- [ ]")
    let all = [MarkdownLine(first.dropFirst(5), number: lines[0].number)] + lines.dropFirst()
    for (index, line) in all.enumerated() {
      guard let dash = Dash.range(in: line.text) else { continue }
      let before = MarkdownLine(line.text[..<dash.lowerBound], number: line.number)
      let behind = MarkdownLine(line.text[dash.upperBound...], number: line.number)
      return Quiz.Option(
        text: inlines(all[..<index] + [before]),
        reason: inlines([behind] + all[(index + 1)...]), isRight: isRight, line: lines[0].number)
    }
    return Quiz.Option(
      text: inlines(all), reason: [], isRight: isRight, line: lines[0].number)
  }
}
