import Terminal

/// Rows of the table: moving about and choosing.
extension Bindings {
  static let moving: [Binding] = [
    Binding(
      .left, [.plain(.left), .character("h")], in: [.lesson, .block],
      help: "Move to the entry on the left.",
      brief: "from entry to entry"),
    Binding(
      .down, [.plain(.down), .character("j")], in: Context.reading,
      help: "Move down; from the last row, to the matrix below.",
      brief: "from entry to entry"),
    Binding(
      .up, [.plain(.up), .character("k")], in: Context.reading,
      help: "Move up; from the first row, to the matrix above.",
      brief: "from entry to entry"),
    Binding(
      .right, [.plain(.right), .character("l")], in: [.lesson, .quiz, .block],
      help: "Move to the entry on the right.",
      brief: "from entry to entry"),
    Binding(
      .rowStart, [.plain(.home)], in: [.lesson], help: "Go to the first entry of the row.",
      brief: "first, last entry of the row"),
    Binding(
      .rowEnd, [.plain(.end)], in: [.lesson], help: "Go to the last entry of the row.",
      brief: "first, last entry of the row"),
    Binding(
      .firstEntry, [.character("g")], in: [.lesson, .quiz],
      help: "Go to the first entry of the matrix, or the first option.",
      brief: "first, last entry or option"),
    Binding(
      .lastEntry, [.character("G")], in: [.lesson, .quiz],
      help: "Go to the last entry of the matrix, or the last option.",
      brief: "first, last entry or option"),
    Binding(
      .nextPanel, [.plain(.tab)], in: Context.reading, hint: ("Tab", "move"), short: "move",
      help: "Go to the next matrix or question of the step.",
      brief: "next, previous matrix"),
    Binding(
      .previousPanel, [.shift(.tab)], in: Context.reading,
      help: "Go to the matrix or question before.",
      brief: "next, previous matrix"),
    Binding(
      .nextStep, [.character("n")], in: Context.reading, hint: ("n", "next"),
      help: "Go to the next step; where a guess comes first, show the rest of this one.",
      brief: "next, previous step"),
    Binding(
      .previousStep, [.character("b")], in: Context.reading, hint: ("b", "step back"),
      short: "back",
      help: "Go back to the step before.",
      brief: "next, previous step"),
    Binding(
      .forward, [.plain(.pageDown), .character(" ")], in: [.lesson, .guess, .block],
      help: "See what is below; at the end of a step, go to the next one.",
      brief: "read on, read back"),
    Binding(
      .forward, [.plain(.pageDown)], in: [.quiz],
      help: "See what is below; at the end of a step, go to the next one.",
      brief: "read on, read back"),
    Binding(
      .backward, [.plain(.pageUp)], in: Context.reading,
      help: "See what is above; at the top of a step, go to the one before.",
      brief: "read on, read back"),
  ]

  static let choosing: [Binding] = [
    Binding(
      .open, [.plain(.enter), .plain(.right)], in: [.home],
      hint: ("⏎", "open"), help: "Open the chosen lesson.",
      brief: "open the lesson"),
    Binding(
      .up, [.plain(.up), .character("k")], in: [.home], help: "Choose the lesson above.",
      brief: "choose a lesson"),
    Binding(
      .down, [.plain(.down), .character("j")], in: [.home], hint: ("↑↓", "choose"),
      help: "Choose the lesson below.",
      brief: "choose a lesson"),
    Binding(
      .firstEntry, [.character("g")], in: [.home], help: "Choose the first lesson.",
      brief: "first, last lesson"),
    Binding(
      .lastEntry, [.character("G")], in: [.home], help: "Choose the last lesson.",
      brief: "first, last lesson"),
    Binding(
      .left, [.plain(.left), .character("h")], in: [.walk], hint: ("←", "close"),
      help: "Close the branch, or go to the one that it stands in.",
      brief: "close, open a branch"),
    Binding(
      .right, [.plain(.right), .character("l")], in: [.walk], hint: ("→", "open"),
      help: "Open the branch; when it is open, go into it.",
      brief: "close, open a branch"),
    Binding(
      .up, [.plain(.up), .character("k")], in: [.walk], help: "Go to the line above.",
      brief: "line by line"),
    Binding(
      .down, [.plain(.down), .character("j")], in: [.walk], hint: ("↑↓", "walk"),
      help: "Go to the line below.",
      brief: "line by line"),
    Binding(
      .firstEntry, [.character("g"), .plain(.home)], in: [.walk], help: "Go to the first line.",
      brief: "first, last line"),
    Binding(
      .lastEntry, [.character("G"), .plain(.end)], in: [.walk], help: "Go to the last line.",
      brief: "first, last line"),
    Binding(
      .forward, [.plain(.pageDown), .character(" ")], in: [.walk], help: "Go down a screen.",
      brief: "a screen on, back"),
    Binding(
      .backward, [.plain(.pageUp)], in: [.walk], help: "Go up a screen.",
      brief: "a screen on, back"),
    Binding(
      .open, [.plain(.enter), .character("e")], in: [.walk], hint: ("⏎", "go there"),
      help: "Leave the tree and go to that number, in the step where it stands.",
      brief: "go to that number"),
    Binding(
      .reach, [.character("E")], in: [.walk], hint: ("E", "reaches"),
      help: "Show what that number reaches.",
      brief: "what that number reaches"),
    Binding(
      .up, [.plain(.up)], in: [.help], help: "Scroll up.",
      brief: "scroll"),
    Binding(
      .down, [.plain(.down)], in: [.help], hint: ("↑↓", "scroll"), help: "Scroll down.",
      brief: "scroll"),
    Binding(
      .forward, [.plain(.pageDown)], in: [.help], help: "Scroll down a screen.",
      brief: "a screen on, back"),
    Binding(
      .backward, [.plain(.pageUp)], in: [.help], help: "Scroll up a screen.",
      brief: "a screen on, back"),
  ]
}
