import Notebook
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A notebook of one's own in the program itself: nothing goes into its file unasked, nothing is lost.
@Suite struct WritingTests {
  private let home: TemporaryFolder
  private let path: String

  init() throws {
    home = try TemporaryFolder()
    path = home.path + "/mine.md"
    let run = try HeadlessRun(Launch.product("qkv", ["new", path], home: home))
    #expect(run.ending == .exit(0))
  }

  private func start(_ arguments: String...) throws -> TerminalRun {
    let run = try TerminalRun(Launch.product("qkv", [path] + arguments, home: home))
    #expect(run.waits(for: "\u{1B}[?1006h"))
    return run
  }

  private var drafts: [String] {
    let file = ProgressFile(folder: home.path + "/.local/share/qkv")
    return ((try? file.load())?.document.drafts.values.map(\.text) ?? []).sorted()
  }

  @Test func whatIsNotSavedOutlivesTheProgram() throws {
    let text = try #require(home.read("mine.md"))
    let run = try start()
    run.send("7\r")
    let deadline = Deadline(milliseconds: 10_000)
    while drafts.isEmpty, !deadline.isOver { run.settle(silence: 10) }
    run.program.signal(SIGKILL)
    #expect(run.ending() == .signal(SIGKILL))
    #expect(home.read("mine.md") == text)
    let draft = try #require(drafts.first)
    #expect(draft != text && draft.count == text.count)
    let again = try start()
    #expect(again.waits(for: "is back"))
    again.send("u\u{3}")
    #expect(again.ending() == .exit(0))
    #expect(again.text.contains("mine.md isn't saved; what you wrote comes back when you open it"))
    #expect(drafts == [draft])
    // As readers have it, nothing of that is seen.
    let reader = try start("--read")
    reader.send("\u{3}")
    #expect(reader.ending() == .exit(0))
    #expect(!reader.text.contains("isn't saved"))
    #expect(home.read("mine.md") == text)
  }

  @Test func withNothingKeptLeavingTakesTwo() throws {
    let run = try start("--no-save")
    run.send("7\r\u{3}")
    #expect(run.waits(for: "leave again to lose it"))
    run.send("\u{3}")
    #expect(run.ending() == .exit(0))
    #expect(drafts == [])
  }
}
