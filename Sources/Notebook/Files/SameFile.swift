#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Tells by what they lead to whether two paths are the same file, however they are written.
package enum SameFile {
  /// The first of some files that another path leads to as well, links included; nil where there is none.
  package static func first(of paths: [String], as path: String) -> String? {
    guard let wanted = identity(of: path) else { return nil }
    return paths.first { candidate in
      guard let found = identity(of: candidate) else { return false }
      return found == wanted
    }
  }

  private struct Identity: Equatable {
    let device: dev_t
    let node: ino_t
  }

  /// Nil where there is no such file.
  private static func identity(of path: String) -> Identity? {
    guard !path.utf8.contains(0) else { return nil }
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Identity(device: status.st_dev, node: status.st_ino)
  }
}
