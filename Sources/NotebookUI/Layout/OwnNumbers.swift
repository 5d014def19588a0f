import Notebook
import Terminal

/// Says that a task is judged by the lesson's own numbers, where the reader sees others, and without the reader's own cells.
struct OwnNumbers {
  let reading: Reading
  /// What an answer may change.
  var edits: [String] = []
  /// What is judged: checks of the lesson. What those don't rest on makes no difference.
  var judged: String?

  /// How far a prediction is.
  enum Stage { case asked, judged, told }

  func lines(width: Int) -> [StyledLine] { lines(texts, width) }

  /// The same of a prediction: it asks of the lesson's numbers, wherever these stand, and what its reason quotes are the
  /// reader's.
  ///
  /// - Parameter answer: the expression that it asks for.
  func lines(about answer: String, _ stage: Stage, width: Int) -> [StyledLine] {
    let changed = named(reading.changedNames(behind: answer))
    guard !changed.isEmpty else { return [] }
    let words =
      switch stage {
      case .asked: "Asked of the lesson's own \(changed), not of yours."
      case .judged: "Judged by the lesson's own \(changed), not by yours."
      case .told: "Judged by the lesson's own \(changed); this is said of yours:"
      }
    return lines([words], width)
  }

  /// The names, with what the lesson gives them where that is short: numbers in a verdict are of these.
  private func named(_ names: [String]) -> String {
    let whole = names.map { name in
      reading.session.lessonNumbers(ofName: name).map { "\(name) = \($0)" } ?? name
    }
    let text = whole.joined(separator: ", ")
    return text.count <= Self.longestValues ? text : names.joined(separator: ", ")
  }

  private static let longestValues = 26

  private func lines(_ texts: [String], _ width: Int) -> [StyledLine] {
    texts.flatMap { LineWrapping.wrap([Run($0, .warning)], width: width, hanging: 2) }
  }

  private var texts: [String] {
    let basis = judged.map { reading.session.names(behind: $0) }
    let changed = named(
      reading.changedNames(besides: edits).filter { basis?.contains($0) != false })
    let own = reading.session.ownNames(usedBy: edits).joined(separator: ", ")
    return (changed.isEmpty ? [] : ["Judged by the lesson's own \(changed), not by yours."])
      + (own.isEmpty ? [] : ["\(own): from a cell of your own; an answer must hold what it needs."])
  }
}
