import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Leaving where something can't be kept.
@Suite struct LossTests {
  private static let full = ProgressProblem(
    .unwritable, path: "/h/qkv/progress.json", "the disk is full", advice: "make room")

  @Test(
    "what leaving loses is named, with what can help",
    arguments: [
      (
        Loss(notebooks: ["/n/d.md"], because: full),
        "d.md isn't saved and can't be kept. /h/qkv/progress.json: the disk is full; make room, "
          + "or :write it elsewhere. q again leaves and loses it."
      ),
      (
        Loss(notebooks: ["a.md", "b.md"], because: full),
        "a.md and b.md aren't saved and can't be kept. /h/qkv/progress.json: the disk is full; "
          + "make room, or :write them elsewhere. q again leaves and loses them."
      ),
      (
        Loss(notebooks: ["d.md"], isOfLessons: true, because: full),
        "d.md isn't saved; that and what you did in lessons can't be kept. /h/qkv/progress.json: "
          + "the disk is full; make room, or :write it elsewhere. "
          + "q again leaves and loses it."
      ),
      (
        Loss(isOfLessons: true, because: full),
        "What you did last can't be kept. /h/qkv/progress.json: the disk is full; make room. "
          + "q again leaves and loses it."
      ),
      (
        Loss(isOfHistory: true, because: full),
        "How to undo what you did can't be kept. /h/qkv/progress.json: the disk is full; "
          + "make room. q again leaves and loses it."
      ),
      (
        Loss(notebooks: ["d.md"], because: nil),
        "d.md isn't saved, and nothing is kept: q again leaves and loses it."
      ),
    ] as [(Loss, String)])
  func warnings(loss: Loss, text: String) {
    #expect(loss.warning("q") == .refusal(text))
  }

  @Test(
    "the shell is told what was lost",
    arguments: [
      (
        Loss(notebooks: ["/n/d.md"], because: full),
        [
          "/n/d.md wasn't saved, and what you wrote last is lost. "
            + "/h/qkv/progress.json: the disk is full; make room"
        ]
      ),
      (
        Loss(isOfLessons: true, because: full),
        [
          "the last changes could not be saved. /h/qkv/progress.json: the disk is full; make room"
        ]
      ),
      (
        Loss(notebooks: ["d.md"], because: nil),
        ["d.md wasn't saved; what you wrote is lost, since nothing is kept"]
      ),
    ] as [(Loss, [String])])
  func lines(loss: Loss, lines: [String]) {
    #expect(loss.lines == lines)
  }

  // MARK: - In the shell

  /// Where nothing can be written until `room` is made.
  private final class Disk {
    var problem: ProgressProblem? = full
    var document = ProgressDocument()

    func write(
      _ changes: [ProgressChange], _: Duration
    ) throws(ProgressProblem) -> ProgressDocument {
      if let problem { throw problem }
      document.apply(changes)
      return document
    }
  }

  private func run(_ state: State, _ disk: Disk?, _ batches: [String]) -> (
    frames: [[String]], status: Int32, loss: Loss?
  ) {
    var shell = Shell(state, keeper: Keeper(state, write: disk?.write))
    var screen = ScriptedScreen(batches: batches.map { keys($0) })
    let (status, loss) = shell.run(on: &screen)
    return (screen.frames.map { $0.rows.map { String($0) } }, status, loss)
  }

  private func notebook(_ pressed: String) throws -> State {
    try OwnNotebook.opened(OwnNotebook.body, pressed)
  }

  private func shows(_ words: String, _ rows: [String]?) -> Bool {
    rows?.contains { $0.contains(words) } == true
  }

  @Test("a notebook that can't be kept isn't said to be, and is asked about before it is left")
  func notebookOnAFullDisk() throws {
    let state = try notebook("tSome words.<C-s>")
    let (frames, status, loss) = run(state, Disk(), ["tMore.<C-s>", "", "q", "q", "q"])
    let claim = frames.firstIndex {
      shows("mine.md isn't saved, and what you wrote can't be kept.", $0)
    }
    let warning = frames.firstIndex { shows("mine.md isn't saved and can't be kept.", $0) }
    #expect(claim.map { shows("NOT SAVED", frames[$0]) } == true)
    #expect(claim != nil && warning == claim.map { $0 + 1 })
    #expect(status == 0)
    #expect(loss == Loss(notebooks: ["mine.md"], because: Self.full))
    #expect(loss?.isToldByStatus == true)
  }

  @Test("who goes on after the warning is warned again")
  func warnedAgain() throws {
    let (frames, _, _) = run(
      try notebook("tSome words.<C-s>"), Disk(), ["<C-c>", "n", "<C-c>", "<C-c>"])
    #expect(shows("Ctrl-C again leaves", frames[safe: 1]))
    #expect(!shows("again leaves", frames[safe: 2]))
    #expect(shows("Ctrl-C again leaves", frames[safe: 3]))
    #expect(frames.count == 4)
  }

  @Test("a warning that nobody has seen yet is no warning")
  func unseen() throws {
    let (frames, _, _) = run(try notebook("tSome words.<C-s>"), Disk(), ["<C-c><C-c>", "<C-c>"])
    #expect(shows("Ctrl-C again leaves", frames[safe: 1]))
    #expect(frames.count == 2)
  }

  @Test("where room was made, all is kept and nothing is asked")
  func roomWasMade() throws {
    let disk = Disk()
    let state = try notebook("tSome words.<C-s>")
    var keeper = Keeper(state, write: disk.write)
    var now = state
    #expect(keeper.finish(&now)?.notebooks == ["mine.md"])
    #expect(now.keeping == .failing)
    disk.problem = nil
    #expect(keeper.finish(&now) == nil)
    #expect(disk.document.drafts.keys.sorted() == ["mine.md"])
  }

  @Test("what failed is tried again although nothing else is changed")
  func triedAgain() throws {
    let disk = Disk()
    let start = ContinuousClock.now
    var state = try notebook("tSome words.<C-s>")
    var keeper = Keeper(state, write: disk.write)
    #expect(keeper.save(&state, at: start) != nil)
    #expect(keeper.wait(at: start) == 5000)
    #expect(!keeper.isDue(hasPaused: true, at: start + .milliseconds(4999)))
    #expect(keeper.isDue(hasPaused: true, at: start + .seconds(5)))
    disk.problem = nil
    #expect(
      keeper.save(&state, at: start + .seconds(5)) == .note("What you do is saved again."))
    #expect(keeper.wait(at: start + .seconds(6)) == nil)
  }

  @Test("where a page was turned and nothing else lost, nothing is asked")
  func onlyAPlace() throws {
    let (_, status, loss) = run(try notebook(""), Disk(), ["n", "<C-c>"])
    #expect(status == 0)
    #expect(loss?.isFelt == false)
  }

  @Test("a signal asks nobody")
  func signal() throws {
    let state = try notebook("tSome words.<C-s>")
    var shell = Shell(state, keeper: Keeper(state, write: Disk().write))
    var screen = ScriptedScreen(batches: [[.terminate(signal: 15)]])
    let (status, loss) = shell.run(on: &screen)
    #expect(status == 143)
    #expect(loss?.notebooks == ["mine.md"])
  }

  @Test("it is seen wherever one leaves from", arguments: ["?", "/", ":", "e", "y", "<Enter>5"])
  func anywhere(place: String) throws {
    let state = try notebook("tSome words.<C-s><S-Tab>" + place)
    let (frames, _, _) = run(state, Disk(), ["<C-c>", "<C-c>"])
    #expect(shows("Ctrl-C again leaves", frames[safe: 1]))
  }

  @Test("in a window that is too small as well")
  func tooSmall() throws {
    var state = try notebook("tSome words.<C-s>")
    _ = state.update(.resize(Size(width: 30, height: 8)))
    var shell = Shell(state, keeper: Keeper(state, write: Disk().write))
    var screen = ScriptedScreen(
      size: Size(width: 30, height: 8), batches: [keys("q"), keys("q")])
    _ = shell.run(on: &screen)
    #expect(
      screen.frames.last?.rows.map { String($0) } == [
        "mine.md isn't saved and can't", "be kept. /h/qkv/progress.json:",
        "the disk is full; make room,", "or :write it elsewhere. Ctrl-C",
        "again leaves and loses it.",
        "", "", "",
      ])
  }
}
