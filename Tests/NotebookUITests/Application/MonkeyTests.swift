import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Random keys, clicks, pastes and sizes: the notebook never traps, and its screen is always that of its state.
@Suite struct MonkeyTests {
  @Test(arguments: [1, 2, 3], ["weighted-sums", "tasks", "flow", "plots", "large", "guesses"])
  func survives(_ seed: UInt64, _ id: String) throws {
    var random = SplitMix(seed: seed)
    let lessons =
      Sample.shelf + [Sample.tasks, FlowTests.lesson, PlotTests.lesson, LargeMatrixTests.lesson]
      + [GuessingTests.lesson]
    let lesson = try #require(lessons.first { $0.id == id })
    var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: lessons))
    state.open(lesson)
    for turn in 1...700 {
      let effects = state.update(random.event())
      if effects.contains(.quit(0)) { state.open(lesson) }
      let grid = drawn(&state, turn)
      #expect(grid.size == state.size)
      if let cursor = grid.cursor { #expect(grid.bounds.contains(cursor)) }
      expectFocusIsShown(state.reading)
      if turn % 100 == 0 { expectRecomputed(state.reading) }
    }
  }

  /// As the shell has it drawn, which is the same when the step is laid out anew.
  private func drawn(_ state: inout State, _ turn: Int) -> Grid {
    state.layOut()
    let grid = state.draw()
    guard turn % 4 == 0 else { return grid }
    state.keptPage = nil
    #expect(grid == state.draw())
    state.layOut()
    return grid
  }

  /// Nothing that is held back, or in another step, has the cursor.
  private func expectFocusIsShown(_ reading: Reading?) {
    guard let reading else { return }
    if let panel = reading.focus?.panel { #expect(reading.panels.contains { $0.id == panel }) }
    if let question = reading.focus?.question {
      #expect(reading.tasksOfStep.contains { $0.id == question })
    }
  }

  /// The same in front of a room, with a demonstration that plays in between.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func survivesInARoom(_ seed: UInt64) {
    var random = SplitMix(seed: seed)
    var state = room()
    for turn in 1...700 {
      let event = turn % 9 == 0 ? .key(.function(5)) : random.event()
      if state.update(event).contains(.quit(0)) || state.layer == .home { state = room() }
      if turn % 4 == 0, state.playDelay != nil { _ = state.playNext() }
      let grid = drawn(&state, turn)
      #expect(grid.size == state.size)
      if let cursor = grid.cursor { #expect(grid.bounds.contains(cursor)) }
      expectFocusIsShown(state.reading)
      if turn % 100 == 0 { expectRecomputed(state.reading) }
    }
  }

  private func room() -> State {
    var state = State(
      size: Size(width: 80, height: 24), shelf: Shelf(lessons: [Sample.demonstrated]))
    state.isRoom = true
    state.open(Sample.demonstrated)
    return state
  }

  /// Every number is that of the lesson computed anew from the reader's edits.
  private func expectRecomputed(_ reading: Reading?) {
    guard let reading else { return }
    let kept = reading.session.progress(step: reading.step)
    let fresh = Reading(session: Session(lesson: reading.session.original, progress: kept))
    for step in reading.lesson.steps.indices {
      let shown = reading.session.panels(inStep: step)
      let wanted = fresh.session.panels(inStep: step)
      #expect(shown.count == wanted.count)
      for (panel, other) in zip(shown, wanted) {
        #expect(panel.name == other.name)
        // NaN is as good as NaN.
        let entries = (panel.entries?.map(\.bitPattern), other.entries?.map(\.bitPattern))
        #expect(entries.0 == entries.1, "\(panel.name ?? "?") in step \(step + 1)")
      }
    }
  }

  /// Keys that leave are pressed as well: the notebook is opened again then.
  @Test func everyKeyOfTheTableIsAmongThem() {
    var random = SplitMix(seed: 5)
    let pressed = Set((0..<40_000).map { _ in random.event() })
    for binding in Bindings.all {
      for key in binding.keys { #expect(pressed.contains(.key(key)), "\(key.name)") }
    }
  }

  /// A notebook of one's own, whose every text is anybody's to change.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func survivesWriting(_ seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let opened = try OwnNotebook.opened()
    var state = opened
    for turn in 1...700 {
      if state.update(random.event()).contains(.quit(0)) || state.layer == .home { state = opened }
      let grid = drawn(&state, turn)
      #expect(grid.size == state.size)
      if let cursor = grid.cursor { #expect(grid.bounds.contains(cursor)) }
    }
  }

  @Test(arguments: [false, true]) func theLastFrameIsTheDrawnState(inARoom: Bool) {
    var random = SplitMix(seed: 7)
    let leaving: [Event] = [.control("c"), .character("q"), .key(.escape)]
    let events = (0..<300).map { _ in random.event() }.filter { !leaving.contains($0) }
    let shelf = Shelf(lessons: inARoom ? [Sample.demonstrated] : Sample.shelf)
    var state = State(size: Size(width: 1, height: 1), shelf: shelf)
    state.isRoom = inARoom
    var shell = Shell(state)
    let begin: [Event] = [.key(.enter), .character("n"), .key(.function(5)), .character(" ")]
    var screen = ScriptedScreen(events: begin + events)
    _ = shell.run(on: &screen).status
    #expect(screen.frames.last == shell.state.draw())
  }
}

/// SplitMix64: the same events for the same seed.
private struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// Every key that means something anywhere, and letters that are typed.
  private static let bound = Bindings.all.flatMap(\.keys)
  private static let letters = Array("0123456789.-+=/*()infx@T QKVSAWO[],: é日")
  private static let special: [Key] = [
    .enter, .enter, .tab, .escape, .backspace, .delete, .up, .down, .left, .right, .home, .end,
    .pageUp, .pageDown, .function(1), .function(12), .insert,
  ]
  private static let pastes = [
    "1.5", "[[1, 2], [3, 4]]", "nan", "\u{1B}[2J", "日本", "", "1e999", "e\u{301}\u{301}", "A @ A\nB",
  ]

  mutating func event() -> Event {
    switch below(20) {
    case 0: .resize(Size(width: below(300), height: below(300)))
    case 1, 2, 18: .resize(Size(width: 80, height: 24))
    case 19: .paste(Self.pastes[below(Self.pastes.count)])
    case 3, 4: .mouse(MouseEvent(action, at: Point(x: below(310) - 5, y: below(310) - 5)))
    case 5: .mouse(MouseEvent(.press, at: Point(x: below(80), y: below(24))))
    case 6: .control(["a", "u", "k", "w", "d", "e", "s", "s", "n"][below(9)])
    case 7, 8, 9, 10, 11:
      .key(Self.special[below(Self.special.count)], shift: below(4) == 0, alt: below(9) == 0)
    case 12, 13: .character(Self.letters[below(Self.letters.count)])
    default: .key(Self.bound[below(Self.bound.count)])
    }
  }

  private var action: MouseEvent.Action {
    mutating get {
      let actions: [MouseEvent.Action] = [.press, .release, .drag, .wheelUp, .wheelDown]
      return actions[below(actions.count)]
    }
  }
}
