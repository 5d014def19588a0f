import Notebook
import Terminal

/// Says that a task is judged by the lesson's own numbers, where the reader sees others, and without the reader's own cells.
struct OwnNumbers {
  let reading: Reading
  /// What an answer may change.
  var edits: [String] = []
  /// What is judged: an expression or checks of the lesson. What those don't rest on makes no difference.
  var judged: String?

  func lines(width: Int) -> [StyledLine] {
    texts.flatMap { LineWrapping.wrap([Run($0, .warning)], width: width, hanging: 2) }
  }

  private var texts: [String] {
    let basis = judged.map { reading.session.names(behind: $0) }
    let changed = reading.changedNames(besides: edits).filter { basis?.contains($0) != false }
      .joined(separator: ", ")
    let own = reading.session.ownNames(usedBy: edits).joined(separator: ", ")
    return (changed.isEmpty ? [] : ["Judged by the lesson's own \(changed), not by yours."])
      + (own.isEmpty ? [] : ["\(own): from a cell of your own; an answer must hold what it needs."])
  }
}
