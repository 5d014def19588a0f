#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

import Notebook
import NotebookUI

/// What the program sees of where it runs.
struct Surroundings {
  let display: Display
  let settings: SettingsInForce

  func lines(lessons: LessonFolder) -> [InfoLine] {
    [
      InfoLine("version", version),
      InfoLine("program", executablePath() ?? "unknown"),
      InfoLine("lessons", lessons.path ?? "none found in " + lessons.tried.joined(separator: ", ")),
      InfoLine("data", data),
      InfoLine("progress", ReaderProgress.state),
      InfoLine("config", config),
    ] + problems + [
      InfoLine("terminal", terminal),
      InfoLine("locale", locale),
    ]
  }

  private var data: String {
    do throws(ProgressProblem) {
      return try ReaderProgress.file.folder
    } catch {
      return "none: \(error.message)"
    }
  }

  private var config: String {
    guard let path = display.config.path else {
      return "none: neither XDG_CONFIG_HOME nor HOME is an absolute path"
    }
    if let problem = display.config.problem { return problem }
    guard display.config.bytes != nil else { return "\(path): none there; all is as by default" }
    let count = display.settings.problems.count
    return path + (count == 0 ? "" : count == 1 ? ": 1 fault" : ": \(count) faults")
  }

  private var problems: [InfoLine] {
    display.settings.problems.map { InfoLine("", $0.text) }
  }

  private var terminal: String {
    let name = environmentValue("TERM").map { "TERM=\($0)" } ?? "TERM is not set"
    let known = settings.isTerminalKnown ? "" : ", which terminfo doesn't know"
    guard Output.isTerminal else { return name + known + ", none in use" }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 else { return name + known }
    return name + known + ", \(size.ws_col)×\(size.ws_row)"
  }

  private var locale: String {
    let name = settings.locale ?? "none set"
    if !settings.drawsUnicode { return "\(name): no UTF-8, so ASCII alone is drawn" }
    let upper = name.uppercased()
    return upper.hasSuffix("UTF-8") || upper.hasSuffix("UTF8")
      ? "\(name): UTF-8" : "\(name): names no encoding, taken for UTF-8; --ascii draws without"
  }
}
