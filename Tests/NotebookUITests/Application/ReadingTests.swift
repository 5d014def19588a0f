import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// The whole program on a scripted screen, as its user sees it. The numbers are NumPy's.
@Suite struct ReadingTests {
  private func reader(width: Int = 80, height: Int = 24) -> Reader {
    var reader = Reader(size: Size(width: width, height: height))
    reader.opens(lesson: "weighted-sums")
    return reader
  }

  @Test func opensALessonWithEverythingComputed() {
    let reader = reader()
    reader.sees("A", ["the", "the"], "0.40")
    reader.sees("A", ["the", "cat"], "0.20")
    reader.sees("A", ["cat", "sat"], "0.40")
    reader.sees("O", ["the", "f"], "0.60")
    reader.sees("O", ["cat", "g"], "0.60")
    reader.sees("Now O[cat, f] is 0.40.")
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func anEditReachesEverythingDownstream(_ width: Int, _ height: Int) {
    var reader = reader(width: width, height: height)
    reader.movesTo("K", "cat", "y")
    reader.types("0.5")
    reader.sees("K[cat, y] = 0.5")
    reader.sees("A", ["cat", "cat"], "0.40")
    reader.presses(.enter)
    reader.sees("K", ["cat", "y"], "0.50")
    reader.sees("A", ["cat", "the"], "0.22")
    reader.sees("A", ["cat", "cat"], "0.32")
    reader.sees("A", ["cat", "sat"], "0.46")
    reader.sees("O", ["cat", "f"], "0.45")
    reader.sees("O", ["cat", "g"], "0.55")
    reader.sees("O[cat, f] is 0.45.")
    reader.types("u")
    reader.sees("A", ["cat", "sat"], "0.40")
    reader.sees("O[cat, f] is 0.40.")
    reader.sees("Undone: K[cat, y].")
    reader.pressesControl("r")
    reader.sees("A", ["cat", "sat"], "0.46")
  }

  @Test func typingANegativeNumberNudgesAtFirst() {
    var reader = reader()
    reader.movesTo("K", "cat", "y")
    reader.types("-")
    reader.sees("K", ["cat", "y"], "0.90")
    reader.types("1")
    reader.sees("K[cat, y] = -1")
    reader.presses(.enter)
    reader.sees("K", ["cat", "y"], "-1.00")
    reader.sees("A", ["cat", "cat"], "0.14")
    reader.types("u")
    reader.sees("K", ["cat", "y"], "1.00")
    reader.types("u")
    reader.sees("There is nothing to undo.")
  }

  @Test func theExplainLineFollowsTheCursor() {
    var reader = reader()
    reader.movesTo("A", "cat", "sat")
    reader.sees("A[cat, sat] = e^0.71 / (e^0.00 + e^0.71 + e^0.71) = 2.03 / 5.06 = 0.40")
    reader.movesTo("O", "the", "f")
    reader.sees("O[the, f] = ")
    reader.sees(" = 0.60")
  }

  @Test func valuesMoveOutputsAndNeverWeights() {
    var reader = reader()
    reader.movesTo("V", "the", "f")
    reader.types("2\n")
    reader.sees("O", ["the", "f"], "1.00")
    reader.sees("O", ["cat", "f"], "0.60")
    reader.sees("A", ["the", "the"], "0.40")
    reader.sees("A", ["cat", "cat"], "0.40")
  }

  @Test func aMistakeInAFormulaHurtsNothingElse() {
    var reader = reader()
    reader.movesTo("A", "the", "the")
    reader.presses(.enter)
    reader.presses(.backspace)
    reader.types(" / QQ)\n")
    reader.sees("^^ QQ is not defined")
    reader.sees("waits for A, which failed")
    reader.sees("K", ["cat", "y"], "1.00")
    reader.types("u")
    reader.sees("A", ["the", "the"], "0.40")
    reader.sees("O", ["the", "f"], "0.60")
  }

  @Test func fillsAHole() {
    var reader = reader()
    reader.types("n")
    reader.sees("▸ W = ...")
    reader.presses(.enter)
    reader.types("Q + 1\n")
    reader.doesNotSee("W = ...")
    reader.sees("W", ["0", "0"], "2.00")
  }

  @Test func getsHelpAndComesBack() {
    var reader = reader()
    reader.types("?undo")
    reader.sees("undo, redo, without limit")
    reader.presses(.escape)
    reader.sees("Where and what")
  }

  @Test func leavesByTheWayItCame() {
    var reader = reader()
    reader.presses(.escape)
    reader.sees("Esc again goes back to the lessons")
    reader.presses(.escape)
    reader.sees("Softmax and temperature")
    #expect(reader.status == nil)
    reader.types("q")
    #expect(reader.status == 0)
  }

  @Test func leavesFromAnywhere() {
    var reader = reader()
    reader.types("5")
    reader.pressesControl("c")
    #expect(reader.status == 0)
  }

  @Test func keepsTheLessonWhileTheListIsShown() {
    var reader = reader()
    reader.movesTo("K", "cat", "y")
    reader.types("0.5\nq")
    reader.opens(lesson: "weighted-sums")
    reader.sees("K", ["cat", "y"], "0.50")
  }

  @Test func aSignalEndsItWithItsNumber() {
    var reader = reader()
    reader.does([.terminate(signal: 15)])
    #expect(reader.status == 143)
  }

  @Test func resizingInMidEditLosesNothing() {
    var reader = reader()
    reader.movesTo("K", "cat", "y")
    reader.types("0.")
    reader.resizes(to: 20, 5)
    reader.sees("This window has")
    reader.resizes(to: 100, 30)
    reader.types("5\n")
    reader.sees("K", ["cat", "y"], "0.50")
  }
}
