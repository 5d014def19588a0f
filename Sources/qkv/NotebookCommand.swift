import CellLanguage
import Notebook
import NotebookUI

/// `qkv` and `qkv LESSON`: the notebook itself, the only command that needs a terminal.
enum NotebookCommand {
  static let read = Option("--read", "opens a file of your own as readers have it")
  static let noSave = Option("--no-save", "begins afresh and keeps nothing")

  static let command = Command(
    "", operands: "[LESSON]", "opens the notebook, at the list of lessons or at one of them",
    details: [
      "LESSON is a number, an id or a file: qkv 6, qkv weighted-sums, qkv ./mine.md.",
      "A file from outside the lessons' folder is yours to write as well; nothing",
      "goes into it until you save.",
      "The keys are on the screen; ? lists them all.",
    ],
    options: [.lessons, noSave, read] + Display.options
  ) { (arguments) throws(CommandFailure) in
    // A misspelt command with operands of its own is no case of two lessons.
    if let first = arguments.operands.first, arguments.operands.count > 1 {
      try requireLessonOrCommand(first, LessonFolder(arguments))
    }
    let wanted = try arguments.singleOperand(called: "lesson")
    let folder = LessonFolder(arguments)
    let display = try Display(arguments)
    if let wanted { try requireLessonOrCommand(wanted, folder) }
    // That there is no such lesson is said wherever it was asked for.
    if let wanted, Int(wanted) != nil { _ = try LessonShelf.lesson(wanted, in: folder) }
    guard Output.isTerminal else {
      throw .usage(
        "the notebook needs a terminal; without one, qkv list names the lessons and qkv show LESSON prints one"
      )
    }
    let lesson = try wanted.map { (wanted) throws(CommandFailure) in
      let isOwn = LessonShelf.isFile(wanted) && !arguments.has(read)
      return try LessonShelf.lesson(wanted, in: folder).valid(faultsShown: isOwn)
    }
    let notebook = try wanted.flatMap { (wanted) throws(CommandFailure) in
      arguments.has(read) ? nil : try file(wanted, outside: folder)
    }
    let obstacle = wanted.flatMap {
      isOwn($0, outside: folder) ? NotebookFile.obstacle(to: $0) : nil
    }
    return Application.run(
      shelf: try shelf(of: folder, isNeeded: lesson == nil), lesson: lesson, notebook: notebook,
      obstacle: arguments.has(read) ? nil : obstacle,
      options: display.settings.options, keeping: arguments.has(noSave) ? .nothing : keeping,
      complaint: display.complaint)
  }

  /// A file that this user may write and that is none of the lessons.
  private static func file(
    _ wanted: String, outside folder: LessonFolder
  ) throws(CommandFailure) -> NotebookFile? {
    guard isOwn(wanted, outside: folder), NotebookFile.mayBeWritten(wanted) else { return nil }
    do throws(FileProblem) {
      return try NotebookFile(reading: wanted)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Whether it is a file, and none of the lessons.
  private static func isOwn(_ wanted: String, outside folder: LessonFolder) -> Bool {
    LessonShelf.isFile(wanted)
      && folder.path.map { !NotebookFile.lies(wanted, in: $0) } ?? true
  }

  private static var keeping: Keeping {
    do throws(ProgressProblem) {
      return .file(try ReaderProgress.file)
    } catch {
      return .nowhere(error)
    }
  }

  /// A misspelt command looks like a lesson that isn't there: both are offered.
  private static func requireLessonOrCommand(
    _ wanted: String, _ folder: LessonFolder
  ) throws(CommandFailure) {
    guard !LessonShelf.isFile(wanted), Int(wanted) == nil else { return }
    let ids = (try? LessonCatalogue(folder).ids()) ?? []
    guard !ids.contains(wanted) else { return }
    guard Command.named(wanted) == nil else {
      throw .usage(
        "flags stand behind the command", advice: "write qkv \(wanted) and then its flags")
    }
    let near =
      wanted == "version"
      ? "--version" : NearNames.nearest(to: wanted, in: Command.all.map(\.name) + ids).first
    throw .usage(
      "'\(TextFilter.visible(wanted))' is neither a command nor a lesson",
      advice: near.map { "did you mean qkv \($0)?" }
        ?? "qkv help lists the commands, qkv list the lessons"
    )
  }

  /// All lessons of the folder. One that is opened from a file needs none around it.
  static func shelf(
    of folder: LessonFolder, isNeeded: Bool
  ) throws(CommandFailure) -> Shelf {
    do throws(LessonLookupFailure) {
      let (lessons, unreadable) = try LessonCatalogue(folder).shelved()
      return Shelf(lessons, unreadable: unreadable, places: folder.tried)
    } catch {
      if isNeeded { throw CommandFailure(error) }
      return Shelf(lessons: [], places: folder.tried)
    }
  }
}
