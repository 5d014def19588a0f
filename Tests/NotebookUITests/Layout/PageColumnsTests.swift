import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// How a wide screen is divided between prose, cells and what explains them.
@Suite struct PageColumnsTests {
  private static let text = """
    ---
    qkv: 1
    id: formula
    title: Weighted sums
    summary: A step with six matrices.
    minutes: 5
    ---
    ## The whole formula

    All moved: they share 1. Now two queries, the rows of `Q`. Scores `S`, weights `A`, outputs `O`: that is attention.
    Each row of `O` is a context vector: what its query brings home from all tokens. The √2, for keys of 2 numbers, tames
    the scores.

    ```python {.qkv}
    #| rows: the, cat
    #| cols: x, y
    #| title: queries
    Q = [[1, 0], [0, 1]]
    ```
    ```python {.qkv}
    #| rows: the, cat, sat
    #| cols: x, y
    #| title: keys
    K = [[1, 0], [0, 1], [1, 1]]
    ```
    ```python {.qkv}
    #| rows: the, cat, sat
    #| cols: f, g
    #| title: values
    V = [[1.0, 0.0], [0.0, 1.0], [0.5, 0.5]]
    ```

    Try: change a number of `V`. Which move: `S`, `A`, `O`?

    ```python {.qkv}
    #| rows: the, cat
    #| cols: the, cat, sat
    S = Q @ K.T / sqrt(2)
    ```
    ```python {.qkv}
    #| rows: the, cat
    #| cols: the, cat, sat
    A = softmax(S)
    ```
    ```python {.qkv}
    #| rows: the, cat
    #| cols: f, g
    O = A @ V
    ```

    ## Words alone

    A query, a key and a value.

    ## A long formula

    The weights of the causal mask.

    ```python {.qkv}
    #| rows: the, cat, sat
    #| cols: x, y
    X = [[1, 0], [0, 1], [1, 1]]
    ```
    ```python {.qkv}
    #| rows: the, cat, sat
    #| cols: the, cat, sat
    A_X = attention_weights(X, X, causal=True)
    ```
    ```python {.qkv}
    #| title: for each d
    sums = A_X.sum(axis=0)
    ```

    <!-- quiz: rows -->
    What sums to 1?
    - [x] Each row. — Softmax sees to that.
    - [ ] Each column. — Only by accident.
    <!-- end -->

    """

  private func opened(_ step: Int, _ width: Int, _ height: Int) throws -> State {
    let lesson = try #require(LessonReader.read(text: Self.text, name: "formula.md").lesson)
    return ShippedLessons.opened(lesson, step: step - 1, size: Size(width: width, height: height))
  }

  /// The lines right of the rule.
  private func beside(_ state: State) -> [String] {
    state.draw().rows.compactMap { row in
      row.firstIndex(of: "│").map { String(row[row.index(after: $0)...]) }
    }.filter { !$0.isEmpty }
  }

  /// Prose gives up some of its share where a matrix would stand alone in a row otherwise.
  @Test func panelsStandInFewRows() throws {
    let rows = try opened(1, 120, 40).draw().rows
    #expect(
      rows[3...12] == [
        "  All moved: they share 1. Now two          Q  queries  2×2  ✎   K  keys  3×2  ✎      V  values  3×2  ✎",
        "  queries, the rows of Q. Scores S,                  x      y             x      y             f      g",
        "  weights A, outputs O: that is             the     [1]     0    the      1      0    the   1.00   0.00",
        "  attention. Each row of O is a context     cat      0      1    cat      0      1    cat   0.00   1.00",
        "  vector: what its query brings home                             sat      1      1    sat   0.50   0.50",
        "  from all tokens. The √2, for keys of 2",
        "  numbers, tames the scores.                S = Q @ K.T / sqrt(2)  2×3   A = softmax(S)  2×3         O = A @ V  2×2",
        "                                                   the    cat    sat            the    cat    sat             f      g",
        "  Try: change a number of V. Which move:    the   0.71   0.00   0.71     the   0.40   0.20   0.40    the   0.60   0.40",
        "  S, A, O?                                  cat   0.00   0.71   0.71     cat   0.20   0.40   0.40    cat   0.40   0.60",
      ])
  }

  @Test func aThirdColumnExplains() throws {
    var state = try opened(1, 200, 60)
    for _ in 1...4 { _ = state.update(.key(.tab)) }
    state.refreshTerms()
    let rows = state.draw().rows
    #expect(
      Array(rows[2...14] + rows[21...28]) == [
        "",
        "  All moved: they share 1. Now two queries, the rows of Q.    Q  queries  2×2  ✎   K  keys  3×2  ✎      V  values  3×2  ✎                   │ How A[the, the] came about",
        "  Scores S, weights A, outputs O: that is attention. Each              x      y             x      y             f      g                   │",
        "  row of O is a context vector: what its query brings home    the      1      0    the      1      0    the   1.00   0.00                   │ A[the, the] = 0.40               e^0.71 / 5.06",
        "  from all tokens. The √2, for keys of 2 numbers, tames       cat      0      1    cat      0      1    cat   0.00   1.00                   │ ├▾ maximum taken off = 0.40      e^(0.71 - 0.71) / 2.49",
        "  the scores.                                                                      sat      1      1    sat   0.50   0.50                   │ │ ├▸ maximum = 0.71              max(0.71, 0.00, 0.71)",
        "                                                                                                                                            │ │ └▸ sum of exponentials = 2.49  1.00 + 0.49 + 1.00",
        "  Try: change a number of V. Which move: S, A, O?             S = Q @ K.T / sqrt(2)  2×3   A = softmax(S)  2×3         O = A @ V  2×2       │ ├▾ S[the, the] = 0.71            (1×1 + 0×0) / 1.414",
        "                                                                     the    cat    sat            the    cat    sat             f      g    │ │ ├▸ q_the = (1, 0)              row the of Q, an input",
        "                                                              the   0.71   0.00   0.71     the  [0.40]  0.20   0.40    the   0.60   0.40    │ │ └▸ k_the = (1, 0)              row the of K, an input",
        "                                                              cat   0.00   0.71   0.71     cat   0.20   0.40   0.40    cat   0.40   0.60    │ ├▾ S[the, cat] = 0.00            (1×0 + 0×1) / 1.414",
        "                                                                                                                                            │ │ ├▸ q_the = (1, 0)              row the of Q, an input",
        "                                                                                                                                            │ │ └▸ k_cat = (0, 1)              row cat of K, an input",
        "                                                                                                                                            │",
        "────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────",
        " A[the, the] = e^0.71 / (e^0.71 + e^0.00 + e^0.71) = 2.03 / 5.06 = 0.40  row the of S",
        "",
        " Words used here                                                                                                                              What A[the, the] reaches",
        " query           What is asked for, compared with every key to set the weights.                                                               A[the, the] = 0.40",
        " score           How well a key fits a query: any number, higher for a better fit.                                                            └▸ row the of O = (0.60, 0.40)",
        " weight          How much a value counts, a share of 1.",
      ])
  }

  /// A formula stands on one line where its panel may take a row more, and close to its entries where it can't.
  @Test func formulasStayWhole() throws {
    #expect(
      try opened(3, 120, 40).draw().rows[3...14] == [
        "  The weights of the causal mask.                     X  3×2  ✎",
        "                                                               x      y",
        "  What sums to 1?                                     the      1      0",
        "  ▸ 1 ○ Each row.                                     cat      0      1",
        "    2 ○ Each column.                                  sat      1      1",
        "",
        "                                                      A_X = attention_weights(X, X, causal=True)  3×3",
        "                                                             the    cat    sat",
        "                                                      the   1.00   0.00   0.00",
        "                                                      cat   0.33   0.67   0.00",
        "                                                      sat   0.25   0.25   0.50",
        "",
      ])
    #expect(
      try opened(3, 66, 24).draw().rows[4...6] == [
        "                        A_X = attention_weights(X, X,",
        "   X  3×2  ✎                causal=True)  3×3",
        "            x      y           the    cat    sat",
      ])
    #expect(
      try opened(3, 66, 24).draw().rows.contains("   sums = A_X.sum(axis=0)  for each d  3 numbers")
    )
  }

  /// While a question is under the cursor, the words of the step stand where a derivation will.
  @Test func besideAQuestionStandWords() throws {
    var state = try opened(3, 200, 60)
    state.refreshTerms()
    #expect(
      beside(state) == [
        " Words used here", " weight       How much a value counts, a share of 1.",
        " causal mask  Lets each token look at itself and at what",
        "              came before, never ahead.",
      ])
    for _ in 1...2 { _ = state.update(.key(.tab)) }
    #expect(beside(state).first == " How A_X[the, the] came about")
  }

  /// Where the step has no cells there is nothing to explain.
  @Test func wordsAloneHaveNone() throws {
    #expect(try !opened(2, 200, 60).leavesRoomBeside)
    #expect(try opened(1, 159, 60).leavesRoomBeside == false)
    #expect(try opened(1, 160, 60).leavesRoomBeside)
  }

  /// Whatever the reader does in a step, the third column stays where it is.
  @Test("nothing jumps while a step is read", arguments: ShippedLessons.names)
  func still(name: String) throws {
    let lesson = try #require(ShippedLessons.lesson(name))
    var moved: [String] = []
    for step in lesson.steps.indices {
      var state = ShippedLessons.opened(lesson, step: step, size: Size(width: 200, height: 60))
      let before = state.frame.aside
      for key in "++pv-" {
        _ = state.update(.character(key))
        if state.frame.aside?.x != before?.x { moved.append("step \(step + 1), \(key)") }
      }
    }
    #expect(moved == [])
  }
}
