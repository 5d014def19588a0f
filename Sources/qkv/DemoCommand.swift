import CellLanguage
import Notebook
import NotebookUI

extension Command {
  static let demo = Command(
    "demo", operands: "LESSON", "shows a lesson to a room, revealed at its pauses",
    details: [
      "Large spacing, from the lesson's beginning, or from a step: qkv demo 6:7. Nothing is",
      "kept. Space or PgDn goes on, PgUp or b back; all else is as in the notebook.",
      "qkv notes in a second terminal shows the speaker's notes, the time and what comes next.",
    ], options: [.lessons] + Display.options
  ) { (arguments) throws(CommandFailure) in
    guard let wanted = try arguments.singleOperand(called: "lesson") else {
      throw .usage("which lesson?", advice: "write qkv demo LESSON; qkv list names the lessons")
    }
    let folder = LessonFolder(arguments)
    let options = try Display(arguments).settings.options
    let (name, step) = place(wanted)
    let lesson = try LessonShelf.lesson(name, in: folder).valid()
    guard lesson.steps.indices.contains(step) else {
      let count = lesson.steps.count
      throw .usage(
        "there is no step \(step + 1): the lesson has \(count == 1 ? "1 step" : "\(count) steps")")
    }
    guard Output.isTerminal else {
      throw .usage(
        "a demonstration needs a terminal; without one, qkv show \(TextFilter.visible(name)) prints the lesson"
      )
    }
    return Application.demonstrate(
      lesson, from: step, shelf: try NotebookCommand.shelf(of: folder, isNeeded: false),
      options: options
    ) { () throws(ProgressProblem) in try RoomPlace.folder }
  }

  /// `6:7` is step 7 of lesson 6; without a number behind a colon all is the lesson's name.
  private static func place(_ wanted: String) -> (lesson: String, step: Int) {
    guard let colon = wanted.lastIndex(of: ":"),
      let step = Int(wanted[wanted.index(after: colon)...]), step > 0, step < 100_000
    else { return (wanted, 0) }
    return (String(wanted[..<colon]), step - 1)
  }

  static let notes = Command(
    "notes", operands: "[LESSON]", "the speaker's notes beside qkv demo, which it follows",
    details: [
      "Run it in a second terminal: it shows the notes to what is on the screen, the time",
      "and what comes next. Without a terminal, qkv notes LESSON prints all of its notes.",
    ], options: [.lessons] + Display.options
  ) { (arguments) throws(CommandFailure) in
    let wanted = try arguments.singleOperand(called: "lesson")
    let options = try Display(arguments).settings.options
    let lesson = try wanted.map { (wanted) throws(CommandFailure) in
      try LessonShelf.lesson(wanted, in: LessonFolder(arguments)).valid()
    }
    guard Output.isTerminal else {
      guard let lesson else {
        throw .usage(
          "following a demonstration needs a terminal; without one, qkv notes LESSON prints a lesson's notes"
        )
      }
      try Output.result(NotesText(lesson).text)
      return ExitStatus.success
    }
    do throws(ProgressProblem) {
      return Application.follow(try RoomPlace.folder, lesson: lesson?.id, options: options)
    } catch {
      throw CommandFailure(TextFilter.visible(error.line), status: ExitStatus.unreadable)
    }
  }
}

/// Where demonstrations and those who follow them meet.
private enum RoomPlace {
  static var folder: RoomFolder {
    get throws(ProgressProblem) {
      try RoomFolder(
        runtime: environmentValue("XDG_RUNTIME_DIR"), dataHome: environmentValue("XDG_DATA_HOME"),
        home: environmentValue("HOME"))
    }
  }
}
