import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Help that is looked for by words, and by words that are nearly right.
@Suite struct HelpSearchTests {
  private func found(_ text: String) -> [String] {
    after("?" + text, Sample.reading(at: "K[cat, y]", size: Size(width: 80, height: 24))).draw()
      .rows[2..<22].filter { !$0.isEmpty }
  }

  @Test func wordsInAnyOrder() {
    #expect(
      found("redo undo") == [
        "  Change numbers and formulas",
        "  u Ctrl-R         undo, redo, without limit",
      ])
  }

  @Test func aWordThatIsNearlyRight() {
    let rows = found("cpoy")
    #expect(rows[0] == "  Nothing here says that; this says copy.")
    #expect(rows.contains { $0.hasPrefix("  y ") })
  }

  @Test func oneOfTheWords() {
    #expect(
      found("heatmap quux") == [
        "  Nothing here says that; this says heatmap.",
        "  Here",
        "  v                view as numbers, heatmap, bars, flow, plot",
        "  Look at a matrix otherwise",
        "  v                view as numbers, heatmap, bars, flow, plot",
      ])
  }

  @Test func nothingIsNear() {
    #expect(found("qqqqq") == ["  Nothing here says that. Backspace widens the search."])
  }
}
