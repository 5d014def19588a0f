package import Terminal

/// The table of all bindings. Keys, footer and help are read from it, so that they can't disagree.
package struct Bindings: Sendable {
  /// The table as it is where the reader has changed no key.
  package static let all: [Binding] =
    moving + choosing + changing + answering + looking + finding + repeating + copying + arranging
    + mending
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

  private static let looking: [Binding] = [
    Binding(
      .explain, [.character("e")], in: [.lesson], hint: ("e", "why"), short: "why",
      help:
        "Explain the number: how it came about, down to the inputs; of an input, what it reaches.",
      brief: "explain how it came about"),
    Binding(
      .reach, [.character("E")], in: [.lesson], hint: ("E", "reaches"),
      help: "Show which results the number reaches, in this step and later.",
      brief: "which results it reaches"),
    Binding(
      .pin, [.character("p")], in: [.lesson, .quiz, .guess], hint: ("p", "pin"),
      help: "Pin the numbers as they are: from then on each entry shows its change. Again, unpin.",
      brief: "pin, unpin: entries show their change since"),
    Binding(
      .returnToPin, [.character("P")], in: Context.reading, hint: ("P", "restore"),
      help: "Go back to the pinned numbers and formulas, all in one step.",
      brief: "back to the pinned numbers"),
    Binding(
      .switchView, [.character("v")], in: [.lesson], hint: ("v", "view"),
      help: "Switch the view: numbers, a heatmap, bars, a flow of lines, a plot.",
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
      help:
        "Close a hint or a solution; else go back to the list of lessons, by Esc when pressed again.",
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
  /// With the keys in the place of `{undo}`, the name of an action, in its help: those of the same place first.
  fileprivate func naming(in rows: [Binding]) -> Binding {
    guard help.contains("{") || brief.contains("{") else { return self }
    return with(help: named(help, rows), brief: named(brief, rows))
  }

  private func named(_ text: String, _ rows: [Binding]) -> String {
    text.split(separator: "{", omittingEmptySubsequences: false).enumerated().map { index, part in
      guard index > 0, let end = part.firstIndex(of: "}"),
        let action = Action.named(String(part[..<end]))
      else { return String(part) }
      let own = rows.first { $0.action == action && !$0.contexts.isDisjoint(with: contexts) }
      let key = own?.keys.first?.name ?? Bindings.key(action, in: .lesson, of: rows)
      return key + part[part.index(after: end)...]
    }.joined()
  }
}
