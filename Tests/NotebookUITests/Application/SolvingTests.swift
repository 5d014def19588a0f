import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// The whole program on a scripted screen: a student who solves a task of each kind.
@Suite struct SolvingTests {
  private func reader(step: Int, width: Int = 80, height: Int = 24) -> Reader {
    var reader = Reader([Sample.tasks], size: Size(width: width, height: height))
    reader.opens(lesson: "tasks")
    reader.types(String(repeating: "n", count: step - 1))
    return reader
  }

  @Test(arguments: [(80, 24), (120, 40), (44, 14)])
  func answersAQuiz(_ width: Int, _ height: Int) {
    var reader = reader(step: 1, width: width, height: height)
    reader.types("2\n")
    reader.sees("✗ 2 is not right. Softmax comes")
    reader.presses(.down)
    reader.presses(.enter)
    reader.sees("✓ Right · 1 point.")
    reader.doesNotSee("not right")
  }

  @Test func answersAQuizWithSeveralRight() {
    var reader = reader(step: 2)
    reader.types(" jj ")
    reader.sees("1 ☑ 1 - 1")
    reader.presses(.enter)
    reader.sees("✓ Right · 1 point.")
  }

  @Test func guessesANumber() {
    var reader = reader(step: 3)
    reader.types("1\n")
    reader.sees("✗ not yet")
    reader.doesNotSee("It is 0.25.")
    reader.types("1/4\n")
    reader.sees("✓ right · 1 point")
    reader.sees("It is 0.25.")
    reader.sees("1/5 ✓")
  }

  @Test func writesAFormulaWithAHelper() {
    var reader = reader(step: 4)
    reader.types("HH")
    reader.sees("Hint 2 of 2: array(V) + array(V)")
    reader.presses(.enter)
    reader.pressesControl("a")
    reader.pressesControl("k")
    reader.types("def twice(x):")
    reader.pressesControl("j")
    reader.types("  return array(x) + x")
    reader.pressesControl("j")
    reader.types("W = twice(V)")
    reader.sees("W = twice(V)")
    reader.presses(.enter)
    reader.sees("✓ Exercise solved · 2 points")
    reader.sees("W", ["1", "1"], "10")
    reader.types("u")
    reader.sees("○ open     each entry twice")
    reader.pressesControl("r")
    reader.sees("✓ passed   each entry twice")
  }

  @Test func everyNudgeIsChecked() {
    var reader = reader(step: 5)
    reader.types("]]]+")
    reader.sees("expected 5, within 0.01, found 4 at total")
    reader.types("+")
    reader.sees("✓ Exercise solved · 1 point")
    reader.types("+")
    reader.sees("✗ not yet  the sum is 5")
    reader.types("r")
    reader.sees("expected 5, within 0.01, found 3 at total")
  }

  @Test func givesUpOnPurpose() {
    var reader = reader(step: 5)
    reader.types("S")
    reader.sees("Give up and see the solution? S again shows it.")
    reader.doesNotSee("One solution")
    reader.types("S")
    reader.sees("One solution · S closes it, A puts it into the cells")
    reader.sees("t = [1, 4]")
    reader.sees("t", ["b"], "2")
    reader.types("A")
    reader.sees("t", ["b"], "4")
    reader.sees("✓ passed   the sum is 5")
    reader.presses(.escape)
    reader.doesNotSee("One solution")
    reader.presses(.escape)
    reader.sees("1/5 ✓")
  }

  @Test func typingAfterTabReplaces() {
    var reader = Reader()
    reader.opens(lesson: "weighted-sums")
    reader.movesTo("K", "cat", "x")
    reader.types("2\t3\n")
    reader.sees("K", ["cat", "x"], "2.00")
    reader.sees("K", ["cat", "y"], "3.00")
    reader.types("2\t")
    reader.presses(.right)
    reader.presses(.backspace)
    reader.types("5\n")
    reader.sees("K", ["sat", "x"], "1.50")
  }
}
