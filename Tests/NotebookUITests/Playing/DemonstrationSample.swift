import Notebook
import Terminal

@testable import NotebookUI

extension Sample {
  /// A lesson whose first step is revealed in three parts and plays itself; in the second a number is guessed.
  static let demonstrated: Lesson = {
    guard let lesson = LessonReader.read(text: demonstratedText, name: "08-room.md").lesson else {
      fatalError("the sample lesson can't be read")
    }
    return lesson
  }()

  /// The lesson opened at one of its steps, counted from 1.
  static func demonstration(
    step: Int = 1, size: Size = Size(width: 80, height: 24)
  ) -> State {
    var state = State(size: size, shelf: Shelf(lessons: [demonstrated]))
    state.open(demonstrated)
    state.reading?.go(toStep: step - 1)
    return state
  }

  private static let demonstratedText = """
    ---
    qkv: 1
    id: room
    title: A room
    summary: To be shown.
    needs: []
    minutes: 8
    ---

    ## Values and weights

    Which of `O` move with `V`?

    <!-- note: Ask for a show of hands. -->
    <!-- pause -->
    <!-- play: say Watch the row of cat; V[cat, g] = 2; go O[cat, g]; e; Esc; expect O[cat, g] = 1.0; u -->

    ```python {.qkv}
    #| rows: the, cat
    #| cols: f, g
    V = [[1, 0],
         [0, 1]]
    ```
    ```python {.qkv}
    #| rows: the, cat
    #| cols: f, g
    O = 0.5 * array(V)
    ```

    <!-- note: Then the question. -->
    <!-- pause -->

    <!-- quiz: halves -->
    What is half of 1?
    - [ ] 1 — No half.
    - [x] 0.5 — Half of it.
    <!-- end -->

    ## A guess

    <!-- predict: third answer="1/3" within=0.05 -->
    What is a third?
    <!-- end -->

    ```python {.qkv}
    c = 1
    ```

    <!-- play: c = sqrt(2); c = -3; + 2 times; u; u; u; u -->
    <!-- play: V[the, f] = 3 -->

    ## The end

    Words.

    """
}
