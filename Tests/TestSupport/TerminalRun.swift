import CTestSupport

/// A program in a terminal of its own, at the level of bytes: what it wrote, and the modes it left.
package final class TerminalRun {
  package let program: RunningProgram
  /// All that the terminal was sent.
  package private(set) var output: [UInt8] = []

  package init(_ launch: Launch) throws {
    program = try RunningProgram(launch.terminal == nil ? launch.inTerminal() : launch)
  }

  package var text: String { String(decoding: output, as: UTF8.self) }

  /// The terminal's modes, for comparing.
  package var modes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 256) { buffer, initialized in
      initialized = max(0, qkvtest_modes(program.line, buffer.baseAddress, buffer.count))
    }
  }

  /// The modes that its terminal had before the program started.
  package static var newModes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 256) { buffer, initialized in
      initialized = max(0, qkvtest_modes_of_a_new_terminal(buffer.baseAddress, buffer.count))
    }
  }

  package func send(_ text: String) {
    program.send(text.utf8)
  }

  package func resize(columns: Int, rows: Int) {
    _ = qkvtest_set_size(program.line, Int32(columns), Int32(rows))
  }

  /// Reads until the output, from byte `start` on, holds a text: whether it came in time.
  package func waits(
    for expected: String, from start: Int = 0, within milliseconds: Int = 10_000
  ) -> Bool {
    let deadline = Deadline(milliseconds: milliseconds)
    while !String(decoding: output.dropFirst(start), as: UTF8.self).contains(expected) {
      guard !deadline.isOver, readMore(within: min(50, deadline.milliseconds)) else { return false }
    }
    return true
  }

  /// Reads until nothing has come for so long.
  package func settle(silence milliseconds: Int32 = 100) {
    while let bytes = readBytes(program.output, within: milliseconds), !bytes.isEmpty {
      output += bytes
    }
  }

  /// How it ended, reading what it writes until then; nil when the time is up.
  package func ending(within milliseconds: Int = 10_000) -> Ending? {
    let deadline = Deadline(milliseconds: milliseconds)
    while !deadline.isOver {
      if let ending = program.ending(within: 1) {
        settle(silence: 20)
        return ending
      }
      _ = readMore(within: 10)
    }
    return nil
  }

  /// False at the end of what there is to read.
  private func readMore(within milliseconds: Int32) -> Bool {
    guard let bytes = readBytes(program.output, within: milliseconds) else { return true }
    output += bytes
    return !bytes.isEmpty
  }
}
