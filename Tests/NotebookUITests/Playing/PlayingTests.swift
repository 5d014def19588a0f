@testable import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// A demonstration of a lesson, played by its presenter.
@Suite struct PlayingTests {
  private func after(_ text: String, _ state: State = Sample.demonstration()) -> State {
    var state = state
    for event in keys(text) { _ = state.update(event) }
    return state
  }

  private func focus(_ state: State) -> String {
    guard let focus = state.reading?.focus, let panel = state.reading?.focusedPanel else {
      return "a question"
    }
    return panel.entryName(focus.position ?? [])
  }

  private func entry(_ name: String, _ position: [Int], _ state: State) -> String? {
    guard let session = state.reading?.session, let id = session.panelID(forName: name) else {
      return nil
    }
    return session.entryText(id, at: position)
  }

  /// The keys that it presses, one by one.
  private func played(_ state: State) -> (keys: [String], state: State) {
    var state = state
    var keys: [String] = []
    _ = state.update(.key(.function(5)))
    while state.playing != nil, keys.count < 200 {
      _ = state.playNext()
      if let playing = state.playing { keys.append(playing.pressed?.name ?? "say") }
    }
    return (keys, state)
  }

  @Test func itPressesKeyAfterKey() {
    let (keys, state) = played(Sample.demonstration())
    #expect(
      keys == ["say", "Tab", "↓", "→", "2", "Enter", "Tab", "↓", "→", "e", "Esc", "u"])
    #expect(entry("V", [1, 1], state) == "1")
    #expect(focus(state) == "V[cat, g]")
    #expect(state.message == .note("The demonstration is over; F5 plays it again."))
    #expect(state.reading?.session.canUndo == false)
  }

  @Test func whatIsNoDigitIsTypedIntoAnOpenEdit() {
    let (keys, state) = played(Sample.demonstration(step: 2))
    #expect(
      keys.joined(separator: " ")
        == "Tab Enter Ctrl-U s q r t ( 2 ) Enter Enter Ctrl-U - 3 Enter + + u u u u")
    #expect(entry("c", [], state) == "1")
  }

  @Test func spaceGoesKeyByKey() {
    var state = after("<F5> ")
    #expect(state.playing?.mode == .stepping)
    #expect(state.playDelay == nil)
    #expect(state.message == .note("Watch the row of cat"))
    for _ in 0..<5 { _ = state.update(.character(" ")) }
    #expect(entry("V", [1, 1], state) == "2")
    #expect(state.draw().rows[23].hasPrefix(" ‖ 2/7   Enter    Space next key  F5 run  Esc end"))
  }

  @Test func anyOtherKeyTakesOverAndDGoesOn() {
    // The cursor stands on V[cat, f] when somebody moves it away.
    var state = after("<F5>   ")
    #expect(focus(state) == "V[cat, f]")
    _ = state.update(.key(.up))
    #expect(focus(state) == "V[the, f]")
    #expect(state.context == .lesson)
    #expect(state.playDelay == nil)
    #expect(state.draw().rows[23].contains("F5 go on"))
    state = after("<F5>    ", state)
    #expect(focus(state) == "V[cat, g]")
    #expect(state.playing?.mode == .stepping)
    state = after("  ", state)
    #expect(entry("V", [1, 1], state) == "2")
  }

  @Test func whatItHasTypedIsNoBeginningOfWhatOthersType() {
    var state = after("<F5>     ")
    #expect(state.reading?.editing?.field.text == "2")
    state = after("5<Enter>", state)
    #expect(entry("V", [1, 1], state) == "5")
    // The act begins anew.
    state = after("<F5>  ", state)
    #expect(entry("V", [1, 1], state) == "2")
    #expect(after("uu", state).reading?.session.canUndo == false)
  }

  @Test func aClickTakesOver() {
    var state = after("<F5> ")
    _ = state.update(.mouse(MouseEvent(.press, at: Point(x: 2, y: 2))))
    #expect(state.playing?.mode == .leftOff)
    state = after("<F5>", state)
    _ = state.update(.paste("7"))
    #expect(state.playing?.mode == .leftOff)
  }

  @Test func fromAnExplanationItPlaysOnTheStep() {
    let begun = after("<Tab>e<F5>")
    #expect(begun.layer == .lesson)
    #expect(begun.playing?.mode == .running)
    // Somebody took over and looks at another number: that is closed, and it goes on.
    let goesOn = after("<F5>  <Up>e<F5>")
    #expect(goesOn.layer == .lesson)
    #expect(goesOn.walk == nil)
    #expect(goesOn.playing?.mode == .running)
  }

  @Test func whatItOpenedItselfMayBeClosedByOthers() {
    // Up to `e`, which opens the explanation.
    let open = after("<F5>          ")
    #expect(open.layer == .walk)
    // It goes on in there...
    #expect(after("<Up><F5>", open).layer == .walk)
    #expect(after("<Up><F5> ", open).playing?.pressed?.name == "Esc")
    // ... and where it was closed, `Esc` doesn't leave the step.
    let closed = after("<Up><Esc><F5> ", open)
    #expect(closed.layer == .lesson)
    #expect(closed.playing?.pressed?.name == "u")
  }

  /// What it changed it has taken back: `u` is about what was done before it.
  @Test func behindItStandsWhatTheReaderDid() {
    var state = after("<Tab>7<Enter>", Sample.demonstration())
    #expect(state.reading?.session.canUndo == true)
    state = played(state).state
    #expect(state.message == .note("The demonstration is over; F5 plays it again."))
    #expect(state.reading?.session.canUndo == true)
  }

  @Test func escapeEndsIt() {
    let state = after("<F5>      <Esc>")
    #expect(state.playing == nil)
    #expect(entry("V", [1, 1], state) == "2")
    #expect(
      state.message == .note("The demonstration is over; u undoes, F5 plays it again."))
    #expect(state.layer == .lesson)
  }

  @Test func playedAgainItBeginsAsItDid() {
    var state = after("<F5>      <Esc><F5>")
    #expect(entry("V", [1, 1], state) == "1")
    #expect(state.playing?.mode == .running)
    state = after("<Esc>u", state)
    #expect(entry("V", [1, 1], state) == "2")
  }

  @Test func whatWasChangedSinceStays() {
    #expect(entry("V", [0, 0], after("<F5>      <Esc><Up><Left>7<Enter><F5>")) == "7")
  }

  @Test func anotherStepEndsIt() {
    let state = after("<F5> n")
    #expect(state.playing == nil)
    #expect(state.reading?.step == 1)
  }

  @Test func severalArePlayedInTurn() {
    let (_, state) = played(Sample.demonstration(step: 2))
    let next = played(state)
    #expect(next.keys == [])
    #expect(
      next.state.message == .refusal("The demonstration can't go on: there is no V here."))
  }

  @Test func aStepWithoutOneSaysSo() {
    #expect(
      after("<F5>", Sample.demonstration(step: 3)).message
        == .note("There is no demonstration here; steps 1 and 2 have one."))
    #expect(!Sample.demonstration(step: 3).draw().rows[23].contains("F5 play"))
    #expect(Sample.demonstration().draw().rows[23].contains("F5 play"))
  }

  @Test func itsPaceCanBeChanged() {
    let state = after("<F5> ")
    #expect(after("<F5>", state).playDelay == 1500)
    #expect(after("<F5>>", state).playDelay == 750)
    #expect(after("<F5>>>>>", state).playDelay == 375)
    #expect(after("<F5><", state).playDelay == 3000)
    #expect(after("<F5><<<<", state).message == .note("Pace ¼."))
  }

  @Test func aWindowThatIsTooSmallHoldsIt() {
    var state = after("<F5>")
    _ = state.update(.resize(Size(width: 20, height: 5)))
    #expect(state.playDelay == nil)
    #expect(state.playNext() == [])
    _ = state.update(.resize(Size(width: 80, height: 24)))
    #expect(state.playDelay == 1500)
  }

  @Test func itWaitsBehindTheHelp() {
    let state = after("<F5><F1>")
    #expect(state.layer == .help)
    #expect(state.playDelay == nil)
    #expect(state.draw().rows[2].hasPrefix("  While a demonstration plays"))
    let back = after("<Esc>", state)
    #expect(back.context == .playing)
    #expect(back.playing?.mode == .stepping)
    #expect(after("<F5>", back).playing?.mode == .running)
  }

  /// A lesson from a stranger can't end the program or leave the terminal.
  @Test(arguments: ["Ctrl-C", "Ctrl-Z", "q", "m"])
  func keysThatLeaveDoNot(_ key: String) throws {
    var reader = DemonstrationReader()
    let acts = reader.acts(key)
    var state = Sample.demonstration()
    state.playing = Playing(
      Demonstration(acts: acts, line: 1), in: try #require(state.reading))
    let effects = state.playNext()
    #expect(!effects.contains { if case .quit = $0 { true } else { false } })
    #expect(!effects.contains(.suspend))
  }

  @Test func theScreenShowsEachKey() {
    var screen = ScriptedScreen(
      batches: [[.key(.enter)], [.key(.function(5))]] + Array(repeating: [], count: 6))
    var shell = Shell(
      State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: [Sample.demonstrated])))
    _ = shell.run(on: &screen)
    let footers = screen.frames.dropFirst(2).map { String($0.rows[23].prefix(18)) }
    #expect(
      footers == [
        " ▶ 1/7   Space nex", " ▶ 2/7   Space nex", " ▶ 2/7   Tab    Sp", " ▶ 2/7   ↓    Spac",
        " ▶ 2/7   →    Spac", " ▶ 2/7   2    Spac", " ▶ 2/7   Enter    ",
      ])
  }
}
