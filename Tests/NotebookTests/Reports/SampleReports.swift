import Notebook

/// Reports with one of everything.
enum SampleReports {
  static let tasks = [
    CountedTask(lesson: "sums", id: "aim", points: 2),
    CountedTask(lesson: "sums", id: "one-line", points: 3),
    CountedTask(lesson: "sums", id: "guess", points: 1),
    CountedTask(lesson: "mask", id: "why", points: 1),
  ]

  static let aim = TaskReport(
    id: "aim", kind: "exercise", points: 2, status: .passed,
    checks: [CheckResult(message: "the output of cat is (0, 1)", status: .passed)])

  static let oneLine = TaskReport(
    id: "one-line", kind: "exercise", points: 3, status: .failed,
    checks: [
      CheckResult(message: "one row for each query", status: .passed),
      CheckResult(
        message: "each output mixes the values by its own weights", status: .failed,
        finding: Finding(
          expected: "0.40", found: "0.60", place: "out[cat, f]", extent: "3 of 6 entries",
          input: "K = [[0.3, -1.2]], random input 3 of 20")),
      CheckResult(message: "and more", status: .pending),
    ], because: "that divides by d", hidden: .judged(passed: 1, of: 2),
    notes: ["it was answered for an older text of the exercise"])

  static let guess = TaskReport(
    id: "guess", kind: "prediction", points: 1, status: .refused,
    refusal: "\"guess\" must be a number or its text")

  static let why = TaskReport(id: "why", kind: "quiz", points: 1, status: .missing)

  static let ann = HandInReport(
    file: "ann.json", student: "Ann Miller", notes: ["'smus' is no lesson; did you mean sums?"],
    lessons: [
      LessonReport(number: 6, id: "sums", title: "Weighted sums", tasks: [aim, oneLine, guess]),
      LessonReport(number: 9, id: "mask", title: "The causal mask: GPT", tasks: [why]),
    ])

  static let bad = HandInReport(
    file: "bad.json", student: nil, refusal: "it is empty", lessons: [])

  static let all = Report(tasks: tasks, handIns: [ann, bad])

  /// Of a reader's own answers.
  static let own = Report(
    tasks: Array(tasks[..<2]) + [tasks[3]],
    handIns: [
      HandInReport(
        file: nil, student: nil,
        lessons: [
          LessonReport(
            number: 6, id: "sums", title: "Weighted sums",
            tasks: [
              aim,
              TaskReport(
                id: "one-line", kind: "exercise", points: 3, status: .pending,
                checks: [CheckResult(message: "one row for each query", status: .pending)],
                hidden: .remaining(2)),
            ]),
          LessonReport(number: 9, id: "mask", title: "The causal mask: GPT", tasks: [why]),
        ])
    ])

  /// Whatever a stranger can write, wherever a stranger can.
  static let hostileText = "\u{1B}]0;x\u{7}\u{9B}2J\u{202E}\u{0}\u{FFFE}\u{2028}\r\n# <&\"'\\,]]>"

  static let hostile: Report = {
    let text = hostileText
    let task = TaskReport(
      id: text, kind: "exercise", points: 1, status: .failed,
      checks: [
        CheckResult(
          message: text, status: .failed,
          finding: Finding(
            expected: text, found: text, place: text, extent: text, input: text, problem: text))
      ], because: text, refusal: text, notes: [text])
    return Report(
      tasks: [CountedTask(lesson: text, id: text, points: 1)],
      handIns: [
        HandInReport(
          file: text, student: text, notes: [text],
          lessons: [LessonReport(number: 1, id: text, title: text, notes: [text], tasks: [task])]),
        HandInReport(file: text, student: text, refusal: text, notes: [text], lessons: []),
      ])
  }()
}
