import Terminal

/// Rows of the table: matrices out of the notebook, and the mouse.
extension Bindings {
  static let copying: [Binding] = [
    Binding(
      .copy, [.character("y")], in: [.lesson],
      help: "Show the matrix as NumPy text to copy; one that is pasted fills the input."
    ),
    Binding(
      .mouse, [.character("m")], in: [.lesson, .quiz, .home],
      help: "Give the mouse to the terminal, to select text, or take it back."),
    Binding(
      .up, [.plain(.up), .character("k")], in: [.copying], help: "Scroll the text up."),
    Binding(
      .down, [.plain(.down), .character("j")], in: [.copying], hint: ("↑↓", "scroll"),
      help: "Scroll the text down."),
    Binding(
      .forward, [.plain(.pageDown), .character(" ")], in: [.copying],
      help: "Scroll the text down a screen."),
    Binding(
      .backward, [.plain(.pageUp)], in: [.copying], help: "Scroll the text up a screen."),
    Binding(
      .help, [.character("?"), .plain(.function(1))], in: [.copying], hint: ("?", "help"),
      help: "Show this help while copying."),
    Binding(
      .back, [.character("q"), .plain(.escape)], in: [.copying], hint: ("q", "back"),
      help: "Go back to the matrix."),
  ]
}
