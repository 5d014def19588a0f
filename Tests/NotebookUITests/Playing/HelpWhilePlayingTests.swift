import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Help that is looked at while a demonstration plays.
@Suite struct HelpWhilePlayingTests {
  @Test(arguments: ["?", "<F1>"])
  func itWaitsUntilTheHelpIsClosed(_ key: String) {
    let state = after("<F5> " + key, Sample.demonstration())
    #expect(state.context == .help)
    #expect(state.playDelay == nil)
    #expect(state.draw().rows[2] == "  While a demonstration plays")
    #expect(state.draw().rows[3] == "  F5 Enter         pause, run on")
    #expect(state.draw().rows[23] == " Esc back to the demonstration  ↑↓ scroll")
    let back = after("<Esc>", state)
    #expect(back.context == .playing)
    #expect(back.message == .note("Watch the row of cat"))
    #expect(back.draw().rows[23].hasPrefix(" ‖ 2/7   Space next key  F5 run  Esc end"))
    // It goes on where it was.
    let next = after("     ", back)
    #expect(next.reading?.step == 0)
    #expect(next.reading?.session.canUndo == true)
  }

  @Test func whatIsTypedThereLooksForSomething() {
    var state = after("<F5>?pace", Sample.demonstration())
    _ = state.update(.paste("x"))
    #expect(state.help.search.text == "pacex")
    #expect(state.playing?.mode == .stepping)
  }
}
