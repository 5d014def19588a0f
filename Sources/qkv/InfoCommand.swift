#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

import CellLanguage
import Notebook

extension Command {
  static let info = Command(
    "info", "version, paths, terminal and locale: for a bug report", options: [.lessons]
  ) { (arguments) throws(CommandFailure) in
    try arguments.requireNoOperands()
    let lines = Surroundings.lines(lessons: LessonFolder(arguments))
    let width = (lines.map(\.0.count).max() ?? 0) + 2
    try Output.result(
      lines.map { Usage.padded($0.0, width) + TextFilter.visible($0.1) + "\n" }.joined())
    return ExitStatus.success
  }
}

/// What the program sees of where it runs.
enum Surroundings {
  static func lines(lessons: LessonFolder) -> [(String, String)] {
    [
      ("version", version),
      ("program", executablePath() ?? "unknown"),
      ("lessons", lessons.path ?? "none found in " + lessons.tried.joined(separator: ", ")),
      ("data", folder("XDG_DATA_HOME", inHome: ".local/share")),
      ("progress", ReaderProgress.state),
      ("config", folder("XDG_CONFIG_HOME", inHome: ".config")),
      ("terminal", terminal),
      ("colours", colours),
      ("locale", locale),
    ]
  }

  private static func folder(_ variable: String, inHome path: String) -> String {
    // By the XDG base directory specification a relative path counts as unset.
    if let chosen = environmentValue(variable), chosen.hasPrefix("/") { return chosen + "/qkv" }
    guard let home = environmentValue("HOME"), !home.isEmpty else { return "none: HOME is not set" }
    return home + "/" + path + "/qkv"
  }

  private static var terminal: String {
    let name = "TERM=" + (environmentValue("TERM") ?? "")
    guard Output.isTerminal else { return name + ", none in use" }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 else { return name }
    return name + ", \(size.ws_col)×\(size.ws_row)"
  }

  private static var colours: String {
    let parts = ["NO_COLOR", "COLORTERM"].compactMap { name in
      environmentValue(name).map { "\(name)=\($0)" }
    }
    return parts.isEmpty ? "as TERM says" : parts.joined(separator: ", ")
  }

  private static var locale: String {
    // The first that is set and not empty decides, by POSIX.
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      if let value = environmentValue(name), !value.isEmpty { return "\(name)=\(value)" }
    }
    return "none set"
  }
}
