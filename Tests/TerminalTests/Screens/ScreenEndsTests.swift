import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// However the program ends, and whatever it is doing, the terminal is given back whole.
struct ScreenEndsTests {
  enum Way: CustomTestStringConvertible {
    /// A signal from outside.
    case signal(Int32)
    /// A key on which the fixture ends by itself.
    case key(Character)

    var testDescription: String {
      switch self {
      case .signal(let number): "signal \(number)"
      case .key(let key): "key \(key)"
      }
    }
  }

  enum State: CaseIterable {
    case idle, drawing, pasting, insideASequence
  }

  /// What is sent last when a screen is taken.
  private let lastMode = "\u{1B}[?1006h"
  /// The modes that are on in a terminal by itself: the cursor, and wrapping at the edge.
  private let defaults: Set<Int> = [7, 25]
  private static let crash: Ending = .signal(CPU.trap)

  @Test(
    arguments: [
      (.signal(SIGTERM), .exit(143), ""), (.signal(SIGHUP), .exit(129), ""),
      (.signal(SIGINT), .exit(130), ""), (.signal(SIGQUIT), .signal(SIGQUIT), ""),
      (.signal(SIGABRT), .signal(SIGABRT), "qkv crashed (signal 6)\r\n"),
      (.signal(SIGSEGV), .signal(SIGSEGV), "qkv crashed (signal 11)\r\n"),
      (.signal(SIGBUS), .signal(SIGBUS), "qkv crashed (signal \(SIGBUS))\r\n"),
      (.signal(SIGFPE), .signal(SIGFPE), "qkv crashed (signal 8)\r\n"),
      (.signal(SIGILL), .signal(SIGILL), "qkv crashed (signal 4)\r\n"),
      (.signal(SIGTRAP), .signal(SIGTRAP), "qkv crashed (signal 5)\r\n"),
      (.key("t"), crash, "qkv crashed (signal \(CPU.trap))\r\n"),
      (.key("f"), crash, "Fatal error: the reason?[31m??31m"),
      (.key("o"), .signal(SIGSEGV), "qkv crashed (signal 11)\r\n"),
      (.key("A"), .signal(SIGABRT), "qkv crashed (signal 6)\r\n"),
      (.key("x"), .exit(3), ""), (.key("q"), .exit(0), ""),
    ] as [(Way, Ending, String)], State.allCases)
  func ends(way: (Way, Ending, String), state: State) throws {
    let (way, expected, message) = way
    // A key can't come while a paste goes on.
    if case .key = way, state == .pasting || state == .insideASequence { return }
    let home = try TemporaryFolder()
    var launch = Launch.product(
      "ScreenFixture", state == .drawing ? ["--busy"] : [], home: home)
    launch.folder = home.path
    let run = try TerminalRun(launch)
    let before = TerminalRun.newModes
    #expect(run.waits(for: lastMode))
    #expect(run.modes != before)
    #expect(run.privateModes.isSuperset(of: [1, 1000, 1002, 1006, 1049, 2004]))
    switch state {
    case .idle, .drawing: break
    case .pasting: run.send("\u{1B}[200~half of a paste")
    case .insideASequence: run.send("\u{1B}[1;")
    }
    switch way {
    case .signal(let number): run.program.signal(number)
    case .key(let key): run.send(String(key))
    }
    #expect(run.ending() == expected)
    #expect(run.modes == before)
    #expect(run.privateModes.subtracting(defaults) == [])
    #expect(run.text.hasSuffix(message) || run.text.contains(message) && way.isFatalError)
    #expect(run.text.contains("\u{1B}[?25h") || !run.text.contains("\u{1B}[?25l"))
  }

  /// Swift's own crash handler would ask questions inside the raw alternate screen, and wait for answers.
  @Test func theBacktracerDoesNotHoldTheTerminal() throws {
    let home = try TemporaryFolder()
    let launch = Launch.product("ScreenFixture", home: home)
    let run = try TerminalRun(
      launch.setting("SWIFT_BACKTRACE", to: "enable=yes,interactive=yes,color=yes"))
    #expect(run.waits(for: lastMode))
    run.send("f")
    #expect(run.ending() == Self.crash)
    #expect(run.modes == TerminalRun.newModes)
    #expect(run.text.hasSuffix("qkv crashed (signal \(CPU.trap))\r\n"))
  }

  @Test func aProgramThatDoesNotEndIsEnded() throws {
    let home = try TemporaryFolder()
    let run = try TerminalRun(.product("ScreenFixture", home: home))
    let before = TerminalRun.newModes
    #expect(run.waits(for: lastMode))
    run.send("h")
    run.settle()
    run.program.signal(SIGTERM)
    #expect(run.ending(within: 3000) == .signal(SIGTERM))
    #expect(run.modes == before)
    #expect(run.privateModes.subtracting(defaults) == [])
  }

  @Test func aTerminalThatStopsReading() throws {
    let home = try TemporaryFolder()
    let run = try TerminalRun(.product("ScreenFixture", ["--busy"], home: home))
    let before = TerminalRun.newModes
    #expect(run.waits(for: lastMode))
    // From here on, nobody reads.
    #expect(run.program.ending(within: 3000) == .exit(129))
    #expect(run.modes == before)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGSEGV])
  func aSignalWhileTheTerminalDoesNotRead(signal: Int32) throws {
    let home = try TemporaryFolder()
    var launch = Launch.product("ScreenFixture", ["--busy"], home: home)
    launch.folder = home.path
    let run = try TerminalRun(launch)
    let before = TerminalRun.newModes
    #expect(run.waits(for: lastMode))
    #expect(run.program.ending(within: 500) == nil)
    run.program.signal(signal)
    #expect(
      run.program.ending(within: 3000)
        == (signal == SIGSEGV ? .signal(signal) : .exit(128 + signal)))
    #expect(run.modes == before)
    // Should it read again, it finds the way back.
    run.settle()
    #expect(run.privateModes.subtracting(defaults) == [])
  }

  @Test(arguments: [false, true]) func aTerminalThatHangsUp(ignoresTheSignal: Bool) throws {
    let home = try TemporaryFolder()
    var launch = Launch.product("ScreenFixture", home: home)
    if ignoresTheSignal {
      launch.arguments = ["-c", "trap '' HUP; exec \(launch.path)"]
      launch.path = "/bin/sh"
    }
    let run = try TerminalRun(launch)
    #expect(run.waits(for: lastMode))
    run.program.hangUp()
    #expect(run.program.ending(within: 3000) == .exit(129))
  }
}

extension ScreenEndsTests.Way {
  fileprivate var isFatalError: Bool {
    if case .key("f") = self { true } else { false }
  }
}

/// The signal of a trap instruction.
enum CPU {
  #if arch(x86_64)
    static let trap = SIGILL
  #else
    static let trap = SIGTRAP
  #endif
}
