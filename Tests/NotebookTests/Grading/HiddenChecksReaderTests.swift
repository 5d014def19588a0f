import Notebook
import Testing

@Suite struct HiddenChecksReaderTests {
  private static let lesson = LessonReader.read(
    text: #"""
      ---
      qkv: 1
      id: sums
      title: Sums
      minutes: 5
      ---
      ## One
      ```python {.qkv}
      A = array([[1, 2], [3, 4]])
      C = A + 1
      ```
      <!-- quiz: why -->
      Why?
      - [x] Yes.
      - [ ] No.
      <!-- end -->
      <!-- exercise: double edits=B hidden=1 -->
      ```python {.qkv}
      B = ...
      ```
      ```python {.qkv .check}
      assert allclose(B, 2 * A)
      ```
      ```python {.qkv .solution}
      B = A + A
      ```
      <!-- end -->
      """#, name: "01-sums.md"
  ).lesson!

  private func read(_ text: String) -> (checks: HiddenChecks, problems: [String]) {
    let (checks, problems) = HiddenChecksReader.read(
      text: text, name: "hidden.md", lessons: [Self.lesson])
    return (checks, problems.map(\.description))
  }

  @Test func checksAreTakenFromFences() throws {
    let (checks, problems) = read(
      #"""
      # Autumn

      Not for readers.
      <!-- note: nor is this -->
      <!-- exercise: sums/double -->
      ```python {.qkv .check}
      #| vary: A
      assert allclose(sum(B), 2 * sum(A)), "the sum"
      ```
      ```text
      a listing
      ```
      ```python {.qkv .check}
      assert B[0, 0] == 2
      ```
      <!-- end -->
      """#)
    #expect(problems == [])
    guard case .exercise(let exercise)? = Self.lesson.task("double") else {
      Issue.record("no exercise")
      return
    }
    let read = try #require(checks.checks(for: exercise, in: Self.lesson))
    #expect(read.map(\.vary) == [["A"], []])
    #expect(read.map(\.messages) == [["the sum"], ["B[0, 0] == 2"]])
    #expect(
      checks.disagreements(with: [Self.lesson]) == [
        "sums/double says hidden=1, and the file has 2: readers are told the first"
      ])
  }

  @Test("what doesn't count is left out, and a misspelt name isn't taken for that")
  func othersAreLeftOut() {
    let check = "```python {.qkv .check}\nassert B[0, 0] == 2\n```\n<!-- end -->\n"
    let text =
      "<!-- exercise: products/triple -->\n" + check + "<!-- exercise: sums/double -->\n" + check
    let problems = HiddenChecksReader.read(
      text: text, name: "hidden.md", lessons: [Self.lesson], others: ["sums", "products"]
    ).problems
    #expect(problems == [])
    #expect(read(text).problems.count == 1)
  }

  @Test("who grades is told the place and the kind alone")
  func withoutText() {
    let text =
      "<!-- exercise: sums/double -->\n```python {.qkv .check}\nsecret = 7\nassert B[0, 0] == secret, \"word\"\n```\n<!-- end -->"
    let problems = HiddenChecksReader.read(text: text, name: "h.md", lessons: [Self.lesson])
      .problems
    #expect(
      problems.map(\.withoutText) == ["h.md:4: the exercise's own solution fails this check"])
  }

  @Test(
    "what is wrong is told with its line",
    arguments: [
      (
        "",
        "hidden.md:1: there are no hidden checks in it; write <!-- exercise: LESSON/ID -->, a fence ```python {.qkv .check}, <!-- end -->"
      ),
      (
        "<!-- exercise: sum/double -->\n@\n<!-- end -->",
        "hidden.md:1: there is no lesson \"sum\"; did you mean sums?"
      ),
      (
        "<!-- exercise: sums/duoble -->\n@\n<!-- end -->",
        "hidden.md:1: sums has no exercise \"duoble\"; did you mean double?"
      ),
      (
        "<!-- exercise: sums/why -->\n@\n<!-- end -->",
        "hidden.md:1: sums has no exercise \"why\"; known here: double"
      ),
      (
        "<!-- exercise: double -->\n@\n<!-- end -->",
        "hidden.md:1: \"double\" names no exercise of a lesson; write <!-- exercise: LESSON/ID -->, the ids of both"
      ),
      (
        "<!-- exercise: sums/double -->\n<!-- end -->",
        "hidden.md:1: \"sums/double\" has no hidden check; add a fence ```python {.qkv .check} with assertions"
      ),
      (
        "<!-- exercise: sums/double -->\n@",
        "hidden.md:1: the exercise that begins here isn't ended before the end of the file; write <!-- end --> behind it"
      ),
      (
        "@",
        "hidden.md:1: a check stands outside of an exercise; put it between <!-- exercise: LESSON/ID --> and <!-- end -->"
      ),
      ("<!-- end -->\n@", "hidden.md:1: nothing is open here that could end; delete <!-- end -->"),
      (
        "<!-- exrcise: sums/double -->",
        "hidden.md:1: \"exrcise\" is no directive of hidden checks; did you mean exercise?"
      ),
      (
        "<!-- exercise: sums/double -->\n```python {.qkv .solution}\nB = 1\n```\n@\n<!-- end -->",
        "hidden.md:2: the fence is no check; write ```python {.qkv .check}"
      ),
      (
        "<!-- exercise: sums/double -->\n```python {.qkv .check}\nx = 1\n```\n<!-- end -->",
        "hidden.md:2: the check asserts nothing; write assert condition, \"what it says\""
      ),
      (
        "<!-- exercise: sums/double -->\n```python {.qkv .check}\n#| vari: A\nassert True\n```\n<!-- end -->",
        "hidden.md:3: \"vari\" is no option here; did you mean vary?"
      ),
      (
        "<!-- exercise: sums/double -->\n```python {.qkv .check}\nassert B[ == 1\n```\n<!-- end -->",
        "hidden.md:3: this '[' is never closed; mend the check"
      ),
      (
        "<!-- exercise: sums/double -->\n```python {.qkv .check}\nassert True\nassert B[0, 0] == 3\n```\n<!-- end -->",
        "hidden.md:4: the exercise's own solution fails this check: "
      ),
      (
        "<!-- exercise: sums/double -->\n```python {.qkv .check}\n#| vary: NOPE\nassert B[0, 0] == 2\n```\n<!-- end -->",
        "hidden.md:3: vary names \"NOPE\", which no cell of the lesson defines; known here: A"
      ),
      (
        "<!-- exercise: sums/double -->\n```python {.qkv .check}\n#| vary: C\nassert B[0, 0] == 2\n```\n<!-- end -->",
        "hidden.md:3: vary names C, which is no input of numbers; vary the inputs that it is computed from"
      ),
      (
        "<!-- exercise: sums/double -->\n```python {.qkv .check}\n#| vary: B\nassert B[0, 0] == 2\n```\n<!-- end -->",
        "hidden.md:3: vary names B, which is the reader's answer; vary what the answer is computed from"
      ),
      (
        "<!-- exercise: sums/double -->\n```python {.qkv .check}\nA = A + 1\nassert B[0, 0] == 2\n```\n<!-- end -->",
        "hidden.md:3: A is used in its own definition; take another name for what is computed from it"
      ),
      (
        "<!-- exercise: sums/double -->\n@\n<!-- end -->\n<!-- exercise: sums/double -->\n@\n<!-- end -->",
        "hidden.md:6: \"sums/double\" has its checks already on line 1; put them together"
      ),
    ]) func problems(text: String, problem: String)
  {
    let check = "```python {.qkv .check}\nassert B[0, 0] == 2\n```"
    let problems = read(text.replacing("@", with: check)).problems
    #expect(problems.first?.hasPrefix(problem) == true, "\(problems)")
  }
}
