import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Questions: what was right stays so, and keys mean beside them what they mean elsewhere.
@Suite struct GuessedOnceTests {
  @Test func aRightGuessStays() {
    let state = Sample.task(step: 3, keys: ".25<Enter><Enter><C-u>7<Enter>")
    #expect(state.reading?.attempt(at: "quarter").guess == ".25")
    #expect(state.reading?.board.isPassed("quarter") == true)
    #expect(state.message?.text == "7 isn't right; your answer .25 stays.")
    let better = Sample.task(step: 3, keys: ".25<Enter><Enter><C-u>1/4<Enter>")
    #expect(better.reading?.attempt(at: "quarter").guess == "1/4")
  }

  @Test(arguments: [("o", true), ("t", true), ("v", false), ("x", false)])
  func lettersAreCommandsBesideAGuess(_ key: String, _ writes: Bool) {
    let state = Sample.task(step: 3, keys: key)
    #expect(state.reading?.editing == nil)
    #expect((state.reading?.writing != nil) == writes)
  }

  /// Only a digit chose; what is answered is answered by Enter.
  @Test func aDigitAnswersNothing() {
    let state = Sample.task(step: 1, keys: "2")
    #expect(state.reading?.focus == .option(quiz: "doubled", 1))
    #expect(state.reading?.attempt(at: "doubled").choices == nil)
  }

  /// A presenter's remote control has no other key than the space bar.
  @Test func beforeARoomTheSpaceBarReadsOn() {
    var state = Sample.task(step: 1)
    state.isRoom = true
    _ = state.update(.character(" "))
    #expect(state.reading?.board.marked["doubled"] == nil)
    #expect(state.reading?.step == 1)
  }
}
