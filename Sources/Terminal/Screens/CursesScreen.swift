import CNcurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The terminal of the process, painted by ncurses and read by our own decoder.
///
/// There can be one at a time. However the program ends, the terminal is given back as it was: see `qkv_guard_start`.
package struct CursesScreen: Screen, ~Copyable {
  /// How long a terminal may take no output before it counts as gone.
  private static let patience: Int32 = 2000

  package private(set) var size: Size
  /// Whether all is drawn with ASCII alone.
  package let usesASCII: Bool
  /// Whether the terminal's font has braille; that of the Linux console hasn't.
  private let hasDots: Bool
  private var painter: CellPainter
  private var input = TerminalInput()
  private var shown: Grid?
  private var isMouseOn: Bool
  /// ncurses starts with modes of its own, so ours are sent after its first output.
  private var areModesDue = true
  /// How many colours are used, and whether the reader has said for which background.
  private var depth = ColorDepth.none
  private var followsTerminal = false
  private var canAsk = false
  /// What the colours are chosen for now.
  private var theme: Theme
  /// Whether the terminal is to be asked for its background, and whether its answer is still to come.
  private var isQuestionDue = false
  private var askedAt: ContinuousClock.Instant?
  /// What came about outside `nextEvents`.
  private var pending: [Event] = []

  /// Takes the terminal.
  ///
  /// - Parameters:
  ///   - color: whether to use the colours that terminfo offers.
  ///   - theme: the background that colours are chosen for.
  ///   - ascii: draw with ASCII alone, as is done anyway where the locale has no UTF-8.
  ///   - mouse: whether the mouse is reported at first.
  package init(
    color: ColorChoice = .automatic, theme: Theme = .automatic, ascii: Bool = false,
    mouse: Bool = true
  ) throws(ScreenError) {
    usesASCII = qkv_locale_start() == 0 || ascii
    hasDots = environment("TERM")?.hasPrefix("linux") != true
    size = Self.currentSize()
    isMouseOn = mouse
    let guess = BackgroundGuess(
      term: environment("TERM"), colorFGBG: environment("COLORFGBG"))
    self.theme = theme == .automatic ? guess.theme : theme
    painter = CellPainter(palette: Palette(depth: .none), pairs: 0)
    try Self.check(qkv_curses_start(Int32(size.width), Int32(size.height)))
    let offered = ColorDepth(
      colors: Int(qkv_colors()), hasDirectColor: qkv_has_direct_color() != 0)
    depth = color.depth(offered: offered, noColor: environment("NO_COLOR"))
    followsTerminal = theme == .automatic && depth != .none
    canAsk = guess.canAsk
    isQuestionDue = followsTerminal && canAsk
    choosePalette()
    try takeTerminal()
  }

  /// Ends it before the end of its scope.
  package consuming func giveBack() {}

  deinit {
    awaitAnswer()
    qkv_guard_give_back()
    qkv_curses_stop()
  }

  private static func check(_ result: qkv_start_result) throws(ScreenError) {
    let name = environment("TERM") ?? ""
    switch result {
    case QKV_STARTED: return
    case QKV_INPUT_IS_NO_TERMINAL: throw .inputIsNoTerminal
    case QKV_OUTPUT_IS_NO_TERMINAL: throw .outputIsNoTerminal
    case QKV_UNKNOWN_TERMINAL: throw .unknownTerminal(name: visible(name))
    case QKV_TERMINAL_WITHOUT_CURSOR: throw .terminalWithoutCursor(name: visible(name))
    default: throw .noMemory
    }
  }

  private func takeTerminal() throws(ScreenError) {
    var length = 0
    let reset = qkv_reset_bytes(Int32(size.height), &length)
    do throws(ScreenError) {
      try Self.check(qkv_guard_start(reset, length))
    } catch {
      qkv_curses_stop()
      throw error
    }
  }

  // MARK: Drawing

  package mutating func present(_ grid: Grid) {
    let grid = usesASCII ? grid.asciified() : hasDots ? grid : grid.withoutDots()
    painter.paint(grid, over: shown, size: size)
    shown = grid
    if let cursor = grid.cursor, grid.bounds.contains(cursor), size.contains(cursor) {
      qkv_set_cursor(Int32(cursor.x), Int32(cursor.y))
    } else {
      qkv_set_cursor(-1, 0)
    }
    var length = 0
    let bytes = qkv_refresh(&length)
    send(bytes, length)
    if areModesDue { sendModes() }
    if isQuestionDue { ask() }
  }

  package mutating func invalidate() {
    shown = nil
    qkv_clear()
  }

  package mutating func ring() {
    send("\u{7}", 1)
  }

  package mutating func copy(_ text: String) {
    guard let sequence = Clipboard.sequence(for: text) else { return }
    send(sequence, sequence.utf8.count)
  }

  package mutating func setMouse(_ isOn: Bool) {
    isMouseOn = isOn
    areModesDue = true
  }

  /// Application cursor keys, bracketed paste, and clicks, drags and the wheel as SGR reports.
  private mutating func sendModes() {
    areModesDue = false
    let mouse =
      isMouseOn
      ? "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h" : "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"
    let modes = "\u{1B}[?1h\u{1B}[?2004h" + mouse
    send(modes, modes.utf8.count)
  }

  // MARK: The background

  private mutating func choosePalette() {
    painter = CellPainter(
      palette: Palette(depth: depth, theme: theme), pairs: Int(qkv_color_pairs()))
  }

  /// Asks the terminal for its background once something stands on the screen: nothing waits for the answer.
  private mutating func ask() {
    isQuestionDue = false
    askedAt = .now
    send(Background.question, Background.question.utf8.count)
  }

  /// Draws all of it again where other colours suit the background better.
  private mutating func take(_ background: Background) {
    askedAt = nil
    guard followsTerminal, theme != background.theme else { return }
    theme = background.theme
    choosePalette()
    invalidate()
  }

  /// An answer that is on its way must not come to whoever has the terminal next: where it was asked for just now, it is
  /// waited for a moment.
  private func awaitAnswer() {
    guard let askedAt, qkv_guard_ending() == 0, askedAt > .now - .seconds(1) else { return }
    var input = TerminalInput()
    let end = ContinuousClock.now + .milliseconds(150)
    while ContinuousClock.now < end {
      for case .events(let events) in input.wait(until: end) {
        if events.contains(where: { if case .background = $0 { true } else { false } }) { return }
      }
      if qkv_guard_ending() != 0 { return }
    }
  }

  private func send(_ bytes: UnsafePointer<CChar>?, _ count: Int) {
    if qkv_guard_ending() != 0 { return }
    if qkv_guard_send(bytes, count, Self.patience) == 0 { qkv_guard_expect_end(SIGHUP) }
  }

  // MARK: Events

  package mutating func nextEvents(within milliseconds: Int?) -> [Event] {
    let deadline = milliseconds.map { ContinuousClock.now + .milliseconds($0) }
    while true {
      var events = pending
      pending = []
      for notice in input.wait(until: events.isEmpty ? deadline : .now) {
        switch notice {
        case .events(let decoded):
          for case .background(let background) in decoded { take(background) }
          events += decoded
        case .sizeChanged: events += noticeSize()
        case .stopRequested:
          suspend()
          events += pending
          pending = []
        case .continued:
          qkv_guard_retake()
          events += comeBack()
        }
      }
      let ending = qkv_guard_ending()
      if ending != 0 { return events + [.terminate(signal: ending)] }
      if !events.isEmpty { return events }
      if let deadline, deadline <= .now { return [] }
    }
  }

  package static var hasInput: Bool { TerminalInput.hasMore() || qkv_guard_ending() != 0 }

  package mutating func suspend() {
    awaitAnswer()
    qkv_guard_give_back()
    qkv_guard_stop_group()
    qkv_guard_retake()
    // The signal that let the program go on has told what is done here.
    input.discardContinuations()
    pending += comeBack()
  }

  /// What is due when the program goes on: others have used the terminal meanwhile.
  private mutating func comeBack() -> [Event] {
    qkv_curses_pause()
    invalidate()
    areModesDue = true
    isQuestionDue = followsTerminal && canAsk
    return noticeSize() + [.resumed]
  }

  private mutating func noticeSize() -> [Event] {
    let newSize = Self.currentSize()
    if newSize == size { return [] }
    size = newSize
    shown = nil
    qkv_curses_resize(Int32(size.width), Int32(size.height))
    qkv_clear()
    var length = 0
    let reset = qkv_reset_bytes(Int32(size.height), &length)
    qkv_guard_set_reset(reset, length)
    return [.resize(size)]
  }

  /// The terminal's size; 80 by 24 where it has none. What a terminal claims beyond any real screen is not drawn on.
  private static func currentSize() -> Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    qkv_terminal_size(&columns, &rows)
    return Size(
      width: columns > 0 ? min(Int(columns), 600) : 80, height: rows > 0 ? min(Int(rows), 300) : 24)
  }
}

extension Size {
  fileprivate func contains(_ point: Point) -> Bool {
    Rectangle(x: 0, y: 0, width: width, height: height).contains(point)
  }
}

private func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}

/// A name from the environment, without control characters.
private func visible(_ name: String) -> String {
  Glyphs(name).map(\.text).joined()
}
