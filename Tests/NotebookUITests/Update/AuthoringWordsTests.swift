import CellLanguage
import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What an author, and whoever adds cells, is told and spared.
@Suite struct AuthoringWordsTests {
  // MARK: - The head

  @Test func theHeadIsOpenedAtItsTitle() throws {
    let state = try OwnNotebook.opened(OwnNotebook.body, "<F2>")
    let editor = try #require(state.reading?.writing?.editor)
    #expect(editor.field.caretPlace == (line: 3, column: "title: Mine".count))
    #expect(after(" of old<C-s>", state).reading?.lesson.title == "Mine of old")
  }

  @Test func textBelowTheHeadIsRefused() throws {
    let state = try OwnNotebook.opened(OwnNotebook.body, "<F2>")
    var words = state
    words.reading?.writing?.editor.move(to: 10_000)
    for event in keys("<C-u>My own lesson<C-s>") { _ = words.update(event) }
    #expect(words.reading?.writing?.problem?.message == "text stands below the head")
    #expect(words.reading?.session.markdown == OwnNotebook.head + OwnNotebook.body)
  }

  // MARK: - Questions

  @Test func twoDashesAreADash() throws {
    let body = """
      ## First

      <!-- predict: two answer="2" within=0.1 -->
      What is it?

      -- It is 2.
      <!-- end -->

      <!-- quiz: which -->
      Which?
      - [x] This. -- Yes.
      - [ ] That--or so. -- No.
      <!-- end -->

      """
    let lesson = try #require(try OwnNotebook.opened(body).reading?.lesson)
    guard case .predict(let predict)? = lesson.tasks.first,
      case .quiz(let quiz)? = lesson.tasks.last
    else {
      Issue.record("a task is missing")
      return
    }
    #expect(predict.question.count == 1 && predict.reason.count == 1)
    #expect(quiz.options.map { plainText($0.text) { _ in "" } } == ["This.", "That--or so."])
    #expect(quiz.options.map { plainText($0.reason) { _ in "" } } == ["Yes.", "No."])
  }

  @Test func aReasonThatIsNoneIsToldWhileItIsWritten() throws {
    let text =
      "<!-- predict: two answer=\"2\" within=0.1 -->\nWhat?\n\n- It is 2.\n<!-- end -->"
    var state = try OwnNotebook.opened(OwnNotebook.body, "t")
    _ = state.update(.paste(text))
    let rows = state.draw().rows
    #expect(rows.contains { $0.contains("✗ line 1: the prediction has no reason") }, "\(rows)")
  }

  // MARK: - What undoing took back

  @Test func undoNamesWhatItTookBack() {
    var state = after("2<Enter>RR", Sample.reading(at: "K[cat, y]"))
    _ = state.update(.character("u"))
    #expect(state.message == .note("Undone: the reset of the lesson. Ctrl-R redoes it."))
    state = after("oB = 1<C-s>KKu", Sample.reading(at: "K[cat, y]"))
    #expect(
      state.message?.text.hasPrefix("Moved back") == true, "\(String(describing: state.message))")
  }

  // MARK: - A cell below what it uses

  @Test func aCellGoesBelowWhatItUses() {
    let state = after("otwice = O * 2<C-s>", Sample.reading(at: "K[cat, y]"))
    #expect(state.message == .note("It uses O, so it stands below that."))
    guard let reading = state.reading, let panel = reading.focusedPanel else { return }
    #expect(panel.name == "twice")
    if case .array = panel.content {} else { Issue.record("\(panel.content)") }
    // One that uses nothing from below stays where it was begun.
    #expect(after("otwice = K * 2<C-s>", Sample.reading(at: "K[cat, y]")).message == nil)
  }

  // MARK: - The list of lessons

  @Test func whoWantsToLeaveAsksAgain() {
    var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: Sample.shelf))
    for event in keys("xyq") { _ = state.update(event) }
    #expect(state.message == .refusal("Nothing is typed here; q again quits."))
    #expect(state.update(.character("q")).contains(.quit(0)))
  }

  @Test func theCommandThatIsLookedForSaysWhereItIs() {
    var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: Sample.shelf))
    for event in keys(":new") { _ = state.update(event) }
    #expect(state.draw().rows.contains { $0.contains("qkv new mine.md --empty begins one") })
  }
}
