import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// How wide the entries of a matrix stand.
@Suite struct EntryFormatTests {
  private func rows(_ text: String) -> [String] {
    let lesson = Sample.lesson(
      1, "odd", "Odd numbers", steps: [("One", [.cell(0)])], cells: [Sample.cell(0, text)])
    var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: [lesson]))
    state.open(lesson)
    return state.draw().rows[2...8].map { row in
      String(row.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The largest and the smallest number may be infinite, and shorter than those between them.
  @Test func everyNumberHasRoom() {
    let odd = "M = [[nan, inf, -inf], [1e308, -1e308, 5e-324], [-0.0, 1e-12, 123456.789]]"
    #expect(
      rows(odd) == [
        "   M  3×3  ✎",
        "               0           1           2",
        "   0        [nan]        inf        -inf",
        "   1   1.00e+308  -1.00e+308   4.94e-324",
        "   2   -0.00e+00    1.00e-12    1.23e+05", "", "",
      ])
  }

  @Test func besideInfinityNumbersAreWhole() {
    #expect(
      rows("M = [[-inf, 1234.5], [inf, 2.0]]").prefix(4) == [
        "   M  2×2  ✎",
        "            0        1",
        "   0    [-inf] 1234.50",
        "   1      inf     2.00",
      ])
  }
}
