import CellLanguage
import Notebook
import Terminal

/// The solution of a task, where the reader has opened it.
struct SolutionLines {
  let task: LessonTask
  let reading: Reading
  let prose: ProseLayout

  func lines(width: Int) -> [StyledLine] {
    guard reading.board.openSolutions.contains(task.id), case .exercise(let exercise) = task else {
      return []
    }
    let close = reading.keyName(.solution), take = reading.keyName(.takeSolution)
    let hasSeveral = exercise.solutions.count > 1
    let head = LineWrapping.wrap(
      [
        Run("One solution", Style(.heading, bold: true)),
        Run(
          " · \(close) closes it, \(take) puts \(hasSeveral ? "this one" : "it") into the cells",
          .dim),
      ], width: width, hanging: 2)
    return head
      + exercise.solutions.enumerated().flatMap { index, program in
        let another = index == 0 ? [] : [StyledLine([Run("Another", Style(.heading, bold: true))])]
        return another
          + PanelBox.code(program.source.text.trimmed(), width: width - 2).map {
            $0.indented(by: 2)
          }
      }
  }
}
