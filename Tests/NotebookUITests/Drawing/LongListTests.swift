import Terminal
import Testing

@testable import NotebookUI

/// Of many numbers on one line of a tree the first and the last ones stand there.
@Suite struct LongListTests {
  private static let lesson = OwnNotebook.lesson(
    """
    ## One

    ```python {.qkv}
    c = 1
    ```

    ```python {.qkv}
    seven = c * arange(7)
    ```

    ```python {.qkv}
    eight = c * arange(8)
    ```

    """)

  @Test func theFirstAndTheLast() {
    let size = Size(width: 80, height: 24)
    let rows = Sample.state(Self.lesson, step: 0, size: size, keys: "e").draw().rows
    #expect(rows.contains { $0.hasPrefix(" ├▸ all of seven = (0, 1, 2, 3, 4, 5, 6)") }, "\(rows)")
    #expect(rows.contains { $0.hasPrefix(" └▸ all of eight = (0, 1, 2, …, 5, 6, 7)") }, "\(rows)")
  }
}
