import Notebook
import TestSupport
import Testing

@Suite struct LessonTextTests {
  @Test("a lesson in lines: prose wrapped, every value computed, exercises as text")
  func everything() throws {
    let text = """
      ---
      qkv: 1
      id: t
      title: Mixing \u{1B}[31mvalues
      summary: One line.
      ---
      ## A *first* step
      The weight of cat is {A[0, 1]:.2f}, and this paragraph is long enough to be wrapped, because it goes on.

      1. one
      2. two with `code` and $\\sqrt{d_k}$ that goes on and on until the line is full and a second one begins

      > quoted [link](https://x.org)

      | a | b |
      | --- | ---: |
      | left | 1 |
      | x | 22 |
      <!-- pause -->
      <!-- note: not for readers -->

      ```python {.qkv}
      #| hidden
      tokens = ['the', 'cat']
      ```
      ```python {.qkv}
      #| rows: tokens
      #| cols: x, y
      #| title: queries
      Q = [[1, 0], [0, 1/2]]
      c = 3
      ```
      ```python {.qkv}
      #| rows: tokens
      #| cols: tokens
      A = softmax(Q @ Q.T)
      ```
      ```python {.qkv}
      A.sum() + missing
      ```
      ```text
      a listing
      ```

      ## Tasks
      <!-- exercise: open points=2 edits=S -->
      Fill it in.
      ```python {.qkv}
      S = ...
      T = S + 1
      ```
      ```python {.qkv .check}
      assert S == 1, "S is one"
      ```
      <!-- hint: think -->
      ```python {.qkv .solution}
      S = 1
      ```
      <!-- end -->
      <!-- quiz: q -->
      Which?
      - [x] Right. — Because.
      - [ ] Wrong.
      <!-- end -->
      <!-- predict: p answer="A[0, 0]" within=0.1 -->
      How much?

      — {A[0, 0]:.2f}
      <!-- end -->
      """
    let (lesson, _) = LessonReader.read(text: text, name: "07-t.md")
    #expect(
      LessonText(Session(lesson: try #require(lesson))).text == """
        Lesson 7: Mixing ^[[31mvalues

        One line.

        Step 1 of 2: A first step

        The weight of cat is 0.27, and this paragraph is long enough to be wrapped,
        because it goes on.

        1. one
        2. two with code and the square root of d_k that goes on and on until the line
        is full and a second one begins

        A quotation:
        quoted link (https://x.org)

        a: left; b: 1.
        a: x; b: 22.

        Q, queries, 2 by 2, an input:
        Row the: x 1.00, y 0.00.
        Row cat: x 0.00, y 0.50.

        c, an input: 3.

        A, 2 by 2, computed as softmax(Q @ Q.T):
        Row the: the 0.73, cat 0.27.
        Row cat: the 0.44, cat 0.56.

        A.sum() + missing
        Error at missing: missing is not defined.

        A listing:
        a listing

        Step 2 of 2: Tasks

        Exercise, 2 points.

        Fill it in.

        S is to be written.

        T, computed as S + 1, waits for S, which is to be written.

        Check: S is one.

        Question, 1 point.
        Which?
        Option 1: Right.
        Option 2: Wrong.

        Question, 1 point.
        How much?

        Answer with a number.

        """)
  }

  @Test(
    "the shipped lessons print the same twice, filtered, within 80 columns",
    arguments: LessonFiles.names)
  func shipped(name: String) throws {
    let lesson = try #require(
      LessonReader.read(text: LessonFiles.text(of: name), name: name).lesson)
    let text = LessonText(Session(lesson: lesson)).text
    #expect(text == LessonText(Session(lesson: lesson)).text)
    #expect(text.hasSuffix("\n"))
    #expect(
      text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(text.split(separator: "\n").filter { $0.count > 80 } == [])
    // Nothing that a reader would spell: no drawn lines, no boxes to tick, no columns of blanks.
    let art = text.unicodeScalars.filter { (0x2300...0x2BFF).contains($0.value) }
    #expect(Array(art) == [], "\(name)")
    #expect(!text.contains("[ ]") && !text.contains("   ") && !text.contains("^^"))
  }
}
