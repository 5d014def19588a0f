import Terminal

/// Says that a task is judged by the lesson's own numbers, where the reader sees others.
struct OwnNumbers {
  let reading: Reading
  /// What an answer may change.
  var edits: [String] = []

  func lines(width: Int) -> [StyledLine] {
    let names = reading.changedNames(besides: edits)
    guard !names.isEmpty else { return [] }
    let text = "Judged by the lesson's own \(names.joined(separator: ", ")), not by yours."
    return LineWrapping.wrap([Run(text, .warning)], width: width, hanging: 2)
  }
}
