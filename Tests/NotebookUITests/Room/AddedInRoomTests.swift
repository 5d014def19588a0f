import Terminal
import Testing

@testable import NotebookUI

/// A cell that a presenter adds before all of a step is revealed.
@Suite struct AddedInRoomTests {
  private static let body = """
    ## First

    ```python {.qkv}
    Q = [1, 2]
    ```

    <!-- pause -->

    ```python {.qkv}
    K = [3, 4]
    ```

    <!-- pause -->

    ```python {.qkv}
    V = [5, 6]
    ```

    """

  /// What is written, and the names that are seen then.
  private static let cells: [(text: String, seen: [String])] = [
    ("zz = Q", ["Q", "zz"]), ("zz = K", ["Q", "K", "zz"]), ("zz = V", ["Q", "K", "V", "zz"]),
  ]

  @Test("it is seen, with what it stands below and no more", arguments: cells)
  func isSeen(cell: (text: String, seen: [String])) {
    var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: []))
    state.isRoom = true
    state.open(OwnNotebook.lesson(Self.body))
    state = after("o" + cell.text + "<C-s>", state)
    let rows = state.draw().rows
    let seen = ["Q", "K", "V", "zz"].filter { name in
      rows.dropFirst(2).contains { $0.contains("\(name)  2") || $0.contains("\(name) = ") }
    }
    #expect(seen == cell.seen)
  }
}
