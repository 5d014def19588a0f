import CNcurses

/// What can be known of the terminal without taking it.
package struct TerminalDescription: Hashable, Sendable {
  package let canPlaceCursor: Bool
  /// The colours that terminfo offers.
  package let colors: ColorDepth

  /// By the variable TERM; nil where terminfo knows no such terminal.
  package init?() {
    var description = qkv_terminal_description()
    guard qkv_describe_terminal(&description) != 0 else { return nil }
    canPlaceCursor = description.can_place_cursor != 0
    colors = ColorDepth(
      colors: Int(description.colors), hasDirectColor: description.has_direct_color != 0)
  }

  /// Whether the locale lets characters beyond ASCII be drawn.
  package static var drawsUnicode: Bool { qkv_locale_start() != 0 }
}
