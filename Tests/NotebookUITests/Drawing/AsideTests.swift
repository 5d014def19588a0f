import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// The derivation that stays open beside the cells of a wide screen.
@Suite struct AsideTests {
  /// The lines right of the bar, as far as there are any.
  private func aside(_ entry: String, width: Int, height: Int = 24) -> [String] {
    let rows = Sample.reading(at: entry, size: Size(width: width, height: height)).draw().rows
    let beside = rows.compactMap { row in
      row.firstIndex(of: "│").map { String(row[row.index(after: $0)...]) }
    }
    return beside.reversed().drop { $0.isEmpty }.reversed()
  }

  @Test func aResultIsDerived() {
    #expect(
      aside("A[cat, sat]", width: 160) == [
        " How A[cat, sat] came about", "", " A[cat, sat] = 0.40           e^0.71 / 5.06",
        " ├▾ maximum taken off = 0.40", " │ ├▸ maximum = 0.71",
        " │ └▸ sum of exponentials = 2.49",
        " ├▾ score[cat, the] = 0.00    0.00 / 1.41",
        " │ ├▸ q_cat = (0.00, 1.00)", " │ └▸ k_the = (1.00, 0.00)",
        " ├▾ score[cat, cat] = 0.71    1.00 / 1.41",
        " │ ├▸ q_cat = (0.00, 1.00)", " │ └▸ k_cat = (0.00, 1.00)",
        " └▾ score[cat, sat] = 0.71    1.00 / 1.41",
        "   ├▸ q_cat = (0.00, 1.00)", "   └▸ k_sat = (1.00, 1.00)",
      ])
  }

  @Test func ofAnInputStandsWhatItReaches() {
    #expect(
      aside("K[cat, y]", width: 160) == [
        " What K[cat, y] reaches", "", " K[cat, y] = 1.00   an input", " ├▸ both rows of A",
        " └▸ both rows of O",
      ])
  }

  @Test func onANarrowOrALowScreenThereIsNone() {
    #expect(aside("A[cat, sat]", width: 159) == [])
    #expect(aside("A[cat, sat]", width: 200, height: 19) == [])
  }

  /// Beyond what eyes can follow, the step stands in the middle.
  @Test func aVeryWideScreenHasItInItsMiddle() {
    let rows = Sample.reading(
      at: "A[cat, sat]", size: Size(width: 500, height: 200)
    ).draw().rows
    #expect(rows[2] == "")
    #expect(rows[3].prefix { $0 == " " }.count == 137)
    #expect(rows[3].count < 370)
  }

  /// A click beside the cells does nothing; one on an entry still finds it.
  @Test func clicksFindTheirEntries() {
    var state = Sample.reading(at: "A[cat, sat]", size: Size(width: 500, height: 200))
    let at = state.draw().cursor
    _ = state.update(.character("g"))
    #expect(state.reading?.focus?.position == [0, 0])
    if let at { _ = state.update(.mouse(MouseEvent(.press, at: at))) }
    #expect(state.reading?.focus?.position == [1, 2])
    _ = state.update(.mouse(MouseEvent(.press, at: Point(x: 350, y: 10))))
    #expect(state.reading?.focus?.position == [1, 2])
  }
}
