import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What differs in its last bits alone hasn't changed, and what is pinned isn't marked twice.
@Suite struct NoiseTests {
  private static let body = """
    ## One

    ```python {.qkv}
    x = array([0.3, 1])
    ```

    ```python {.qkv}
    y = (x + 0.1) - x
    ```

    ```python {.qkv}
    z = 2 * x
    ```

    """

  private func row(_ keys: String) throws -> String {
    let rows = try OwnNotebook.opened(Self.body, keys).draw().rows
    return rows.filter {
      $0.contains("▴") || $0.contains("▾") || $0.contains("▲") || $0.contains("▼")
    }
    .filter { !$0.hasPrefix("──") && !$0.contains("was") }.joined()
  }

  @Test func lastBitsAreNoChange() throws {
    let state = try OwnNotebook.opened(Self.body, "0.7<Enter>")
    let before = try OwnNotebook.opened(Self.body).reading?.session.panel(named: "y")?.entries
    #expect(before != state.reading?.session.panel(named: "y")?.entries)
    let y = try #require(state.reading?.session.panelID(forName: "y"))
    let z = try #require(state.reading?.session.panelID(forName: "z"))
    #expect(state.reading?.marks[y] == [:])
    #expect(state.reading?.marks[z] == [0: .up])
    let pinned = try OwnNotebook.opened(Self.body, "p0.7<Enter>")
    #expect(pinned.reading.flatMap { $0.pinnedWords($0.session.panel(y)!, at: [0]) } == nil)
    #expect(
      pinned.reading.flatMap { $0.pinnedWords($0.session.panel(z)!, at: [0]) } == "was 0.60 ▲+0.80")
  }

  @Test func ofWhatIsTypedEveryBitCounts() throws {
    let state = try OwnNotebook.opened(Self.body, "0.30000000000000004<Enter>")
    let x = try #require(state.reading?.session.panelID(forName: "x"))
    #expect(state.reading?.marks[x] == [0: .up])
  }

  @Test func besideThePinTheLastKeyHasNoMarks() throws {
    #expect(try row("0.7<Enter>").contains("▴"))
    let pinned = try row("p0.7<Enter>")
    #expect(pinned.contains("▲"))
    #expect(!pinned.contains("▴"))
    // Back to what was pinned: nothing is marked.
    #expect(try row("p0.7<Enter>0.3<Enter>") == "")
  }
}
