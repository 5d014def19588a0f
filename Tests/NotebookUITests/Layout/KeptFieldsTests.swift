import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What stands in the place of a panel, and leaves its neighbours where they are.
@Suite struct KeptFieldsTests {
  private func rows(
    _ texts: [String], keys: String, width: Int = 80, rows: [String] = []
  ) -> [String] {
    let lesson = Sample.lesson(
      nil, "still", "Still", steps: [("Still", texts.indices.map { .cell($0) })],
      cells: texts.enumerated().map { Sample.cell($0.offset, $0.element, rows: rows) })
    let state = Sample.state(lesson, step: 0, size: Size(width: width, height: 12), keys: keys)
    return state.bodyRows(4)
  }

  /// Up to the next panel there is no room for another column: the numbers have fewer decimals.
  @Test func aLongerNumberHasFewerDecimals() {
    let texts = ["A = [[1.25, 2.5]]", "B = [[1.25, 2.5]]", "C = 2 * array(A)"]
    #expect(
      rows(texts, keys: "-12.345<Enter>", width: 64) == [
        "   A  1×2  ✎          B  1×2  ✎          C = 2 * array(A)  1×2",
        "          0      1           0      1            0       1",
        "   0 [-12.3]   2.5    0   1.25   2.50    0  -24.69▾   5.00",
        "",
      ])
  }

  @Test func longLabelsAreWholeWhereColumnsAreFree() {
    #expect(
      rows(["A = [[1.0, 2.0]]"], keys: "", rows: ["a label of some length"])[2]
        == "   a label of some length  [1.00]  2.00")
    #expect(
      rows(["A = [[1.0, 2.0]]"], keys: "", width: 40, rows: ["a label that fills the row whole"])[2]
        == " a label tha…  [1.00]  2.00")
  }

  @Test func whatIsTypedStaysInItsPanel() {
    let typed = rows(["T = 0.5", "U = 0.25"], keys: "1/sqrt(2)")
    #expect(typed[0] == "   T =[/sqrt(2) ] U = 0.25  ✎")
  }

  /// A single number keeps the room for its decimals behind all that follows it.
  @Test func whatFollowsASingleNumberStandsClose() {
    #expect(rows(["n = 2", "m = 30"], keys: "")[0] == "   n =[2] ✎       m = 30  ✎")
    #expect(rows(["n = 2", "m = 30"], keys: "+")[0] == "   n =[2.10] ✎    m = 30  ✎")
  }
}
