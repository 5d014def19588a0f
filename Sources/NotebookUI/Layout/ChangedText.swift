import Notebook
import Terminal

/// Says that the text of a task isn't the one that was answered.
struct ChangedText {
  let task: LessonTask
  let reading: Reading

  func lines(width: Int) -> [StyledLine] {
    guard reading.isOfOtherText(task) else { return [] }
    let text =
      "This \(task.kind) has changed since you answered; the present text counts."
    return LineWrapping.wrap([Run(text, .warning)], width: width, hanging: 2)
  }
}
