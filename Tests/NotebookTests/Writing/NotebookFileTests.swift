import CellLanguage
import TestSupport
import Testing

@testable import Notebook

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A notebook's file: written whole, and never over somebody else's work.
@Suite struct NotebookFileTests {
  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  private func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names.filter { !$0.hasPrefix(".") || $0.count > 2 }.sorted()
  }

  @Test func whatIsSavedIsThere() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("mine.md", WrittenNotebook.text)
    chmod(path, 0o640)
    var session = try #require(Session.writing(NotebookFile(reading: path)).session)
    _ = try session.insert(.prose, "More.", .end(ofStep: 0))
    #expect(session.isUnsaved)
    let saved = try #require(session.file).saving(session.markdown)
    session.noteSaved(saved)
    #expect(!session.isUnsaved)
    #expect(try BoundedFile.readText(path, limit: 1 << 20) == session.markdown)
    #expect(mode(path) == 0o640)
    #expect(names(in: folder.path) == ["mine.md"])
    // What is undone behind it is unsaved again.
    _ = session.undo()
    #expect(session.isUnsaved && session.markdown == WrittenNotebook.text)
    _ = session.redo()
    #expect(!session.isUnsaved)
  }

  @Test func nobodysWorkIsWrittenOver() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("mine.md", "one")
    let file = try NotebookFile(reading: path)
    _ = try folder.write("mine.md", "two, by another")
    #expect(throws: NotebookFile.Problem.changed(path)) { try file.saving("three") }
    #expect(try BoundedFile.readText(path, limit: 100) == "two, by another")
    let other = folder.path + "/other.md"
    let saved = try file.saving("three", as: other)
    #expect(saved.name == "other.md")
    #expect(try BoundedFile.readText(other, limit: 100) == "three")
    #expect(throws: NotebookFile.Problem.exists(path)) { try file.saving("three", as: path) }
    // Of a file that is gone there is nothing to be lost.
    unlink(path)
    #expect(try file.saving("three").name == "mine.md")
    #expect(try BoundedFile.readText(path, limit: 100) == "three")
    #expect(names(in: folder.path) == ["mine.md", "other.md"])
  }

  @Test func linksAreFollowedAndMarksStay() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("mine.md", "\u{FEFF}one")
    let link = folder.path + "/link.md"
    #expect(symlink(path, link) == 0)
    let file = try NotebookFile(reading: link)
    #expect(file.text == "one" && file.path == link)
    #expect(file.target == (try NotebookFile(reading: path)).target)
    _ = try file.saving("two")
    #expect(try BoundedFile.read(path, limit: 100) == [0xEF, 0xBB, 0xBF] + Array("two".utf8))
    var status = stat()
    #expect(lstat(link, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func aFileMayNotBeWritable() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("mine.md", "one")
    let file = try NotebookFile(reading: path)
    #expect(throws: NotebookFile.Problem.self) {
      try file.saving("two", as: folder.path + "/no/where.md")
    }
    #expect(throws: FileProblem.self) { try NotebookFile(reading: folder.path) }
    #expect(NotebookFile.lies(path, in: folder.path))
    #expect(!NotebookFile.lies(folder.path, in: path))
  }

  // MARK: - Drafts

  @Test func whatIsNotSavedComesBack() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("mine.md", WrittenNotebook.text)
    let file = try NotebookFile(reading: path)
    var session = try #require(Session.writing(file).session)
    #expect(session.draft == nil)
    _ = try session.insert(.code, "x = 1", .end(ofStep: 1))
    let draft = try #require(session.draft)
    var document = ProgressDocument()
    document.apply([.draft(draft, path: file.target)])
    let (read, notes) = try ProgressDocument.read(Array(document.text.utf8))
    #expect(notes == [] && read == document)
    let back = try #require(
      Session.writing(NotebookFile(reading: path), draft: read.drafts[file.target]).session)
    #expect(back.markdown == session.markdown && back.isUnsaved)
    #expect(back.line("x") == "[1.0]")
    #expect(back.draft == draft)
    let saved = try #require(back.file).saving(back.markdown)
    #expect(saved.text == session.markdown)
  }

  @Test func aDraftOfAnOlderFileIsNotWrittenOverTheNewer() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("mine.md", WrittenNotebook.text)
    var session = try #require(Session.writing(NotebookFile(reading: path)).session)
    _ = try session.insert(.code, "x = 1", .end(ofStep: 1))
    let draft = try #require(session.draft)
    _ = try folder.write("mine.md", WrittenNotebook.text + "\nBy another.\n")
    var back = try #require(Session.writing(NotebookFile(reading: path), draft: draft).session)
    #expect(back.markdown == session.markdown && back.isUnsaved)
    #expect(back.file?.isOthers == true)
    #expect(back.draft == draft)
    let file = try #require(back.file)
    #expect(throws: NotebookFile.Problem.changed(path)) { try file.saving(back.markdown) }
    back.noteSaved(try file.saving(back.markdown, as: folder.path + "/other.md"))
    #expect(!back.isUnsaved && back.draft == nil && back.file?.isOthers == false)
  }

  @Test func aDraftThatIsDamagedIsLeftOut() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("mine.md", WrittenNotebook.text)
    let file = try NotebookFile(reading: path)
    let session = try #require(
      Session.writing(file, draft: Draft(text: "no head\u{1B}", base: file.base)).session)
    #expect(session.markdown == WrittenNotebook.text && !session.isUnsaved)
    let json =
      #"{"qkv": 1, "kind": "progress", "drafts": {"a": 1, "b": {"text": "x"}, "c": {"text": "x", "base": ""}}, "lessons": {}}"#
    let (document, notes) = try ProgressDocument.read(Array(json.utf8))
    #expect(document.drafts == ["c": Draft(text: "x", base: "")])
    #expect(notes.count == 2)
  }
}
