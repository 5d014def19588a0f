/// A terminal that is ours for as long as the value lives: taking it is the initialiser, giving it back the `deinit`.
package protocol Screen: ~Copyable {
  var size: Size { get }

  /// Shows the grid, sending what differs from the one before.
  mutating func present(_ grid: Grid)

  /// The next events, in order: at least one, all that have already arrived; empty when `milliseconds` have passed.
  /// `nil` waits without limit and costs no time while nothing happens.
  mutating func nextEvents(within milliseconds: Int?) -> [Event]

  /// Whether something has been typed that `nextEvents` hasn't given yet.
  static var hasInput: Bool { get }

  /// Gives the terminal back, stops the process as Ctrl-Z does, and takes it again when it goes on.
  mutating func suspend()

  /// The next `present` sends everything.
  mutating func invalidate()

  mutating func ring()

  /// Asks the terminal to put a text on the clipboard; whether it does, nobody tells.
  mutating func copy(_ text: String)

  /// Whether the mouse is reported; without it, the terminal's own selection works as usual.
  mutating func setMouse(_ isOn: Bool)
}
