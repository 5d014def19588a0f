import CellLanguage
import TestSupport
import Testing

@testable import Notebook

/// A notebook being written keeps cells that can't be read, and its file is opened with them again.
@Suite struct WritingUnreadableTests {
  private typealias File = WrittenNotebook

  @Test func theFileHoldsWhatWasTyped() throws {
    var session = try File.session()
    let place = try session.written("## First")
    #expect(throws: Diagnostic.self) { try session.insert(.code, "x = (", .after(place)) }
    let change = try session.insert(.code, "x = (", .after(place), asIs: true)
    let expected = File.text.replacing(
      "## First\n\n", with: "## First\n\n```python {.qkv}\nx = (\n```\n\n")
    #expect(session.markdown == expected)
    let block = try #require(change.block)
    #expect(session.text(of: block) == "x = (")
    // It goes on being written, and what is new is held to the rules.
    _ = try session.insert(.prose, "Words.", .after(block))
    let pasted = "See.\n\n```python {.qkv}\ny = )\n```"
    let refused = #expect(throws: Diagnostic.self) {
      try session.insert(.prose, pasted, .after(block))
    }
    #expect(refused?.message == "this ')' closes nothing")
    #expect(refused?.primary.range == SourceRange(23, 28))
    _ = try session.move(block, by: 1)
    _ = try session.setText(of: block, to: "x = 1")
    try File.isWhatIsRead(session)
  }

  @Test func theFileIsOpenedAgain() throws {
    let text = File.text.replacing("K = array([[2, 0], [0, 1]])", with: "K = (2")
    let (lesson, problems) = LessonReader.read(text: text, name: "mine.md")
    #expect(problems.map(\.isBearable) == [true])
    #expect(problems.first?.description.hasPrefix("mine.md:32: this '(' is never closed") == true)
    #expect(lesson != nil)
    let folder = try TemporaryFolder()
    let path = try folder.write("mine.md", text)
    let (session, _) = Session.writing(try NotebookFile(reading: path))
    #expect(session?.markdown == text)
    #expect(session?.isUnsaved == false)
    // What can't be shown in its place is still refused.
    let other = try folder.write("other.md", File.text.replacing("<!-- end -->", with: ""))
    #expect(Session.writing(try NotebookFile(reading: other)).session == nil)
  }

  @Test func aDraftIsNamed() throws {
    var session = try File.session()
    let block = try session.written("Some words, with {Q[0, 0]:.1f}. / a list")
    _ = try session.setText(of: block, to: DraftText.listing("see {1 +}"), asIs: true)
    #expect(session.markdown.contains("~~~draft\nsee {1 +}\n~~~\n"))
    let (_, problems) = LessonReader.read(text: session.markdown, name: "mine.md")
    #expect(
      problems.map(\.description) == [
        "mine.md:13: a draft stands here, which is read by nobody; finish it, or delete it"
      ])
  }
}
