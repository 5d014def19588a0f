import CellLanguage
import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What `qkv verify` finds in a notebook of one's own, told inside it.
@Suite struct MendingTests {
  private static let faulty = """
    ## First

    The first is {nope}.

    ```python {.qkv}
    Q = [1, 2]
    ```

    ## Second

    <!-- quiz: which -->
    Which?
    - [x] This. — Yes.
    - [ ] That. -> because not
    <!-- end -->

    """

  /// A key, then all that the program does while nothing is typed.
  private static func proved(_ body: String, _ keysPressed: String = "<F4>") throws -> State {
    var state = try OwnNotebook.opened(body, keysPressed)
    state.message = state.prove() ?? state.message
    return state
  }

  @Test func whatIsFoundIsToldWhereItWasSaved() throws {
    var state = try OwnNotebook.opened(Self.faulty)
    state.proveSaved(NotebookFile(path: "mine.md", text: ""))
    #expect(
      state.prove()
        == .note(
          "mine.md is saved; 4 things to mend. Line 1: the head has no summary. F4 shows them."))
    #expect(state.layer == .lesson)
  }

  @Test func aSoundOneIsToldOf() throws {
    let body = "## First\n\n```python {.qkv}\nQ = [1, 2]\n```\n"
    var state = try OwnNotebook.opened(body)
    let head = try #require(state.reading?.session.head)
    _ = try state.reading?.session.setText(
      of: head,
      to: "---\nqkv: 1\nid: mine\ntitle: Mine\nsummary: A few numbers.\nminutes: 5\n---\n\n# Mine\n"
    )
    state.proveSaved(NotebookFile(path: "mine.md", text: ""))
    #expect(state.prove() == .note("mine.md is saved; verify finds nothing to mend."))
    #expect(state.proving == nil)
    _ = state.update(.key(.function(4)))
    #expect(state.prove() == .note("mine.md: verify finds nothing to mend."))
    #expect(state.layer == .lesson)
  }

  @Test func allIsListedWithItsPlace() throws {
    let state = try Self.proved(Self.faulty)
    #expect(state.layer == .mending)
    #expect(
      state.draw().rows.prefix(12).map { $0.trimmingEnd() } == [
        " mine.md  4 things to mend, as qkv verify has it",
        String(repeating: "─", count: 80),
        " ▸ line 1  the head has no summary",
        "     add a line summary: … with what the list of lessons is to say of it",
        "   line 1  the head has no minutes",
        "     add a line minutes: … with how long it takes",
        "   step 1, line 11  {nope} can't be shown: nope is not defined",
        "     quote a value that the cells have before the reader does anything",
        "   step 2, line 22  the option has no reason",
        "     write why it is wrong behind — or --: text -- reason",
        "", "",
      ])
  }

  @Test func enterOpensTheTextAtThePlace() throws {
    let state = try Self.proved(Self.faulty)
    var last = state
    for event in keys("jjj<Enter>") { _ = last.update(event) }
    #expect(last.layer == .lesson)
    #expect(last.reading?.step == 1)
    let writing = try #require(last.reading?.writing)
    #expect(writing.kind == .task)
    #expect(writing.editor.field.caretPlace == (line: 3, column: 0))
    #expect(writing.problem?.message == "the option has no reason")
    #expect(last.draw().rows.contains { $0.contains("^^^ the option has no reason") })
    // The first key of the author's takes it away.
    #expect(after("x", last).reading?.writing?.problem == nil)
    let head = after("<Enter>", state)
    #expect(head.reading?.writing?.kind == .head)
    let prose = after("jj<Enter>", state)
    #expect(prose.reading?.step == 0)
    #expect(prose.reading?.writing?.kind == .prose)
  }

  @Test func aCellIsOpenedAtItsLine() throws {
    let body = "## First\n\n```python {.qkv}\nQ = [1, 2]\n\nx = Q[7]\n```\n"
    var state = try Self.proved(body)
    for event in keys("jj<Enter>") { _ = state.update(event) }
    let writing = try #require(state.reading?.writing)
    #expect(writing.kind == .code)
    #expect(writing.editor.field.caretPlace.line == 2)
    #expect(writing.problem?.message.contains("7") == true)
  }

  @Test func whatIsMendedIsNotListedAgain() throws {
    var state = try Self.proved(Self.faulty)
    for event in keys("jj<Enter><C-s>") { _ = state.update(event) }
    #expect(state.mending?.problems.count == 4)
    // Nothing was changed: the list is there at once.
    #expect(after("<F4>", state).layer == .mending)
    for event in keys("cx<C-s><F4>") { _ = state.update(event) }
    #expect(state.layer == .lesson)
    #expect(state.proving?.isAsked == true)
  }

  @Test func aKeyComesFirst() throws {
    var state = try OwnNotebook.opened(Self.faulty, "<F4>")
    #expect(state.prove(unless: { true }) == nil)
    #expect(state.proving != nil)
    #expect(state.layer == .lesson)
    _ = state.prove()
    #expect(state.layer == .mending)
  }

  /// Enter before the list is there means the list.
  @Test func enterWaitsForTheList() throws {
    var state = try OwnNotebook.opened(Self.faulty, "<F4><Enter>")
    #expect(state.reading?.editing == nil)
    #expect(state.message?.text == "Looking what is to be mended in mine.md …")
    _ = state.prove()
    #expect(state.layer == .mending)
  }

  /// The carets stand where the fault is, not below the whole line.
  @Test func whatIsToBeWrittenIsMarked() throws {
    let body = "## First\n\nWords, and ‹what it says› here.\n"
    var state = try Self.proved(body)
    for event in keys("jj<Enter>") { _ = state.update(event) }
    let writing = try #require(state.reading?.writing)
    let problem = try #require(writing.problem)
    let text = Array(writing.editor.text.utf8)[
      problem.primary.range.start..<problem.primary.range.end]
    #expect(String(decoding: text, as: UTF8.self) == "‹what it says›")
    #expect(writing.editor.field.caretPlace.column == 11)
  }

  @Test func aLessonIsProvedElsewhere() {
    let state = after("<F4>", Sample.reading())
    #expect(
      state.message
        == .refusal("A notebook of your own is proved here; qkv verify proves a lesson."))
  }

  /// The shell proves it as soon as nothing is typed, and says how it stands.
  @Test func itIsProvedWhileNothingIsTyped() throws {
    var shell = Shell(try OwnNotebook.opened(Self.faulty))
    var screen = ScriptedScreen(batches: [[.key(.function(4))], [], [.key(.escape)]])
    _ = shell.run(on: &screen)
    let shown = screen.frames.map { $0.rows.joined(separator: "\n") }
    #expect(shown.contains { $0.contains("Looking what is to be mended in mine.md …") })
    #expect(shown.contains { $0.contains("4 things to mend, as qkv verify has it") })
    #expect(shell.state.layer == .lesson)
  }
}

extension String {
  fileprivate func trimmingEnd() -> String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
