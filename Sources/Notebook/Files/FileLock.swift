#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A lock that one program at a time holds; it falls when its holder ends, however that comes about.
struct FileLock {
  private static let pause: useconds_t = 5000
  private let descriptor: Int32

  /// Waits for others at most so long. The file is made where it is missing, and stays.
  init(_ path: String, patience: Duration) throws(ProgressProblem) {
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { throw ProgressProblem(writing: path, code: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw ProgressProblem(
        .untouchable, path: path, "this is no ordinary file", advice: "move it away")
    }
    guard Self.take(descriptor, patience) else {
      close(descriptor)
      throw ProgressProblem(
        .busy, path: path, "another qkv has been writing all the time", advice: "close it")
    }
    self.descriptor = descriptor
  }

  private static func take(_ descriptor: Int32, _ patience: Duration) -> Bool {
    let end = ContinuousClock.now + patience
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      // A file system without locks: one notebook at a time is the rule there, and better than none.
      if errno != EWOULDBLOCK && errno != EINTR { return true }
      if ContinuousClock.now >= end { return false }
      usleep(pause)
    }
    return true
  }

  func release() { close(descriptor) }
}
