/// The background that colours are chosen for. A terminal can't be relied on to tell it.
package enum Theme: String, Hashable, Sendable, CaseIterable {
  /// Colours of middle brightness, which keep 4.5 to 1 on black and on white.
  case automatic = "auto"
  /// Bright colours, which keep 7 to 1 on black.
  case dark
  /// Dark colours, which keep 5.5 to 1 on white.
  case light
}
