import Terminal

/// Rows of the table: cells, prose and steps of one's own, and writing them.
extension Bindings {
  static let arranging: [Binding] = [
    Binding(
      .addCellBelow, [.character("o")], in: Context.reading, hint: ("o", "add cell"), short: "cell",
      help: "Add a cell of your own below; it sees the names above it.",
      brief: "add a cell below, above"),
    Binding(
      .addCellAbove, [.character("O")], in: Context.reading,
      help: "Add a cell of your own above.",
      brief: "add a cell below, above"),
    Binding(
      .addTextBelow, [.character("t")], in: Context.reading, hint: ("t", "add text"), short: "text",
      help:
        "Add text of your own below, in Markdown. In a notebook of your own, :add quiz and the like add forms to fill in.",
      brief: "add text below, above"),
    Binding(
      .addTextAbove, [.character("T")], in: Context.reading,
      help: "Add text of your own above.",
      brief: "add text below, above"),
    Binding(
      .addStep, [.character("N")], in: Context.reading, hint: ("N", "add step"), short: "step",
      help: "Add a step to a notebook of your own, behind this one.",
      brief: "add a step to your notebook"),
    Binding(
      .edit, [.plain(.enter)], in: [.block], hint: ("⏎", "change"),
      help: "Change the text or the title under the cursor.",
      brief: "edit the entry, the formula"),
    Binding(
      .editBlock, [.character("c")], in: Context.reading, hint: ("c", "change cell"),
      short: "change",
      help: "Change the whole text of your own cell, text or task.",
      brief: "change your cell, text or task"),
    Binding(
      .editHead, [.plain(.function(2))], in: Context.reading,
      help: "Change the title and summary of a notebook of your own.",
      brief: "change your notebook's title"),
    Binding(
      .moveUp, [.character("K")], in: Context.reading, hint: ("K J", "move"),
      help: "Move your own cell or text up; a step, by its title.",
      brief: "move your cell or text up, down"),
    Binding(
      .moveDown, [.character("J")], in: Context.reading,
      help: "Move your own cell or text down; a step, by its title.",
      brief: "move your cell or text up, down"),
    Binding(
      .deleteBlock, [.character("D")], in: Context.reading, hint: ("D", "delete"),
      help: "Delete your own cell or text; {undo} brings it back. The lesson's can't be deleted.",
      brief: "delete your cell or text; {undo} undoes"),
    Binding(
      .write, [.control("s")], in: Context.reading, hint: ("Ctrl-S", "save"),
      help: "Save a notebook of your own in its file. What you do in lessons is saved by itself.",
      brief: "save your notebook in its file"),
  ]

  static let writing: [Binding] = [
    Binding(
      .accept,
      [.control("s"), KeyPress(.enter, alt: true), KeyPress(.enter, control: true)],
      in: [.writing], as: "Ctrl-S Alt+Enter", hint: ("Ctrl-S", "keep"),
      help: "Keep the cell or the text, and go on reading.",
      brief: "keep it, and go on reading"),
    Binding(
      .newLine, [.plain(.enter), .control("j")], in: [.writing], as: "Enter",
      hint: ("⏎", "new line"),
      help: "Begin a new line, as far in as this one; a title is kept by it.",
      brief: "new line; keeps a title"),
    Binding(
      .giveUp, [.plain(.escape)], in: [.writing], hint: ("Esc", "leave"),
      help:
        "Leave the cell or the text; what was written is kept by {new-line} then, or thrown away.",
      brief: "leave; asks what becomes of it"),
    Binding(
      .indent, [.plain(.tab)], in: [.writing], hint: ("Tab", "complete"),
      help: "Complete the name; at the beginning of a line, indent.",
      brief: "complete the name; first, indent"),
    Binding(
      .outdent, [.shift(.tab)], in: [.writing], help: "Take the line one indentation back.",
      brief: "take the line back"),
    Binding(
      .completeNext, [.control("n")], in: [.writing],
      help: "Complete a name or function; again, the next that fits.",
      brief: "complete the next, previous name"),
    Binding(
      .completePrevious, [.control("p")], in: [.writing],
      help: "Complete with the one before that fits.",
      brief: "complete the next, previous name"),
    Binding(
      .turnPreview, [KeyPress(.character("p"), alt: true)], in: [.writing],
      help: "Show the text as readers will see it, or hide that.",
      brief: "show the text as it will be seen"),
    Binding(
      .undo, [KeyPress(.character("u"), alt: true), .control("_")], in: [.writing],
      as: "Alt+u Ctrl-_", hint: ("Alt+u", "undo"), help: "Take back what was typed last.",
      brief: "undo what was typed"),
    Binding(
      .redo, [.control("r"), KeyPress(.character("r"), alt: true)], in: [.writing],
      as: "Ctrl-R Alt+r", help: "Type again what was taken back.",
      brief: "redo what was typed"),
  ]
}
