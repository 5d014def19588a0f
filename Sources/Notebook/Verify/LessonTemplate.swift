/// The text of a lesson to start from. It has one of everything that a lesson can have, each as small as can be, and
/// passes `verify`.
package enum LessonTemplate {
  package static func text(id: String, title: String) -> String {
    body.replacing("‹id›", with: id).replacing("‹title›", with: yaml(title))
      .replacing("‹heading›", with: title)
  }

  /// The smallest notebook that passes `verify`: a head, and one step with nothing in it.
  package static func empty(id: String, title: String) -> String {
    """
    ---
    qkv: 1
    id: \(id)
    title: \(yaml(title))
    summary: A notebook of my own.
    minutes: 10
    ---

    # \(title)

    ## First step

    """
  }

  /// A title as the head takes it: in quotes where other readers of such heads need them.
  private static func yaml(_ title: String) -> String {
    let isPlain = title.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || " -_.()√".unicodeScalars.contains($0)
    }
    let startsPlain = title.first.map { $0.isLetter || $0.isNumber } ?? false
    if isPlain, startsPlain { return title }
    return title.contains("\"") ? "'\(title)'" : "\"\(title)\""
  }

  private static let body = #"""
    ---
    qkv: 1
    id: ‹id›
    title: ‹title›
    summary: One line for the list of lessons.
    needs: []
    minutes: 10
    ---

    # ‹heading›

    ## Something to change

    A step is one screen: some prose, and the matrices it speaks of. The entries of
    `W` can be changed, `sums` follows. Its first entry is {sums[0]:g}, and this number
    follows too.

    **Guess, then try:** set `W[b, y]` to 0. Which entries of `sums` move?

    <!-- note: Notes are for the speaker. Say what to ask, and what people answer. -->
    <!-- pause -->
    <!-- play: W[b, y] = 0; expect sums[b] = 3; u -->
    ```python {.qkv}
    #| rows: a, b
    #| cols: x, y
    W = [[1, 2],
         [3, 5]]
    ```

    ```python {.qkv}
    #| cols: a, b
    sums = W.sum(axis=1)
    ```

    ## Two questions

    Only the second: each entry adds up one row. A step begins with the answer to the
    question before.

    <!-- quiz: which-axis -->
    What does `W.sum(axis=0)` add up?
    - [ ] Each row. — That is `axis=1`, as in `sums`.
    - [x] Each column. — The axis that is named is the one that goes.
    <!-- end -->

    <!-- predict: column answer="W.sum(axis=0)[1]" within=0.01 -->
    What is the second entry of `W.sum(axis=0)`?

    — It adds the column y: {W[0, 1]:g} + {W[1, 1]:g} = {W[:, 1].sum():g}.
    <!-- end -->

    ```python {.qkv}
    #| rows: a, b
    #| cols: x, y
    W
    ```

    ## Exercise: write a formula

    <!-- exercise: averages points=2 edits=averages -->
    Write a formula for `averages`: the average of each row of `W`. It will be tried on
    other numbers, so that numbers typed in don't pass.

    ```python {.qkv}
    #| rows: a, b
    #| cols: x, y
    W
    ```

    ```python {.qkv}
    #| cols: a, b
    averages = ...
    ```

    ```python {.qkv .check}
    #| vary: W
    assert averages.shape == (2,), "one average for each row"
    assert allclose(averages, W.mean(axis=1), atol=1e-6), "each row added up and divided by two"
    ```
    <!-- hint: what is the average of 1 and 2? -->
    <!-- hint: W.sum(axis=1) adds up each row; an average is that, divided -->
    ```python {.qkv .solution}
    averages = W.sum(axis=1) / 2
    ```
    ```python {.qkv .wrong}
    #| because: those are the averages of the columns; axis=1 goes along a row
    averages = W.mean(axis=0)
    ```
    ```python {.qkv .wrong}
    #| because: those are the sums; an average is divided by how many there are
    averages = W.sum(axis=1)
    ```
    <!-- end -->

    ## Exercise: reach a state

    <!-- exercise: seven points=1 edits=shares -->
    Bring `mixed` to 7 by changing `shares`, which sum to 1.

    ```python {.qkv}
    #| cols: low, high
    #| locked
    levels = [4, 8]
    ```

    ```python {.qkv}
    #| cols: low, high
    #| slider: 0 1 0.05
    shares = [1, 0]
    ```

    ```python {.qkv}
    mixed = shares @ levels
    ```

    ```python {.qkv .check}
    assert abs(mixed - 7) < 0.005, "mixed is 7"
    assert abs(shares.sum() - 1) < 0.005, "the shares sum to 1"
    ```
    <!-- hint: 7 lies nearer to 8 than to 4: which share must be larger? -->
    <!-- hint: three quarters of the way from 4 to 8 -->
    ```python {.qkv .solution}
    shares = [0.25, 0.75]
    ```
    ```python {.qkv .wrong}
    #| because: turned round: the larger share is on 4, and the mixture is 5
    shares = [0.75, 0.25]
    ```
    <!-- end -->

    ## Exercise: find the fault

    <!-- exercise: fault points=2 edits=row_sums,parts -->
    Each row of `parts` should sum to 1. One of the two formulas is wrong. Mend it.

    ```python {.qkv}
    #| rows: a, b
    #| cols: x, y
    W
    ```

    ```python {.qkv}
    row_sums = W.sum(axis=0, keepdims=True)
    ```

    ```python {.qkv}
    #| rows: a, b
    #| cols: x, y
    parts = W / row_sums
    ```

    ```python {.qkv .check}
    #| vary: W
    assert allclose(parts, W / W.sum(axis=1, keepdims=True), atol=1e-6), "each number is divided by the sum of its row"
    ```
    <!-- hint: add up the rows of parts, then its columns: which sum to 1? -->
    <!-- hint: row_sums has one sum for each column -->
    ```python {.qkv .solution}
    row_sums = W.sum(axis=1, keepdims=True)
    parts = W / row_sums
    ```
    ```python {.qkv .wrong}
    #| because: without keepdims the sums lie in a row, and each divides a column
    row_sums = W.sum(axis=1)
    parts = W / row_sums
    ```
    <!-- end -->

    ## What you can do now

    The last step says what the reader can do now, and asks the question that the next
    lesson takes up.

    """#
}
