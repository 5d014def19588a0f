package import Terminal

/// Runs the notebook on a screen: events change the state, the state is drawn, once a batch.
package struct Shell {
  package private(set) var state: State
  /// Keeps what the reader changed.
  private let save: (State) -> Void

  package init(_ state: State, save: @escaping (State) -> Void = { _ in }) {
    self.state = state
    self.save = save
  }

  /// Until the reader leaves or the terminal is gone.
  ///
  /// - Returns: the exit status.
  package mutating func run<S: Screen & ~Copyable>(on screen: inout S) -> Int32 {
    _ = state.update(.resize(screen.size))
    present(on: &screen)
    while true {
      for event in screen.nextEvents(within: nil) {
        if let status = handle(event, on: &screen) { return status }
      }
      present(on: &screen)
    }
  }

  /// - Returns: the exit status, where the event ends the program.
  private mutating func handle<S: Screen & ~Copyable>(_ event: Event, on screen: inout S) -> Int32?
  {
    for effect in state.update(event) {
      switch effect {
      case .save: save(state)
      case .suspend: screen.suspend()
      case .redraw: screen.invalidate()
      case .ring: screen.ring()
      case .quit(let status): return status
      }
    }
    return nil
  }

  private func present<S: Screen & ~Copyable>(on screen: inout S) {
    screen.present(state.draw())
  }
}
