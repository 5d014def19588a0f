import Terminal

/// Rows of the table: what is to be mended in a notebook of one's own.
extension Bindings {
  static let mending: [Binding] = [
    Binding(
      .verify, [.plain(.function(4))], in: Context.reading, hint: ("F4", "verify"),
      help:
        "List what qkv verify finds to mend in a notebook of your own, and go to each place. {write} tells of it too.",
      brief: "what is to be mended in your notebook"),
    Binding(
      .open, [.plain(.enter)], in: [.mending], hint: ("⏎", "go there"),
      help: "Go to the place, and write there.",
      brief: "go there"),
    Binding(
      .down, [.plain(.down), .character("j"), .plain(.tab)], in: [.mending],
      hint: ("↑↓", "choose"), help: "Choose the next one.",
      brief: "choose"),
    Binding(
      .up, [.plain(.up), .character("k"), .shift(.tab)], in: [.mending],
      help: "Choose the one before.",
      brief: "choose"),
    Binding(
      .forward, [.plain(.pageDown), .character(" ")], in: [.mending],
      help: "Choose one a screen below.",
      brief: "a screen on, back"),
    Binding(
      .backward, [.plain(.pageUp)], in: [.mending], help: "Choose one a screen above.",
      brief: "a screen on, back"),
    Binding(
      .help, [.character("?"), .plain(.function(1))], in: [.mending], hint: ("?", "help"),
      help: "Show this help beside the list.",
      brief: "this help"),
    Binding(
      .back, [.character("q"), .plain(.escape)], in: [.mending], hint: ("q", "back"),
      help: "Go back to the step.",
      brief: "back to the step"),
  ]
}
