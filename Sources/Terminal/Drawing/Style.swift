/// What a piece of text on the screen means. One file, the palette, says how each meaning looks.
package enum Role: Hashable, Sendable {
  case text, dim, label, heading, title, emphasis, strong, code, math, live, link
  case rule, footerKey, footerText
  /// An entry that can be edited.
  case input
  /// The entry under the cursor, and the entries that took part in it.
  case focus, tookPart
  /// Changed by the last edit.
  case changed
  /// More, and less, than in the state that is compared with.
  case rise, fall
  case success, failure, warning
  /// What is being typed.
  case editing
  case selection
  /// A weight or another value on the even ramp, 0 the lowest to 16 the highest.
  case ramp(Int)
  /// A signed value on the diverging ramp, −8 to 8.
  case signed(Int)
  /// The symbol of such a shade, which is seen only where there are no colours.
  case rampSymbol(Int), signedSymbol(Int)
  /// One of several lines of a plot, by its place among them.
  case series(Int)
}

/// How a cell of the grid is drawn: a meaning, and marks that may come on top of any.
package struct Style: Hashable, Sendable {
  package var role: Role
  package var bold: Bool
  package var underline: Bool

  package init(_ role: Role, bold: Bool = false, underline: Bool = false) {
    self.role = role
    self.bold = bold
    self.underline = underline
  }

  package static let text = Style(.text)
}
