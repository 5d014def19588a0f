import CellLanguage
import Notebook
import Terminal
import Testing

@testable import NotebookUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Saving a notebook that is written here.
@Suite struct NotebookSavingTests {
  private static let text = """
    ---
    qkv: 1
    id: mine
    title: Mine
    minutes: 5
    ---
    ## First

    ```python {.qkv}
    Q = [[1, 0], [0, 1]]
    ```

    <!-- exercise: scores edits=S -->
    Write the scores.

    ```python {.qkv}
    S = ...
    ```
    ```python {.qkv .check}
    assert allclose(S, Q @ Q), "each score"
    ```
    <!-- hint: rows times rows -->
    ```python {.qkv .solution}
    S = Q @ Q
    ```
    <!-- end -->

    """

  private let path: String

  init() throws {
    var template = Array("/tmp/qkv-saving.XXXXXX".utf8CString)
    #expect(mkdtemp(&template) != nil)
    let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    path = folder + "/mine.md"
    try WrittenFile.write(Self.text, to: path)
  }

  private func open(draft: Draft? = nil) throws -> State {
    let file = try NotebookFile(reading: path)
    let lesson = try #require(LessonReader.read(text: file.text, name: file.name).lesson)
    var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: []))
    state.take(file, of: lesson)
    state.notebook?.draft = draft
    state.open(lesson)
    return state
  }

  private func setQ(_ state: inout State, to text: String) throws {
    let id = try #require(state.reading?.session.panelID(forName: "Q"))
    _ = try state.reading?.session.setEntry(id, at: [0, 1], to: text)
  }

  private var onDisk: String? { try? BoundedFile.readText(path, limit: 1 << 20) }

  @Test func nothingGoesIntoTheFileUnasked() throws {
    defer { tidy() }
    var state = try open()
    #expect(state.shelf.lessons.map(\.id) == ["mine"])
    try setQ(&state, to: "5")
    #expect(state.unsavedNotebooks == [path])
    #expect(onDisk == Self.text)
    state.write(to: nil)
    #expect(state.message == .note("mine.md is saved."))
    #expect(onDisk == Self.text.replacing("[1, 0]", with: "[1, 5]"))
    #expect(state.unsavedNotebooks == [])
  }

  @Test func aFailingCellIsToldOf() throws {
    defer { tidy() }
    var state = try open()
    _ = try state.reading?.session.insert(.code, "x = 1 / 0", .end(ofStep: 0))
    state.write(to: nil)
    #expect(state.message == .note("mine.md is saved; one cell has an error."))
  }

  @Test func whatAnotherProgramWroteStays() throws {
    defer { tidy() }
    var state = try open()
    try setQ(&state, to: "5")
    try WrittenFile.write("other", to: path)
    state.write(to: nil)
    #expect(
      state.message
        == .refusal(
          "\(path) was changed by another program since it was opened here; "
            + "write yours under another name, as :write other.md, and compare the two."))
    #expect(onDisk == "other")
    state.write(to: "notes")
    #expect(
      state.message
        == .refusal(
          "notes: a notebook's file ends in .md; write it under another name, as :write other.md."))
    let other = path.replacing("mine", with: "other")
    state.write(to: " \(other) ")
    #expect(state.message == .note("other.md is saved."))
    #expect(state.reading?.session.file?.path == other)
    unlink(other)
  }

  @Test func aLessonThatIsReadIsNotWritten() throws {
    defer { tidy() }
    var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: Sample.shelf))
    state.open(Sample.shelf[0])
    state.write(to: nil)
    #expect(
      state.message
        == .refusal("This lesson isn't yours to write: what you add is kept with your progress."))
  }

  @Test func whatMayOnlyBeReadSaysSo() throws {
    defer { tidy() }
    var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: Sample.shelf))
    state.open(Sample.shelf[0])
    state.tell("mine.md may not be written", to: Sample.shelf[0])
    #expect(
      state.message
        == .refusal(
          "mine.md may not be written: it is opened to be read, and what you do is kept with your "
            + "progress."))
    #expect(state.update(.control("s")) == [])
    #expect(
      state.message
        == .refusal(
          "mine.md may not be written, so what you do is kept with your progress. To write it, "
            + "make a copy in the shell and open that."))
  }

  @Test func whatIsNotSavedIsKept() throws {
    defer { tidy() }
    var state = try open()
    var document = ProgressDocument()
    var keeper = Keeper(
      state,
      write: { (changes, _) throws(ProgressProblem) in
        document.apply(changes)
        return document
      })
    try setQ(&state, to: "5")
    #expect(keeper.save(&state, at: .now) == nil)
    let target = try NotebookFile(reading: path).target
    let draft = try #require(document.drafts[target])
    #expect(draft.text == Self.text.replacing("[1, 0]", with: "[1, 5]"))
    #expect(document.lessons["mine"]?.edits ?? [:] == [:])
    var later = try open(draft: draft)
    later.tellOfDraft()
    #expect(later.message == .note("What you hadn't saved in mine.md is back."))
    #expect(later.reading?.session.markdown == draft.text)
    state.write(to: nil)
    #expect(keeper.save(&state, at: .now) == nil)
    #expect(document.drafts == [:])
  }

  @Test func tasksAreJudgedByTheTextAsItIsNow() throws {
    defer { tidy() }
    var state = try open()
    let session = try #require(state.reading?.session)
    _ = try state.reading?.session.setFormula(
      #require(session.panelID(forName: "S")), to: "S = Q @ Q")
    #expect(state.reading?.judge().passed.map(\.id) == ["scores"])
    let task = try #require(session.block(ofTask: "scores"))
    let text = try #require(session.text(of: task))
    _ = try state.reading?.session.setText(
      of: task, to: text.replacing("Q @ Q), ", with: "Q @ Q * 2), "))
    _ = state.reading?.judge()
    #expect(state.reading?.board.isPassed("scores") == false)
  }

  private func tidy() {
    unlink(path)
    rmdir(String(path.dropLast("/mine.md".count)))
  }
}
