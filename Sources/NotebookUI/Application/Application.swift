package import Notebook
import Terminal

/// The notebook as a program.
package enum Application {
  /// Runs the notebook on the terminal until the reader leaves it.
  ///
  /// - Parameters:
  ///   - shelf: the lessons to choose from.
  ///   - lesson: the one to begin with; nil begins with the list.
  /// - Returns: the exit status.
  package static func run(shelf: Shelf, lesson: Lesson?, options: DisplayOptions) -> Int32 {
    var state = State(size: Size(width: 80, height: 24), shelf: shelf)
    if let lesson { state.open(lesson) }
    var shell = Shell(state, ascii: options.ascii)
    var screen = ScriptedScreen(batches: [])
    return shell.run(on: &screen)
  }
}
