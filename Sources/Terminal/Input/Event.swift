/// What the reader, or the terminal, did.
package enum Event: Hashable, Sendable {
  case key(KeyPress)
  /// A bracketed paste, whole, cut at a cap.
  case paste(String)
  case mouse(MouseEvent)
  case resize(Size)
  /// The terminal told what lies behind the text; screens choose their colours for it themselves.
  case background(Background)
  /// The program was stopped and goes on: everything must be drawn again.
  case resumed
  /// The terminal hung up, or a signal asks the program to end; the number is the signal's.
  case terminate(signal: Int32)
}

package enum Key: Hashable, Sendable {
  /// A printable character as typed, shift included.
  case character(Character)
  case enter, tab, escape, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  case function(Int)
}

package struct KeyPress: Hashable, Sendable {
  package let key: Key
  package let shift: Bool
  package let control: Bool
  package let alt: Bool

  package init(_ key: Key, shift: Bool = false, control: Bool = false, alt: Bool = false) {
    self.key = key
    self.shift = shift
    self.control = control
    self.alt = alt
  }
}

package struct MouseEvent: Hashable, Sendable {
  package enum Action: Hashable, Sendable { case press, release, drag, wheelUp, wheelDown }

  package let action: Action
  package let point: Point

  package init(_ action: Action, at point: Point) {
    self.action = action
    self.point = point
  }
}
