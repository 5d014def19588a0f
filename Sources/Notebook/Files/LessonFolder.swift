#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where lessons are looked for: never in the working folder unasked.
package struct LessonFolder: Hashable, Sendable {
  /// The first place that is a folder; nil where none is.
  package let path: String?
  /// Every place that was looked at, in order.
  package let tried: [String]

  /// - Parameters:
  ///   - chosen: the value of `--lessons`, which alone counts where it is given.
  ///   - variable: `$QKV_LESSONS`, which alone counts after that.
  ///   - executable: the whole path of the program, without symbolic links.
  package init(chosen: String?, variable: String?, executable: String?) {
    tried = LessonFolder.places(chosen: chosen, variable: variable, executable: executable)
    path = tried.first(where: LessonFolder.isFolder)
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
  package func files() throws(LessonLookupFailure) -> [String] {
    guard let path else { throw .noFolder(tried: tried) }
    guard let folder = opendir(path) else {
      throw .file(FileProblem(path: path, String(cString: strerror(errno))))
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
}
