import Notebook
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct HistoryFileTests {
  private let home: TemporaryFolder
  private let file: HistoryFile
  private var folder: String { home.path + "/qkv" }

  init() throws {
    home = try TemporaryFolder()
    file = HistoryFile(folder: home.path + "/qkv")
  }

  private func text() throws -> String {
    var session = try OwnLesson.session()
    _ = try session.setEntry(#require(session.panelID(forName: "Q")), at: [0, 0], to: "7")
    return try keptText(of: &session, pin: nil)
  }

  @Test("what was saved is read, for its owner alone, and forgotten on request")
  func roundTrip() throws {
    #expect(try file.load("own") == nil)
    try file.save(text(), of: "own")
    #expect(try file.load("own")?.undo.count == 1)
    var status = stat()
    #expect(stat(folder + "/history/own.json", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    file.remove(["own", "other"])
    #expect(try file.load("own") == nil)
    #expect(access(folder + "/history/own.json.new", F_OK) != 0)
  }

  @Test(
    "an id never leads out of the folder",
    arguments: [
      "../progress", "a/b", "", ".", "A", "é", "a\u{0}b", String(repeating: "x", count: 101),
    ])
  func oddIDs(id: String) throws {
    let path = file.path(of: id)
    #expect(path.hasPrefix(folder + "/history/_"))
    #expect(path.dropFirst(folder.utf8.count + 10).allSatisfy { $0 != "/" })
    #expect(path.utf8.count < folder.utf8.count + 40)
  }

  @Test(
    "what stands there and can't be read is no history, and is written over",
    arguments: ["", "{", "{\"qkv\": 1, \"kind\": \"history\", \"undo\": [1]}"])
  func damaged(text: String) throws {
    try file.save(text, of: "own")
    #expect(try file.load("own") == nil)
    try file.save(self.text(), of: "own")
    #expect(try file.load("own") != nil)
  }

  @Test func newer() throws {
    try file.save("{\"qkv\": 2, \"kind\": \"history\"}", of: "own")
    #expect(throws: ProgressProblem.self) { try file.load("own") }
  }

  @Test("a pipe, a folder and a link are waited for by nobody")
  func oddFiles() throws {
    try file.save(text(), of: "own")
    #expect(mkfifo(folder + "/history/pipe.json", 0o600) == 0)
    #expect(try file.load("pipe") == nil)
    #expect(mkdir(folder + "/history/folder.json", 0o700) == 0)
    #expect(try file.load("folder") == nil)
    #expect(throws: ProgressProblem.self) { try file.save(text(), of: "folder") }
    // What a link leads to stays as it is.
    try home.write("secret", "mine")
    #expect(symlink(home.path + "/secret", folder + "/history/link.json") == 0)
    try file.save(text(), of: "link")
    #expect(home.read("secret") == "mine")
  }
}
