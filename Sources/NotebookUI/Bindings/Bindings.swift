package import Terminal

/// The table of all bindings. Keys, footer and help are read from it, so that they can't disagree.
package struct Bindings: Sendable {
  /// The table as it is where the reader has changed no key.
  package static let all: [Binding] =
    moving + choosing + changing + answering + looking + finding + repeating + copying + arranging
    + completing + playing + room + typing + writing
    + leaving

  package static let standard = Bindings(all)

  /// The table as it is in force.
  package let rows: [Binding]
  private let table: [Context: [KeyPress: Action]]

  package init(_ rows: [Binding]) {
    self.rows = rows.map { $0.naming(in: rows) }
    table = rows.reduce(into: [:]) { table, binding in
      for context in binding.contexts {
        for key in binding.keys { table[context, default: [:]][key] = binding.action }
      }
    }
  }

  /// What a key does in a context; nil where it does nothing.
  package func action(for key: KeyPress, in context: Context) -> Action? {
    table[context]?[key]
  }

  package func binding(_ action: Action, in context: Context) -> Binding? {
    rows.first { $0.action == action && $0.contexts.contains(context) }
  }

  /// The key of an action as a sentence names it: the first of its keys, in a lesson where it has one there.
  package func key(_ action: Action, in context: Context = .lesson) -> String {
    Self.key(action, in: context, of: rows)
  }

  fileprivate static func key(_ action: Action, in context: Context, of rows: [Binding]) -> String {
    let binding = rows.first { $0.action == action && $0.contexts.contains(context) }
    // One without a key is done by its name.
    return (binding ?? rows.first { $0.action == action })?.keys.first?.name ?? ":\(action.name)"
  }

  private static let moving: [Binding] = [
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
      .nextPanel, [.plain(.tab)], in: Context.reading, hint: ("Tab", "matrix"),
      help: "Go to the next matrix or question of the step.",
      brief: "next, previous matrix"),
    Binding(
      .previousPanel, [.shift(.tab)], in: Context.reading,
      help: "Go to the matrix or question before.",
      brief: "next, previous matrix"),
    Binding(
      .nextStep, [.character("n")], in: Context.reading, hint: ("n", "next"),
      help: "Go to the next step of the lesson.",
      brief: "next, previous step"),
    Binding(
      .previousStep, [.character("b")], in: Context.reading, hint: ("b", "step back"),
      short: "back",
      help: "Go back to the step before.",
      brief: "next, previous step"),
    Binding(
      .forward, [.plain(.pageDown), .character(" ")], in: [.lesson, .guess, .block],
      hint: ("Space", "more"),
      help: "See what is below; at the end of a step, go to the next one.",
      brief: "read on, read back"),
    Binding(
      .forward, [.plain(.pageDown)], in: [.quiz], hint: ("PgDn", "more"),
      help: "See what is below; at the end of a step, go to the next one.",
      brief: "read on, read back"),
    Binding(
      .backward, [.plain(.pageUp)], in: Context.reading,
      help: "See what is above; at the top of a step, go to the one before.",
      brief: "read on, read back"),
  ]

  private static let choosing: [Binding] = [
    Binding(
      .open, [.plain(.enter), .plain(.right), .character("l")], in: [.home],
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

  private static let changing: [Binding] = [
    Binding(
      .typeNumber, "0123456789.i".map { .character($0) }, in: [.lesson],
      as: "0 … 9 . - inf",
      help:
        "Type a new number; a - before it makes it negative. For sqrt(2) press {edit} first.",
      brief: "type a number; {accept} accepts"),
    Binding(
      .edit, [.plain(.enter)], in: [.lesson], hint: ("⏎", "edit"),
      help: "Edit the entry, or the formula of a computed matrix. Turns ✓ and · into one another.",
      brief: "edit the entry, the formula"),
    Binding(
      .editFormula, [.character("=")], in: [.lesson], hint: ("=", "formula"),
      help: "Edit the whole definition as text.",
      brief: "edit the definition as text"),
    Binding(
      .nudgeUp, [.character("+")], in: [.lesson], hint: ("±", "nudge"),
      help: "Make the number larger by the nudge step.",
      brief: "nudge the number up, down"),
    Binding(
      .nudgeDown, [.character("-")], in: [.lesson],
      help: "Make the number smaller by the nudge step; before a digit, it is a minus sign.",
      brief: "nudge the number up, down"),
    Binding(
      .smallerNudge, [.character("[")], in: [.lesson], help: "Take a smaller nudge step.",
      brief: "smaller, larger nudges"),
    Binding(
      .largerNudge, [.character("]")], in: [.lesson], help: "Take a larger nudge step.",
      brief: "smaller, larger nudges"),
    Binding(
      .undo, [.character("u")], in: Context.reading, hint: ("u", "undo"),
      help: "Undo the last change; again and again, without limit.",
      brief: "undo, redo, without limit"),
    Binding(
      .redo, [.control("r")], in: Context.reading, hint: ("Ctrl-R", "redo"),
      help: "Redo a change that was undone.",
      brief: "undo, redo, without limit"),
    Binding(
      .resetMatrix, [.character("r")], in: [.lesson], hint: ("r", "reset"),
      help: "Reset the matrix to its first numbers or formula.",
      brief: "reset the matrix, the lesson"),
    Binding(
      .resetLesson, [.character("R")], in: Context.reading,
      help: "Reset the whole lesson; {undo} undoes that too.",
      brief: "reset the matrix, the lesson"),
  ]

  private static let answering: [Binding] = [
    Binding(
      .pickOption, "123456789".map { .character($0) }, in: [.quiz], as: "1 … 9",
      hint: ("1-9", "choose"),
      help: "Answer with the option of that number; where several are right, mark it.",
      brief: "answer, or mark one of many"),
    Binding(
      .answerQuiz, [.plain(.enter)], in: [.quiz], hint: ("⏎", "answer"),
      help: "Answer with the option under the cursor, or with those that are marked.",
      brief: "answer with what is chosen"),
    Binding(
      .markOption, [.character(" ")], in: [.quiz], hint: ("Space", "mark"),
      help: "Mark the option without answering; in a solved quiz, go on reading.",
      brief: "mark without answering"),
    Binding(
      .typeNumber, "0123456789.-(acdefghilmoprstvwxyz".map { .character($0) }, in: [.guess],
      as: "0 … 9 a … z", hint: ("0-9", "guess"),
      help: "Type your guess; 1/3, sqrt(2) and log(3) are numbers.",
      brief: "type your guess"),
    Binding(
      .edit, [.plain(.enter)], in: [.guess], hint: ("⏎", "guess"),
      help: "Type a guess, or change the one that stands there.",
      brief: "change your guess"),
    Binding(
      .hint, [.character("H")], in: Context.reading, hint: ("H", "hint"),
      help: "Show a hint for the exercise; again, the next one.",
      brief: "a hint; again, the next one"),
    Binding(
      .solution, [.character("S")], in: Context.reading, hint: ("S", "solution"), short: "show",
      help:
        "Show or close the solution; before the task is solved, give up on it by a second {solution}.",
      brief: "the solution; asks first"),
    Binding(
      .takeSolution, [.character("A")], in: Context.reading,
      help: "Adopt the solution that is shown: it replaces your work in the cells; {undo} undoes.",
      brief: "put the solution to work"),
  ]

  private static let looking: [Binding] = [
    Binding(
      .explain, [.character("e")], in: [.lesson], hint: ("e", "explain"), short: "why",
      help:
        "Explain the number: how it came about, down to the inputs; of an input, what it reaches.",
      brief: "explain how it came about"),
    Binding(
      .reach, [.character("E")], in: [.lesson], hint: ("E", "reaches"),
      help: "Show which results the number reaches, in this step and later.",
      brief: "which results it reaches"),
    Binding(
      .pin, [.character("p")], in: [.lesson, .quiz], hint: ("p", "pin"),
      help: "Pin the numbers as they are: from then on each entry shows its change. Again, unpin.",
      brief: "pin, unpin: entries show their change since"),
    Binding(
      .returnToPin, [.character("P")], in: Context.reading, hint: ("P", "restore"),
      help: "Go back to the pinned numbers and formulas, all in one step.",
      brief: "back to the pinned numbers"),
    Binding(
      .switchView, [.character("v")], in: [.lesson], hint: ("v", "view"),
      help: "Switch the view: plain numbers, a heatmap, bars, a flow of lines, a plot.",
      brief: "view as numbers, heatmap, bars, flow, plot"),
    Binding(
      .previousHead, [.character("(")], in: [.lesson],
      help: "Go to the same entry of the head before.",
      brief: "previous, next head"),
    Binding(
      .nextHead, [.character(")")], in: [.lesson], hint: (")", "head"),
      help: "Go to the same entry of the next head.",
      brief: "previous, next head"),
    Binding(
      .fewerDigits, [.character("<")], in: [.lesson], help: "Show fewer digits of the matrix.",
      brief: "fewer, more decimals"),
    Binding(
      .moreDigits, [.character(">")], in: [.lesson], help: "Show more digits of the matrix.",
      brief: "fewer, more decimals"),
  ]

  private static let typing: [Binding] = [
    Binding(
      .accept, [.plain(.enter)], in: [.editing], hint: ("⏎", "accept"),
      help: "Accept what was typed.",
      brief: "accept"),
    Binding(
      .giveUp, [.plain(.escape)], in: [.editing], hint: ("Esc", "give up"),
      help: "Leave the number or formula as it was.",
      brief: "give up what was typed"),
    Binding(
      .acceptNext, [.plain(.tab)], in: [.editing], hint: ("Tab", "accept, next"), short: "next",
      help: "Accept, move to the next entry and go on editing.",
      brief: "accept; next, previous entry"),
    Binding(
      .acceptPrevious, [.shift(.tab)], in: [.editing],
      help: "Accept, move to the entry before and go on editing.",
      brief: "accept; next, previous entry"),
    Binding(
      .acceptLeft, [.shift(.left)], in: [.editing], help: "Accept, move left and go on editing.",
      brief: "accept; the entry beside it"),
    Binding(
      .acceptRight, [.shift(.right)], in: [.editing],
      help: "Accept, move right and go on editing.",
      brief: "accept; the entry beside it"),
    Binding(
      .acceptUp, [.shift(.up)], in: [.editing], hint: ("Shift+↑↓←→", "accept, move"), short: "move",
      help: "Accept, move up and go on editing.",
      brief: "accept; the entry beside it"),
    Binding(
      .acceptDown, [.shift(.down)], in: [.editing], help: "Accept, move down and go on editing.",
      brief: "accept; the entry beside it"),
    Binding(
      .newLine, [KeyPress(.enter, alt: true), .control("j")], in: [.editing],
      hint: ("Ctrl-J", "new line"), short: "line",
      help: "Begin a new line in a formula: a helper or a def may come before the definition.",
      brief: "new line, for a helper, a def"),
  ]

  private static let leaving: [Binding] = [
    Binding(
      .help, [.character("?"), .plain(.function(1))], in: Context.reading.union([.home, .walk]),
      hint: ("?", "help"),
      help: "Show this help; type there to search it.",
      brief: "this help, searchable"),
    Binding(
      .help, [.plain(.function(1))], in: [.editing, .writing], hint: ("F1", "help"),
      help: "Show this help while typing.",
      brief: "this help"),
    Binding(
      .back, [.character("q"), .plain(.escape)], in: Context.reading, hint: ("q", "home"),
      help: "Close a hint or a solution; else go back to the list of lessons.",
      brief: "close a hint; to the lessons"),
    Binding(
      .back, [.character("q")], in: [.home], hint: ("q", "quit"),
      help: "Quit from the list of lessons; Esc doesn't.",
      brief: "quit"),
    Binding(
      .back, [.character("q"), .plain(.escape)], in: [.walk], hint: ("q", "back"),
      help: "Close the derivation; the cursor stays where it was.",
      brief: "back to the step"),
    Binding(
      .back, [.plain(.escape), .plain(.function(1))], in: [.help], hint: ("Esc", "back"),
      help: "Close the help.",
      brief: "back"),
    Binding(
      .leave, [.control("c")], in: Set(Context.allCases), hint: ("Ctrl-C", "quit"),
      help: "Quit from anywhere.",
      brief: "quit; all is kept"),
    Binding(
      .suspend, [.control("z")], in: Set(Context.allCases),
      help: "Pause the notebook; fg brings it back.",
      brief: "pause; fg brings it back"),
    Binding(
      .redraw, [.control("l")], in: Set(Context.allCases), help: "Draw the whole screen again.",
      brief: "draw the screen again"),
  ]
}

extension Binding {
  /// With the keys in the place of `{undo}`, the name of an action, in its help.
  fileprivate func naming(in rows: [Binding]) -> Binding {
    guard help.contains("{") || brief.contains("{") else { return self }
    return with(help: named(help, rows), brief: named(brief, rows))
  }

  private func named(_ text: String, _ rows: [Binding]) -> String {
    text.split(separator: "{", omittingEmptySubsequences: false).enumerated().map { index, part in
      guard index > 0, let end = part.firstIndex(of: "}"),
        let action = Action.named(String(part[..<end]))
      else { return String(part) }
      return Bindings.key(action, in: .lesson, of: rows) + part[part.index(after: end)...]
    }.joined()
  }
}
