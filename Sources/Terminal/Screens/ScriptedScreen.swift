/// A screen that no terminal stands behind: it is fed its events from a list and keeps every grid it is shown.
package struct ScriptedScreen: Screen {
  package private(set) var size: Size
  /// Every grid presented, in order.
  package private(set) var frames: [Grid] = []
  package private(set) var suspensions = 0
  package private(set) var invalidations = 0
  package private(set) var rings = 0
  package private(set) var copies: [String] = []
  package private(set) var isMouseOn = true

  private var batches: ArraySlice<[Event]>

  /// - Parameter batches: what each call of `nextEvents` returns. An empty one stands for a time-out. After the last, the
  ///   terminal hangs up, so that no loop waits for ever.
  package init(size: Size = Size(width: 80, height: 24), batches: [[Event]]) {
    self.size = size
    self.batches = batches[...]
  }

  /// Every event in a batch of its own: a frame is shown after each.
  package init(size: Size = Size(width: 80, height: 24), events: [Event]) {
    self.init(size: size, batches: events.map { [$0] })
  }

  package mutating func present(_ grid: Grid) {
    frames.append(grid)
  }

  package mutating func nextEvents(within milliseconds: Int?) -> [Event] {
    guard var batch = batches.popFirst() else { return [.terminate(signal: Self.hangup)] }
    if batch.isEmpty && milliseconds == nil { batch = nextEvents(within: nil) }
    for case .resize(let size) in batch { self.size = size }
    return batch
  }

  /// All that there is comes by itself.
  package static var hasInput: Bool { false }

  package mutating func suspend() {
    suspensions += 1
    batches = [[.resumed]] + batches
  }

  package mutating func invalidate() {
    invalidations += 1
  }

  package mutating func ring() {
    rings += 1
  }

  package mutating func copy(_ text: String) {
    copies.append(text)
  }

  package mutating func setMouse(_ isOn: Bool) {
    isMouseOn = isOn
  }

  private static let hangup: Int32 = 1
}
