#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where results and talk go: results to standard output, everything else to standard error.
enum Output {
  /// Writes results.
  ///
  /// - Throws: that they can't be written. Where the reader has gone, the program ends as SIGPIPE ends it.
  static func result(_ text: String) throws(CommandFailure) {
    let failure = write(text, to: STDOUT_FILENO)
    if failure == EPIPE { exit(128 + SIGPIPE) }
    guard failure == 0 else {
      throw CommandFailure(
        "can't write the results: \(String(cString: strerror(failure)))", status: ExitStatus.fault)
    }
  }

  /// Says something that is no result. Where nobody can hear it, it is lost.
  static func talk(_ text: String) {
    _ = write(text + "\n", to: STDERR_FILENO)
  }

  /// Says what is waited for where standard input is a keyboard, so that nobody waits for us meanwhile.
  static func announceKeyboard(reading what: String) {
    if isatty(STDIN_FILENO) == 1 { talk("reading \(what) from the keyboard; Ctrl-D ends") }
  }

  static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// 0, or why it failed.
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Platform.write(descriptor, $0) }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      bytes = bytes.dropFirst(count)
    }
    return 0
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
