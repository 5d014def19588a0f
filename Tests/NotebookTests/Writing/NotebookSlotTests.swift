import TestSupport
import Testing

@testable import Notebook

/// Several notebooks that write one file.
@Suite struct NotebookSlotTests {
  private let folder: TemporaryFolder
  private let draft = Draft(text: "a", base: "b")

  init() throws { folder = try TemporaryFolder() }

  private func take(_ drafts: [String: Draft] = [:], of target: String = "/a.md") -> NotebookSlot {
    NotebookSlot(for: target, drafts: drafts, folder: folder.path)
  }

  @Test func eachHasItsOwn() {
    let first = take()
    let second = take()
    #expect([first.key, second.key] == ["/a.md", "/a.md (2)"])
    #expect([first.isShared, second.isShared] == [false, true])
    #expect(take(of: "/b.md").key == "/b.md")
    first.release()
    let third = take()
    #expect(third.key == "/a.md" && third.isShared)
    second.release()
    third.release()
    #expect(!take().isShared)
  }

  /// The draft of one that runs isn't taken from it.
  @Test func aDraftLeftBehindIsTakenUp() {
    let drafts = ["/a.md": draft, "/a.md (2)": draft, "/a.md (3)": draft]
    let first = take(drafts)
    #expect(first.key == "/a.md" && first.waiting == 2)
    let second = take(["/a.md": draft, "/a.md (3)": draft])
    #expect(second.key == "/a.md (3)" && second.waiting == 0 && second.isShared)
    let third = take(["/a.md": draft, "/a.md (3)": draft])
    #expect(third.key == "/a.md (2)" && third.waiting == 0)
    [first, second, third].forEach { $0.release() }
  }

  @Test func whereNothingCanBeLockedThereIsOne() {
    let slot = NotebookSlot(for: "/a.md", drafts: [:], folder: "/dev/null/none")
    #expect(slot.key == "/a.md" && !slot.isShared)
  }
}
