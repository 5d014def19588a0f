/// What is wrong with the words of a question, whatever its numbers are: cheap enough to be asked at every key.
struct QuestionTexts {
  struct Problem {
    let rule: VerifyRule
    let line: Int
    let message: String
    let advice: String
  }

  private(set) var problems: [Problem] = []

  init(_ task: LessonTask) {
    switch task {
    case .exercise: break
    case .quiz(let quiz): look(at: quiz)
    case .predict(let predict): look(at: predict)
    }
  }

  private mutating func report(
    _ rule: VerifyRule, _ line: Int, _ message: String, advice: String
  ) {
    problems.append(Problem(rule: rule, line: line, message: message, advice: advice))
  }

  private mutating func look(at quiz: Quiz) {
    if quiz.question.isEmpty {
      report(
        .quiz, quiz.line, "the quiz asks nothing", advice: "write the question above its options")
    }
    // That two are there and one is right is the reader's to see to.
    if quiz.options.count > 1, quiz.options.allSatisfy(\.isRight) {
      report(
        .quiz, quiz.line, "no option of the quiz is wrong",
        advice: "add one with - [ ], best a mistake that readers make")
    }
    var seen: [[Inline]: Int] = [:]
    for option in quiz.options {
      if option.text.isEmpty {
        report(
          .quiz, option.line, "the option says nothing",
          advice: "write - [ ] text — reason")
      } else if let first = seen.updateValue(option.line, forKey: option.text) {
        report(
          .quiz, option.line, "the option is the same as the one on line \(first)",
          advice: "delete one of them")
      }
      if option.reason.isEmpty {
        report(
          .quiz, option.line, "the option has no reason",
          advice:
            "write why it is \(option.isRight ? "right" : "wrong") behind — or --: text -- reason")
      }
    }
  }

  private mutating func look(at predict: Predict) {
    if predict.question.isEmpty {
      report(
        .prediction, predict.line, "the prediction asks nothing",
        advice: "write the question below the directive")
    }
    if predict.reason.isEmpty {
      report(
        .prediction, predict.line, "the prediction has no reason",
        advice: "end it with a paragraph that begins with — or -- and a blank: -- …")
    }
  }
}
