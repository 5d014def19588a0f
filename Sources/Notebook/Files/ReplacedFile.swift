#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Replaces a file that one writer at a time, who holds a lock, writes again and again.
///
/// The new text is written under one fixed name beside it, so that a thousand kills in the middle leave at most one such
/// file, which the next writer takes away.
enum ReplacedFile {
  /// - Parameter target: no link.
  static func write(_ bytes: [UInt8], to target: String) throws(ProgressProblem) {
    let temporary = target + ".new"
    unlink(temporary)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = open(temporary, flags, 0o600)
    guard descriptor >= 0 else { throw ProgressProblem(writing: target, code: errno) }
    var failure = fill(descriptor, bytes)
    if failure == 0, rename(temporary, target) != 0 { failure = errno }
    guard failure == 0 else {
      unlink(temporary)
      throw ProgressProblem(writing: target, code: failure)
    }
    syncFolder(of: target)
  }

  /// Writes, syncs and closes; 0, or why it failed.
  private static func fill(_ descriptor: Int32, _ bytes: [UInt8]) -> Int32 {
    var rest = bytes[...]
    var failure: Int32 = 0
    while failure == 0, !rest.isEmpty {
      let count = rest.withUnsafeBytes { Platform.write(descriptor, $0) }
      if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { failure = errno }
    }
    if failure == 0, fsync(descriptor) != 0 { failure = errno }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    return failure
  }

  /// Without it a power cut can bring the old file back. Some file systems can't, which is no reason to fail.
  static func syncFolder(of target: String) {
    let descriptor = open(folder(of: target), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

/// The C function whose name the type's own method hides.
private enum Platform {
  static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}

/// Keeps a file that can't be used under a name that nothing has yet: `progress.damaged-1.json`.
enum SetAside {
  private static let most = 1000

  /// - Returns: the new name.
  static func move(_ target: String) throws(ProgressProblem) -> String {
    for name in names {
      let path = ReplacedFile.folder(of: target) + "/" + name
      var status = stat()
      if lstat(path, &status) == 0 { continue }
      guard rename(target, path) == 0 else { throw ProgressProblem(writing: path, code: errno) }
      return name
    }
    throw full(target)
  }

  /// The file keeps its name too, until something is moved over it.
  static func copy(_ target: String) throws(ProgressProblem) -> String {
    for name in names {
      if link(target, ReplacedFile.folder(of: target) + "/" + name) == 0 { return name }
      // Some file systems have no second names.
      if errno != EEXIST { return try move(target) }
    }
    throw full(target)
  }

  private static var names: [String] { (1...most).map { "progress.damaged-\($0).json" } }

  private static func full(_ target: String) -> ProgressProblem {
    ProgressProblem(
      .unwritable, path: target, "\(most) damaged files are kept beside it already",
      advice: "remove them")
  }
}
