/// Why a terminal can't be taken.
package enum ScreenError: Error, Hashable, Sendable {
  case inputIsNoTerminal
  case outputIsNoTerminal
  /// TERM is unset, or terminfo has no such entry.
  case unknownTerminal(name: String)
  case terminalWithoutCursor(name: String)
  case noMemory

  /// What is wrong, and what to try.
  package var message: String {
    switch self {
    case .inputIsNoTerminal:
      "the notebook reads its keys from a terminal, and standard input is none"
    case .outputIsNoTerminal:
      "the notebook draws on a terminal, and standard output is none; `qkv show` prints a lesson"
    case .unknownTerminal(name: ""):
      "the variable TERM is not set, so nothing is known about this terminal; try TERM=xterm-256color"
    case .unknownTerminal(let name):
      "this system doesn't know the terminal `\(name)` that TERM names; try TERM=xterm-256color"
    case .terminalWithoutCursor(let name):
      "a terminal of type `\(name)` (TERM) can't place its cursor, which the notebook needs; "
        + "`qkv show` prints a lesson"
    case .noMemory:
      "the system has no memory or no file descriptor left for the terminal"
    }
  }
}
