/// How the notebook may use the terminal, as the command line and the environment have it.
package struct DisplayOptions: Hashable, Sendable {
  /// Whether colours are used: nil leaves it to `NO_COLOR` and the terminal's description.
  package var color: Bool?
  /// Draw with ASCII characters only.
  package var ascii: Bool
  package var mouse: Bool

  package init(color: Bool? = nil, ascii: Bool = false, mouse: Bool = true) {
    self.color = color
    self.ascii = ascii
    self.mouse = mouse
  }
}
