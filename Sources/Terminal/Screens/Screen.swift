/// A terminal that is ours for as long as the value lives: taking it is the initialiser, giving it back the `deinit`.
package protocol Screen: ~Copyable {
  var size: Size { get }

  /// Shows the grid, sending what differs from the one before.
  mutating func present(_ grid: Grid)

  /// The next events, in order: at least one, all that have already arrived; empty when `milliseconds` have passed.
  /// `nil` waits without limit and costs no time while nothing happens.
  mutating func nextEvents(within milliseconds: Int?) -> [Event]

  /// Gives the terminal back, stops the process as Ctrl-Z does, and takes it again when it goes on.
  mutating func suspend()

  /// The next `present` sends everything.
  mutating func invalidate()

  mutating func ring()

  /// Whether the mouse is reported; without it, the terminal's own selection works as usual.
  mutating func setMouse(_ isOn: Bool)
}
