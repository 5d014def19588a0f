/// Says when the next key of a demonstration is due.
struct PlayClock {
  /// When the last key was pressed, or the demonstration began to run.
  private var since: ContinuousClock.Instant?

  /// The milliseconds left of a delay; nil where nothing runs.
  func wait(_ delay: Int?, at now: ContinuousClock.Instant) -> Int? {
    guard let delay, let since else { return nil }
    let left = now.duration(to: since + .milliseconds(delay)).components
    return max(0, Int(left.seconds) * 1000 + Int(left.attoseconds / 1_000_000_000_000_000))
  }

  /// After each look at the keys.
  ///
  /// - Parameter isPlayed: whether a key of the demonstration was pressed just now.
  mutating func note(_ delay: Int?, isPlayed: Bool, at now: ContinuousClock.Instant) {
    since = delay == nil ? nil : isPlayed ? now : since ?? now
  }
}
