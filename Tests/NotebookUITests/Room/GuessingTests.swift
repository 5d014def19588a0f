import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What an open question asks for shows when it is answered, or when the reader asks to see it.
@Suite struct GuessingTests {
  private static let text = """
    ---
    qkv: 1
    id: guesses
    title: Guesses
    summary: To be guessed.
    needs: []
    minutes: 5
    ---

    ## One

    <!-- quiz: doubled -->
    What happens to `D`?
    - [ ] Nothing. — It follows.
    - [x] It doubles. — So it does.
    <!-- end -->

    <!-- pause -->

    ```python {.qkv}
    Q = [1, 2]
    ```
    ```python {.qkv}
    D = 2 * array(Q)
    ```

    ## Two

    What is it?

    <!-- pause: guess -->

    ```python {.qkv}
    s = D.sum()
    ```

    ## Three

    Words.

    <!-- pause -->

    ```python {.qkv}
    t = 3
    ```

    ## Four

    <!-- predict: nine answer="9" within=0.1 -->
    What is three times three?
    <!-- end -->

    <!-- pause -->

    Words at the end.

    """

  static let lesson: Lesson = {
    guard let lesson = LessonReader.read(text: text, name: "1-g.md").lesson else {
      fatalError("the sample lesson can't be read")
    }
    return lesson
  }()

  private func opened(
    _ reveal: Reveal = .guesses, keeping kept: LessonProgress? = nil,
    size: Size = Size(width: 80, height: 24), _ text: String = ""
  ) -> State {
    var state = State(size: size, shelf: Shelf(lessons: [Self.lesson]))
    state.standardReveal = reveal
    state.progress["guesses"] = kept
    state.open(Self.lesson)
    return after(text, state)
  }

  private func after(_ text: String, _ state: State) -> State {
    var state = state
    for event in keys(text) { _ = state.update(event) }
    return state
  }

  private func names(_ state: State) -> [String] {
    state.reading?.panels.compactMap(\.name) ?? []
  }

  private let question = Focus.option(quiz: "doubled", 0)

  @Test func aQuestionComesBeforeWhatAnswersIt() {
    let state = opened()
    #expect(names(state) == [])
    #expect(state.reading?.focus == question)
    #expect(state.reading?.stops == [question])
    #expect(
      state.draw().rows.map { row in String(row.reversed().drop { $0 == " " }.reversed()) }[2...10]
        == [
          " What happens to D?", " ▸ 1 ○ Nothing.", "   2 ○ It doubles.", "", "",
          " · · · The rest shows when you have answered; n shows it now.", "", "", "",
        ])
    #expect(state.draw().rows[0].hasSuffix("step 1 of 4"))
    #expect(state.draw().rows[23].contains("n show"))
  }

  @Test(arguments: ["1<Enter>", "2<Enter>", "<Down><Enter>", "SS"])
  func anyAnswerShowsIt(_ answer: String) {
    let state = opened(.guesses, answer)
    #expect(names(state) == ["Q", "D"])
    #expect(state.reading?.focus?.question == "doubled")
    #expect(after("<Tab>", state).reading?.focusedPanel?.name == "Q")
    #expect(!state.draw().rows.contains { $0.contains("· · ·") })
    #expect(after("n", state).reading?.step == 1)
  }

  @Test(arguments: ["n", "<PgDn>"])
  func oneKeyShowsItWithoutAnAnswer(_ key: String) {
    let state = opened(.guesses, key)
    #expect(state.reading?.step == 0)
    #expect(names(state) == ["Q", "D"])
    #expect(state.reading?.focusedPanel?.name == "Q")
    #expect(after(key, state).reading?.step == 1)
    // Whoever comes back finds it whole; going back is going back.
    #expect(names(after("nb", state)) == ["Q", "D"])
    #expect(after("nbb", state).message == .note("This is the first step."))
  }

  @Test(arguments: [
    Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 40, height: 12),
  ])
  func nothingMovesWhenItShows(_ size: Size) throws {
    let before = try #require(opened(size: size).page)
    let after = try #require(opened(size: size, "1<Enter>").page)
    #expect(before.stops.map { "\($0)" } == after.stops.map { "\($0)" })
    #expect(after.panels.count == 2)
    #expect(before.panels.isEmpty)
  }

  @Test func aPauseMayAskForAGuess() {
    let state = opened(.guesses, "nn")
    #expect(names(state) == [])
    #expect(state.draw().rows[4].hasPrefix(" · · · Guess first; then n shows the rest."))
    #expect(names(after(" ", state)) == ["s"])
    #expect(after(" ", state).reading?.step == 1)
  }

  @Test func otherPausesHoldNobodyUp() {
    #expect(names(opened(.guesses, "nnnn")) == ["t"])
    // Words give nothing away.
    let last = opened(.guesses, "nnnnn")
    #expect(last.reading?.step == 3)
    #expect(last.draw().rows.contains { $0.contains("Words at the end.") })
  }

  @Test func whoWantsMayHaveMoreOrLess() {
    #expect(names(opened(.all)) == ["Q", "D"])
    #expect(opened(.all, "nnn").reading?.step == 3)
    let pauses = opened(.pauses, "nnnn")
    #expect(pauses.reading?.step == 2)
    #expect(names(pauses) == [])
    #expect(pauses.draw().rows[4].hasPrefix(" · · · n shows the rest."))
    #expect(names(after("n", pauses)) == ["t"])
    #expect(after("b", after("n", pauses)).reading?.step == 1)
  }

  @Test func stepsThatWereReadBeforeAreWhole() {
    var kept = LessonProgress()
    kept.step = 1
    let state = opened(keeping: kept)
    #expect(state.reading?.step == 1)
    #expect(names(state) == [])
    #expect(names(after("b", state)) == ["Q", "D"])
  }

  @Test func whatTheReaderWroteIsShown() throws {
    let written = opened(.guesses, "no" + "X = 2<C-s>")
    let kept = try #require(written.reading?.session.progress(step: 0))
    #expect(names(opened(keeping: kept)) == ["Q", "X", "D"])
  }

  @Test func searchingAndWalkingComeToIt() {
    let found = opened(.guesses, "/2 * array<Enter>")
    #expect(found.reading?.focusedPanel?.name == "D")
    #expect(found.reading?.step == 0)
    let reached = opened(.guesses, "nE<End><Enter>")
    #expect(reached.reading?.step == 1)
    #expect(reached.reading?.focusedPanel?.name == "s")
  }

  @Test func anotherAnswerHidesNothingAgain() {
    var state = opened(.guesses, "1<Enter>")
    state.reading?.session.attempts["doubled"] = nil
    #expect(names(state) == ["Q", "D"])
  }
}
