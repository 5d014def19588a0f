import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Solutions of an exercise that has more than one.
@Suite struct SolutionLinesTests {
  private static let lesson: Lesson = {
    let text = """
      ---
      qkv: 1
      id: twice
      title: Twice
      summary: Two ways.
      minutes: 1
      ---

      ## Twice

      <!-- exercise: twice edits=W -->
      Twice 2.

      ```python {.qkv}
      W = ...
      ```
      ```python {.qkv .check}
      assert W == 4, "it is 4"
      ```
      <!-- hint: add -->
      ```python {.qkv .solution}
      W = 2 + 2
      ```
      ```python {.qkv .solution}
      W = 2 * 2
      ```
      <!-- end -->
      """
    guard let lesson = LessonReader.read(text: text, name: "01-twice.md").lesson else {
      fatalError("the sample lesson can't be read")
    }
    return lesson
  }()

  private var state: State {
    Sample.state(Self.lesson, step: 0, size: Size(width: 80, height: 24))
  }

  @Test func eachStandsByItself() {
    #expect(
      state.page(after: "SS").suffix(4) == [
        " One solution · S closes it, A puts this one into the cells", "   W = 2 + 2", " Another",
        "   W = 2 * 2",
      ])
  }

  @Test func theFirstIsTaken() {
    #expect(state.page(after: "SSA")[2] == "   W =[4] ✎")
  }
}
