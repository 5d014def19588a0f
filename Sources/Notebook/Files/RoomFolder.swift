#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where demonstrations in a room say where they are: a folder that nobody else may read or write.
package struct RoomFolder: Sendable {
  package let path: String

  /// `$XDG_RUNTIME_DIR/qkv`, where that variable names a folder of this user; else `room` in the data folder.
  package init(
    runtime: String?, dataHome: String?, home: String?
  ) throws(ProgressProblem) {
    if let runtime, runtime.hasPrefix("/"), Self.isOwn(runtime, mode: 0) {
      path = runtime + "/qkv"
    } else {
      path = try DataFolder.path(dataHome: dataHome, home: home) + "/room"
    }
  }

  init(path: String) { self.path = path }

  /// Makes the folder where it is missing.
  func make() throws(ProgressProblem) {
    try DataFolder.make(path)
    guard Self.isOwn(path, mode: 0o077) else {
      throw ProgressProblem(
        .untouchable, path: path, "others may read or write this folder",
        advice: "chmod 700 \(path)")
    }
  }

  /// Whether it is there, and nobody else's.
  var isOwn: Bool { Self.isOwn(path, mode: 0o077) }

  /// Whether a path is a folder of this user's with none of the mode's bits.
  private static func isOwn(_ path: String, mode: mode_t) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      && status.st_uid == geteuid() && status.st_mode & mode == 0
  }

  // MARK: - Names

  func file(of process: Int32) -> String { "\(path)/demo-\(process).json" }
  func lock(of process: Int32) -> String { "\(path)/demo-\(process).lock" }

  /// The processes that have said where they are, alive or not, in order.
  var processes: [Int32] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var found: [Int32] = []
    while found.count < 1000, let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix("demo-"), name.hasSuffix(".json"),
        let process = Int32(name.dropFirst(5).dropLast(5)), process > 0
      else { continue }
      found.append(process)
    }
    return found.sorted()
  }

  /// Whether the process still holds its lock, which falls however it ends.
  func isAlive(_ process: Int32) -> Bool {
    let descriptor = open(lock(of: process), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    if flock(descriptor, LOCK_SH | LOCK_NB) == 0 { return false }
    // A file system without locks: a process of that number is the best sign there is.
    return errno == EWOULDBLOCK || kill(process, 0) == 0
  }
}

/// One demonstration's own file, for as long as it runs.
package final class RoomTelling {
  private let folder: RoomFolder
  private let process: Int32
  private let lock: FileLock

  /// Takes the lock, and clears away what demonstrations have left that were killed.
  package init(_ folder: RoomFolder) throws(ProgressProblem) {
    self.folder = folder
    process = getpid()
    try folder.make()
    for old in folder.processes where !folder.isAlive(old) {
      unlink(folder.file(of: old))
      unlink(folder.lock(of: old))
    }
    // Who looks whether it is held holds it for a moment.
    lock = try FileLock(folder.lock(of: process), patience: .seconds(1))
  }

  deinit {
    unlink(folder.file(of: process))
    unlink(folder.lock(of: process))
    lock.release()
  }

  /// Says where the demonstration is, all at once. Nothing of it has to outlive a power cut.
  package func tell(_ status: RoomStatus) throws(ProgressProblem) {
    let target = folder.file(of: process)
    let temporary = target + ".new"
    unlink(temporary)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = open(temporary, flags, 0o600)
    guard descriptor >= 0 else { throw ProgressProblem(writing: target, code: errno) }
    let bytes = Array((status.json.text + "\n").utf8)
    let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    var failure = count == bytes.count ? 0 : count < 0 ? errno : ENOSPC
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure == 0, rename(temporary, target) != 0 { failure = errno }
    guard failure == 0 else {
      unlink(temporary)
      throw ProgressProblem(writing: target, code: failure)
    }
  }
}

/// A demonstration as one who follows sees it.
package struct RunningDemo: Hashable, Sendable {
  package let process: Int32
  package let status: RoomStatus

  package init(process: Int32, status: RoomStatus) {
    self.process = process
    self.status = status
  }
}

extension RoomFolder {
  /// The demonstrations that run, in order of their processes, and those that were killed. What can't be believed is left
  /// out.
  package func look() -> (running: [RunningDemo], killed: [Int32]) {
    guard isOwn else { return ([], []) }
    var running: [RunningDemo] = []
    var killed: [Int32] = []
    for process in processes {
      guard isAlive(process) else {
        killed.append(process)
        continue
      }
      guard let bytes = try? BoundedFile.read(file(of: process), limit: RoomStatus.byteLimit),
        let json = try? JSONReader.read(bytes), let status = RoomStatus(json)
      else { continue }
      running.append(RunningDemo(process: process, status: status))
    }
    return (running, killed)
  }
}

/// The machine's clock, which every process reads the same and nobody sets, in milliseconds.
package func machineMilliseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
}
