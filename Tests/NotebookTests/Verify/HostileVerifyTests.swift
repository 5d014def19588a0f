import Notebook
import Testing

/// Lessons that ask for more than anybody waits for, or are none at all.
@Suite struct HostileVerifyTests {
  private static let head = """
    ---
    qkv: 1
    id: hostile
    title: Hostile
    summary: More than it seems.
    needs: []
    minutes: 5
    ---
    ## One

    """

  private func verify(_ body: String, within time: Duration = .seconds(60)) -> [String] {
    let verifier = LessonVerifier(index: LessonIndex(), time: time) { _, _ in
      StepFit(lines: 1, available: 19)
    }
    let text = HostileVerifyTests.head + body
    return verifier.verify(path: "h.md", text: text).problems.map(\.problem.description)
  }

  private func exercise(_ number: Int, solution: String = "1", check: String = "x == 1") -> String {
    """
    <!-- exercise: e\(number) edits=x\(number) -->
    ```python {.qkv}
    x\(number) = ...
    ```
    ```python {.qkv .check}
    x = x\(number)
    assert \(check), "it is 1"
    ```
    <!-- hint: 1 -->
    ```python {.qkv .solution}
    x\(number) = \(solution)
    ```
    <!-- end -->

    """
  }

  @Test func whatTakesTooLongIsLeftUnproved() {
    #expect(
      verify(exercise(1) + exercise(2), within: .zero) == [
        "h.md:10: the proofs take too long; what comes from here on isn't proved;"
          + " make the lesson's arrays smaller, or divide it in two"
      ])
  }

  @Test func aCellThatTakesTooMuchStopsTheProofs() {
    let problems = verify(
      """
      ```python {.qkv}
      A = zeros((2000, 2000))
      ```

      """ + exercise(1))
    #expect(
      problems == [
        "h.md:11: an array of 2,000×2,000 is too large: the bound is 1,000,000 entries; mend it"
      ])
  }

  @Test func anAnswerThatTakesTooMuchFails() {
    let problems = verify(
      exercise(1, solution: "sum([sum([k * j for j in range(5000)]) for k in range(5000)])"))
    #expect(problems.count == 1)
    #expect(problems[0].hasPrefix("h.md:20: the solution fails “it is 1”: x1 can't be computed: "))
  }

  @Test func manyProblemsAreCut() {
    let problems = verify(
      (1...150).map { "```python {.qkv}\na\($0) = nothing\n```\n" }.joined())
    #expect(problems.count == 101)
    #expect(problems.last == "h.md:311: 50 more problems; mend those above first")
  }

  @Test(arguments: [
    "\u{0}\u{1}\u{2}",
    String(repeating: "`a` is 1 ", count: 50_000),
    String(repeating: "`", count: 100_000),
    (1...400).map { String(repeating: "`", count: $0) }.joined(separator: " "),
    String(repeating: "<!-- exercise: a edits=b -->\n", count: 2000),
    String(repeating: "> ", count: 5000) + "a",
    "```python {.qkv}\ndef f(n): return f(n + 1)\nx = f(0)\n```\n",
    "```python {.qkv}\nx = [[1, 2], [3]]\n#| rows: x\n#| editable: 9 9 9 9\n```\n",
    "<!-- predict: p answer=\"((((1\" within=0 -->\n<!-- end -->",
    "<!-- exercise: e edits=,,a,, -->\n```python {.qkv .check}\nassert 1\n```\n<!-- end -->",
  ])
  func anythingIsReadToItsEnd(body: String) {
    #expect(!verify(body).isEmpty)
  }
}
