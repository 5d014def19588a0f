import Notebook
import Terminal

/// A prediction: its question, the guess, and what is said to it.
struct GuessLines {
  /// Before the guess; the mark of the cursor has two columns before it.
  static let lead = "  Your guess: "
  private static let blank = "______"

  let predict: Predict
  let reading: Reading
  let prose: ProseLayout

  private var task: LessonTask { .predict(predict) }
  private var attempt: Attempt { reading.attempt(at: predict.id) }
  private var isPassed: Bool { reading.board.isPassed(predict.id) }
  /// Whether the answer and its reason stand there.
  private var isTold: Bool { isPassed || isShown }
  private var isShown: Bool { reading.board.openSolutions.contains(predict.id) }

  func block(_ room: TextRoom) -> TextBlock {
    var block = TextBlock(prose.lines(predict.question, width: room.width), task: predict.id)
    block.add([line], stop: .guess(predict.id))
    let reason = reason(room.width)
    let height = block.lines.count + (room.reserves ? min(QuizLines.mostReserved, reason.count) : 0)
    var notes = OwnNumbers(reading: reading).lines(
      about: predict.answer, isTold ? .told : attempt.guess == nil ? .asked : .judged,
      width: room.width - 2)
    if attempt.guess != nil {
      notes = ChangedText(task: task, reading: reading).lines(width: room.width - 2) + notes
    }
    block.add(notes.map { $0.indented(by: 2) })
    if isTold { block.add(reason) }
    block.fill(to: height)
    return block
  }

  private var line: StyledLine {
    let guess = attempt.guess
    let shown = Run(
      guess.map { TextWidth.clipped($0, to: 24) } ?? Self.blank,
      Style(guess == nil ? .dim : .input, underline: guess != nil))
    var runs = [Run(Self.lead), shown]
    if let said {
      let words = Run(" \(said.words)", said.mark.style.unbold)
      runs += [Run("  "), said.mark.run(ascii: prose.isASCII), words]
    }
    return StyledLine(runs)
  }

  private var said: (mark: TaskMark, words: String)? {
    guard attempt.guess != nil else { return nil }
    if isPassed { return (.passed, "right · \(task.pointsText)\(reading.seenText(of: task))") }
    return (.failed, "not yet · within \(Reading.text(ofStep: predict.tolerance)) counts")
  }

  private func reason(_ width: Int) -> [StyledLine] {
    prose.lines(predict.reason, width: width - 2).map { $0.indented(by: 2) }
  }
}
