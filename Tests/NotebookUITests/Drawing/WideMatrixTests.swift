import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Matrices that have no room beside the prose of a wide screen, and pictures on a small one.
@Suite struct WideMatrixTests {
  private static let lesson = Sample.lesson(
    nil, "wide", "Wide",
    steps: [
      ("Thirty columns", [Sample.paragraph("Short words."), .cell(0), Sample.paragraph("More.")]),
      ("Four columns", [Sample.paragraph("Short words."), .cell(1)]),
      ("A curve", [Sample.paragraph("A slider, and what follows it."), .cell(2), .cell(3)]),
    ],
    cells: [
      Sample.cell(0, "M = arange(90).reshape(3, 30)"),
      Sample.cell(1, "N = arange(12).reshape(3, 4)"),
      Sample.cell(2, "T = 1.0") { $0.slider = Slider(low: 0, high: 2, step: 0.5) },
      Sample.cell(3, "y = T * T") { $0.views = [.line, .table] },
    ])

  private func state(_ step: Int, _ width: Int, _ height: Int, keys: String = "") -> State {
    Sample.state(Self.lesson, step: step, size: Size(width: width, height: height), keys: keys)
  }

  @Test func whatIsTooWideStandsBelowTheProse() {
    #expect(
      state(0, 160, 40).page().prefix(9) == [
        "",
        "  Short words.",
        "",
        "  M = arange(90).reshape(3, 30)  3×30",
        "       0    1    2    3    4    5    6    7    8    9   10   11   12   13   14   15   16   17   18   19   20   21   22   23   24   25   26   27   28   29",
        "  0   [0]   1    2    3    4    5    6    7    8    9   10   11   12   13   14   15   16   17   18   19   20   21   22   23   24   25   26   27   28   29",
        "  1   30   31   32   33   34   35   36   37   38   39   40   41   42   43   44   45   46   47   48   49   50   51   52   53   54   55   56   57   58   59",
        "  2   60   61   62   63   64   65   66   67   68   69   70   71   72   73   74   75   76   77   78   79   80   81   82   83   84   85   86   87   88   89",
        "",
      ])
  }

  @Test func whatFitsStandsBeside() {
    let rows = state(1, 120, 40).page()
    #expect(rows.contains { $0.contains("Short words.   ") && $0.contains("N = arange(12)") })
  }

  /// Its axis, its lines and the slider's ends: what is cut off says nothing.
  @Test func aPictureIsSeenWhole() {
    let page = state(2, 40, 12, keys: "<Tab>").page()
    let text = page.joined(separator: "\n")
    #expect(page.contains { $0.contains("y = T * T") }, "\(text)")
    #expect(
      page.contains { $0.contains(" 4 ┤") } && page.contains { $0.contains(" 0 ┤") }, "\(text)")
  }
}
