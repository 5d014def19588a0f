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

  /// Two at once: neither's draft takes the place of the other's, and each comes back.
  @Test func twoAtOnceKeepTheirDraftsApart() throws {
    let text = try #require(home.read("mine.md"))
    let first = try start()
    let second = try start()
    #expect(second.waits(for: "is open in another qkv as well"))
    first.send("7\r")
    second.send("8\r")
    let deadline = Deadline(milliseconds: 10_000)
    while drafts.count < 2, !deadline.isOver { first.settle(silence: 10) }
    let kept = drafts
    #expect(kept.count == 2 && Set(kept).count == 2 && !kept.contains(text))
    for run in [first, second] {
      run.program.signal(SIGKILL)
      #expect(run.ending() == .signal(SIGKILL))
    }
    #expect(drafts == kept)
    let again = try start()
    #expect(again.waits(for: "Another draft of it waits"))
    let other = try start()
    #expect(other.waits(for: "is open in another qkv as well"))
    // Both come back, and the second to save is asked for another name.
    again.send("\u{13}")
    #expect(again.waits(for: "mine.md is saved"))
    other.send("\u{13}")
    #expect(other.waits(for: "was changed by another program"))
    #expect(kept.contains(home.read("mine.md") ?? ""))
    other.send(":write \(home.path)/other.md\r")
    #expect(other.waits(for: "other.md is saved"))
    for run in [again, other] {
      run.send("\u{3}")
      #expect(run.ending() == .exit(0))
    }
    #expect([home.read("mine.md"), home.read("other.md")].compactMap(\.self).sorted() == kept)
    #expect(drafts == [])
  }

  @Test func withNothingKeptLeavingTakesTwo() throws {
    let run = try start("--no-save")
    run.send("7\r\u{3}")
    #expect(run.waits(for: "and nothing is kept"))
    run.send("\u{3}")
    #expect(run.ending() == .exit(0))
    #expect(drafts == [])
  }

  /// From nothing but the head, block by block.
  @Test func aNotebookWrittenHereIsVerified() throws {
    var session = try #require(Session.writing(NotebookFile(reading: path)).session)
    let last = session.lesson.steps.count
    _ = try session.insert(.heading, "Weights of my own", .end(ofStep: last - 1))
    for step in (0..<last).reversed() { _ = try session.deleteStep(step) }
    _ = try session.insert(
      .prose, "Here are `q` and `k`; their product is {p:.0f}.", .end(ofStep: 0))
    _ = try session.insert(
      .code, "#| cols: x, y\nq = array([1, 2])\nk = array([3, 4])", .end(ofStep: 0))
    _ = try session.insert(.code, "p = q @ k", .end(ofStep: 0))
    _ = try session.insert(.prose, "## Guess", .end(ofStep: 0))
    _ = try session.insert(
      .prose,
      """
      <!-- exercise: half edits=h -->
      Halve the product.

      ```python {.qkv}
      h = ...
      ```
      ```python {.qkv .check}
      #| vary: q, k
      assert allclose(h, q @ k / 2, atol=1e-6), "half of it"
      ```
      <!-- hint: divide by two -->
      ```python {.qkv .solution}
      h = p / 2
      ```
      ```python {.qkv .wrong}
      #| because: that doubles it
      h = p * 2
      ```
      <!-- end -->
      """, .end(ofStep: 1))
    let cell = try #require(session.outline(ofStep: 0).last).id
    _ = try session.move(cell, by: -2)
    _ = try session.move(cell, by: 2)
    _ = try #require(session.file).saving(session.markdown)
    let run = try HeadlessRun(Launch.product("qkv", ["verify", path], home: home))
    #expect(
      run
        == HeadlessRun(
          ending: .exit(0), output: "1 lesson, 1 exercise, 0 quizzes, 0 predictions: all is well\n",
          error: ""))
  }
}
