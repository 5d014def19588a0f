import Terminal

/// Rows of the table: matrices out of the notebook, and the mouse.
extension Bindings {
  static let copying: [Binding] = [
    Binding(
      .copy, [.character("y")], in: [.lesson],
      help:
        "Copy the matrix as NumPy text to the clipboard; again, show it to be selected. One that is pasted fills the input.",
      brief: "copy the matrix as NumPy text"),
    Binding(
      .mouse, [.character("m")], in: Context.reading.union([.home]),
      help:
        "Give the mouse to the terminal, to select text, or take it back. Its wheel scrolls; over the chosen number of a slider it nudges.",
      brief: "mouse off (selects text), on; its wheel moves sliders"),
    Binding(
      .up, [.plain(.up), .character("k")], in: [.copying], help: "Scroll the text up.",
      brief: "scroll"),
    Binding(
      .down, [.plain(.down), .character("j")], in: [.copying], hint: ("↑↓", "scroll"),
      help: "Scroll the text down.",
      brief: "scroll"),
    Binding(
      .forward, [.plain(.pageDown), .character(" ")], in: [.copying],
      help: "Scroll the text down a screen.",
      brief: "a screen on, back"),
    Binding(
      .backward, [.plain(.pageUp)], in: [.copying], help: "Scroll the text up a screen.",
      brief: "a screen on, back"),
    Binding(
      .help, [.character("?"), .plain(.function(1))], in: [.copying], hint: ("?", "help"),
      help: "Show this help while copying.",
      brief: "this help"),
    Binding(
      .back, [.character("q"), .plain(.escape)], in: [.copying], hint: ("q", "back"),
      help: "Go back to the matrix.",
      brief: "back to the matrix"),
  ]
}
