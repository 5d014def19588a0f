import CellLanguage
import TestSupport
import Testing

@testable import Notebook

/// A notebook being written is its file, byte for byte.
@Suite struct WritingTests {
  private typealias File = WrittenNotebook

  @Test func whatIsReadIsByteForByteTheFile() throws {
    let plain = File.text
    let texts = [
      plain, plain.replacing("\n", with: "\r\n"), String(plain.dropLast()), plain + "\n\n \n",
      plain.replacing("## First", with: "before the first step\n\n## First"),
      plain.replacing("\n\n", with: "\n \t \n\n"),
    ]
    for text in texts {
      let session = try File.session(text)
      #expect(session.markdown.utf8.elementsEqual(text.utf8))
      #expect(!session.isUnsaved && session.isAuthoring && !session.canUndo)
    }
    for name in LessonFiles.names {
      let text = LessonFiles.text(of: name)
      let session = try File.session(text)
      #expect(session.markdown.utf8.elementsEqual(text.utf8))
    }
  }

  @Test func theNotebookIsShownAsItWouldBeRead() throws {
    let session = try File.session()
    #expect(session.ownSketch == File.plain)
    let (lesson, _) = LessonReader.read(text: File.text, name: "mine.md")
    let read = Session(lesson: try #require(lesson))
    #expect(LessonText(session).text == LessonText(read).text)
    #expect(session.original.tasks.map(\.id) == ["scores", "q"])
    #expect(session.line("A") == "waits for S")
  }

  @Test func aNumberIsWrittenWhereItStands() throws {
    var session = try File.session()
    _ = try session.setEntry(#require(session.panelID(forName: "Q")), at: [1, 0], to: "1/3")
    #expect(
      session.markdown
        == File.text.replacing("[0,  1]]   # a comment", with: "[1/3,  1]]   # a comment"))
    #expect(session.isUnsaved)
    _ = try session.setFormula(#require(session.panelID(forName: "A")), to: "softmax(S, axis=0)")
    #expect(session.markdown.contains("```python {.qkv}\nA = softmax(S, axis=0)\n```\n"))
    _ = session.undo()
    _ = session.undo()
    #expect(!session.isUnsaved)
    #expect(session.markdown == File.text)
  }

  @Test func anAnswerIsTriedOutAndNotWritten() throws {
    var session = try File.session()
    _ = try session.setFormula(#require(session.panelID(forName: "S")), to: "S = Q @ K.T")
    #expect(session.line("A") != "waits for S")
    #expect(session.markdown == File.text && !session.isUnsaved)
    #expect(session.edits == ["S": "S = Q @ K.T"])
    var grader = Grader(lesson: session.original)
    let task = try #require(session.original.tasks.first)
    #expect(grader.verdict(on: session.answer(to: task), to: task).isPassed)
    // Text above it changes its line, and not what was entered.
    _ = try session.insert(.prose, "More.\n\nAnd more.", .start(ofStep: 0))
    #expect(session.edits == ["S": "S = Q @ K.T"])
    let file = try #require(session.file)
    let back = Session.writing(file, progress: session.progress(step: 0)).session
    #expect(back?.line("S") == session.line("S"))
  }

  @Test func theHeadIsItsMarkdown() throws {
    var session = try File.session()
    let head = try #require(session.head)
    let text = try #require(session.text(of: head))
    #expect(text == File.text.prefix(text.count) && text.hasSuffix("# Mine"))
    _ = try session.setText(of: head, to: text.replacing("title: Mine", with: "title: Yours"))
    #expect(session.lesson.title == "Yours" && session.original.title == "Yours")
    #expect(session.markdown == File.text.replacing("title: Mine", with: "title: Yours"))
    let problem = #expect(throws: Diagnostic.self) {
      try session.setText(of: head, to: text.replacing("minutes: 5", with: "minutes: none"))
    }
    #expect(problem?.message == "\"none\" is no number of minutes")
    #expect(throws: Diagnostic.self) { try session.delete(head) }
    #expect(try session.move(head, by: 1) == nil)
  }

  @Test func anExerciseIsItsMarkdown() throws {
    var session = try File.session()
    let id = try #require(session.block(ofTask: "scores"))
    _ = try session.setFormula(#require(session.panelID(forName: "S")), to: "S = Q @ K.T")
    let text = try #require(session.text(of: id))
    #expect(text.hasPrefix("<!-- exercise: scores") && text.hasSuffix("<!-- end -->"))
    let version = session.textVersion
    // Another check leaves the answer, another start takes it away.
    _ = try session.setText(of: id, to: text.replacing("each score", with: "every score"))
    #expect(session.edits == ["S": "S = Q @ K.T"])
    #expect(session.textVersion != version)
    _ = try session.setText(of: id, to: text.replacing("S = ...", with: "S = Q * 0"))
    #expect(session.edits == [:])
    _ = session.undo()
    #expect(session.edits == ["S": "S = Q @ K.T"])
    _ = session.undo()
    #expect(session.edits == ["S": "S = Q @ K.T"] && session.markdown == File.text)
    _ = session.undo()
    #expect(session.edits == [:])
    let problem = #expect(throws: Diagnostic.self) {
      try session.setText(of: id, to: text.replacing("<!-- end -->", with: ""))
    }
    #expect(problem?.message.contains("isn't ended") == true)
  }
}
