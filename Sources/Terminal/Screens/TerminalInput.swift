import CNcurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Waits for what comes from the terminal and from signals.
struct TerminalInput {
  enum Notice {
    case events([Event])
    case sizeChanged
    /// Someone wants the program to stop, as Ctrl-Z does.
    case stopRequested
    /// It was stopped without being asked, and goes on.
    case continued
  }

  /// The most that is taken in at once, so that a flood of input is shown as it goes.
  private static let mostBytes = 1 << 20

  private var decoder = KeyDecoder()

  /// Everything that has arrived, waiting for it until `deadline` (without limit where nil). Sleeps meanwhile.
  mutating func wait(until deadline: ContinuousClock.Instant?) -> [Notice] {
    let patience = decoder.patience
    let left = deadline.map(milliseconds)
    let timeout = [left, patience.map(Int32.init)].compactMap(\.self).min() ?? -1
    guard let ready = poll(within: timeout) else {
      // Silence: what was begun ends here, if it was patience that ran out.
      let isOver = patience.map { Int32($0) <= timeout } ?? false
      let events = isOver ? decoder.flush() : []
      return events.isEmpty ? [] : [.events(events)]
    }
    var notices: [Notice] = []
    if ready.hasInput {
      let events = readEvents()
      if !events.isEmpty { notices.append(.events(events)) }
    }
    return notices + (ready.hasNotices ? readNotices() : [])
  }

  /// Forgets that the program was continued, and keeps the rest for later.
  func discardContinuations() {
    // A changed size is looked up on coming back; a request to end is remembered by the guard.
    _ = readNotices()
  }

  private func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
    let now = ContinuousClock.now
    if deadline <= now { return 0 }
    let left = now.duration(to: deadline).components
    let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
    // Rounded up, lest the last millisecond be spent in spinning.
    return Int32(clamping: milliseconds + 1)
  }

  /// nil when the time is up.
  private func poll(within milliseconds: Int32) -> (hasInput: Bool, hasNotices: Bool)? {
    var descriptors = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: qkv_guard_notices(), events: Int16(POLLIN), revents: 0),
    ]
    let count = systemPoll(&descriptors, 2, milliseconds)
    if count == 0 { return nil }
    // Interrupted by a signal: its notice is there already.
    if count < 0 { return (false, true) }
    return (descriptors[0].revents != 0, descriptors[1].revents != 0)
  }

  private mutating func readEvents() -> [Event] {
    var events: [Event] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var total = 0
    repeat {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0 && (errno == EINTR || errno == EAGAIN) { break }
      if count <= 0 {
        // The line is cut: nothing will ever come.
        qkv_guard_expect_end(SIGHUP)
        break
      }
      events += decoder.feed(buffer[..<count])
      total += count
    } while total < Self.mostBytes && Self.hasMore()
    return events
  }

  /// Whether there is something to read.
  static func hasMore() -> Bool {
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return systemPoll(&descriptor, 1, 0) > 0
  }

  private func readNotices() -> [Notice] {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = read(qkv_guard_notices(), &buffer, buffer.count)
    let signals = Set(buffer.prefix(max(0, count)).map(Int32.init))
    var notices: [Notice] = []
    if signals.contains(SIGTSTP) { notices.append(.stopRequested) }
    if signals.contains(SIGCONT) { notices.append(.continued) }
    if signals.contains(SIGWINCH) { notices.append(.sizeChanged) }
    return notices
  }
}

/// The function, under a name that the methods here don't hide.
private func systemPoll(
  _ descriptors: UnsafeMutablePointer<pollfd>, _ count: Int, _ milliseconds: Int32
) -> Int32 {
  poll(descriptors, nfds_t(count), milliseconds)
}
