import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What an input reaches may be what a question asks: until it is answered, the names alone are said.
@Suite struct AskingTests {
  private static let lesson = OwnNotebook.lesson(
    """
    ## One

    ```python {.qkv}
    #| first
    x = [[1, 2], [3, 4]]
    ```

    ```python {.qkv}
    y = x.sum(axis=1)
    ```

    <!-- quiz: which -->
    The first entry of `x` changes. Which of `y` follows?
    - [x] The first. — Its row.
    - [ ] Both. — The second has another row.
    <!-- end -->

    """)

  private func below(_ keys: String, height: Int = 40) -> [String] {
    let size = Size(width: 100, height: height)
    let rows = Sample.state(Self.lesson, step: 0, size: size, keys: keys).draw().rows
    let rule = rows.dropFirst(2).firstIndex { $0.hasPrefix("──") } ?? 0
    return rows[(rule + 1)...].dropLast().filter { !$0.isEmpty }
  }

  @Test func theNamesAloneAreSaid() {
    #expect(below("<C-l>") == [" x[0, 0] = 1  an input, reaches y"])
    #expect(
      below("<Tab><Tab>1<Enter><Tab>") == [
        " x[0, 0] = 1  an input, reaches y[0]", " What x[0, 0] reaches",
        " x[0, 0] = 1  an input", " └▸ y[0] = 3",
      ])
  }

  @Test func whatCannotBeSeenIsNotAnswered() {
    let size = Size(width: 40, height: 12)
    let hidden = Sample.state(Self.lesson, step: 0, size: size, keys: "<Tab><Tab>")
    #expect(hidden.focusIsInView)
    var away = hidden
    for _ in 1...9 { _ = away.update(.mouse(MouseEvent(.wheelUp, at: Point(x: 3, y: 3)))) }
    #expect(!away.focusIsInView)
    let shown = after("<Enter>", away)
    #expect(shown.focusIsInView)
    #expect(shown.reading?.attempt(at: "which").choices == nil)
    #expect(after("<Enter>", shown).reading?.attempt(at: "which").choices == [0])
    let read = after(" ", away)
    #expect((read.reading?.scroll ?? 0) > 0)
    #expect(read.reading?.board.marked["which"] == nil)
  }
}
