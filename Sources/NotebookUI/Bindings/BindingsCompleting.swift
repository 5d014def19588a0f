import Terminal

/// Rows of the table: completing names in a formula.
extension Bindings {
  static let completing: [Binding] = [
    Binding(
      .completeNext, [.control("n")], in: [.editing], hint: ("Ctrl-N", "complete"),
      help: "Complete a name or function in a formula; again, the next that fits.",
      brief: "complete a name"),
    Binding(
      .completePrevious, [.control("p")], in: [.editing],
      help: "Complete with the one before that fits.",
      brief: "complete a name"),
  ]
}
