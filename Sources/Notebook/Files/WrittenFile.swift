#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes files whole or not at all.
package enum WrittenFile {
  /// Writes a text, or bytes, beside the file and moves it into its place, so that no reader meets half of it.
  ///
  /// A link is followed; what is no ordinary file, as `/dev/stdout`, is refused.
  package static func write(_ text: String, to path: String) throws(FileProblem) {
    try write(Array(text.utf8), to: path)
  }

  package static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    _ = try replace(bytes, at: path, where: nil)
  }

  /// Puts bytes in the place of a file's, where these are what is expected: who else writes it isn't written over.
  ///
  /// - Returns: whether they were.
  static func replace(
    _ bytes: [UInt8], at path: String, where expected: [UInt8]?
  ) throws(FileProblem) -> Bool {
    guard !path.utf8.contains(0) else { throw FileProblem(path: path, "the name holds a NUL") }
    guard !path.isEmpty else { throw FileProblem(path: path, "the name is empty") }
    let target = resolved(path)
    let mode = try mode(of: target, path: path)
    var template = Array((target + ".XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw problem(beside: path, errno) }
    let failure = fill(descriptor, bytes, mode)
    guard failure == 0 else {
      unlink(template)
      throw problem(path, failure)
    }
    // As late as can be: what is between this and the move isn't seen.
    if let expected, (try? BoundedFile.read(target, limit: expected.count)) != expected {
      unlink(template)
      return false
    }
    guard rename(template, target) == 0 else {
      let failure = errno
      unlink(template)
      throw problem(path, failure)
    }
    ReplacedFile.syncFolder(of: target)
    return true
  }

  /// Writes a text into a file that isn't there yet; what is there is left alone.
  package static func create(_ text: String, at path: String) throws(FileProblem) {
    guard !path.utf8.contains(0) else { throw FileProblem(path: path, "the name holds a NUL") }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw errno == EEXIST
        ? FileProblem(path: path, "this is there already, and is left as it is")
        : problem(beside: path, errno)
    }
    var status = stat()
    let mode = fstat(descriptor, &status) == 0 ? status.st_mode & 0o777 : 0o600
    let failure = fill(descriptor, Array(text.utf8), mode)
    guard failure == 0 else {
      unlink(path)
      throw problem(path, failure)
    }
  }

  /// Where a link leads; the path itself where there is nothing yet.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// The rights of the file that is replaced, or those of a new one.
  private static func mode(of target: String, path: String) throws(FileProblem) -> mode_t {
    var status = stat()
    guard stat(target, &status) == 0 else {
      let mask = umask(0)
      umask(mask)
      return 0o666 & ~mask
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw FileProblem(path: path, "this is a folder, not a file")
    default: throw FileProblem(path: path, "this is no ordinary file")
    }
    guard access(target, W_OK) == 0 else { throw problem(path, errno) }
    return status.st_mode & 0o777
  }

  /// Writes, syncs and closes; 0, or why it failed.
  private static func fill(_ descriptor: Int32, _ bytes: [UInt8], _ mode: mode_t) -> Int32 {
    var rest = bytes[...]
    var failure: Int32 = 0
    while failure == 0, !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0) }
      if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { failure = errno }
    }
    if failure == 0, fchmod(descriptor, mode) != 0 || fsync(descriptor) != 0 { failure = errno }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    return failure
  }

  private static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }

  private static func problem(_ path: String, _ code: Int32) -> FileProblem {
    let trouble = WritingTrouble(code)
    return FileProblem(path: path, trouble.message, cure: trouble.cure)
  }

  /// No file can be made where it stands.
  private static func problem(beside path: String, _ code: Int32) -> FileProblem {
    guard code == EACCES || code == EPERM else { return problem(path, code) }
    return FileProblem(path: path, "its folder may not be written", cure: .anotherPlace)
  }
}
