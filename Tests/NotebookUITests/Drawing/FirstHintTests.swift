import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What someone who is new is told, until the first change.
@Suite struct FirstHintTests {
  private func rule(_ text: String, at entry: String = "K[cat, y]", width: Int = 80) -> String {
    var state = Sample.reading(at: entry, size: Size(width: width, height: 24))
    state.isNew = true
    for event in keys(text) { _ = state.update(event) }
    return ruleText(state)
  }

  /// Without the legend of the heatmap, which stands there too.
  private func ruleText(_ state: State) -> String {
    state.draw().rows[21].filter { $0 != "─" }.replacing(" A: 0  ░▒▓█ 1 ", with: "")
  }

  @Test func itStandsOnTheRuleUntilTheFirstChange() {
    let hint = "  Type a number, or + and -: what depends on it follows. "
    #expect(rule("") == hint.dropFirst())
    #expect(rule("lh") == hint.dropFirst())
    #expect(rule("2<Esc>") == hint.dropFirst())
    let second = " u undoes, e explains, v views, p pins; ? says more. "
    #expect(rule("2<Enter>") == second)
    #expect(rule("+") == second)
    #expect(rule("+l") == "")
    #expect(rule("++") == "")
    #expect(rule("2<Enter>u").hasPrefix(" Undone"))
    #expect(rule("2<Enter>ul") == "")
  }

  @Test func itFitsThePlaceAndTheScreen() {
    #expect(rule("", at: "A[the, the]") == " Tab goes from matrix to matrix, the arrows inside. ")
    #expect(rule("", width: 40).hasPrefix(" Type a number. "))
    #expect(rule("v").hasPrefix(" K: numbers · [heatmap] · bars "))
    #expect(rule("+", width: 40) == rule("+l", width: 40))
  }

  @Test func whereThereIsNothingToGoToItIsNotSaid() {
    #expect(rule("nn") == "")
  }

  @Test func readersWhoAreNotNewDoNotSeeIt() {
    #expect(ruleText(Sample.reading(at: "K[cat, y]")) == "")
  }
}
