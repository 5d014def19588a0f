import Terminal

/// Rows of the table: changing numbers and answering.
extension Bindings {
  static let changing: [Binding] = [
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
      help:
        "Undo the last change, without limit, then those of earlier days; one in another step is named first.",
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
      help: "Reset the lesson, pressed twice; {undo} undoes.",
      brief: "reset the matrix, the lesson"),
  ]

  static let answering: [Binding] = [
    Binding(
      .pickOption, "123456789".map { .character($0) }, in: [.quiz], as: "1 … 9",
      hint: ("1-9", "choose"),
      help: "Choose the option of that number; where several are right, mark it.",
      brief: "choose, or mark one of many"),
    Binding(
      .answerQuiz, [.plain(.enter)], in: [.quiz], hint: ("⏎", "answer"),
      help: "Answer with the option under the cursor, or with those that are marked.",
      brief: "answer with what is chosen"),
    Binding(
      .markOption, [.character(" ")], in: [.quiz], hint: ("Space", "mark"),
      help: "Mark the option without answering; in a solved quiz and before a room, go on reading.",
      brief: "mark without answering"),
    Binding(
      .typeNumber, "0123456789.-(".map { .character($0) }, in: [.guess],
      as: "0 … 9 . - (", hint: ("0-9", "guess"),
      help: "Type your guess; 1/3 is a number. For sqrt(2) or log(3) press {edit} first.",
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
      .takeSolution, [.character("A")], in: Context.reading, hint: ("A", "take"),
      help: "Adopt the solution that is shown: it replaces your work in the cells; {undo} undoes.",
      brief: "put the solution to work"),
  ]
}
