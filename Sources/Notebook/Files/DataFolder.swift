#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where what the reader did is kept, by the XDG base directory specification.
package enum DataFolder {
  /// `$XDG_DATA_HOME/qkv`, else `$HOME/.local/share/qkv`. By the specification a relative path counts as unset.
  ///
  /// - Throws: that neither variable names a folder.
  package static func path(
    dataHome: String?, home: String?
  ) throws(ProgressProblem) -> String {
    if let dataHome, dataHome.hasPrefix("/") { return dataHome + "/qkv" }
    if let home, home.hasPrefix("/") { return home + "/.local/share/qkv" }
    throw ProgressProblem(
      .noPlace, path: "",
      home?.isEmpty == false
        ? "HOME is no absolute path" : "neither XDG_DATA_HOME nor HOME is set",
      advice: "set XDG_DATA_HOME to a folder of yours")
  }

  /// Makes a folder and those above it that are missing, for its owner alone.
  static func make(_ path: String) throws(ProgressProblem) {
    if mkdir(path, 0o700) == 0 { return }
    if errno == ENOENT, let parent = parent(of: path) {
      try make(parent)
      if mkdir(path, 0o700) == 0 { return }
    }
    let code = errno
    guard code != EEXIST || !isFolder(path) else { return }
    throw ProgressProblem(writing: path, code: code == EEXIST ? ENOTDIR : code)
  }

  private static func parent(of path: String) -> String? {
    let parts = path.split(separator: "/").dropLast()
    return parts.isEmpty ? nil : "/" + parts.joined(separator: "/")
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
