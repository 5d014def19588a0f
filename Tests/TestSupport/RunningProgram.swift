import CTestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How a program ended.
package enum Ending: Hashable, Sendable {
  case exit(Int32)
  case signal(Int32)
}

package struct StartFailure: Error, CustomStringConvertible {
  package let path: String
  package let code: Int32

  package var description: String { "can't start \(path): \(String(cString: strerror(code)))" }
}

/// A program started by a test; it is killed and waited for at the end at the latest.
package final class RunningProgram {
  private var program = qkvtest_program()
  private var ended: Ending?

  package var pid: Int32 { program.pid }

  /// Our side of its terminal, or the pipe to its standard input; -1 where closed.
  package var input: Int32 { program.terminal >= 0 ? program.terminal : program.input }
  package var output: Int32 { program.terminal >= 0 ? program.terminal : program.output }
  package var error: Int32 { program.error }
  /// The program's side of its terminal.
  package var line: Int32 { program.line }

  package init(_ launch: Launch) throws {
    let failure = withCStrings([launch.path] + launch.arguments) { arguments in
      withCStrings(launch.environmentLines) { environment in
        if let size = launch.terminal {
          qkvtest_start_in_terminal(
            &program, launch.path, arguments, environment, launch.folder, Int32(size.columns),
            Int32(size.rows), size.separatesError ? 1 : 0)
        } else {
          qkvtest_start_piped(&program, launch.path, arguments, environment, launch.folder)
        }
      }
    }
    if failure != 0 { throw StartFailure(path: launch.path, code: failure) }
  }

  deinit {
    if ended == nil {
      signal(SIGKILL)
      _ = ending(within: 5000)
    }
    closeInput()
    for descriptor in [program.output, program.error, program.terminal, program.line]
    where descriptor >= 0 {
      close(descriptor)
    }
  }

  package func signal(_ number: Int32) {
    // To `kill`, 0 and -1 are whole groups of processes, the tests among them.
    if program.pid > 0, ended == nil { kill(program.pid, number) }
  }

  /// Ends its standard input.
  package func closeInput() {
    if program.input >= 0 { close(program.input) }
    program.input = -1
  }

  /// Closes both sides of its terminal, as when a window is closed or a line breaks.
  package func hangUp() {
    close(program.terminal)
    close(program.line)
    program.terminal = -1
    program.line = -1
  }

  /// How it ended, waiting at most so long; nil where it still runs.
  package func ending(within milliseconds: Int32) -> Ending? {
    if let ended { return ended }
    var status: Int32 = 0
    guard program.pid > 0, qkvtest_wait(program.pid, milliseconds, &status) == 1,
      qkvtest_stopping_signal(status) == 0
    else { return nil }
    let signal = qkvtest_ending_signal(status)
    ended = signal != 0 ? .signal(signal) : .exit(qkvtest_exit_code(status))
    return ended
  }

  /// Writes all of it, or as much as is taken before the time is up.
  @discardableResult
  package func send(_ bytes: some Sequence<UInt8>, within milliseconds: Int32 = 5000) -> Int {
    let bytes = Array(bytes)
    return qkvtest_write(input, bytes, bytes.count, milliseconds)
  }
}

/// Reads what there is from a descriptor: nil when the time is up, empty at the end.
package func readBytes(_ descriptor: Int32, within milliseconds: Int32) -> [UInt8]? {
  var count = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: 65536) { buffer, initialized in
    count = qkvtest_read(descriptor, buffer.baseAddress, buffer.count, milliseconds)
    initialized = max(0, count)
  }
  return count < 0 ? nil : bytes
}

/// Calls `body` with the texts as C has arguments: pointers, and a null pointer after them.
func withCStrings<Result>(
  _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = texts.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers + [nil])
}
