import CellLanguage
import Notebook
import NotebookUI

/// How the notebook is to look: the flags of the commands that show it, and the config behind them.
struct Display {
  static let theme = Option("--theme", value: "THEME", "the background: auto, dark or light")
  static let color = Option(
    "--color", value: "WHEN", "colours: auto, always, never, or at most 8, 16 or 256")
  static let noColor = Option("--no-color", "draws without colours")
  static let ascii = Option("--ascii", "draws with ASCII characters only")
  static let noMouse = Option("--no-mouse", "leaves the mouse to the terminal")
  static let set = Option(
    "--set", value: "NAME=VALUE", isRepeatable: true, "sets what the config can set, for this run")
  static let config = Option("--config", value: "FILE", "takes the config from this file")

  static let options = [theme, color, noColor, ascii, noMouse, set, config]

  let config: ReaderConfig
  let settings: Settings

  init(_ arguments: Arguments) throws(CommandFailure) {
    config = try ReaderConfig(chosen: arguments.value(of: Self.config))
    var settings = Settings(config: config.bytes)
    for option in arguments.options {
      guard let (name, value) = try Self.setting(option) else { continue }
      let flag = option.value.isEmpty ? option.name : "\(option.name) \(option.value)"
      do throws(ConfigProblem) {
        try settings.set(name, to: value, flag: flag)
      } catch {
        throw .usage("\(flag.visible): \(error.message)", advice: error.advice)
      }
    }
    self.settings = settings
  }

  /// The setting that a flag is another way to write.
  private static func setting(
    _ flag: Arguments.Given
  ) throws(CommandFailure) -> (name: String, value: String)? {
    switch flag.name {
    case theme.name: return ("theme", flag.value)
    case color.name: return ("color", flag.value)
    case noColor.name: return ("color", "never")
    case ascii.name: return ("ascii", "yes")
    case noMouse.name: return ("mouse", "no")
    case set.name:
      guard let equals = flag.value.firstIndex(of: "=") else {
        throw .usage("--set needs NAME=VALUE", advice: "for example --set digits=3")
      }
      let value = flag.value[flag.value.index(after: equals)...]
      return (String(flag.value[..<equals]).trimmed(), String(value).trimmed())
    default: return nil
    }
  }

  /// What is wrong with the config, in a line.
  var complaint: String? {
    if let problem = config.problem { return "The config isn't in force: \(problem)." }
    let problems = settings.problems
    guard let first = problems.first else { return nil }
    let more = problems.count == 1 ? "" : " And \(problems.count - 1) more, which qkv info names."
    let stop = first.text.hasSuffix("?") ? "" : "."
    return "In the config, \(first.text)\(stop)\(more)"
  }
}

/// The reader's config as a file.
struct ReaderConfig {
  /// nil where there is no place for one.
  let path: String?
  /// nil where there is none, or none that can be read.
  let bytes: [UInt8]?
  /// Why it can't be read.
  let problem: String?

  /// - Parameter chosen: the file that a flag names, which must be there; else it is looked for where it usually is.
  init(chosen: String?) throws(CommandFailure) {
    let usual = ConfigFile(
      configHome: environmentValue("XDG_CONFIG_HOME"), home: environmentValue("HOME"))
    let file = chosen.map { ConfigFile(path: $0) } ?? usual
    path = file?.path
    do throws(FileProblem) {
      bytes = try file?.read()
      problem = nil
    } catch {
      if chosen != nil { throw CommandFailure(error) }
      bytes = nil
      problem = "\(error.path): \(error.message)"
    }
    if let chosen, bytes == nil {
      throw CommandFailure(FileProblem(path: chosen, "there is no such file"))
    }
  }
}

extension String {
  fileprivate var visible: String { TextFilter.visible(self) }
}
