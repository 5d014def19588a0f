#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why progress can't be read or kept: which file, what is wrong, what to try.
package struct ProgressProblem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// There is no folder to keep it in.
    case noPlace
    /// Another program holds the lock; it may work a moment later.
    case busy
    /// What stands there is not to be touched: a newer version's, or no ordinary file.
    case untouchable
    case unreadable, unwritable
  }

  package let kind: Kind
  package let path: String
  package let message: String
  package let advice: String?

  package init(_ kind: Kind, path: String, _ message: String, advice: String? = nil) {
    self.kind = kind
    self.path = path
    self.message = message
    self.advice = advice
  }

  /// Why something couldn't be written, by the system's number.
  init(writing path: String, code: Int32) {
    let elsewhere = "set XDG_DATA_HOME to a folder that can be written"
    let (message, advice) =
      switch code {
      case EACCES, EPERM: ("this may not be written", elsewhere)
      case EROFS: ("this lies on a file system that can only be read", elsewhere)
      case ENOSPC: ("the disk is full", "make room")
      case EDQUOT: ("your share of the disk is used up", "make room")
      case EFBIG: ("a limit on the size of files is reached (ulimit -f)", elsewhere)
      case ENOTDIR, EEXIST: ("a part of the path is no folder", elsewhere)
      case ENOENT: ("there is no such folder", elsewhere)
      default: (String(cString: strerror(code)), elsewhere)
      }
    self.init(.unwritable, path: path, message, advice: advice)
  }

  /// In one line: `/home/ann/.local/share/qkv: the disk is full; make room`.
  package var line: String {
    (path.isEmpty ? "" : path + ": ") + message + (advice.map { "; " + $0 } ?? "")
  }
}
