import CellLanguage
import Notebook
import Testing

/// Exercises that a careless author writes: each is judged all the same, and none takes a right answer for a wrong one
/// where that can be helped.
struct OddExerciseTests {
  @Test("checks may have names of their own that others have too")
  func namesOfChecks() {
    let lesson = GradedLesson(
      before: ["X = array([[1, 2], [3, 4]])", "expected = 5"], starter: ["out = ..."],
      check: [
        "expected = X * 2", "assert allclose(out, expected), \"doubled\"", "```",
        "```python {.qkv .check}", "e1 = X.sum()", "expected = e1 * 2e1 / 1e1",
        "assert out.sum() == expected, \"expected\"",
      ], edits: "out")
    #expect(words(lesson.verdict("X + X")) == ["passed"])
    #expect(
      words(lesson.verdict("X")) == [
        "failed", "failed doubled: out[1, 1] is 4, expected 8 (4 of 4 entries)",
        "failed expected: out.sum() is 10, expected 20.00",
      ])
  }

  @Test("an exercise may be about a name that no cell has, or that shares its statement")
  func placesOfNames() {
    let lesson = GradedLesson(
      starter: ["a, b = 1, 2", "c = a + b"],
      check: ["assert c == 7, \"c is 7\"", "assert new == 1, \"new is 1\""], edits: "a,b,new")
    #expect(words(lesson.verdict(["a": "a, b = 3, 4", "new": "1"])) == ["passed"])
    #expect(words(lesson.verdict(["a": "a = 3", "b": "b = 4", "new": "new = 1"])) == ["passed"])
    #expect(words(lesson.verdict(["a": "a = 3\nb = 4\nnew = 1"])) == ["passed"])
    #expect(
      words(lesson.verdict(["a": "a = 3"])) == [
        "failed",
        "failed c is 7: c can't be computed: b is not defined",
        "pending new is 1",
      ])
  }

  @Test("vary of what can't vary is left out; of what is computed its numbers are others")
  func oddVary() {
    let lesson = GradedLesson(
      before: ["x = [0.5, 1]", "y = array(x) * 2", "t = 'text'", "flags = [True, False, True]"],
      starter: ["out = ..."],
      check: ["assert allclose(out, y + sum(flags)), \"y and the flags\""], edits: "out",
      vary: "y, t, nowhere, out, flags")
    #expect(words(lesson.verdict("y + sum(flags)")) == ["passed"])
    #expect(
      words(lesson.verdict("array(x) * 2 + 2")) == [
        "failed",
        "failed y and the flags: out[1] is 4.00, expected 2.94 (2 of 2 entries), with y = array([1.59, 1.94]), flags = [False, False, True], random input 1 of 20",
      ])
  }

  @Test("inputs on which no solution passes don't count")
  func unsolvedVariations() {
    let lesson = GradedLesson(
      before: ["x = 2"], starter: ["out = ..."],
      check: ["assert allclose(out, sqrt(x)), \"the root\""], edits: "out", vary: "x",
      rest: [(".solution", "out = sqrt(x)")])
    #expect(words(lesson.verdict("x ** 0.5")) == ["passed"])
    #expect(
      words(lesson.verdict("1.4142135623730951")) == [
        "failed",
        "failed the root: out is 1.41, expected 1.26, with x = 1.59, random input 1 of 20",
      ])
    var grader = Grader(lesson: lesson.lesson)
    let failed = grader.failedTrials(of: lesson.exercise.solutions[0], to: lesson.exercise)
    #expect(failed.count == 9)
    #expect(failed.first?.trial == 4)
    #expect(
      failed.first?.checks.map { $0.finding?.text } == [
        "out is nan, expected nan, with x = -1.02, random input 4 of 20"
      ])
  }

  @Test("a solution that takes long gives other answers as long")
  func longSolutions() {
    let loop = "def f(n):\n  x = 0\n  for i in range(n):\n    x = x + 1\n  return x\n"
    let lesson = GradedLesson(
      starter: ["out = ..."], check: ["assert out > 1, \"so\""], edits: "out",
      rest: [(".solution", loop + "out = f(9000)")])
    #expect(words(lesson.verdict(loop + "out = f(20000)")) == ["passed"])
    let problem = lesson.verdict(loop + "out = f(900000)").checks[0].finding?.problem
    #expect(problem?.hasPrefix("out can't be computed: this takes more than") == true)
  }

  @Test("nothing to check is never passed")
  func noChecks() {
    let lesson = GradedLesson(starter: ["out = ..."], check: ["x = 1"], edits: "out")
    #expect(words(lesson.verdict("1")) == ["pending"])
  }
}
