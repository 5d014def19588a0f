import CTestSupport
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

struct CursesScreenTests {
  private let home: TemporaryFolder

  init() throws {
    home = try TemporaryFolder()
  }

  private func start(
    _ arguments: [String] = [], _ change: (Launch) -> Launch = { $0 }
  ) throws -> TerminalRun {
    let run = try TerminalRun(change(.product("ScreenFixture", arguments, home: home)))
    #expect(run.waits(for: "ready"))
    #expect(run.waits(for: "\u{1B}[?2004h"))
    return run
  }

  @Test(arguments: [
    ("a", "key a"), ("\u{1B}[A", "key ↑"), ("\u{1B}OA", "key ↑"), ("\u{1B}", "key Esc"),
    ("\u{3}", "key Ctrl-C"), ("\u{1A}", "resumed"), ("\u{1C}", "key Ctrl-\\"), ("\r", "key Enter"),
    ("\u{1B}[200~two\rlines\u{1B}[201~", "paste two␊lines"), ("\u{1B}[<0;3;4M", "mouse press 2,3"),
    ("日", "key 日"), ("\u{13}\u{11}", "key Ctrl-Q"),
  ])
  func events(sent: String, shown: String) throws {
    let run = try start()
    run.send(sent)
    #expect(run.waits(for: shown))
    run.send("q")
    #expect(run.ending() == .exit(0))
  }

  @Test(
    arguments: [
      (100, 30, "resize 100x30"), (1, 1, nil), (0, 0, "ready √ 日本 80x24"), (2000, 2000, "600x300"),
    ] as [(Int, Int, String?)])
  func resizing(columns: Int, rows: Int, shown: String?) throws {
    let run = try start([]) { $0.inTerminal(columns: 40, rows: 10) }
    run.resize(columns: columns, rows: rows)
    if let shown { #expect(run.waits(for: shown)) }
    run.send("q")
    #expect(run.ending() == .exit(0))
  }

  @Test func aStormOfSizes() throws {
    let run = try start()
    for step in 0..<1000 {
      run.resize(columns: step * 7919 % 1001, rows: step * 104_729 % 1001)
      run.settle(silence: 1)
    }
    run.resize(columns: 61, rows: 17)
    #expect(run.waits(for: "61x17"))
    run.send("q")
    #expect(run.ending() == .exit(0))
  }

  @Test func whatIsSaidMeanwhileIsSaidAfterwards() throws {
    let run = try start()
    run.send("e")
    #expect(run.waits(for: "key e"))
    run.settle()
    #expect(!run.text.contains("talk on standard error"))
    run.send("q")
    #expect(run.ending() == .exit(0))
    #expect(run.text.hasSuffix("talk on standard error\r\n"))
  }

  @Test func standardErrorThatIsNoTerminalIsLeftAlone() throws {
    let run = try start([]) { $0.inTerminal(separatesError: true) }
    run.send("e")
    let bytes = readBytes(run.program.error, within: 5000)
    #expect(bytes.map { String(decoding: $0, as: UTF8.self) } == "talk on standard error\n")
  }

  @Test func onlyWhatDiffersIsSent() throws {
    let run = try start()
    run.settle()
    let before = run.output.count
    run.send("a")
    #expect(run.waits(for: "key a"))
    run.settle()
    #expect(run.output.count - before < 100)
  }

  @Test func waitingCostsNoTime() throws {
    let run = try start()
    run.settle()
    let before = qkvtest_processor_time(run.program.pid)
    run.settle(silence: 500)
    #expect(qkvtest_processor_time(run.program.pid) - before <= 10)
  }

  @Test func theMouseCanBeOff() throws {
    let off = try start(["--no-mouse"])
    #expect(off.privateModes.isDisjoint(with: [1000, 1002, 1006]))
    let on = try start()
    #expect(on.waits(for: "\u{1B}[?1006h"))
    on.send("m")
    #expect(on.waits(for: "\u{1B}[?1000l"))
    #expect(on.privateModes.isDisjoint(with: [1000, 1002, 1006]))
  }

  @Test(
    arguments: [
      ("xterm-256color", nil, [], true), ("xterm-256color", "1", [], false),
      ("xterm-256color", "", [], true), ("xterm-256color", nil, ["--never"], false),
      ("vt100", nil, [], false), ("linux", nil, [], true),
    ] as [(String, String?, [String], Bool)])
  func colors(terminal: String, noColor: String?, flags: [String], areUsed: Bool) throws {
    let run = try start(flags) {
      $0.setting("TERM", to: terminal).setting("NO_COLOR", to: noColor)
    }
    run.send("ab")
    #expect(run.waits(for: "key b"))
    let isColored =
      run.text.contains("\u{1B}[38;5;") || run.text.contains("\u{1B}[37m")
      || run.text.contains("\u{1B}[37;4")
    #expect(isColored == areUsed)
  }

  @Test(
    arguments: [
      "xterm", "xterm-256color", "screen", "screen-256color", "tmux-256color", "linux", "vt100",
      "rxvt", "ansi",
    ], ["C.UTF-8", "POSIX", nil])
  func terminalsAndLocales(terminal: String, locale: String?) throws {
    let run = try start(["--busy"]) {
      $0.setting("TERM", to: terminal).setting("LC_ALL", to: locale)
    }
    #expect(run.waits(for: "√ 日本 80x24"))
    run.send("q")
    #expect(run.ending() == .exit(0))
    #expect(run.privateModes.subtracting([7, 25]) == [])
  }

  @Test func asciiAlone() throws {
    let run = try start(["--ascii"])
    #expect(run.waits(for: "ready v ? ?"))
    run.send("q")
    #expect(run.ending() == .exit(0))
    #expect(run.output.allSatisfy { $0 < 0x80 })
  }

  @Test(
    arguments: [
      (
        "dumb",
        "a terminal of type `dumb` (TERM) can't place its cursor, which the notebook needs; "
          + "`qkv show` prints a lesson\r\n"
      ),
      (
        "nosuch\u{1B}[31m",
        "this system doesn't know the terminal `nosuch␛[31m` that TERM names; "
          + "try TERM=xterm-256color\r\n"
      ),
      (
        nil,
        "the variable TERM is not set, so nothing is known about this terminal; "
          + "try TERM=xterm-256color\r\n"
      ),
    ] as [(String?, String)])
  func terminalsThatWillNotDo(terminal: String?, message: String) throws {
    let run = try TerminalRun(
      Launch.product("ScreenFixture", home: home).setting("TERM", to: terminal))
    let before = TerminalRun.newModes
    #expect(run.ending() == .exit(1))
    #expect(run.text == message)
    #expect(run.modes == before)
  }

  @Test func withoutATerminalItSaysSo() throws {
    let run = try HeadlessRun(.product("ScreenFixture", home: home))
    #expect(run.code == 1)
    #expect(run.output == "")
    #expect(
      run.error
        == "the notebook draws on a terminal, and standard output is none; `qkv show` prints a lesson\n"
    )
  }

  @Test func stoppedAndContinuedByTheShell() throws {
    let fixture = Launch.product("ScreenFixture", home: home)
    var launch = fixture
    launch.path = "/bin/bash"
    launch.arguments = ["--norc", "--noprofile", "-i"]
    let shell = try TerminalRun(launch.setting("PS1", to: "$ "))
    shell.send(fixture.path + "\r")
    #expect(shell.waits(for: "ready"))
    shell.send("\u{1A}")
    #expect(shell.waits(for: "Stopped"))
    shell.settle()
    #expect(shell.privateModes.isDisjoint(with: [1, 1000, 1002, 1006, 1049]))
    let stopped = shell.output.count
    shell.send("fg\r")
    #expect(shell.waits(for: "resumed", from: stopped))
    #expect(shell.waits(for: "\u{1B}[?1006h", from: stopped))
    #expect(shell.privateModes.isSuperset(of: [1, 1000, 1002, 1006, 1049, 2004]))
    shell.send("q")
    // What is typed before the prompt is dropped with the mouse reports that are under way.
    #expect(shell.waits(for: "$ ", from: stopped))
    shell.send("echo code $?\r")
    #expect(shell.waits(for: "code 0", from: stopped))
  }

  @Test func stoppedAndContinuedFromOutside() throws {
    let run = try start()
    run.program.signal(SIGSTOP)
    run.program.signal(SIGCONT)
    #expect(run.waits(for: "resumed"))
    run.send("q")
    #expect(run.ending() == .exit(0))
  }

  @Test func blockedSignalsAreUnblocked() throws {
    // The shell can't block signals, but Python can, if it is there.
    let fixture = Launch.product("ScreenFixture", home: home)
    guard (try? HeadlessRun(Launch("/usr/bin/python3", ["-V"])).code) == 0 else { return }
    var launch = fixture
    launch.path = "/usr/bin/python3"
    launch.arguments = [
      "-c",
      "import os,signal; signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 32)); "
        + "os.execv('\(fixture.path)', ['ScreenFixture'])",
    ]
    let run = try TerminalRun(launch)
    #expect(run.waits(for: "ready"))
    run.program.signal(SIGTERM)
    #expect(run.ending() == .exit(143))
  }

  /// What differs, sent piece by piece, makes the same screen as everything sent at once, wide characters included.
  @Test(.enabled("needs tmux") { try HeadlessRun(Launch(Tmux.path, ["-V"])).code == 0 })
  func piecesMakeTheWhole() throws {
    let tmux = try Tmux(
      .product("ScreenFixture", home: home).inTerminal(columns: 30, rows: 8, separatesError: false))
    _ = try tmux.screen { $0.first?.hasPrefix("ready") == true }
    for round in 1...20 {
      try tmux.type("ssss")
      let pieces = try tmux.settledScreen()
      try tmux.press("C-l")
      #expect(try tmux.settledScreen() == pieces, "round \(round)")
    }
    #expect(try tmux.settledScreen().joined().contains("日本語"))
  }

  @Test(.enabled("needs tic") { try HeadlessRun(Launch("/usr/bin/tic", ["-V"])).code == 0 })
  func directColorWhereTerminfoOffersIt() throws {
    let source = try home.write(
      "direct.ti",
      """
      qkv-direct|xterm with direct color,
      \tRGB, colors#0x1000000, pairs#0x7FFF, use=xterm-256color,
      \tsetaf=\\E[%?%p1%{8}%<%t3%p1%d%e38\\:2\\:\\:%p1%{65536}%/%d\\:%p1%{256}%/%{255}%&%d\\:%p1%{255}%&%d%;m,
      \tsetab=\\E[%?%p1%{8}%<%t4%p1%d%e48\\:2\\:\\:%p1%{65536}%/%d\\:%p1%{256}%/%{255}%&%d\\:%p1%{255}%&%d%;m,

      """)
    let tic = try HeadlessRun(
      Launch("/usr/bin/tic", ["-x", "-o", home.path + "/terminfo", source]))
    try #require(tic.code == 0, "\(tic.error)")
    let run = try start([]) {
      $0.setting("TERM", to: "qkv-direct").setting("TERMINFO", to: home.path + "/terminfo")
    }
    run.send("a")
    #expect(run.waits(for: "key a"))
    // Viridis begins with (68, 1, 84).
    #expect(run.text.contains("48:2::68:1:84m"))
  }
}
