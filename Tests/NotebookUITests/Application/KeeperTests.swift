import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What several notebooks write to, in memory.
private final class Kept {
  var document = ProgressDocument()
  var problem: ProgressProblem?
  private(set) var writes: [[ProgressChange]] = []
  /// How often writing was tried.
  private(set) var attempts = 0

  func write(_ changes: [ProgressChange], _: Duration) throws(ProgressProblem) -> ProgressDocument {
    attempts += 1
    if let problem { throw problem }
    writes.append(changes)
    document.apply(changes)
    return document
  }
}

@Suite struct KeeperTests {
  private let full = ProgressProblem(
    .unwritable, path: "/h/qkv/progress.json", "the disk is full", advice: "make room")
  private let busy = ProgressProblem(.busy, path: "/h/qkv/progress.lock", "another qkv writes")
  private let start = ContinuousClock.now

  private func open(_ lessons: String...) -> State {
    var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: Sample.shelf))
    for lesson in lessons { Sample.shelf.first { $0.id == lesson }.map { state.open($0) } }
    return state
  }

  // MARK: - When

  @Test("it waits for a pause, and not beyond what leaves a second for the disk")
  func waiting() {
    var keeper = Keeper(open(), write: Kept().write)
    #expect(keeper.wait(at: start) == nil)
    #expect(!keeper.isDue(hasPaused: true, at: start))
    keeper.noteChange(at: start)
    #expect(keeper.wait(at: start) == 150)
    keeper.noteChange(at: start + .milliseconds(500))
    #expect(keeper.wait(at: start + .milliseconds(500)) == 150)
    #expect(keeper.wait(at: start + .milliseconds(600)) == 100)
    #expect(keeper.wait(at: start + .milliseconds(900)) == 0)
    #expect(!keeper.isDue(hasPaused: false, at: start + .milliseconds(699)))
    #expect(keeper.isDue(hasPaused: false, at: start + .milliseconds(700)))
    #expect(keeper.isDue(hasPaused: true, at: start + .milliseconds(1)))
  }

  @Test("turning pages is a change, looking at the same one isn't")
  func places() {
    var state = open("weighted-sums")
    var keeper = Keeper(open(), write: Kept().write)
    keeper.notePlace(state, at: start)
    #expect(keeper.isDue(hasPaused: true, at: start))
    #expect(keeper.save(&state, at: start) == nil)
    keeper.notePlace(state, at: start)
    #expect(!keeper.isDue(hasPaused: true, at: start))
    _ = state.update(.character("n"))
    keeper.notePlace(state, at: start)
    #expect(keeper.isDue(hasPaused: true, at: start))
  }

  @Test("who wants nothing kept is never held up")
  func nothing() {
    var state = open("weighted-sums")
    var keeper = Keeper(open(), write: nil)
    keeper.noteChange(at: start)
    #expect(keeper.wait(at: start) == nil)
    #expect(!keeper.isDue(hasPaused: true, at: start + .seconds(9)))
    #expect(keeper.save(&state, at: start) == nil)
    #expect(keeper.finish(&state) == nil)
  }

  // MARK: - What

  @Test("only what changed since is written")
  func changes() {
    let kept = Kept()
    var state = open("weighted-sums")
    var keeper = Keeper(open(), write: kept.write)
    for event in keys("7<Enter>n") { _ = state.update(event) }
    #expect(keeper.save(&state, at: start) == nil)
    #expect(keeper.save(&state, at: start) == nil)
    for event in keys("bu") { _ = state.update(event) }
    #expect(keeper.finish(&state) == nil)
    #expect(
      kept.writes == [
        [
          .step(1, lesson: "weighted-sums"),
          .edit("Q = [[7, 0.0], [0.0, 1.0]]", name: "Q", lesson: "weighted-sums"),
          .last("weighted-sums"),
        ],
        [
          .step(0, lesson: "weighted-sums"), .edit(nil, name: "Q", lesson: "weighted-sums"),
        ],
      ])
  }

  @Test("two notebooks keep each other's work, and the list of lessons shows it")
  func two() {
    let kept = Kept()
    var one = open("weighted-sums")
    var other = open("softmax")
    var keeper = Keeper(open(), write: kept.write)
    var otherKeeper = Keeper(open(), write: kept.write)
    for event in keys("7<Enter>") { _ = one.update(event) }
    _ = keeper.save(&one, at: start)
    _ = otherKeeper.save(&other, at: start)
    #expect(other.progress["weighted-sums"]?.edits == ["Q": "Q = [[7, 0.0], [0.0, 1.0]]"])
    _ = keeper.finish(&one)
    #expect(kept.document.last == "softmax")
    #expect(kept.document.lessons.keys.sorted() == ["weighted-sums"])
  }

  // MARK: - Trouble

  @Test("that it can't be kept is said once, and that it can again")
  func trouble() {
    let kept = Kept()
    kept.problem = full
    var state = open("weighted-sums")
    var keeper = Keeper(open(), write: kept.write)
    let told = Message.refusal(
      "What you do is not being saved. /h/qkv/progress.json: the disk is full; make room")
    #expect(keeper.save(&state, at: start) == told)
    #expect(keeper.save(&state, at: start) == nil)
    #expect(keeper.finish(&state)?.problem == full)
    kept.problem = nil
    #expect(keeper.save(&state, at: start) == .note("What you do is saved again."))
    #expect(keeper.save(&state, at: start) == nil)
    #expect(kept.writes == [[.last("weighted-sums")]])
    var knowing = Keeper(open(), write: { _, _ throws(ProgressProblem) in throw full }, told: full)
    #expect(knowing.save(&state, at: start) == nil)
  }

  @Test("another notebook's writing is waited for, and told of only when it goes on")
  func busyFile() {
    let kept = Kept()
    kept.problem = busy
    var state = open("weighted-sums")
    var keeper = Keeper(open(), write: kept.write)
    for milliseconds in [0, 1000, 1999] {
      let now = start + .milliseconds(milliseconds)
      #expect(keeper.save(&state, at: now) == nil)
      #expect(keeper.isDue(hasPaused: true, at: now))
    }
    #expect(keeper.save(&state, at: start + .seconds(2)) == Keeper.message(busy))
    #expect(keeper.save(&state, at: start + .seconds(3)) == nil)
    kept.problem = nil
    #expect(keeper.save(&state, at: start + .seconds(4)) != nil)
  }

  // MARK: - In the shell

  private func run(_ kept: Kept, _ batches: [[Event]]) -> (shell: Shell, frames: [Grid]) {
    var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: Sample.shelf))
    state.progress = kept.document.lessons
    state.open(Sample.weightedSums)
    let keeper = Keeper(state, write: kept.write, latest: kept.document.last)
    var shell = Shell(state, keeper: keeper)
    var screen = ScriptedScreen(batches: batches)
    _ = shell.run(on: &screen)
    return (shell, screen.frames)
  }

  @Test("it is written when the keys pause, and on every way out")
  func shell() {
    let edit = ProgressChange.edit("Q = [[7, 0.0], [0.0, 1.0]]", name: "Q", lesson: "weighted-sums")
    for way in [keys("q") + keys("q"), keys("<C-c>"), [.terminate(signal: 15)]] {
      let kept = Kept()
      _ = run(kept, [keys("7<Enter>") + way])
      #expect(kept.writes == [[edit, .last("weighted-sums")]])
    }
    let kept = Kept()
    _ = run(kept, [keys("7<Enter>"), [], keys("<C-z>"), keys("<Tab>")])
    #expect(kept.writes == [[edit, .last("weighted-sums")]])
    let stopped = Kept()
    _ = run(stopped, [keys("7<Enter>") + keys("<C-z>")])
    #expect(stopped.writes == [[edit, .last("weighted-sums")]])
  }

  @Test("a notebook opens as it was left")
  func reopening() {
    let kept = Kept()
    _ = run(kept, [keys("7<Enter>n")])
    let (shell, _) = run(kept, [keys("u")])
    #expect(shell.state.reading?.step == 1)
    #expect(shell.state.reading?.session.edits == ["Q": "Q = [[7, 0.0], [0.0, 1.0]]"])
    #expect(shell.state.message == .note("There is nothing to undo."))
  }

  @Test("what keeps it from being saved stands on the screen")
  func shownTrouble() {
    let kept = Kept()
    kept.problem = full
    let (_, frames) = run(kept, [keys("7<Enter>"), [], keys("<Right>"), keys("8<Enter>"), []])
    let told = frames.map { frame in
      frame.rows.contains { $0.contains("What you do is not being saved.") }
    }
    #expect(told == [false, false, true, false, false])
    #expect(kept.attempts == 3)
  }

  @Test("it waits to be said until the keys pause, the edit is over and the help is closed")
  func waitsToBeTold() {
    let kept = Kept()
    kept.problem = full
    // Each empty batch is a pause.
    let (_, frames) = run(
      kept,
      [keys("7<Enter>"), keys("<Right>8"), [], keys("<Enter>"), keys("?"), [], keys("<Esc>"), []])
    let told = frames.map { frame in
      frame.rows.contains { $0.contains("What you do is not being saved.") }
    }
    #expect(told == [false, false, false, false, false, false, true])
  }
}
