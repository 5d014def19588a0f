import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// The key that switches the view: which views there are, and what is said about them.
@Suite struct SwitchingViewsTests {
  static let lesson = Sample.lesson(
    nil, "views", "Views",
    steps: [
      (
        "All kinds",
        [.cell(0), .cell(1), .cell(2), .cell(3), .cell(4), .cell(5), .cell(6), .cell(7)]
      )
    ],
    cells: [
      Sample.cell(0, "T = 2.0"),
      Sample.cell(1, "A = softmax(T * eye(2))"),
      Sample.cell(2, "A @ A.T"),
      Sample.cell(3, "A"),
      Sample.cell(4, "m = A > 0.5") { $0.views = [.heatmap] },
      Sample.cell(5, "names = [\"a\", \"b\"]"),
      Sample.cell(6, "h = ..."),
      Sample.cell(7, "(A @ A.T + A @ A.T + A @ A.T) / 3") { $0.views = [.bars, .table] },
    ])

  private func message(_ panel: Int, _ keys: String, width: Int = 80) -> String? {
    let tabs = String(repeating: "<Tab>", count: panel)
    // The step begins at its hole.
    let state = Sample.state(
      Self.lesson, step: 0, size: Size(width: width, height: 40), keys: "<Tab><Tab>" + tabs + keys)
    return state.message?.text
  }

  @Test(arguments: [
    (0, "v", "T is one number; views are for vectors and matrices."),
    (1, "v", "A: numbers · [heatmap] · bars · flow"),
    (1, "vv", "A: numbers · heatmap · [bars] · flow"),
    (1, "vvv", "A: numbers · heatmap · bars · [flow]"),
    (1, "vvvv", "A: [numbers] · heatmap · bars · flow"),
    (2, "v", "A @ A.T: numbers · [heatmap] · bars"),
    (3, "v", "A: numbers · [heatmap] · bars"),
    (4, "v", "m: heatmap · [numbers]"),
    (5, "v", "names is text; views are for numbers."),
    (6, "v", "h has no numbers yet to look at."),
    (7, "v", "this value: bars · [numbers] · heatmap"),
  ])
  func saysWhichViewsThereAre(panel: Int, keys: String, words: String) {
    #expect(message(panel, keys) == words)
  }

  @Test func onASmallerScreenInFewerWords() {
    #expect(message(1, "v", width: 66) == "A: numbers · [heatmap] · bars · flow")
    #expect(message(1, "v", width: 40) == "A as a heatmap.")
  }

  @Test func otherMessagesCallAPanelByTheNameThatItShows() {
    #expect(message(3, ">") == "A with 3 decimals.")
    #expect(message(2, ">") == "A @ A.T with 3 decimals.")
    #expect(message(3, "r") == "A is as at first already.")
  }
}
