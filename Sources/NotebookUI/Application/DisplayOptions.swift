package import Terminal

/// How the notebook looks and what keys do: the settings in force.
package struct DisplayOptions: Sendable {
  /// The background that colours are chosen for.
  package var theme: Theme
  package var color: ColorChoice
  /// Draw with ASCII characters only.
  package var ascii: Bool
  package var mouse: Bool
  /// Whether what is copied is sent to the clipboard through the terminal.
  package var clipboard = true
  /// Decimals where a lesson doesn't say how many; nil leaves it to the lesson's default.
  package var digits: Int?
  /// How far a nudge goes at first.
  package var nudge: Double
  /// What of a step a reader sees before they have guessed.
  package var reveal = Reveal.guesses
  package var bindings: Bindings

  package init(
    theme: Theme = .automatic, color: ColorChoice = .automatic, ascii: Bool = false,
    mouse: Bool = true, digits: Int? = nil, nudge: Double = 0.1, bindings: Bindings = .standard
  ) {
    self.theme = theme
    self.color = color
    self.ascii = ascii
    self.mouse = mouse
    self.digits = digits
    self.nudge = nudge
    self.bindings = bindings
  }
}

extension State {
  /// - Parameter ascii: whether all is drawn with ASCII, be it for the locale's sake.
  init(size: Size, shelf: Shelf, options: DisplayOptions, ascii: Bool) {
    self.init(size: size, shelf: shelf, ascii: ascii, bindings: options.bindings)
    standardDigits = options.digits
    standardNudge = options.nudge
    standardReveal = options.reveal
    usesMouse = options.mouse
    usesClipboard = options.clipboard
  }
}
