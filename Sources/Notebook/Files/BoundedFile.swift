#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads files whose size and kind nobody vouches for.
package enum BoundedFile {
  /// The bytes of an ordinary file. Folders, pipes and devices are refused, and so is a file larger than the limit,
  /// before anything is read.
  package static func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    guard !path.utf8.contains(0) else { throw FileProblem(path: path, "the name holds a NUL") }
    // Without O_NONBLOCK a pipe that nobody writes to would be waited for.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(path: path, reason(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileProblem(path: path, reason(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileProblem(path: path, "this is \(kind(of: status)), not a file")
    }
    guard Int(status.st_size) <= limit else { throw tooLarge(path, limit) }
    return try readAll(descriptor, path: path, limit: limit)
  }

  /// Everything that standard input gives until its end.
  package static func readStandardInput(limit: Int) throws(FileProblem) -> [UInt8] {
    try readAll(STDIN_FILENO, path: "standard input", limit: limit)
  }

  private static func readAll(
    _ descriptor: Int32, path: String, limit: Int
  ) throws(FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = buffer.withUnsafeMutableBytes { Platform.read(descriptor, $0) }
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw FileProblem(path: path, reason(errno))
      }
      bytes += buffer[..<count]
      guard bytes.count <= limit else { throw tooLarge(path, limit) }
    }
  }

  private static func tooLarge(_ path: String, _ limit: Int) -> FileProblem {
    let size = limit >= 1 << 20 ? "\(limit >> 20) MiB" : "\(limit) bytes"
    return FileProblem(
      path: path, "this is larger than \(size), the most that is read", isOfContents: true)
  }

  private static func kind(of status: stat) -> String {
    switch status.st_mode & S_IFMT {
    case S_IFDIR: "a folder"
    case S_IFIFO: "a pipe"
    case S_IFSOCK: "a socket"
    default: "a device"
    }
  }

  private static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: FileProblem.missing
    case EACCES: "this may not be read"
    case EISDIR: "this is a folder, not a file"
    default: String(cString: strerror(code))
    }
  }
}

/// The C function whose name the type's own method hides.
private enum Platform {
  static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}

extension BoundedFile {
  /// The text of a file, which must be UTF-8.
  package static func readText(_ path: String, limit: Int) throws(FileProblem) -> String {
    try text(of: read(path, limit: limit), path: path)
  }

  /// Bytes as text, which must be UTF-8; a byte order mark before it is dropped.
  package static func text(of bytes: [UInt8], path: String) throws(FileProblem) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FileProblem(path: path, "this is not text in UTF-8", isOfContents: true)
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
  }
}
