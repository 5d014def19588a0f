import Terminal

/// Rows of the table: counts, doing again, whole matrices.
extension Bindings {
  static let repeating: [Binding] = [
    Binding(
      .count, "0123456789".map { KeyPress(.character($0), alt: true) }, in: Context.reading,
      as: "Alt+0 … Alt+9",
      help:
        "Count: Alt+3 j moves 3 down, Alt+5 + nudges by 5 steps. Off editable numbers, 3j will do.",
      brief: "count: Alt+3 j goes 3 down"),
    Binding(
      .count,
      "0123456789".flatMap { [KeyPress.character($0), KeyPress(.character($0), alt: true)] },
      in: [.home], as: "0 … 9",
      help: "Count: 3j chooses the third lesson below; 6 Enter opens lesson 6.",
      brief: "count: 6 Enter opens lesson 6"),
    Binding(
      .again, [.character("a")], in: [.lesson],
      help: "Do the last change again, on this entry; so does . where it begins no number.",
      brief: "the last change again; . too, off numbers"),
  ]
}
