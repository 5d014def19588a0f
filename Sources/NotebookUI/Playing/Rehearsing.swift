import AttentionEngine
import CellLanguage
package import Notebook
import Terminal

extension State {
  /// Plays a demonstration on a screen of 80×24 that nobody sees, and says what goes wrong first: a key that does nothing,
  /// a place that isn't there, numbers that come out otherwise.
  package static func rehearse(
    _ demonstration: Demonstration, in session: Session, step: Int
  ) -> PlayFault? {
    var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: []))
    state.reading = Reading(session: session, step: step)
    state.layers = [.home, .lesson]
    var rehearsal = PlayRehearsal(demonstration, state)
    do throws(PlayFault) {
      try rehearsal.play()
      return nil
    } catch {
      return error
    }
  }
}

private struct PlayRehearsal {
  /// More keys is a demonstration that doesn't end.
  private static let keyLimit = 2000

  private var state: State
  private var player: Player
  private let step: Int
  /// Whether numbers have changed since the last expectation.
  private var isOpen = false
  private var versionBefore: Int?

  init(_ demonstration: Demonstration, _ state: State) {
    self.state = state
    player = Player(demonstration)
    step = state.reading?.step ?? 0
    // As the first key would: nothing but its own deed may tell it from none.
    self.state.refreshStep()
  }

  mutating func play() throws(PlayFault) {
    let passed = passedTasks
    for _ in 0..<Self.keyLimit {
      let act = player.act
      let move = try player.next(in: state)
      if player.act != act { try closeActs(act..<player.act) }
      switch move {
      case .key(let key): try press(key)
      case .say: break
      case .expect(let expectation): try check(expectation)
      case .over: return try finish(passed)
      }
    }
    throw PlayFault(
      "the demonstration presses more than \(Self.keyLimit) keys", advice: "divide it")
  }

  private func text(of act: Int) -> String { player.demonstration.acts[safe: act]?.text ?? "" }

  // MARK: - Keys

  private mutating func press(_ key: KeyPress) throws(PlayFault) {
    let act = text(of: player.act)
    let version = state.reading?.session.version
    if versionBefore == nil { versionBefore = version }
    let before = state.withoutMessage
    let effects = state.update(.key(key))
    guard !effects.contains(where: \.leaves), state.layers.contains(.lesson),
      state.reading?.step == step
    else {
      throw PlayFault("“\(act)” leaves the step", advice: "a demonstration stays in its step")
    }
    let refusal = state.message.map { ": \($0.text)" } ?? ""
    guard state.withoutMessage.draw() != before.draw() else {
      throw PlayFault(
        "“\(act)” does nothing here\(refusal)", advice: "leave it out, or do something before it")
    }
    if state.reading?.session.version != version { isOpen = true }
  }

  /// What an act was to do is done.
  private mutating func closeActs(_ acts: Range<Int>) throws(PlayFault) {
    for act in acts {
      guard case .set = player.demonstration.acts[safe: act]?.kind else { continue }
      let text = text(of: act)
      if let editing = state.reading?.editing {
        throw PlayFault(
          "“\(text)” isn't accepted: \(editing.problem?.message ?? "it stays open")",
          advice: "write a number or a formula")
      }
      if versionBefore == nil || versionBefore == state.reading?.session.version {
        throw PlayFault("“\(text)” changes nothing", advice: "set another number")
      }
    }
    versionBefore = nil
  }

  // MARK: - Numbers

  private mutating func check(_ expectation: Demonstration.Expectation) throws(PlayFault) {
    isOpen = false
    let target = expectation.target
    guard let reading = state.reading, let found = try reading.number(at: target) else {
      throw PlayFault("\(target.text) is no number", advice: "name one entry")
    }
    guard !expectation.holds(of: found) else { return }
    // One decimal more than expected tells them apart, where they are close.
    let digits = min(6, expectation.decimals + (found == found.rounded() ? 0 : 1))
    throw PlayFault(
      "\(target.text) is expected to be \(expectation.words), and it is "
        + ValueText.number(found, .float64, digits: digits),
      advice: "mend the number, or what is played before")
  }

  private func finish(_ passed: Set<String>) throws(PlayFault) {
    if state.layer != .lesson || state.reading?.editing != nil {
      throw PlayFault(
        "the demonstration leaves something open at its end", advice: "close it with Esc")
    }
    if let solved = passedTasks.subtracting(passed).min() {
      throw PlayFault(
        "the demonstration solves \(solved)", advice: "leave that to the reader")
    }
    if isOpen, state.reading?.isAsAtFirst == false {
      throw PlayFault(
        "the demonstration changes numbers and doesn't say what comes out",
        advice: "end it with u, or with expect NAME[ROW, COLUMN] = NUMBER")
    }
  }

  private var passedTasks: Set<String> {
    Set(
      state.reading?.tasksOfStep.map(\.id).filter { state.reading?.board.isPassed($0) == true }
        ?? [])
  }
}

extension State {
  /// What a key does besides being answered.
  fileprivate var withoutMessage: State {
    var state = self
    state.message = nil
    return state
  }
}

extension Effect {
  fileprivate var leaves: Bool {
    switch self {
    case .quit, .suspend: true
    default: false
    }
  }
}

extension Reading {
  /// Whether every cell is as the lesson has it.
  fileprivate var isAsAtFirst: Bool {
    !lesson.cells.indices.contains { cell in
      session.panels(of: cell).contains { session.isEdited($0.id) }
    }
  }

  /// The number that stands there; nil where no single one does.
  fileprivate func number(at target: Demonstration.Target) throws(PlayFault) -> Double? {
    guard let id = session.panelID(forName: target.name), let panel = session.panel(id) else {
      throw PlayFault("there is no \(target.name)", advice: "name a matrix of the lesson")
    }
    guard case .array(let array) = panel.content else { return nil }
    let position = try Route.position(of: target, in: panel) ?? []
    return position.count == array.shape.count ? array.tensor[position] : nil
  }
}

extension Demonstration.Expectation {
  /// `0.40`, `above 0.8`
  fileprivate var words: String {
    let number = ValueText.number(value, .float64, digits: decimals)
    switch comparison {
    case .equal: return number
    case .above: return "above \(number)"
    case .below: return "below \(number)"
    case .atLeast: return "at least \(number)"
    case .atMost: return "at most \(number)"
    }
  }
}
