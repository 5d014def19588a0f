import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Where the cursor is when a step is opened.
@Suite struct FirstFocusTests {
  private func name(_ body: String) throws -> String? {
    let reading = try #require(try OwnNotebook.opened("## One\n\n" + body).reading)
    return reading.focus?.question ?? reading.focusedPanel?.name
  }

  private static let question = """
    <!-- predict: sum answer="a + b" within=0.01 -->
    How much together?

    — {a + b:.0f}.
    <!-- end -->
    """

  private static func cell(_ text: String) -> String { "```python {.qkv}\n\(text)\n```\n\n" }

  @Test func atTheFirstInput() throws {
    #expect(try name(Self.cell("c = ones(2)") + Self.cell("a = 1") + Self.cell("b = 2")) == "a")
    #expect(try name(Self.cell("#| locked\na = 1") + Self.cell("b = 2")) == "b")
  }

  @Test func atAQuestionBeforeInputs() throws {
    #expect(try name(Self.cell("a = 1") + Self.cell("b = 2") + Self.question) == "sum")
  }

  @Test func whereTheLessonSays() throws {
    let cells = Self.cell("a = 1") + Self.cell("#| first\nb = 2")
    #expect(try name(cells) == "b")
    #expect(try name(cells + Self.question) == "b")
  }
}
