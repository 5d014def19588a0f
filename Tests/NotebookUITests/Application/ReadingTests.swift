import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// The whole program on a scripted screen, as its user sees it.
@Suite struct ReadingTests {
  private func reader(width: Int = 80, height: Int = 24) -> Reader {
    var reader = Reader(size: Size(width: width, height: height))
    reader.opens(lesson: "weighted-sums")
    return reader
  }

  /// NumPy 2.3: softmax(Q @ K.T / sqrt(2)) @ V.
  @Test func opensALessonWithEverythingComputed() {
    let reader = reader()
    reader.sees("A", ["the", "the"], "0.40")
    reader.sees("A", ["the", "cat"], "0.20")
    reader.sees("A", ["cat", "sat"], "0.40")
    reader.sees("O", ["the", "f"], "0.60")
    reader.sees("O", ["cat", "g"], "0.60")
    reader.sees("Now O[cat, f] is 0.40.")
  }

  @Test func anEditReachesEverythingDownstream() {
    var reader = reader()
    reader.movesTo("K", "cat", "y")
    reader.types("0.5")
    reader.sees("K[cat, y] = 0.5")
    reader.sees("A", ["cat", "cat"], "0.40")
    reader.presses(.enter)
    // NumPy 2.3: softmax([0, 0.5, 1] / sqrt(2)) = [0.2246, 0.3199, 0.4555].
    reader.sees("K", ["cat", "y"], "0.50")
    reader.sees("A", ["cat", "the"], "0.22")
    reader.sees("A", ["cat", "cat"], "0.32")
    reader.sees("A", ["cat", "sat"], "0.46")
    reader.types("u")
    reader.sees("A", ["cat", "sat"], "0.40")
    reader.sees("Undone: K[cat, y].")
    reader.pressesControl("r")
    reader.sees("A", ["cat", "sat"], "0.46")
  }
}
