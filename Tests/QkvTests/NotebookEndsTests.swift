import CTestSupport
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// However the notebook ends, and whatever the reader is doing, the terminal is given back whole.
struct NotebookEndsTests {
  enum State: CaseIterable {
    case home, reading, editing, pasting, drawing
  }

  /// The modes that are on in a terminal by itself: the cursor, and wrapping at the edge.
  private let defaults: Set<Int> = [7, 25]

  private static let lesson = """
    ---
    qkv: 1
    id: ends
    title: How it ends
    summary: A lesson for tests.
    minutes: 1
    ---

    # How it ends

    ## One step

    Change a number.

    ```python {.qkv}
    Q = [[1.0, 0.0], [0.0, 1.0]]
    ```

    ```python {.qkv}
    S = Q @ Q.T
    ```

    """

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("ends.md", Self.lesson)
  }

  private func start(_ arguments: [String], _ shown: String) throws -> TerminalRun {
    var launch = Launch.product("qkv", arguments, home: folder)
    launch.folder = folder.path
    let run = try TerminalRun(launch)
    #expect(run.waits(for: shown))
    // What is sent last when a screen is taken.
    #expect(run.waits(for: "\u{1B}[?1006h"))
    return run
  }

  private func start(in state: State) throws -> TerminalRun {
    if state == .home { return try start([], "Weighted sums of values") }
    let run = try start([folder.path + "/ends.md"], "How it ends")
    switch state {
    case .home, .reading: break
    case .editing: run.send("\t4")
    case .pasting: run.send("\t4\u{1B}[200~half of a paste")
    case .drawing: run.send(String(repeating: "\u{C}", count: 200))
    }
    return run
  }

  private func expectWhole(_ run: TerminalRun) {
    #expect(run.modes == TerminalRun.newModes)
    #expect(run.privateModes.subtracting(defaults) == [])
    #expect(run.text.contains("\u{1B}[?25h") || !run.text.contains("\u{1B}[?25l"))
  }

  @Test(
    arguments: [
      (SIGTERM, .exit(143)), (SIGHUP, .exit(129)), (SIGINT, .exit(130)),
      (SIGQUIT, .signal(SIGQUIT)), (SIGABRT, .signal(SIGABRT)), (SIGSEGV, .signal(SIGSEGV)),
      (SIGTRAP, .signal(SIGTRAP)), (SIGILL, .signal(SIGILL)),
    ] as [(Int32, Ending)], State.allCases)
  func signals(signal: (Int32, Ending), state: State) throws {
    let (number, ending) = signal
    let run = try start(in: state)
    run.program.signal(number)
    #expect(run.ending() == ending)
    expectWhole(run)
    let isCrash = ![SIGTERM, SIGHUP, SIGINT, SIGQUIT].contains(number)
    #expect(run.text.hasSuffix("qkv crashed (signal \(number))\r\n") == isCrash)
  }

  @Test(arguments: State.allCases) func leaving(state: State) throws {
    let run = try start(in: state)
    // Ctrl-C inside a paste is part of it.
    run.send(state == .pasting ? "\u{1B}[201~\u{3}" : "\u{3}")
    #expect(run.ending() == .exit(0))
    expectWhole(run)
  }

  @Test func leavingByQ() throws {
    let run = try start([folder.path + "/ends.md"], "How it ends")
    run.send("qqq")
    #expect(run.ending() == .exit(0))
    expectWhole(run)
  }

  @Test func stoppedByTheReaderAndContinued() throws {
    let program = Launch.product("qkv", [folder.path + "/ends.md"], home: folder)
    var launch = program
    launch.path = "/bin/bash"
    launch.arguments = ["--norc", "--noprofile", "-i"]
    let shell = try TerminalRun(launch.setting("PS1", to: "$ "))
    shell.send("\(program.path) ends.md\r".replacing("ends.md", with: folder.path + "/ends.md"))
    #expect(shell.waits(for: "\u{1B}[?1006h"))
    shell.send("\u{1A}")
    #expect(shell.waits(for: "Stopped"))
    shell.settle()
    #expect(shell.privateModes.isDisjoint(with: [1, 1000, 1002, 1006, 1049]))
    let stopped = shell.output.count
    shell.send("fg\r")
    #expect(shell.waits(for: "\u{1B}[?1006h", from: stopped))
    #expect(shell.waits(for: "How it ends", from: stopped))
    shell.send("\u{3}")
    #expect(shell.waits(for: "$ ", from: stopped))
    shell.send("echo code $?\r")
    #expect(shell.waits(for: "code 0", from: stopped))
  }

  @Test func aTerminalThatHangsUp() throws {
    let run = try start(in: .editing)
    run.program.hangUp()
    #expect(run.program.ending(within: 3000) == .exit(129))
  }

  @Test func aTerminalThatStopsReading() throws {
    let run = try start(in: .reading)
    // Each Ctrl-L draws everything, and nobody reads it: soon the terminal takes no more.
    let deadline = Deadline(milliseconds: 6000)
    while run.program.ending(within: 10) == nil, !deadline.isOver {
      run.program.send("\u{C}".utf8, within: 0)
    }
    #expect(run.program.ending(within: 1) == .exit(129))
    #expect(run.modes == TerminalRun.newModes)
  }

  @Test func waitingCostsNoTime() throws {
    let run = try start(in: .reading)
    run.settle()
    let before = qkvtest_processor_time(run.program.pid)
    run.settle(silence: 500)
    #expect(qkvtest_processor_time(run.program.pid) - before <= 10)
  }
}
