import Notebook
import Terminal

/// A quiz: its question, its options, and what is said to the options that were chosen.
struct QuizLines {
  let quiz: Quiz
  let reading: Reading
  let prose: ProseLayout

  private var task: LessonTask { .quiz(quiz) }
  private var isPassed: Bool { reading.board.isPassed(quiz.id) }
  private var attempt: Attempt { reading.attempt(at: quiz.id) }

  func block(_ room: TextRoom) -> TextBlock {
    var block = TextBlock(prose.lines(quiz.question, width: room.width), task: quiz.id)
    for index in quiz.options.indices {
      block.add(option(index, width: room.width), stop: .option(quiz: quiz.id, index))
    }
    let reserved = room.reserves ? min(Self.mostReserved, reserve(room.width)) : 0
    let height = block.lines.count + reserved
    block.add(feedback(room))
    if reading.board.marked[quiz.id] == nil {
      let changed = ChangedText(task: task, reading: reading).lines(width: room.width - 2)
      block.add(changed.map { $0.indented(by: 2) })
    }
    block.fill(to: height)
    return block
  }

  /// More free lines below a question would look like a gap: what stands behind a longer reason moves once.
  static let mostReserved = 1

  // MARK: - Options

  /// Two columns are free for the cursor's mark.
  private func option(_ index: Int, width: Int) -> [StyledLine] {
    let number = quiz.options.count <= 9 ? "\(index + 1) " : ""
    let lead = [Run("  \(number)", .label), markRun(index), Run(" ")]
    let indent = StyledLine(lead).width
    let lines = prose.wrap(quiz.options[index].text, width: max(8, width - indent))
    return lines.enumerated().map { line, text in
      line == 0 ? StyledLine(lead + text.runs) : text.indented(by: indent)
    }
  }

  private func mark(_ index: Int) -> TaskMark {
    let isRight = quiz.options[index].isRight
    let (open, marked): (TaskMark, TaskMark) =
      quiz.hasSeveralRight ? (.openBox, .markedBox) : (.open, .marked)
    if reading.board.openSolutions.contains(quiz.id) {
      return isRight ? .passed : isTried(index) ? .failed : open
    }
    if let marks = reading.board.marked[quiz.id] { return marks.contains(index) ? marked : open }
    // Where several are right, what was tried before is tried anew until they are found.
    if isTried(index), !quiz.hasSeveralRight || isPassed { return .failed }
    let chosen = attempt.choices?.contains(index) == true || inspected == index
    return chosen ? isRight ? .passed : .failed : open
  }

  /// What was tried before the right answer stays to be seen, and doesn't call.
  private func markRun(_ index: Int) -> Run {
    let mark = mark(index)
    let isOver = isPassed && mark == .failed && inspected != index
    return isOver ? Run(mark.text(ascii: prose.isASCII), .dim) : mark.run(ascii: prose.isASCII)
  }

  private func isTried(_ index: Int) -> Bool {
    reading.board.tried[quiz.id]?.contains(index) == true
  }

  private var inspected: Int? { reading.board.inspected[quiz.id] }

  // MARK: - What is said

  private func feedback(_ room: TextRoom) -> [StyledLine] {
    let width = room.width
    if reading.board.openSolutions.contains(quiz.id) { return solution(width) }
    guard reading.board.marked[quiz.id] == nil, let choices = attempt.choices else {
      return quiz.hasSeveralRight ? [StyledLine("  Several are right.", .dim)] : []
    }
    if isPassed {
      return inspected.map { said(of: $0, width) } ?? passed(width, isTight: !room.reserves)
    }
    let chosen = choices.sorted().filter { quiz.options.indices.contains($0) }
    let lines = chosen.flatMap { said(of: $0, width) }
    let isIncomplete = chosen.allSatisfy { quiz.options[$0].isRight }
    return lines
      + (isIncomplete
        ? words(.failed, "Not yet: something that is right isn't marked.", [], width) : [])
  }

  /// Where there is little room, the reasons of several options follow one another on the line of the verdict.
  private func passed(_ width: Int, isTight: Bool = false) -> [StyledLine] {
    let lead = "Right · \(task.pointsText)\(reading.seenText(of: task))."
    let right = quiz.options.indices.filter { quiz.options[$0].isRight }
    guard right.count > 1 else {
      return words(.passed, lead, right.first.map { quiz.options[$0].reason } ?? [], width)
    }
    guard isTight else { return words(.passed, lead, [], width) + solution(width) }
    let reasons = right.map { [.text("\($0 + 1): ")] + quiz.options[$0].reason }
    return words(.passed, lead, Array(reasons.joined(separator: [.text(" ")])), width)
  }

  private func solution(_ width: Int) -> [StyledLine] {
    quiz.options.indices.filter { quiz.options[$0].isRight }.flatMap { said(of: $0, width) }
  }

  /// `✗ 1 is not right. V isn't in their formula.`
  private func said(of index: Int, _ width: Int) -> [StyledLine] {
    let option = quiz.options[index]
    let verdict = option.isRight ? "\(index + 1) is right." : "\(index + 1) is not right."
    return words(option.isRight ? .passed : .failed, verdict, option.reason, width)
  }

  private func words(
    _ mark: TaskMark, _ lead: String, _ reason: [Inline], _ width: Int
  ) -> [StyledLine] {
    let reason = InlineRuns(reason, live: prose.live).lines.joined(by: Run(" "))
    let runs = [mark.run(ascii: prose.isASCII), Run(" \(lead)", mark.style), Run(" ")] + reason
    return LineWrapping.wrap(runs.map(prose.spelled), width: width - 2, hanging: 2)
      .map { $0.indented(by: 2) }
  }

  /// The most lines that an answer may bring.
  private func reserve(_ width: Int) -> Int {
    let said = quiz.options.indices.map { self.said(of: $0, width).count }
    guard quiz.hasSeveralRight else { return max(said.max() ?? 0, passed(width).count) }
    return max(said.reduce(1, +), passed(width).count)
  }
}
