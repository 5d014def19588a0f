package import Notebook

/// What the speaker sees: the notes of a demonstration that runs in another terminal.
package struct Notes: Hashable, Sendable {
  /// The lesson that was asked for; nil follows any.
  let wanted: String?
  package private(set) var demos: [RunningDemo] = []
  /// The one that is followed.
  package private(set) var followed: RunningDemo?
  /// How the last one ended, until there is another.
  package private(set) var ending: String?
  /// Lines out of view above.
  var scroll = 0
  private var clock = NotesClock()
  /// In milliseconds of the machine's clock.
  private(set) var now = 0

  package init(wanted: String? = nil) {
    self.wanted = wanted
  }

  /// Takes in what there is to be seen.
  mutating func look(_ running: [RunningDemo], killed: [Int32], at now: Int) {
    self.now = now
    demos = running.filter { wanted == nil || $0.status.lesson == wanted }
    if let before = followed {
      guard let demo = demos.first(where: { $0.process == before.process }) else {
        let how = killed.contains(before.process) ? "was cut off" : "has ended"
        ending = "The demonstration of \(before.status.title) \(how)."
        followed = nil
        return look(running, killed: killed, at: now)
      }
      follow(demo)
    } else if let newest = demos.max(by: { $0.status.started < $1.status.started }) {
      follow(newest)
    }
  }

  private mutating func follow(_ demo: RunningDemo) {
    let before = followed
    followed = demo
    if before?.process != demo.process { clock = NotesClock() }
    if before?.status.stepStarted != demo.status.stepStarted { clock.beginStep() }
    let isElsewhere =
      before?.status.step != demo.status.step || before?.status.part != demo.status.part
    if isElsewhere || before?.process != demo.process { scroll = 0 }
    if before?.process == demo.process { ending = nil }
  }

  /// The next of several.
  mutating func followNext() {
    guard let process = followed?.process,
      let index = demos.firstIndex(where: { $0.process == process }), demos.count > 1
    else { return }
    follow(demos[(index + 1) % demos.count])
  }

  // MARK: - Time

  var isPaused: Bool { clock.pausedAt != nil }

  mutating func pauseClock() {
    guard let status = followed?.status else { return }
    clock.toggle(at: now, stepStarted: status.stepStarted)
  }

  mutating func resetClock() { clock.reset(at: now) }

  /// Milliseconds since the start, and since the step began.
  var elapsed: (all: Int, step: Int)? {
    followed.map { clock.elapsed($0.status, at: now) }
  }
}

/// The speaker's clock: it begins with the demonstration, and can be stopped and begun anew.
struct NotesClock: Hashable, Sendable {
  private(set) var pausedAt: Int?
  private var origin: Int?
  private var paused = 0
  private var pausedInStep = 0

  mutating func beginStep() { pausedInStep = 0 }

  mutating func toggle(at now: Int, stepStarted: Int) {
    guard let since = pausedAt else {
      pausedAt = now
      return
    }
    pausedAt = nil
    paused += now - since
    pausedInStep += now - max(since, stepStarted)
  }

  mutating func reset(at now: Int) {
    origin = now
    paused = 0
    pausedInStep = 0
    if pausedAt != nil { pausedAt = now }
  }

  func elapsed(_ status: RoomStatus, at now: Int) -> (all: Int, step: Int) {
    let now = pausedAt ?? now
    let all = now - (origin ?? status.started) - paused
    let step = now - max(status.stepStarted, origin ?? 0) - pausedInStep
    return (max(0, all), max(0, step))
  }
}

extension Notes {
  /// `4:07`, `1:02:30`
  static func text(milliseconds: Int) -> String {
    let seconds = milliseconds / 1000
    let minutes = seconds / 60 % 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let end = "\(two(seconds % 60))"
    return seconds < 3600 ? "\(minutes):\(end)" : "\(seconds / 3600):\(two(minutes)):\(end)"
  }
}
