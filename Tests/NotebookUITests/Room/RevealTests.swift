import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// A lesson shown to a room is revealed at its pauses.
@Suite struct RevealTests {
  private func room(size: Size = Size(width: 80, height: 24)) -> State {
    var state = State(size: size, shelf: Shelf(lessons: [Sample.demonstrated]))
    state.isRoom = true
    state.open(Sample.demonstrated)
    _ = state.update(.resize(size))
    return state
  }

  private func after(_ text: String, _ state: State) -> State {
    var state = state
    for event in keys(text) { _ = state.update(event) }
    return state
  }

  private func names(_ state: State) -> [String] {
    state.reading?.panels.compactMap(\.name) ?? []
  }

  @Test func aPauseHoldsBackWhatFollows() {
    let state = room()
    #expect(names(state) == [])
    #expect(state.reading?.tasksOfStep.count == 0)
    #expect(state.draw().rows[0].hasSuffix("step 1 of 3  ●○○"))
    #expect(state.draw().rows[2].contains("Which of O move with V?"))
    #expect(!state.draw().rows.dropFirst(3).dropLast(2).contains { $0.contains("V") })
    // Nor can what is hidden be played.
    #expect(
      after("<F5>", state).message == .note("The demonstration stands behind a pause; n shows it."))
  }

  /// Nobody adds cells in front of a room.
  @Test func theFooterNamesWhatARoomNeeds() {
    for size in [Size(width: 80, height: 24), Size(width: 200, height: 60)] {
      let hints = after("nn", room(size: size)).footer.hints.map(\.action)
      #expect(hints.contains(.nextStep) && !hints.contains(.addCellBelow))
    }
  }

  @Test(arguments: ["n", " ", "<PgDn>"])
  func goingOnReveals(_ key: String) {
    let state = after(key, room())
    #expect(names(state) == ["V", "O"])
    #expect(state.reading?.focusedPanel?.name == "V")
    #expect(state.reading?.tasksOfStep.count == 0)
    let all = after("<PgDn>", state)
    #expect(all.reading?.focus == .option(quiz: "halves", 0))
    #expect(all.draw().rows[0].hasSuffix("step 1 of 3  ●●●"))
    #expect(after("<PgDn>", all).reading?.step == 1)
  }

  /// On a small screen the first line of what is new is in sight, above all of it that has room.
  @Test func whatIsNewIsSeenFromItsBeginning() {
    let words = "Many words stand here, so that the step is taller than the screen of a reader."
    let lesson = OwnNotebook.lesson(
      """
      ## One

      \(words) \(words)

      <!-- pause: guess -->

      Behind it stands this.

      ```python {.qkv}
      Q = [[1, 2], [3, 4], [5, 6]]
      ```

      \(words)

      """)
    var state = State(
      size: Size(width: 40, height: 12), shelf: Shelf(lessons: [lesson]))
    state.open(lesson)
    state.reading?.curtain = Reveal.guesses.curtain(firstUnread: 0)
    _ = state.update(.resize(state.size))
    #expect(!state.draw().rows.contains { $0.contains("Behind it") })
    while state.reading?.hasHiddenParts == true { state = after("n", state) }
    let rows = state.draw().rows
    #expect(rows[2...4].contains { $0.contains("Behind it stands this.") }, "\(rows)")
    #expect(rows.contains { $0.contains("Q  3×2") })
  }

  @Test(arguments: ["b", "<PgUp>"])
  func goingBackHidesAgain(_ key: String) {
    let state = after("nn" + key, room())
    #expect(names(state) == ["V", "O"])
    #expect(state.reading?.focusedPanel?.name == "V")
    #expect(names(after(key, state)) == [])
    #expect(after(key + key, state).message == .note("This is the first step."))
    // A step that was left stays as far as it was revealed.
    #expect(names(after("n" + "n" + key, state)) == ["V", "O"])
  }

  @Test(arguments: [
    Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 40, height: 12),
  ])
  func nothingMovesWhenMoreIsRevealed(_ size: Size) {
    let first = after("n", room(size: size))
    let second = after("n", first)
    let places = first.page.map { page in page.panels.map { "\($0.box.id) \($0.at)" } } ?? []
    #expect(!places.isEmpty)
    #expect(second.page.map { page in page.panels.map { "\($0.box.id) \($0.at)" } } == places)
    let texts = first.page?.texts.map { "\($0.line.text) \($0.at)" } ?? []
    let more = second.page?.texts.map { "\($0.line.text) \($0.at)" } ?? []
    #expect(Array(more.prefix(texts.count)) == texts)
  }

  @Test func whatIsHiddenIsNotNamedByWhatIsSaid() throws {
    let text = """
      ## One
      ```python {.qkv}
      a = 1
      ```
      <!-- pause -->
      ```python {.qkv}
      twice = 2 * a
      ```
      """
    let lesson = try #require(LessonReader.read(text: text, name: "t.md").lesson)
    var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: [lesson]))
    state.isRoom = true
    state.open(lesson)
    #expect(state.explanation?.text == "a = 1  an input")
    #expect(after("n", state).explanation?.text == "a = 1  an input, reaches twice")
  }

  @Test func numbersCanBeChangedAsUsual() {
    let state = after("n" + "7<Enter>", room())
    #expect(state.reading?.session.canUndo == true)
    #expect(names(after("b", state)) == [])
    #expect(after("bu", state).reading?.session.canUndo == false)
  }

  @Test func goingToAHitRevealsIt() {
    let state = after("/0.5 * array<Enter>", room())
    #expect(state.reading?.focusedPanel?.name == "O")
    #expect(state.draw().rows[0].hasSuffix("●●○"))
    #expect(names(after("b", state)) == [])
    let question = after("/half of<Enter>", room())
    #expect(question.reading?.focus == .option(quiz: "halves", 0))
    #expect(question.draw().rows[0].hasSuffix("●●●"))
    #expect(names(after("b", question)) == ["V", "O"])
    // From another step, and by the key that goes from hit to hit.
    let again = after(";", after(":3<Enter>", after("b", state)))
    #expect(again.reading?.step == 0)
    #expect(again.reading?.focusedPanel?.name == "O")
  }

  @Test func walkingToANumberRevealsIt() throws {
    let text = """
      ## One
      ```python {.qkv}
      a = 1
      ```
      <!-- pause -->
      ```python {.qkv}
      twice = 2 * a
      ```
      ## Two
      ```python {.qkv}
      b = 2
      ```
      <!-- pause -->
      ```python {.qkv}
      all = twice + b
      ```
      """
    let lesson = try #require(LessonReader.read(text: text, name: "t.md").lesson)
    var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: [lesson]))
    state.isRoom = true
    state.open(lesson)
    // What `a` reaches: `twice` in this step, `all` in the next.
    let here = after("E<Down><Enter>", state)
    #expect(here.reading?.focusedPanel?.name == "twice")
    #expect(here.draw().rows[0].hasSuffix("●●"))
    #expect(names(after("b", here)) == ["a"])
    let there = after("E<End><Enter>", state)
    #expect(there.reading?.step == 1)
    #expect(there.reading?.focusedPanel?.name == "all")
    #expect(names(there) == ["b", "all"])
  }

  @Test func whatWasKeptIsNotShown() {
    var state = State(
      size: Size(width: 80, height: 24), shelf: Shelf(lessons: [Sample.demonstrated]))
    var kept = LessonProgress()
    kept.step = 2
    state.progress["room"] = kept
    state.isRoom = true
    state.open(Sample.demonstrated)
    #expect(state.reading?.step == 0)
  }

  @Test func aDemonstrationPlaysInARoom() {
    var state = after("n<F5>", room())
    for _ in 0..<5 { _ = state.playNext() }
    #expect(state.playing?.pressed?.name == "Enter")
    #expect(names(state) == ["V", "O"])
  }
}

/// How much room a page takes.
@Suite struct SpacingTests {
  private func spacing(_ width: Int, _ height: Int) -> Spacing? {
    var state = State(size: Size(width: width, height: height), shelf: Shelf(lessons: []))
    state.isRoom = true
    state.open(Sample.demonstrated)
    _ = state.update(.resize(Size(width: width, height: height)))
    return state.reading?.spacing
  }

  @Test func theLargestThatFitsIsTaken() {
    #expect(spacing(200, 60) == Spacing.room[0])
    #expect(spacing(80, 18) == Spacing.room[1])
    #expect(spacing(80, 17) == Spacing.room[2])
    #expect(spacing(80, 15) == Spacing.room[3])
    // Where none fits, the step scrolls.
    #expect(spacing(80, 12) == Spacing.room[3])
  }

  @Test func aWideMatrixStaysWhole() throws {
    let text = "## One\n```python {.qkv}\nW = ones((2, 10))\n```\n"
    let lesson = try #require(LessonReader.read(text: text, name: "t.md").lesson)
    let reading = Reading(session: Session(lesson: lesson))
    let spacing = Spacing.best(for: reading, body: Size(width: 80, height: 19), ascii: false)
    #expect(spacing == Spacing.room[5])
  }

  @Test func whatIsDoneInAStepLeavesItsSpacing() {
    var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: []))
    state.isRoom = true
    state.open(Sample.demonstrated)
    for event in keys("nn1") { _ = state.update(event) }
    #expect(state.reading?.spacing == spacing(80, 24))
  }

  @Test func rowsAndColumnsStandApart() {
    var state = State(size: Size(width: 100, height: 50), shelf: Shelf(lessons: []))
    state.isRoom = true
    state.open(Sample.demonstrated)
    for event in keys("n") { _ = state.update(event) }
    let rows = state.draw().rows.map { row in String(row.reversed().drop { $0 == " " }.reversed()) }
    #expect(
      Array(rows[3..<13]) == [
        "      Which of O move with V?",
        "",
        "",
        "      V  2×2  ✎                     O = 0.5 * array(V)  2×2",
        "               f        g                      f          g",
        "      the     [1]       0           the      0.5        0.0",
        "",
        "      cat      0        1           cat      0.0        0.5",
        "",
        "",
      ])
  }
}
