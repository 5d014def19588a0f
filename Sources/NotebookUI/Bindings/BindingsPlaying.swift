import Terminal

/// Rows of the table: demonstrations.
extension Bindings {
  static let playing: [Binding] = [
    Binding(
      .play, [.plain(.function(5))], in: Context.reading.union([.walk]), hint: ("F5", "play"),
      help: "Play the demonstration of the step, or go on with it. Any key takes over.",
      brief: "play the step's demonstration"),
    Binding(
      .play, [.plain(.function(5)), .plain(.enter)], in: [.playing], hint: ("F5", "pause"),
      help: "Pause the demonstration, or let it run on by itself.", brief: "pause, run on"),
    Binding(
      .forward, [.character(" "), .plain(.pageDown)], in: [.playing], hint: ("Space", "next key"),
      help: "Press the next key of the demonstration, and wait.", brief: "its next key, then wait"),
    Binding(
      .slower, [.character("<")], in: [.playing], hint: ("<>", "pace"),
      help: "Play more slowly.", brief: "slower, faster"),
    Binding(
      .faster, [.character(">")], in: [.playing], help: "Play faster.", brief: "slower, faster"),
    Binding(
      .help, [.character("?"), .plain(.function(1))], in: [.playing], hint: ("?", "help"),
      help: "Show this help; the demonstration waits.", brief: "help"
    ),
    Binding(
      .back, [.plain(.escape)], in: [.playing], hint: ("Esc", "end"),
      help: "End the demonstration; what it changed stays until u takes it back.",
      brief: "end it; what it changed stays"),
  ]
}
