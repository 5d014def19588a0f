import CellLanguage
package import Notebook
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The notebook as a program.
package enum Application {
  private static let wrongUsage: Int32 = 64
  /// The place where things are kept is at fault (EX_SOFTWARE).
  private static let lostWork: Int32 = 70

  /// Runs the notebook on the terminal until the reader leaves it.
  ///
  /// Where there is no terminal that it can use, a line on standard error says so, and what to run instead.
  ///
  /// - Parameters:
  ///   - shelf: the lessons to choose from.
  ///   - lesson: the one to begin with; nil begins with the list.
  ///   - notebook: the file of that lesson, where it is written here.
  ///   - obstacle: why that file can't be written, where it is one of the reader's own and can only be read.
  ///   - keeping: where what the reader does is kept.
  ///   - complaint: what is wrong with the config, in a line; nil where nothing is.
  /// - Returns: the exit status: 0, 70 where work was lost, 64 without a terminal, 128 + n where signal n ended it.
  package static func run(
    shelf: Shelf, lesson: Lesson?, notebook: NotebookFile? = nil, obstacle: String? = nil,
    options: DisplayOptions, keeping: Keeping, complaint: String? = nil
  ) -> Int32 {
    guard var screen = takeScreen(options) else { return wrongUsage }
    var state = State(
      size: screen.size, shelf: shelf, options: options, ascii: screen.usesASCII)
    state.clipboardWay = ClipboardWay(term: environment("TERM"))
    if let notebook, let lesson { state.take(notebook, of: lesson) }
    let problem = state.recall(from: keeping, with: lesson)
    if case .nothing = keeping { state.keeping = .nothing }
    if problem != nil { state.keeping = .failing }
    state.tell(complaint)
    state.isNew = state.progress.isEmpty
    let latest = state.latest
    if let lesson { state.open(lesson) } else { state.selectLatest() }
    state.tellOfDraft()
    if let obstacle, let lesson { state.tell(obstacle, to: lesson) }
    var shell = Shell(
      state,
      keeper: Keeper(
        state, write: keeping.write, histories: keeping.histories, latest: latest, told: problem))
    let (status, loss) = shell.run(on: &screen)
    // What is told is whole and stays only on a terminal that is the shell's again.
    screen.giveBack()
    for name in shell.state.unsavedNotebooks where loss?.notebooks.contains(name) != true {
      tell("qkv: \(name) isn't saved; what you wrote comes back when you open it")
    }
    for line in loss?.lines ?? [] { tell("qkv: \(line)") }
    return status == 0 && loss?.isToldByStatus == true ? lostWork : status
  }

  /// Shows a lesson to a room, keeping nothing. In `folder` it says where it is.
  ///
  /// - Parameter step: the one to begin with, counted from 0.
  package static func demonstrate(
    _ lesson: Lesson, from step: Int = 0, shelf: Shelf, options: DisplayOptions,
    folder: () throws(ProgressProblem) -> RoomFolder
  ) -> Int32 {
    runInRoom(options) { state in
      state.shelf = shelf
      state.isRoom = true
      state.open(lesson)
      state.reading?.go(toStep: step)
      state.refreshStep()
      do throws(ProgressProblem) {
        let telling = try RoomTelling(folder())
        return RoomLink(tell: { (status) throws(ProgressProblem) in try telling.tell(status) })
      } catch {
        state.message = Keeper.message(notFollowed: error)
        return RoomLink()
      }
    }
  }

  /// Shows the speaker's notes of the demonstrations that tell in `folder` where they are.
  ///
  /// - Parameter lesson: the id of the one to wait for; nil follows any.
  package static func follow(
    _ folder: RoomFolder, lesson: String?, options: DisplayOptions
  ) -> Int32 {
    runInRoom(options) { state in
      state.follow(Notes(wanted: lesson))
      return RoomLink(look: { folder.look() })
    }
  }

  private static func runInRoom(
    _ options: DisplayOptions, _ prepare: (inout State) -> RoomLink
  ) -> Int32 {
    guard var screen = takeScreen(options) else { return wrongUsage }
    var state = State(
      size: screen.size, shelf: Shelf(lessons: []), options: options, ascii: screen.usesASCII)
    state.clipboardWay = ClipboardWay(term: environment("TERM"))
    let link = prepare(&state)
    var shell = Shell(state, room: link)
    return shell.run(on: &screen).status
  }

  /// Takes the terminal, or says why it can't be had.
  private static func takeScreen(_ options: DisplayOptions) -> CursesScreen? {
    do throws(ScreenError) {
      return try CursesScreen(
        color: options.color, theme: options.theme, ascii: options.ascii, mouse: options.mouse)
    } catch {
      tell("qkv: \(error.message)")
      return nil
    }
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static func tell(_ line: String) {
    var rest = Array((TextFilter.visible(line) + "\n").utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return }
      rest = rest.dropFirst(max(0, count))
    }
  }
}
