package import Notebook

/// How a demonstration and the speaker's terminal know of each other: the one tells where it is, the other looks.
package struct RoomLink {
  package typealias Tell = (RoomStatus) throws(ProgressProblem) -> Void
  package typealias Look = () -> (running: [RunningDemo], killed: [Int32])

  private let write: Tell?
  private let read: Look?
  /// Milliseconds of the machine's clock.
  private let now: () -> Int
  private var told: RoomStatus?
  private var hasFailed = false
  private var started: Int?
  private var stepStarted = 0
  private var seen: Int?

  /// - Parameters:
  ///   - tell: says where the demonstration is; nil for any other notebook.
  ///   - look: finds demonstrations; nil where none is followed.
  package init(
    tell: Tell? = nil, look: Look? = nil, now: @escaping () -> Int = machineMilliseconds
  ) {
    write = tell
    read = look
    self.now = now
  }

  // MARK: - Telling

  /// Tells where the demonstration is, where that has changed.
  ///
  /// - Returns: whether the presenter has been told that nobody can follow.
  @discardableResult
  package mutating func tell(_ state: inout State) -> Bool {
    guard let write, !hasFailed, var status = state.roomStatus else { return false }
    if (told?.lesson, told?.step) != (status.lesson, status.step) { stepStarted = now() }
    status.started = started ?? stepStarted
    status.stepStarted = stepStarted
    guard status != told else { return false }
    started = status.started
    told = status
    do throws(ProgressProblem) {
      try write(status)
      return false
    } catch {
      hasFailed = true
      state.message = Keeper.message(notFollowed: error)
      return true
    }
  }

  // MARK: - Looking

  /// Until the seconds of the speaker's clock change; nil where there is none.
  package var wait: Int? {
    guard read != nil else { return nil }
    return 1000 - now() % 1000
  }

  /// Looks where demonstrations are, once a second.
  ///
  /// - Returns: whether it has looked.
  @discardableResult
  package mutating func follow(_ state: inout State) -> Bool {
    guard let read else { return false }
    let now = now()
    guard seen != now / 1000 else { return false }
    seen = now / 1000
    let found = read()
    state.look(found.running, killed: found.killed, at: now)
    return true
  }
}
