import CTestSupport

/// What a program that needs no terminal did with its input.
package struct HeadlessRun: Hashable, Sendable {
  /// nil where it had to be killed, because the time was up.
  package let ending: Ending?
  package let output: String
  package let error: String

  /// The exit code; nil where it was killed or ended by a signal.
  package var code: Int32? {
    if case .exit(let code)? = ending { code } else { nil }
  }

  /// What a test expects.
  package init(ending: Ending?, output: String, error: String) {
    self.ending = ending
    self.output = output
    self.error = error
  }

  /// Runs a program to its end.
  package init(_ launch: Launch, input: String = "", within milliseconds: Int = 20_000) throws {
    let program = try RunningProgram(launch)
    let deadline = Deadline(milliseconds: milliseconds)
    var input = Array(input.utf8)[...]
    var streams = [(program.output, [UInt8]()), (program.error, [UInt8]())]
    var open = [true, true]
    while open.contains(true), !deadline.isOver {
      if !input.isEmpty {
        // In pieces, so that a program that writes while it reads is never waited for in both directions.
        input = input.dropFirst(max(0, program.send(input.prefix(4096), within: 0)))
      }
      if input.isEmpty { program.closeInput() }
      for index in streams.indices where open[index] {
        guard let bytes = readBytes(streams[index].0, within: 2) else { continue }
        if bytes.isEmpty { open[index] = false }
        streams[index].1 += bytes
      }
    }
    ending = program.ending(within: deadline.milliseconds)
    output = String(decoding: streams[0].1, as: UTF8.self)
    error = String(decoding: streams[1].1, as: UTF8.self)
  }
}

/// A point in time that a test doesn't wait beyond.
package struct Deadline {
  private let end: ContinuousClock.Instant

  package init(milliseconds: Int) {
    end = .now + .milliseconds(milliseconds)
  }

  package var isOver: Bool { .now >= end }

  /// What is left, at least 1.
  package var milliseconds: Int32 {
    let left = ContinuousClock.now.duration(to: end).components
    let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
    return Int32(clamping: max(1, milliseconds))
  }
}
