import CellLanguage

/// What `qkv verify` says of lessons, in text and in JSON.
package struct VerifyReport: Sendable {
  /// The version of the JSON, raised when a member changes its meaning or goes.
  package static let version = 1

  package let lessons: [VerifiedLesson]
  /// The file of hidden checks, where one was proved too.
  package let hidden: VerifiedLesson?

  package init(_ lessons: [VerifiedLesson], hidden: VerifiedLesson? = nil) {
    self.lessons = lessons
    self.hidden = hidden
  }

  package var isWell: Bool { files.allSatisfy(\.problems.isEmpty) }
  private var files: [VerifiedLesson] { lessons + (hidden.map { [$0] } ?? []) }

  /// A line for each problem, and one that sums up.
  package var text: String {
    let problems = files.flatMap(\.problems).map { $0.problem.description }
    return (problems + [summary]).map { TextFilter.visible($0) + "\n" }.joined()
  }

  private var summary: String {
    let all = counted(lessons.count, "lesson", "lessons")
    guard !isWell else {
      let counts = lessons.reduce(TaskCounts()) { $0 + $1.counts }
      return [
        all, counted(counts.exercises, "exercise", "exercises"),
        counted(counts.quizzes, "quiz", "quizzes"),
        counted(counts.predictions, "prediction", "predictions"),
      ].joined(separator: ", ") + ": all is well"
    }
    let count = files.reduce(0) { $0 + $1.problems.count }
    let troubled = lessons.count { !$0.problems.isEmpty }
    let places = [
      troubled > 0 ? "\(troubled) of \(all)" : nil,
      hidden?.problems.isEmpty == false ? "the hidden checks" : nil,
    ].compactMap { $0 }
    return "\(counted(count, "problem", "problems")) in \(places.joined(separator: " and in "))"
  }

  private func counted(_ count: Int, _ one: String, _ several: String) -> String {
    "\(count) \(count == 1 ? one : several)"
  }
}

// MARK: - JSON

extension VerifyReport {
  package var json: JSONValue {
    .object(
      [
        JSONValue.Member("qkv", .integer(VerifyReport.version)),
        JSONValue.Member("kind", .string("verify")),
        JSONValue.Member("ok", .boolean(isWell)),
        JSONValue.Member("lessons", .array(lessons.map(\.json))),
      ] + (hidden.map { [JSONValue.Member("hidden", $0.hiddenJSON)] } ?? []))
  }
}

extension VerifiedLesson {
  /// Of a file of hidden checks.
  fileprivate var hiddenJSON: JSONValue {
    .object([
      JSONValue.Member("file", .string(path)),
      JSONValue.Member("problems", .array(problems.map(\.json))),
    ])
  }

  fileprivate var json: JSONValue {
    let counts = counts
    return .object([
      JSONValue.Member("file", .string(path)),
      JSONValue.Member("id", lesson.map { .string($0.id) } ?? .null),
      JSONValue.Member("number", lesson?.number.map(JSONValue.integer) ?? .null),
      JSONValue.Member("steps", .integer(lesson?.steps.count ?? 0)),
      JSONValue.Member("exercises", .integer(counts.exercises)),
      JSONValue.Member("quizzes", .integer(counts.quizzes)),
      JSONValue.Member("predictions", .integer(counts.predictions)),
      JSONValue.Member("problems", .array(problems.map(\.json))),
    ])
  }
}

extension VerifyProblem {
  fileprivate var json: JSONValue {
    .object([
      JSONValue.Member("line", .integer(problem.line)),
      JSONValue.Member("rule", .string(rule.rawValue)),
      JSONValue.Member("message", .string(problem.message)),
      JSONValue.Member("advice", .string(problem.advice)),
    ])
  }
}
