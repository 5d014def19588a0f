#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

import CellLanguage
import Notebook

/// Where lessons are looked for: never in the working folder unasked.
struct LessonFolder: Hashable {
  /// The first place that is a folder; nil where none is.
  let path: String?
  /// Every place that was looked at, in order.
  let tried: [String]

  /// - Parameters:
  ///   - chosen: the value of `--lessons`, which alone counts where it is given.
  ///   - variable: `$QKV_LESSONS`, which alone counts after that.
  ///   - executable: the whole path of the program, without symbolic links.
  init(chosen: String?, variable: String?, executable: String?) {
    tried = LessonFolder.places(chosen: chosen, variable: variable, executable: executable)
    path = tried.first(where: LessonFolder.isFolder)
  }

  init(_ arguments: Arguments) {
    self.init(
      chosen: arguments.value(of: .lessons), variable: environmentValue("QKV_LESSONS"),
      executable: executablePath())
  }

  private static func places(chosen: String?, variable: String?, executable: String?) -> [String] {
    if let chosen { return [chosen] }
    if let variable, !variable.isEmpty { return [variable] }
    guard let executable else { return [] }
    let parts = executable.split(separator: "/", omittingEmptySubsequences: true).dropLast()
    let folder = "/" + parts.joined(separator: "/")
    var places = [folder + "/Lessons", parent(of: folder) + "/share/qkv/Lessons"]
    // The checkout that the program was built in holds its build folder.
    if let build = parts.lastIndex(of: ".build") {
      places.append("/" + parts[..<build].joined(separator: "/") + "/Lessons")
    }
    return places
  }

  private static func parent(of folder: String) -> String {
    let parts = folder.split(separator: "/").dropLast()
    return parts.isEmpty ? "" : "/" + parts.joined(separator: "/")
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names of the lessons' files, `NN-slug.md`, in order.
  func files() throws(CommandFailure) -> [String] {
    guard let path else { throw missing }
    guard let folder = opendir(path) else {
      throw CommandFailure(
        "can't read the folder \(TextFilter.visible(path)): \(String(cString: strerror(errno)))",
        status: ExitStatus.unreadable)
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".md"), name.first?.isNumber == true { names.append(name) }
    }
    return names.sorted()
  }

  var missing: CommandFailure {
    CommandFailure(
      "no lessons were found",
      advice: tried.isEmpty
        ? "name their folder with --lessons DIR or QKV_LESSONS"
        : "looked in:\n" + tried.map { "  " + TextFilter.visible($0) }.joined(separator: "\n")
          + "\nname their folder with --lessons DIR or QKV_LESSONS",
      status: ExitStatus.unreadable)
  }
}

/// A variable of the environment, where it is set.
func environmentValue(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}

/// The whole path of the running program, without symbolic links.
func executablePath() -> String? {
  #if os(Linux)
    let path = "/proc/self/exe"
  #else
    let path = CommandLine.arguments[0]
  #endif
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}
