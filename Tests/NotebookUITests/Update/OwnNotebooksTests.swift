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

/// Notebooks of one's own in the list of lessons.
@Suite struct OwnNotebooksTests {
  private let folder: String

  init() throws {
    var template = Array("/tmp/qkv-own.XXXXXX".utf8CString)
    #expect(mkdtemp(&template) != nil)
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private func write(_ name: String, id: String, title: String) throws -> String {
    let path = folder + "/" + name
    let text =
      "---\nqkv: 1\nid: \(id)\ntitle: \(title)\nsummary: A few words.\nminutes: 5\n---\n## One\n\nWords.\n"
    try WrittenFile.write(text, to: path)
    return path
  }

  private func state(_ paths: [String]) -> State {
    var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: Sample.shelf))
    state.offer(notebooks: paths)
    return state
  }

  @Test func theyStandBelowTheLessons() throws {
    let mine = try write("mine.md", id: "mine", title: "Mine\u{1B}[31m")
    let gone = folder + "/gone\u{202E}.md"
    let state = after("G", state([mine, gone]))
    let rows = state.draw().rows
    #expect(rows.contains { $0.contains("◆  Mine^[[31m") && $0.hasSuffix("yours") }, "\(rows)")
    #expect(rows.contains { $0.contains("◆  gone<U+202E>.md") })
    #expect(rows.contains { $0.contains("the file is gone") })
  }

  @Test func oneIsOpenedToBeWritten() throws {
    let mine = try write("mine.md", id: "mine", title: "Mine")
    var state = after("G", state([mine]))
    #expect(state.update(.key(.enter)) == [.openNotebook(mine)])
    state.openNotebook(at: mine)
    #expect(state.layer == .lesson)
    #expect(state.reading?.session.isAuthoring == true)
    #expect(state.home.notebooks.isEmpty)
    // It stands in the list as what is open does, and is come back to as it was left.
    for event in keys("q") { _ = state.update(event) }
    #expect(state.shelf.lessons.last?.id == "mine")
    for event in keys("G<Enter>") { _ = state.update(event) }
    #expect(state.reading?.session.isAuthoring == true)
  }

  /// Each is written by itself: what is typed in one never goes into the other.
  @Test func twoAreOpenedOneAfterTheOther() throws {
    let paths = try ["mine", "yours"].map { try write("\($0).md", id: $0, title: $0) }
    var state = state(paths)
    for path in paths {
      state.openNotebook(at: path)
      #expect(state.reading?.session.file?.path == path)
      for event in keys("tText of \(state.reading?.lesson.id ?? "").<C-s>q") {
        _ = state.update(event)
      }
    }
    for (id, other) in [("mine", "yours"), ("yours", "mine")] {
      for event in keys(":lesson \(id)<Enter>") { _ = state.update(event) }
      let text = try #require(state.reading?.session.markdown)
      #expect(state.reading?.session.isAuthoring == true)
      #expect(text.contains("id: \(id)\n") && text.contains("Text of \(id)."))
      #expect(!text.contains("Text of \(other)."))
      for event in keys("q") { _ = state.update(event) }
    }
  }

  @Test func oneThatIsGoneSaysSo() throws {
    let path = try write("mine.md", id: "mine", title: "Mine")
    var state = state([path])
    unlink(path)
    state.openNotebook(at: path)
    #expect(state.layer == .home)
    #expect(state.message == .refusal("\(path): there is no such file."))
    #expect(state.home.notebooks.map(\.problem) == ["the file is gone"])
  }

  @Test func twoOfOneIDAreNotMixedUp() throws {
    let path = try write("mine.md", id: Sample.shelf[0].id, title: "Mine")
    var state = state([path])
    state.openNotebook(at: path)
    #expect(state.layer == .home)
    #expect(state.message?.text.contains("has the id of another in the list") == true)
  }

  // MARK: - What is kept of them

  @Test func theLastOnesAreKept() throws {
    var document = ProgressDocument()
    for name in ["a", "b", "c", "b", "d", "e", "f"] {
      document.apply([.notebook(path: "/\(name).md")])
    }
    #expect(document.notebooks == ["/f.md", "/e.md", "/d.md", "/b.md", "/c.md"])
    let read = try ProgressDocument.read(Array(document.text.utf8))
    #expect(read.document.notebooks == document.notebooks)
    #expect(read.notes == [])
    document.resetAll()
    #expect(document.notebooks.count == 5)
  }

  @Test(arguments: [
    "[1]", "[\"relative.md\"]", "[\"\"]", "{}", "[null]", "\"/a.md\"",
    "[\"/\(String(repeating: "x", count: 20_000))\"]",
  ])
  func whatIsNoPathIsLeftOut(_ value: String) throws {
    let text = "{\"qkv\": 1, \"kind\": \"progress\", \"notebooks\": \(value), \"lessons\": {}}"
    let read = try ProgressDocument.read(Array(text.utf8))
    #expect(read.document.notebooks == [])
    #expect(read.notes.count == 1)
  }
}
