import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// A question asks of the lesson's own numbers: that is said where the reader has changed them, in whatever step.
@Suite struct OwnNumbersTests {
  private static let lesson = OwnNotebook.lesson(
    """
    ## First

    ```python {.qkv}
    x = 2
    ```

    ## Second

    ```python {.qkv}
    y = 3
    ```

    <!-- predict: twice answer="2 * x" within=0.1 -->
    What is twice `x`?

    — It is 2·{x:g}.
    <!-- end -->

    """)

  /// What is said below the guess, after keys in the first step and in the second.
  private func said(_ first: String, _ second: String) -> [String] {
    let state = Sample.state(
      Self.lesson, step: 0, size: Size(width: 80, height: 24), keys: first + "n" + second)
    let rows = state.page().drop { !$0.contains("Your guess") }
    return rows.map { $0.trimmed() }.filter { !$0.isEmpty }
  }

  @Test func nothingIsSaidOfTheLessonsOwn() {
    #expect(said("", "") == ["▸ Your guess: ______"])
    #expect(said("", "4<Enter>") == ["▸ Your guess: 4  ✓ right · 1 point", "It is 2·2."])
    #expect(said("", "<Tab>9<Enter>") == ["Your guess: ______"])
  }

  @Test func itIsSaidBeforeItIsAnswered() {
    #expect(
      said("5<Enter>", "") == [
        "▸ Your guess: ______", "Asked of the lesson's own x = 2, not of yours.",
      ])
  }

  @Test func itIsSaidOfAVerdict() {
    #expect(
      said("5<Enter>", "10<Enter>") == [
        "▸ Your guess: 10  ✗ not yet · within 0.1 counts",
        "Judged by the lesson's own x = 2, not by yours.",
      ])
    #expect(
      said("5<Enter>", "4<Enter>") == [
        "▸ Your guess: 4  ✓ right · 1 point",
        "Judged by the lesson's own x = 2; this is said of yours:", "It is 2·5.",
      ])
  }
}
