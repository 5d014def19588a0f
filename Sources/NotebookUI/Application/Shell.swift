import Notebook
package import Terminal

/// Runs the notebook on a screen: events change the state, the state is drawn, once a batch; what was done is kept.
package struct Shell {
  package private(set) var state: State
  private var keeper: Keeper
  /// What there is to say about saving, until it can be seen: it must not go by under the keys.
  private var untold: Message?
  /// Whether the reader, who has just asked to leave, knows what that loses.
  private var warning = Warning.none
  private var playClock = PlayClock()
  private var lastTyped: ContinuousClock.Instant?
  private var room: RoomLink

  private enum Warning { case none, given, seen }

  /// - Parameter save: nil keeps nothing.
  package init(_ state: State, save: Keeper.Write? = nil, room: RoomLink = RoomLink()) {
    self.init(state, keeper: Keeper(state, write: save), room: room)
  }

  package init(_ state: State, keeper: Keeper, room: RoomLink = RoomLink()) {
    self.state = state
    self.keeper = keeper
    self.room = room
  }

  /// Until the reader leaves or the terminal is gone.
  ///
  /// - Returns: the exit status, and what couldn't be kept.
  package mutating func run<S: Screen & ~Copyable>(
    on screen: inout S
  ) -> (status: Int32, loss: Loss?) {
    keeper.recall(&state)
    _ = state.update(.resize(screen.size))
    room.follow(&state)
    present(on: &screen)
    room.tell(&state)
    while true {
      let toPlay = playClock.wait(state.playDelay, at: .now)
      let toKeep = wait(at: .now)
      // Between two keys there is time for a lesson.
      let mayRead = toKeep == nil && state.hasMoreToTell
      let toProve = state.proving == nil ? nil : Keeper.pauseInMilliseconds
      let wait = mayRead ? 0 : [toKeep, toPlay, toProve, room.wait].compactMap(\.self).min()
      let events = screen.nextEvents(within: wait)
      noteTyping(events, at: .now)
      var rest = events[...]
      while let event = next(of: &rest) {
        let effects = state.update(event)
        keeper.recall(&state)
        if case .key = event, !effects.contains(where: \.isEnd) { warning = .none }
        if let end = handle(effects, on: &screen) { return end }
      }
      // What was waited for has come when nothing else did.
      let isPlayed = events.isEmpty && toPlay != nil && toPlay == wait
      if isPlayed { _ = handle(state.playNext(), on: &screen) }
      let isRead = events.isEmpty && mayRead && state.readNextLesson()
      let isProved = events.isEmpty && toProve != nil && prove(unless: { S.hasInput })
      let isSeen = room.follow(&state)
      if isPlayed || isRead || isProved || isSeen || !events.isEmpty { present(on: &screen) }
      if room.tell(&state) { present(on: &screen) }
      playClock.note(state.playDelay, isPlayed: isPlayed, at: .now)
      keeper.notePlace(state, at: .now)
      if keeper.isDue(hasPaused: events.isEmpty, at: .now) { save() }
      if events.isEmpty { tell(on: &screen) }
    }
  }

  /// A pause ends what is typed where nothing takes it.
  private mutating func noteTyping(_ events: [Event], at now: ContinuousClock.Instant) {
    guard !events.isEmpty else { return }
    if let lastTyped, now - lastTyped >= State.wordPause { state.endStrayText() }
    lastTyped = now
  }

  /// The next event of a batch.
  private func next(of rest: inout ArraySlice<Event>) -> Event? {
    if let (text, count) = state.pastedText(in: rest) {
      rest = rest.dropFirst(count)
      return .paste(text)
    }
    return rest.popFirst()
  }

  private func wait(at now: ContinuousClock.Instant) -> Int? {
    let toTell = untold != nil && state.showsMessages ? Keeper.pauseInMilliseconds : nil
    return [keeper.wait(at: now), toTell].compactMap(\.self).min()
  }

  /// - Returns: the exit status, where an effect ends the program, and what that loses.
  private mutating func handle<S: Screen & ~Copyable>(
    _ effects: [Effect], on screen: inout S
  ) -> (status: Int32, loss: Loss?)? {
    for effect in effects {
      switch effect {
      case .save: keeper.noteChange(at: .now)
      case .write(let path):
        state.write(to: path)
        keeper.noteChange(at: .now)
      case .openNotebook(let path):
        state.openNotebook(at: path)
        keeper.noteChange(at: .now)
      case .suspend:
        save()
        screen.suspend()
      case .redraw: screen.invalidate()
      case .ring: screen.ring()
      case .copy(let text): screen.copy(text)
      case .mouse(let isOn): screen.setMouse(isOn)
      case .quit(let status):
        let loss = keeper.finish(&state)
        if let loss, loss.isFelt, !Effect.isOfSignal(status), warning != .seen {
          warning = .given
          state.warn(before: loss)
          screen.setMouse(state.usesMouse)
          break
        }
        return (status, loss)
      }
    }
    return nil
  }

  /// While nothing is typed there is time for what a saved notebook is asked.
  ///
  /// - Returns: whether something came of it.
  private mutating func prove(unless isInterrupted: @escaping () -> Bool) -> Bool {
    let message = state.prove(unless: isInterrupted)
    if state.showsMessages {
      state.message = message ?? state.message
    } else {
      untold = message ?? untold
    }
    return state.proving == nil
  }

  private mutating func save() {
    untold = keeper.save(&state, at: .now) ?? untold
  }

  private mutating func tell<S: Screen & ~Copyable>(on screen: inout S) {
    guard let message = untold, state.showsMessages else { return }
    untold = nil
    state.message = message
    present(on: &screen)
  }

  private mutating func present<S: Screen & ~Copyable>(on screen: inout S) {
    if state.layer == .lesson, !state.isTooSmall { state.layOut() }
    screen.present(state.draw())
    if warning == .given { warning = .seen }
  }
}
