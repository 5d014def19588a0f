import Terminal

/// Rows of the table: speaker notes.
extension Bindings {
  static let room: [Binding] = [
    Binding(
      .pauseClock, [.character(" "), .character("p")], in: [.notes], hint: ("Space", "stop clock"),
      help: "Stop the clock, or let it go on.", brief: "stop the clock, go on"),
    Binding(
      .resetClock, [.character("r")], in: [.notes], hint: ("r", "begin at 0:00"),
      help: "Begin the clock anew.", brief: "begin the clock anew"),
    Binding(
      .nextDemo, [.plain(.tab)], in: [.notes], hint: ("Tab", "next demonstration"),
      help: "Follow another demonstration, where several run.",
      brief: "follow another demonstration"),
    Binding(
      .up, [.plain(.up), .character("k")], in: [.notes], help: "Scroll the notes up.",
      brief: "scroll"),
    Binding(
      .down, [.plain(.down), .character("j")], in: [.notes], hint: ("↑↓", "scroll"),
      help: "Scroll the notes down.", brief: "scroll"),
    Binding(
      .forward, [.plain(.pageDown)], in: [.notes], help: "Scroll the notes down a screen.",
      brief: "scroll a screen"),
    Binding(
      .backward, [.plain(.pageUp)], in: [.notes], help: "Scroll the notes up a screen.",
      brief: "scroll a screen"),
    Binding(
      .help, [.character("?"), .plain(.function(1))], in: [.notes], hint: ("?", "help"),
      help: "Show this help beside the notes.", brief: "help"),
    Binding(
      .back, [.character("q"), .plain(.escape)], in: [.notes], hint: ("q", "quit"),
      help: "Leave the notes; the demonstration goes on.", brief: "leave the notes"),
  ]
}
