import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Lessons of a folder: listed by their outlines, read whole between two keys.
@Suite struct ShelfTests {
  private static let sound = """
    ---
    qkv: 1
    id: sound
    title: A sound lesson
    summary: Nothing is wrong with it.
    minutes: 5
    ---
    ## A step
    <!-- quiz: sum -->
    What is one and one?
    - [x] Two.
    - [ ] Three.
    <!-- end -->
    """
  private static let faulty = """
    ---
    qkv: 1
    id: faulty
    title: A faulty lesson
    summary: An option is misspelt.
    minutes: 7
    needs: [sound]
    ---
    ## A step
    ```python {.qkv}
    #| rwos: a, b
    x = [[1], [2]]
    ```
    ## Another
    """

  private func state() throws -> State {
    let lessons = [("Lessons/01-sound.md", Self.sound), ("Lessons/02-faulty.md", Self.faulty)]
    let shelf = Shelf(lessons.compactMap { ShelvedLesson(path: $0, text: $1) })
    return State(size: Size(width: 80, height: 16), shelf: shelf)
  }

  /// What is shown while these events come; an empty batch is a moment without any.
  private func frames(_ state: State, _ batches: [[Event]]) -> (frames: [Grid], after: State) {
    var shell = Shell(state)
    var screen = ScriptedScreen(size: state.size, batches: batches)
    _ = shell.run(on: &screen)
    return (screen.frames, shell.state)
  }

  private static let list = [
    " qkv  attention, in numbers that you can change               2 lessons, 12 min",
    "────────────────────────────────────────────────────────────────────────────────",
    "",
    " ▸  1  A sound lesson                                                     5 min",
    "       Nothing is wrong with it.",
    "",
    "    2  A faulty lesson                                                    7 min",
    "       An option is misspelt.",
  ]
  private static let footer = [
    "────────────────────────────────────────────────────────────────────────────────",
    " 1 step",
    " ⏎ open  ↑↓ choose  q quit  / search  : commands                         ? help",
  ]
  private static let fault =
    "Lessons/02-faulty.md:11: \"rwos\" is no option here; did you mean rows?"

  @Test func theFirstFrameWaitsForNoLesson() throws {
    let (frames, after) = frames(try state(), [])
    #expect(frames[0].rows == Self.list + ["", "", "", "", ""] + Self.footer)
    #expect(after.shelf.lessons.map { $0.problems?.count } == [nil, nil])
  }

  @Test func whatIsWrongIsToldWhenNoKeyComes() throws {
    let (frames, after) = frames(try state(), [[], [], []])
    // The sound lesson has nothing to tell.
    #expect(frames.count == 2)
    #expect(frames[0].rows == Self.list + ["", "", "", "", ""] + Self.footer)
    #expect(frames[1].rows == Self.list + ["", "", "", "", " " + Self.fault] + Self.footer)
    #expect(after.shelf.lessons.map { $0.problems?.count } == [0, 1])
  }

  @Test func keysGoBeforeLessons() throws {
    let (_, after) = frames(try state(), [[.character("j")], [.character("k")], []])
    #expect(after.shelf.lessons.map { $0.problems?.count } == [0, nil])
  }

  @Test func whatIsWrongIsToldAtLatestWhenALessonIsOpened() throws {
    let (_, after) = frames(try state(), [[.character("j"), .key(.enter)], [], []])
    #expect(after.reading?.lesson.id == "faulty")
    #expect(after.message == .refusal(Self.fault))
    #expect(after.shelf.lessons.map { $0.problems?.count } == [nil, 1])
  }

  @Test func aFileThatCannotBeReadIsToldAtOnce() throws {
    let problem = LessonProblem(
      file: "Lessons/03-bytes.md", line: 1, message: "this is not text in UTF-8", advice: "mend it")
    var state = try state()
    state.shelf = Shelf(state.shelf.lessons, unreadable: [problem])
    #expect(
      state.draw().rows[12] == " Lessons/03-bytes.md:1: this is not text in UTF-8; mend it")
  }

  /// A pass is of the text that was answered. Once the lesson is read it is known whether that is still its text.
  @Test func aPassOfAnotherTextIsNoneWhenTheLessonIsRead() throws {
    var state = try state()
    var kept = LessonProgress()
    kept.attempts["sum"] = Attempt()
    kept.attempts["sum"]?.isPassed = true
    kept.attempts["sum"]?.choices = [1]
    kept.attempts["sum"]?.fingerprint = "of another text"
    state.progress = ["sound": kept]
    let (frames, after) = frames(state, [[]])
    #expect(frames.map { $0.rows[3].suffix(16) } == ["   1/1 ✓   5 min", "   0/1 ✓   5 min"])
    #expect(after.progress["sound"]?.attempts["sum"]?.isPassed == false)
  }

  @Test func aSearchFindsWhatNobodyHasReadYet() throws {
    var state = try state()
    for event in Event.typing("/one") { _ = state.update(event) }
    #expect(state.choices.map(\.text) == ["What is one and one?"])
    #expect(state.choices.map(\.detail) == ["A sound lesson › A step"])
    _ = state.update(.key(.enter))
    #expect(state.reading?.lesson.id == "sound")
    _ = state.update(.character("q"))
    for event in Event.typing("/misspelt") { _ = state.update(event) }
    #expect(state.choices.map(\.text) == ["An option is misspelt."])
  }
}
