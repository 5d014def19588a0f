import Notebook
import Terminal

extension State {
  // MARK: - Beginning and ending

  /// Begins the step's demonstration, or goes on where somebody took over.
  mutating func play() -> [Effect] {
    if playing != nil {
      playing?.mode = .running
      playing?.player.restartAct()
      playing?.look = .command
      return []
    }
    guard let reading, let demonstration = nextDemonstration else {
      message = .note(wordsWithoutDemonstration)
      return []
    }
    var effects: [Effect] = []
    // Played again, it begins as it did the first time, if nobody has changed anything since.
    if let played = reading.played[demonstration.line], played.end == reading.session.version,
      let change = self.reading?.session.goBack(to: played.before)
    {
      mark(change, before: reading.session)
      effects = [.save]
    }
    if let reading = self.reading { playing = Playing(demonstration, in: reading) }
    return effects
  }

  /// Where there are some.
  var wordsWithoutDemonstration: String {
    let steps = (reading?.lesson.steps ?? []).enumerated().filter(\.element.canPlay)
      .map { $0.offset + 1 }
    if let step = reading?.step, steps.contains(step + 1) {
      return "The demonstration stands behind a pause; \(keyName(.nextStep)) shows it."
    }
    guard let last = steps.last else { return "There is no demonstration in this lesson." }
    let first = steps.dropLast().map { "\($0)" }.joined(separator: ", ")
    return "There is no demonstration here; "
      + (first.isEmpty ? "step \(last) has one." : "steps \(first) and \(last) have one.")
  }

  /// The first of the step that wasn't played yet; when all were, the first.
  private var nextDemonstration: Demonstration? {
    let all = demonstrations
    return all.first { reading?.played[$0.line] == nil } ?? all.first
  }

  /// Any key that isn't the demonstration's own. What it has typed so far is no beginning of what others type.
  mutating func takeOver() {
    guard context == .playing else { return }
    playing?.mode = .leftOff
    if reading?.editing != nil { _ = performWhileEditing(.giveUp) }
  }

  private mutating func endPlay() {
    guard let playing, let reading else { return }
    self.playing = nil
    let line = playing.player.demonstration.line
    self.reading?.played[line] = Played(before: playing.before, end: reading.session.version)
    let again = "\(keyName(.play)) plays it again"
    // What it took back itself is nobody's to undo: behind it stands what the reader did.
    let isChanged = playing.before.edits != reading.session.edits && reading.session.canUndo
    message = .note(
      "The demonstration is over; "
        + (isChanged ? "\(keyName(.undo)) undoes, \(again)." : "\(again)."))
  }

  /// A demonstration belongs to its step.
  mutating func dropPlayElsewhere() {
    guard let playing else { return }
    if reading?.lesson.id != playing.lesson || reading?.step != playing.step
      || !layers.contains(.lesson)
    {
      self.playing = nil
    }
  }

  // MARK: - Keys of the presenter

  mutating func performWhilePlaying(_ action: Action) -> [Effect] {
    switch action {
    case .forward:
      playing?.mode = .stepping
      return playNext()
    case .play:
      let isRunning = playing?.mode == .running
      playing?.mode = isRunning ? .stepping : .running
    case .faster, .slower: changePace(by: action == .faster ? 1 : -1)
    case .back: endPlay()
    default: break
    }
    showCaption()
    return []
  }

  private mutating func changePace(by step: Int) {
    playPace = max(0, min(Playing.paces.count - 1, playPace + step))
    message = .note("Pace \(Playing.paces[playPace].name).")
  }

  // MARK: - Keys of the demonstration

  /// Plays the next key, as if it were typed.
  package mutating func playNext() -> [Effect] {
    guard var playing, !isTooSmall else { return [] }
    do throws(PlayFault) {
      var move = try playing.player.next(in: self)
      while case .expect = move { move = try playing.player.next(in: self) }
      switch move {
      case .over, .expect: endPlay()
      case .say(let words):
        playing.caption = words
        playing.pressed = nil
        playing.look = .words(words.count)
        self.playing = playing
        message = nil
        showCaption()
      case .key(let key): return press(key, for: &playing)
      }
    } catch {
      self.playing = nil
      message = .refusal("The demonstration can't go on: \(error.message).")
    }
    return []
  }

  /// The keys of a lesson's author can't end the program.
  private mutating func press(_ key: KeyPress, for playing: inout Playing) -> [Effect] {
    self.playing = nil
    if leavesStep(key) {
      self.playing = playing
      return playNext()
    }
    let effects = updateByStandard(.key(key)).filter { $0 == .save || $0 == .mouse(usesMouse) }
    playing.pressed = key
    playing.isInWalk = layers.contains(.walk)
    playing.look =
      reading?.editing != nil ? .character : key.isMove && layer == .lesson ? .move : .command
    self.playing = playing
    showCaption()
    dropPlayElsewhere()
    return effects
  }

  /// Whether a key would go back to the list: what it was to close, somebody else has closed.
  private func leavesStep(_ key: KeyPress) -> Bool {
    layer == .lesson && Bindings.standard.action(for: key, in: context) == .back
      && reading?.hasOpenHelp != true
  }

  /// A lesson's keys are those that the table has by itself, and nudge as it does, whatever the reader has chosen.
  private mutating func updateByStandard(_ event: Event) -> [Effect] {
    let (own, step) = (bindings, reading?.nudgeStep)
    let isOwnStep = step == standardNudge
    bindings = .standard
    if isOwnStep { reading?.nudgeStep = Reading.standardNudge }
    defer {
      bindings = own
      if isOwnStep, let step, reading?.nudgeStep == Reading.standardNudge {
        reading?.nudgeStep = step
      }
    }
    return update(event)
  }

  /// What was said stays on the rule; what there is to say about a key comes before it.
  mutating func showCaption() {
    guard message == nil, let playing, playing.isInCharge, let caption = playing.caption else {
      return
    }
    message = .note(caption.onOneLine())
  }
}

extension Step {
  fileprivate var canPlay: Bool { blocks.contains { if case .play = $0 { true } else { false } } }
}

/// The lesson before and after a demonstration.
package struct Played: Sendable {
  let before: Session
  /// The version of the session at its end.
  let end: Int
}

extension KeyPress {
  fileprivate var isMove: Bool {
    [.left, .right, .up, .down, .tab].contains(key)
  }
}
