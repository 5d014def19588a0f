#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why the system writes no file, in words that a reader can act on.
package struct WritingTrouble: Hashable, Sendable {
  /// What can help.
  package enum Cure: Hashable, Sendable {
    case room, anotherPlace, anotherName
    /// A program can't lift a limit that it was started with.
    case anotherStart
  }

  let message: String
  let cure: Cure

  /// - Parameter code: the system's number.
  init(_ code: Int32) {
    (message, cure) =
      switch code {
      case ENOSPC: ("the disk is full", .room)
      case EDQUOT: ("your share of the disk is used up", .room)
      case EFBIG: ("a limit on the size of files is reached (ulimit -f)", .anotherStart)
      case EACCES, EPERM: ("this may not be written", .anotherPlace)
      case EROFS: ("this lies on a file system that can only be read", .anotherPlace)
      case ENOTDIR, EEXIST: ("a part of the path is no folder", .anotherPlace)
      case ENOENT: ("there is no such folder", .anotherPlace)
      case ENAMETOOLONG: ("the name is too long", .anotherName)
      case ELOOP: ("its links lead round in a circle", .anotherName)
      default: (String(cString: strerror(code)), .anotherPlace)
      }
  }
}
