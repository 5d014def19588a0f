import Terminal

/// Rows of the table: searching, and commands by name.
extension Bindings {
  private static let everywhere = Context.reading.union([.home])

  static let finding: [Binding] = [
    Binding(
      .search, [.character("/")], in: Context.reading, hint: ("/", "search"),
      help: "Search the lesson: its prose, formulas, names and tasks.",
      brief: "search the lesson"),
    Binding(
      .search, [.character("/")], in: [.home], hint: ("/", "search"),
      help: "Search all lessons.",
      brief: "search all lessons"),
    Binding(
      .nextHit, [.character(";")], in: Context.reading, help: "Go to the next hit of the search.",
      brief: "next, previous hit"),
    Binding(
      .previousHit, [.character(",")], in: Context.reading,
      help: "Go to the hit before.",
      brief: "next, previous hit"),
    Binding(
      .jumpBack, [.control("o")], in: Context.reading,
      help: "Go back to where you jumped from: by a search, a step's number or a derivation.",
      brief: "back from a jump"),
    Binding(
      .palette, [.character(":")], in: everywhere, hint: (":", "commands"),
      help:
        "Choose a command by its name; :3 goes to step 3, in the list to lesson 3; :lesson 4 opens lesson 4.",
      brief: "commands; :3 goes to step 3"),
    Binding(
      .open, [.plain(.enter)], in: [.finding], hint: ("⏎", "go"),
      help: "Go to the chosen hit; do the chosen command.",
      brief: "go there, do it"),
    Binding(
      .down, [.plain(.down), .plain(.tab), .control("n")], in: [.finding], hint: ("↑↓", "choose"),
      help: "Choose the next one.",
      brief: "choose"),
    Binding(
      .up, [.plain(.up), .shift(.tab), .control("p")], in: [.finding],
      help: "Choose the one before.",
      brief: "choose"),
    Binding(
      .forward, [.plain(.pageDown)], in: [.finding], help: "Choose one a screen below.",
      brief: "a screen on, back"),
    Binding(
      .backward, [.plain(.pageUp)], in: [.finding], help: "Choose one a screen above.",
      brief: "a screen on, back"),
    Binding(
      .help, [.plain(.function(1))], in: [.finding], hint: ("F1", "help"),
      help: "Show this help while searching.",
      brief: "this help"),
    Binding(
      .back, [.plain(.escape)], in: [.finding], hint: ("Esc", "back"),
      help: "Go back to where you were.",
      brief: "back"),
  ]
}
