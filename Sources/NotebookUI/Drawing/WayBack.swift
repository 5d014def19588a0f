import Notebook

extension State {
  /// What lies below the layer on top, and comes back when that is closed.
  var placeBelow: String {
    var below = self
    below.layers.removeLast()
    return switch below.context {
    case .home: "the lessons"
    case .walk: "the tree"
    case .finding: below.finder?.kind == .text ? "the search" : "the commands"
    case .copying: "the text"
    case .mending: "the list"
    case .playing: "the demonstration"
    case .notes: "the notes"
    case .writing: below.reading?.writing?.kind.words ?? "the text"
    case .editing: below.reading?.editing?.words ?? "the number"
    case .lesson, .quiz, .guess, .block, .help: "the step"
    }
  }
}
