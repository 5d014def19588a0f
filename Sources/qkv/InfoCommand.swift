import CellLanguage
import Notebook
import NotebookUI

extension Command {
  static let info = Command(
    "info", "version, paths, terminal, settings: for a bug report",
    details: [
      "Every setting in force, with what made it so: a flag, a line of the config,",
      "the environment, terminfo or the default.",
    ], options: [.lessons] + Display.options
  ) { (arguments) throws(CommandFailure) in
    try arguments.requireNoOperands()
    let display = try Display(arguments)
    let settings = SettingsInForce(display.settings, environment: environmentValue)
    let rows = settings.rows
    let valueWidth = (rows.map(\.value.count).max() ?? 0) + 2
    let lines =
      Surroundings(display: display, settings: settings).lines(lessons: LessonFolder(arguments))
      + rows.map { InfoLine($0.name, Usage.padded($0.value, valueWidth) + $0.reason) }
    let width = (lines.map(\.name.count).max() ?? 0) + 2
    try Output.result(
      lines.map { line in
        Usage.padded(line.name, width)
          + TextFilter.visible(line.text) + "\n"
      }.joined())
    return ExitStatus.success
  }
}

/// A line of `qkv info`: a name, or none where it goes on with the line above.
struct InfoLine: Hashable {
  let name: String
  let text: String

  init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }
}
