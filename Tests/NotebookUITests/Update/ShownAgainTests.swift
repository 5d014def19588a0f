import AttentionEngine
import CellLanguage
import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// A panel that is nothing but a name, whole numbers, and changes to and from what is no number.
@Suite struct ShownAgainTests {
  private static let lesson: Lesson = {
    let text = """
      ---
      qkv: 1
      id: again
      title: Again
      summary: Shown again.
      needs: []
      minutes: 5
      ---

      ## First

      ```python {.qkv}
      K = [[1, 2], [3, 4]]
      ```
      ```python {.qkv}
      y = log(K)
      ```

      ## Elsewhere

      ```python {.qkv}
      K
      ```
      ```python {.qkv}
      y
      ```

      ## Exercise: in a task

      <!-- exercise: plus points=1 edits=z -->
      Add one.

      ```python {.qkv}
      K
      ```
      ```python {.qkv}
      z = ...
      ```
      ```python {.qkv .check}
      assert allclose(z, K + 1)
      ```
      ```python {.qkv .solution}
      z = K + 1
      ```
      <!-- end -->

      ## A guess

      ```python {.qkv}
      a = 1
      ```
      ```python {.qkv}
      b = 2
      ```
      <!-- predict: twice answer="2 * b" within=0.1 -->
      What is twice `b`?

      — 2 · 2 is 4.
      <!-- end -->
      """
    guard let lesson = LessonReader.read(text: text, name: "07-again.md").lesson else {
      fatalError("the sample lesson can't be read")
    }
    return lesson
  }()

  private func state(step: Int, _ keys: String) -> State {
    Sample.state(
      Self.lesson, step: step, size: Size(width: 80, height: 24), keys: keys)
  }

  @Test(
    "it can't be edited where it is only shown",
    arguments: [
      (1, "<Enter>", "K is an input of step 1: change it there."),
      (1, "7", "7…  K is an input of step 1: change it there."),
      (1, "<Tab><Enter>", "y is computed in step 1 and only shown here."),
      (2, "<S-Tab><Enter>", "K is an input of step 1, locked in this task."),
    ])
  func isRefused(_ step: Int, _ keys: String, _ message: String) {
    let state = state(step: step, keys)
    #expect(state.message?.text == message)
    #expect(state.reading?.editing == nil)
    #expect(!state.footer.hints.contains { $0.action == .edit })
  }

  @Test(
    "whole numbers stay whole beside one in powers of ten, or an infinity",
    arguments: [
      ("1e5<Enter>", ["100000", "2", "3", "4"]), ("1e3<Enter>", ["1000", "2", "3", "4"]),
      ("<Enter><BS>inf<Enter>", ["inf", "2", "3", "4"]),
      ("<Enter><BS>-inf<Enter>", ["-inf", "2", "3", "4"]),
      ("<Enter><BS>nan<Enter>", ["nan", "2", "3", "4"]),
      ("0.5<Enter>", ["0.50", "2.00", "3.00", "4.00"]),
    ])
  func whole(_ keys: String, _ numbers: [String]) throws {
    let state = state(step: 0, keys)
    guard case .array(let array)? = state.reading?.panels.first?.content else {
      Issue.record("there is no matrix")
      return
    }
    let format = EntryFormat(array, digits: 2)
    #expect(array.tensor.entries.map(format.text) == numbers)
    // Only what changed is marked.
    let marks = state.reading?.marks.values.map { $0.values.filter { $0 != .new }.count }
    #expect(marks?.allSatisfy { $0 <= 1 } == true)
  }

  @Test("a change to or from nan is marked")
  func nan() {
    let changed = state(step: 0, "-1<Enter>")
    let row = changed.draw().rows.first { $0.contains("nan") }
    #expect(row?.contains("nan•") == true, "\(changed.draw().rows)")
    let back = state(step: 0, "-1<Enter>1<Enter>")
    #expect(back.draw().rows.contains { $0.contains("0.00•") })
  }

  @Test("a guess is judged by the lesson's numbers, which is said where they matter")
  func guess() {
    let aside = state(step: 3, "5<Enter><Tab>4<Enter>").draw().rows
    #expect(!aside.contains { $0.contains("Judged by") }, "\(aside)")
    let behind = state(step: 3, "5<Enter><Tab><Tab>4<Enter>").draw().rows
    #expect(behind.contains { $0.contains("Judged by the lesson's own b = 2, not by yours.") })
  }
}
