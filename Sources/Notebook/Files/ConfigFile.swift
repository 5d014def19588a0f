#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the reader's config stands, by the XDG base directory specification.
package struct ConfigFile: Hashable, Sendable {
  /// A config is some lines; what is larger is something else.
  package static let limit = 64 << 10

  package let path: String

  package init(path: String) { self.path = path }

  /// `$XDG_CONFIG_HOME/qkv/config`, else `$HOME/.config/qkv/config`; nil where neither variable is an absolute path. By the
  /// specification a relative one counts as unset.
  package init?(configHome: String?, home: String?) {
    if let configHome, configHome.hasPrefix("/") {
      path = configHome + "/qkv/config"
    } else if let home, home.hasPrefix("/") {
      path = home + "/.config/qkv/config"
    } else {
      return nil
    }
  }

  /// Its bytes; nil where there is no such file.
  package func read() throws(FileProblem) -> [UInt8]? {
    // The usual way to say that a config is to be left out.
    if path == "/dev/null" { return [] }
    var status = stat()
    if lstat(path, &status) != 0, errno == ENOENT || errno == ENOTDIR { return nil }
    return try BoundedFile.read(path, limit: Self.limit)
  }
}
