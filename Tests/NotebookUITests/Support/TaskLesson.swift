import Notebook
import Terminal

@testable import NotebookUI

extension Sample {
  /// A lesson with a task of each kind, a step each.
  static let tasks: Lesson = {
    guard let lesson = LessonReader.read(text: tasksText, name: "07-tasks.md").lesson else {
      fatalError("the sample lesson can't be read")
    }
    return lesson
  }()

  /// The lesson opened at one of its steps, counted from 1.
  static func task(
    step: Int, size: Size = Size(width: 80, height: 24), ascii: Bool = false,
    keys text: String = "",
    bindings: Bindings = .standard
  ) -> State {
    var state = State(
      size: size, shelf: Shelf(lessons: [tasks]), ascii: ascii, bindings: bindings)
    state.open(tasks)
    state.reading?.go(toStep: step - 1)
    for event in keys(text) { _ = state.update(event) }
    return state
  }

  private static let tasksText = """
    ---
    qkv: 1
    id: tasks
    title: Tasks
    summary: One of each.
    needs: []
    minutes: 5
    ---

    ## One right

    <!-- quiz: doubled -->
    Every number of `V` is doubled. What happens?
    - [ ] The weights double as well. — V isn't in their formula.
    - [ ] Nothing. — Softmax comes before V.
    - [x] The outputs double. — A weighted sum of doubled rows is twice the sum.
    <!-- end -->

    ```python {.qkv}
    V = [[1, 2],
         [3, 5]]
    ```

    ## Several right

    <!-- quiz: zero -->
    Which of these are 0?
    - [x] 1 - 1 — One less one.
    - [ ] 1 + 1 — That is 2.
    - [x] 0 · 7 — Nothing, seven times.
    <!-- end -->

    ## A number

    ```python {.qkv}
    half = 0.5
    ```

    <!-- predict: quarter answer="half / 2" within=0.05 -->
    What is half of `half`?

    — It is {half / 2:.2f}.
    <!-- end -->

    ```python {.qkv}
    third = 1 / 3
    ```

    ## A formula

    <!-- exercise: double points=2 edits=W -->
    Twice `V`.

    ```python {.qkv}
    W = ...
    ```
    ```python {.qkv .check}
    #| vary: V
    assert W.shape == (2, 2), "as many entries as V"
    assert allclose(W, 2 * array(V)), "each entry twice"
    ```
    <!-- hint: adding `V` to itself will do -->
    <!-- hint: array(V) + array(V) -->
    ```python {.qkv .solution}
    W = array(V) * 2
    ```
    ```python {.qkv .wrong}
    #| because: that is the square, not the double
    W = array(V) ** 2
    ```
    <!-- end -->

    ## A state

    <!-- exercise: sum points=1 edits=t -->
    Bring the sum to 5.

    ```python {.qkv}
    #| cols: a, b
    #| editable: 1
    t = [1, 2]
    ```
    ```python {.qkv}
    total = t[0] + t[1]
    ```
    ```python {.qkv .check}
    assert abs(total - 5) < 0.01, "the sum is 5"
    ```
    <!-- hint: only b can move -->
    ```python {.qkv .solution}
    t = [1, 4]
    ```
    <!-- end -->

    """
}
