import Notebook
import TestSupport
import Testing

/// What `Lessons/README.md` tells authors is so.
@Suite struct GuideTests {
  @Test("the guide names every rule", arguments: VerifyRule.allCases)
  func rules(rule: VerifyRule) {
    #expect(LessonFiles.text(of: "README.md").contains("`\(rule.rawValue)`"))
  }

  /// A lesson that somebody wrote with nothing but the guide: a function to write, random inputs that are made, a quiz
  /// with two right options, labels by a name.
  @Test func aLessonWrittenFromTheGuideIsWell() {
    let verifier = LessonVerifier(index: GuideTests.index) { _, _ in
      StepFit(lines: 10, available: 19)
    }
    let problems = verifier.verify(path: "27-norms.md", text: GuideTests.lesson).problems
    #expect(problems.map(\.problem.description) == [])
  }

  private static let index: LessonIndex = {
    var index = LessonIndex()
    for name in LessonFiles.names {
      index.add(path: name, text: LessonFiles.text(of: name))
    }
    return index
  }()

  private static let lesson = #"""
    ---
    qkv: 1
    id: norms
    title: "Norms: how long is a vector"
    summary: The length of a row, and rows of length 1.
    needs: [notebook, softmax]
    minutes: 8
    ---

    # Norms

    ## How long is a row

    Each row of `X` is a vector. Its length is the root of the sum of its squares. Here
    `lengths` is (5, 1), and the first row alone has {lengths[0]:.2f}.

    <!-- note: ask -->
    <!-- pause -->

    ```python {.qkv}
    #| rows: tokens
    #| cols: x, y
    X = [[3, 4],
         [0, 1]]
    ```
    ```python {.qkv}
    #| hidden
    tokens = ["the", "cat"]
    ```
    ```python {.qkv}
    #| cols: the, cat
    lengths = norm(X, axis=1)
    ```

    <!-- quiz: which points=2 -->
    Which rows have length 1?
    - [ ] (1, 1) — Its length is √2.
    - [x] (0, 1) — One number, and it is 1.
    - [x] (0.6, 0.8) — 0.36 + 0.64 = 1.
    <!-- end -->

    ## Exercise: a function

    <!-- exercise: unit points=3 edits=unit hidden=2 -->
    Write a function that makes each row of its argument 1 long.

    ```python {.qkv}
    Y = randn(3, 2, seed=4)
    ```
    ```python {.qkv}
    unit = ...
    ```
    ```python {.qkv .check}
    #| vary: Y
    made = unit(Y)
    assert made.shape == Y.shape, "as many rows as before"
    assert allclose(norm(made, axis=1), 1, atol=1e-6), "each row is 1 long"
    assert allclose(made * norm(Y, axis=1)[:, None], Y, atol=1e-6), "each row keeps its direction"
    ```
    <!-- hint: by what must (3, 4) be divided? -->
    ```python {.qkv .solution}
    def unit(A):
        return A / norm(A, axis=1, keepdims=True)
    ```
    ```python {.qkv .solution}
    unit = lambda A: A / sqrt((A * A).sum(axis=1))[:, None]
    ```
    ```python {.qkv .wrong}
    #| because: that divides by the sum of the numbers, not by the length
    def unit(A):
        return A / A.sum(axis=1, keepdims=True)
    ```
    ```python {.qkv .wrong}
    #| because: that divides all rows by one length
    def unit(A): return A / norm(A)
    ```
    <!-- end -->
    """#
}
