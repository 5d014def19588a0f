/// What an update asks the shell to do: all that reaches beyond the state.
package enum Effect: Hashable, Sendable {
  /// What the reader changed should be kept.
  case save
  /// The notebook that is written goes into its file, or into one of another name.
  case write(to: String?)
  /// A notebook of one's own is opened from the list, by its file's path.
  case openNotebook(String)
  /// Stop the process, as Ctrl-Z does.
  case suspend
  /// Send the whole screen again.
  case redraw
  case ring
  /// A text goes to the clipboard of the terminal.
  case copy(String)
  /// Whether the mouse is reported to the notebook, or the terminal's own.
  case mouse(Bool)
  /// Leave with an exit status.
  case quit(Int32)
}

extension Effect {
  var isEnd: Bool { if case .quit = self { true } else { false } }

  /// Whether a signal ends the program, which asks nobody.
  static func isOfSignal(_ status: Int32) -> Bool { status > 128 }
}
