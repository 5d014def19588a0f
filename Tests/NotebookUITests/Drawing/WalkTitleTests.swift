import Terminal
import Testing

@testable import NotebookUI

/// What stands above a tree.
@Suite struct WalkTitleTests {
  private static let lesson = OwnNotebook.lesson(
    """
    ## One
    ```python {.qkv}
    Q = array([1, 2])
    ```
    ```python {.qkv}
    Q * 2 + 1
    ```

    """)

  private func titles(_ keys: String, height: Int) -> [String] {
    let size = Size(width: 80, height: height)
    return Sample.state(Self.lesson, step: 0, size: size, keys: keys).draw().rows
      .filter { $0.hasPrefix(" How ") || $0.hasPrefix(" What ") }
      .map { String($0.prefix(27)).trimmed() }
  }

  @Test("a number without a name is called one, not by its arithmetic", arguments: [24, 40])
  func unnamed(height: Int) {
    #expect(titles("<Tab>e", height: height) == ["How this number came about"])
  }

  @Test("a number of a named matrix goes by its name", arguments: [24, 40])
  func named(height: Int) { #expect(titles("e", height: height) == ["What Q[0] reaches"]) }
}
