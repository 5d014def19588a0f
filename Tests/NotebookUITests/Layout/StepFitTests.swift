import Notebook
import NotebookUI
import Testing

/// What is measured of a step.
@Suite struct StepFitTests {
  private func fit(_ body: String) -> StepFit {
    let text = "---\nqkv: 1\nid: a\ntitle: A\n---\n## One\n" + body
    let lesson = LessonReader.read(text: text, name: "a.md").lesson
    return State.fit(of: Session(lesson: lesson!), step: 0, columns: 80, lines: 24)
  }

  private func cell(_ text: String) -> String { "```python {.qkv}\n\(text)\n```\n" }

  @Test func linesAreCountedAsTheyStand() {
    // A paragraph, an empty line, a title, the column labels and two rows.
    #expect(fit("One line.\n" + cell("W = [[1, 2], [3, 4]]")) == StepFit(lines: 6, available: 19))
  }

  /// Where that is all that is missing, the last elements move together.
  @Test func emptyLinesAreGivenUpFirst() {
    let table = cell("W = ones((10, 1))")
    let page = "One.\n\nTwo.\n" + table
    #expect(fit(page) == StepFit(lines: 16, available: 19))
    #expect(fit(page + "\nThree.\n\nFour.\n") == StepFit(lines: 20, squeezed: 19, available: 19))
    let long = page + "\nThree.\n\nFour.\n\nFive.\n\nSix.\n\nSeven.\n\nEight.\n"
    #expect(fit(long) == StepFit(lines: 28, available: 19))
  }

  @Test func whatIsCutIsNamed() {
    #expect(fit(cell("wide = ones((2, 40))")).cut == ["wide shows 10 of 40 columns"])
    #expect(fit(cell("tall = ones((40, 2))")).cut == ["tall shows 15 of 40 rows"])
    #expect(fit(cell("ones((2, 40)) * 2")).cut == ["ones((2, 40)) * 2 shows 10 of 40 columns"])
    #expect(fit(cell("W = ones((2, 9))")).cut == [])
  }
}
