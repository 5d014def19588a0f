import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What several runs of the notebook write to, in memory.
private final class Kept {
  var document = ProgressDocument()
  var histories: [String: String] = [:]
  var problem: ProgressProblem?
  private(set) var writes = 0

  func write(_ changes: [ProgressChange], _: Duration) throws(ProgressProblem) -> ProgressDocument {
    document.apply(changes)
    return document
  }

  var keeper: HistoryKeeper {
    HistoryKeeper(
      load: { [self] (lesson) throws(ProgressProblem) in
        guard let text = histories[lesson] else { return nil }
        do throws(ProgressReadingProblem) {
          return try KeptHistory.read(Array(text.utf8), lesson: lesson)
        } catch {
          throw ProgressProblem(.untouchable, path: lesson, error.message)
        }
      },
      save: { [self] (text, lesson, _) throws(ProgressProblem) in
        if let problem { throw problem }
        writes += 1
        histories[lesson] = text
      })
  }

  /// The notebook from the list on, as often as it is started.
  func run(_ batches: [Event]..., problem told: ProgressProblem? = nil) -> (State, [Grid]) {
    var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: Sample.shelf))
    state.progress = document.lessons
    let keeper = Keeper(state, write: write, histories: keeper, latest: document.last, told: told)
    var shell = Shell(state, keeper: keeper)
    var screen = ScriptedScreen(batches: batches)
    _ = shell.run(on: &screen)
    return (shell.state, screen.frames)
  }
}

@Suite struct HistoryKeeperTests {
  private let open = ":lesson weighted<Enter>"

  private func edits(_ state: State) -> [String: String]? { state.reading?.session.edits }

  @Test("keys that follow the opening of a lesson undo what was done before it")
  func acrossRuns() {
    let kept = Kept()
    _ = kept.run(keys(open + "7<Enter>l8<Enter>"))
    let (state, _) = kept.run(keys(open + "u"))
    #expect(edits(state) == ["Q": "Q = [[7, 0.0], [0.0, 1.0]]"])
    #expect(state.message == .note("Undone: Q[the, y]. Ctrl-R redoes it."))
    let (third, _) = kept.run(keys(open + "u<C-r><C-r><C-r>"))
    #expect(edits(third) == ["Q": "Q = [[7, 8], [0.0, 1.0]]"])
    #expect(third.message == .note("There is nothing to redo."))
  }

  @Test("what was pinned is pinned, what was unpinned isn't")
  func pin() {
    let kept = Kept()
    _ = kept.run(keys(open + "p7<Enter>"))
    let (state, _) = kept.run(keys(open + "P"))
    #expect(edits(state) == [:])
    #expect(state.message == .note("All is as pinned again; u undoes."))
    _ = kept.run(keys(open + "p"))
    let (last, _) = kept.run(keys(open + "P"))
    #expect(last.message == .note("Nothing is pinned; p pins the numbers as they are."))
  }

  @Test("a lesson that was left for another is kept too, and its history with it")
  func otherLesson() {
    let kept = Kept()
    _ = kept.run(keys(open + "7<Enter>q:lesson softmax<Enter>"))
    #expect(kept.histories["weighted-sums"] != nil)
    let (state, _) = kept.run(keys(open + "u"))
    #expect(edits(state) == [:])
  }

  @Test("reading alone writes nothing, and saving again only what is new")
  func onlyChanges() {
    let kept = Kept()
    _ = kept.run(keys(open), [], keys("nb"), [], keys("q"))
    #expect(kept.writes == 0)
    _ = kept.run(keys(open + "7<Enter>"), [], keys("n"), [], keys("b"), [])
    #expect(kept.writes == 1)
    _ = kept.run(keys(open), [], keys("nb"), [])
    #expect(kept.writes == 1)
  }

  @Test("what a newer version keeps is left alone")
  func newer() {
    let kept = Kept()
    let text = "{\"qkv\": 2, \"kind\": \"history\"}"
    kept.histories["weighted-sums"] = text
    _ = kept.run(keys(open + "7<Enter>u8<Enter>"), [])
    #expect(kept.histories["weighted-sums"] == text)
    #expect(kept.document.lessons["weighted-sums"]?.edits == ["Q": "Q = [[8, 0.0], [0.0, 1.0]]"])
  }

  @Test("that it can't be kept is said once, and the rest is")
  func trouble() {
    let kept = Kept()
    kept.problem = ProgressProblem(
      .unwritable, path: "/h/qkv/history", "the disk is full", advice: "make room")
    let (_, frames) = kept.run(
      keys(open + "7<Enter>"), [], keys("l8<Enter>"), [], keys("j"), [])
    let told = frames.filter { frame in
      frame.rows.contains { $0.contains("What can be undone is not being kept.") }
    }
    #expect(told.count == 1)
    #expect(kept.document.lessons["weighted-sums"]?.edits == ["Q": "Q = [[7, 8], [0.0, 1.0]]"])
  }

  @Test("an edit that a minus sign takes the place of is kept as what it became")
  func minusSign() {
    let kept = Kept()
    _ = kept.run(keys(open + "-"), [], keys("3<Enter>"), [])
    let (state, _) = kept.run(keys(open + "u"))
    #expect(edits(state) == [:])
    let (again, _) = kept.run(keys(open + "<C-r>"))
    #expect(edits(again) == ["Q": "Q = [[-3, 0.0], [0.0, 1.0]]"])
  }
}
