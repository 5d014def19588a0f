import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What the speaker sees.
@Suite struct NotesTests {
  private static func status(
    step: Int = 3, part: Int = 1, started: Int = 10_000, stepStarted: Int = 70_000
  ) -> RoomStatus {
    var status = RoomStatus(
      lesson: "weighted-sums", title: "6  Weighted sums of values", minutes: 18, step: step,
      stepCount: 12, stepTitle: "The whole formula", part: part, partCount: 2,
      notes: [
        RoomStatus.Note(part: 1, text: "Collect votes for S, A and O."),
        RoomStatus.Note(part: 2, text: "Then change V."),
      ], behindPause: part == 1 ? "Q · K · V" : "", nextStep: "Changing V",
      play: part == 1 ? "" : "F5 plays V[cat, g] = 2; u")
    status.started = started
    status.stepStarted = stepStarted
    return status
  }

  private func notes(
    _ demos: [RunningDemo], at now: Int, size: Size = Size(width: 60, height: 16),
    wanted: String? = nil
  ) -> State {
    var state = State(size: size, shelf: Shelf(lessons: []))
    state.follow(Notes(wanted: wanted))
    state.look(demos, killed: [], at: now)
    return state
  }

  private func after(_ text: String, _ state: State) -> State {
    var state = state
    for event in keys(text) { _ = state.update(event) }
    return state
  }

  private func rows(_ state: State) -> [String] {
    state.draw().rows.map { row in String(row.reversed().drop { $0 == " " }.reversed()) }
  }

  private let one = RunningDemo(process: 7, status: status())

  @Test func theScreenSaysWhatIsSaidNow() {
    #expect(
      rows(notes([one], at: 255_000)) == [
        " 6  Weighted sums of values                  4:05 of 18 min",
        "────────────────────────────────────────────────────────────",
        " step 3 of 12: The whole formula · part 1 of 2",
        " 3:05 in this step; by the plan: step 3",
        "",
        "   Collect votes for S, A and O.",
        "",
        " Behind the pause: Q · K · V",
        "   Then change V.",
        "",
        " Next step: Changing V",
        "",
        "",
        "",
        "────────────────────────────────────────────────────────────",
        " Space stop clock  r begin at 0:00  q quit           ? help",
      ])
  }

  @Test func itFollows() {
    var state = notes([one], at: 255_000)
    let next = RunningDemo(process: 7, status: Self.status(part: 2))
    state.look([next], killed: [], at: 256_000)
    let rows = rows(state)
    #expect(rows[0].hasSuffix("4:06 of 18 min"))
    #expect(rows[2] == " step 3 of 12: The whole formula · part 2 of 2")
    #expect(rows[7] == "   Then change V.")
    #expect(rows[9] == " Demonstration: F5 plays V[cat, g] = 2; u")
  }

  @Test func beforeADemonstrationItSaysWhatToStart() {
    let state = notes([], at: 0)
    #expect(rows(state)[3] == " Nothing is shown yet.")
    #expect(
      rows(state)[5] == " Begin in another terminal with qkv demo LESSON; its notes")
    let wanted = notes([one], at: 0, wanted: "softmax")
    #expect(rows(wanted)[3] == " Nobody shows softmax yet.")
  }

  @Test(arguments: [
    ([Int32](), "has ended"), ([7], "was cut off"),
  ])
  func anEndIsTold(_ killed: [Int32], _ how: String) {
    var state = notes([one], at: 20_000)
    state.look([], killed: killed, at: 21_000)
    #expect(
      rows(state)[3...4].joined()
        == " The demonstration of 6 Weighted sums of values \(how).")
    // Another one is followed at once.
    state.look([RunningDemo(process: 9, status: Self.status(step: 1))], killed: [], at: 22_000)
    #expect(rows(state)[2].hasPrefix(" step 1 of 12"))
  }

  @Test func severalAreToldApart() {
    let other = RunningDemo(process: 9, status: Self.status(step: 5, started: 20_000))
    var state = notes([one, other], at: 30_000)
    // The newest first.
    #expect(rows(state)[2].hasPrefix(" step 5 of 12"))
    #expect(rows(state)[12] == " Another one runs: Tab follows the next.")
    state = after("<Tab>", state)
    #expect(rows(state)[2].hasPrefix(" step 3 of 12"))
    state.look([one, other], killed: [], at: 31_000)
    #expect(rows(state)[2].hasPrefix(" step 3 of 12"))
    #expect(
      after("<Tab>", notes([one], at: 0)).message == .note("There is no other demonstration."))
  }

  @Test func theClockCanBeStopped() {
    var state = after(" ", notes([one], at: 255_000))
    state.look([one], killed: [], at: 275_000)
    #expect(rows(state)[0].hasSuffix("‖ 4:05 of 18 min"))
    #expect(rows(state)[3].hasPrefix(" 3:05 in this step"))
    #expect(rows(state)[15].hasPrefix(" Space clock on"))
    state = after(" ", state)
    state.look([one], killed: [], at: 280_000)
    #expect(rows(state)[0].hasSuffix("  4:10 of 18 min"))
    #expect(rows(state)[3].hasPrefix(" 3:10 in this step"))
    // A step that began meanwhile is not held up by it.
    let next = RunningDemo(process: 7, status: Self.status(step: 4, stepStarted: 281_000))
    state.look([next], killed: [], at: 285_000)
    #expect(rows(state)[3].hasPrefix(" 0:04 in this step"))
  }

  @Test func theClockCanBeginAnew() {
    var state = after("r", notes([one], at: 255_000))
    state.look([one], killed: [], at: 3_856_000)
    #expect(rows(state)[0].hasSuffix(" 1:00:01 of 18 min"))
    #expect(rows(state)[3] == " 1:00:01 in this step; by the plan: step 12")
  }

  @Test func smallScreensScroll() {
    let state = notes([one], at: 0, size: Size(width: 40, height: 12))
    #expect(rows(state)[10].hasSuffix("↓ 2 more ──"))
    #expect(rows(after("jj", state))[9] == " Next step: Changing V")
    #expect(rows(after("jjjj", state)) == rows(after("jj", state)))
  }

  @Test func helpAndTheWayOut() {
    let state = notes([one], at: 0)
    #expect(after("?", state).layer == .help)
    #expect(after("?<Esc>", state).layer == .notes)
    var leaving = state
    #expect(leaving.update(.character("q")) == [.quit(0)])
  }

  @Test func theShellLooksOnceASecond() {
    var now = 999_500
    var looks = 0
    var link = RoomLink(
      look: {
        looks += 1
        return ([], [])
      }, now: { now })
    var state = notes([], at: 0)
    #expect(link.wait == 500)
    let first = link.follow(&state)
    let again = link.follow(&state)
    now += 500
    let next = link.follow(&state)
    #expect([first, again, next] == [true, false, true])
    #expect(looks == 2)
    #expect(RoomLink().wait == nil)
  }
}

/// What a demonstration says of itself.
@Suite struct RoomTellingTests {
  private func room() -> State {
    var state = State(
      size: Size(width: 80, height: 24), shelf: Shelf(lessons: [Sample.demonstrated]))
    state.isRoom = true
    state.open(Sample.demonstrated)
    return state
  }

  private func after(_ text: String, _ state: State) -> State {
    var state = state
    for event in keys(text) { _ = state.update(event) }
    return state
  }

  @Test func whereItIs() throws {
    let status = try #require(room().roomStatus)
    #expect(
      status
        == RoomStatus(
          lesson: "room", title: "8  A room", minutes: 8, step: 1, stepCount: 3,
          stepTitle: "Values and weights", part: 1, partCount: 3,
          notes: [
            RoomStatus.Note(part: 1, text: "Ask for a show of hands."),
            RoomStatus.Note(part: 2, text: "Then the question."),
          ], behindPause: "a demonstration · V · O", nextStep: "A guess", play: ""))
    let next = try #require(after("n", room()).roomStatus)
    #expect(next.part == 2)
    #expect(next.behindPause == "a question")
    #expect(next.play.hasPrefix("F5 plays say Watch the row of cat; V[cat, g] = 2;"))
    #expect(after("n<F5>", room()).roomStatus?.play == "1 of 7: say Watch the row of cat")
    #expect(after("n<F5> <Up>", room()).roomStatus?.play == "waits at 2 of 7: V[cat, g] = 2")
  }

  @Test func nothingIsToldOfANotebookOrTheList() {
    #expect(Sample.demonstration().roomStatus == nil)
    #expect(after("q", room()).roomStatus == nil)
  }

  @Test func onlyWhatChangedIsTold() {
    var told: [RoomStatus] = []
    var now = 5000
    var link = RoomLink(
      tell: { (status) throws(ProgressProblem) in told.append(status) }, now: { now })
    var state = room()
    link.tell(&state)
    link.tell(&state)
    #expect(told.count == 1)
    #expect(told[0].started == 5000)
    now = 6000
    state = after("n", state)
    link.tell(&state)
    #expect(told.last?.stepStarted == 5000)
    state = after("nn", state)
    link.tell(&state)
    #expect(told.map(\.step) == [1, 1, 2])
    #expect(told.last?.started == 5000)
    #expect(told.last?.stepStarted == 6000)
  }

  @Test func thatNobodyCanFollowIsToldOnce() {
    var link = RoomLink(tell: { (_) throws(ProgressProblem) in
      throw ProgressProblem(.unwritable, path: "/x", "the disk is full", advice: "make room")
    })
    var state = room()
    let isTold = link.tell(&state)
    #expect(isTold)
    #expect(state.message?.text.hasPrefix("qkv notes can't follow.") == true)
    state = after("n", state)
    let isToldAgain = link.tell(&state)
    #expect(!isToldAgain)
  }
}
