import Notebook
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program itself keeps what was done, whatever ends it, and says where it can't.
struct KeepingTests {
  private static let lesson = """
    ---
    qkv: 1
    id: kept
    title: What is kept
    ---
    ## First step

    ```python {.qkv}
    Q = [[1, 0], [0, 1]]
    ```

    ## Second step

    ```python {.qkv}
    K = [3, 4]
    ```

    """

  private let home: TemporaryFolder
  private let file: ProgressFile

  init() throws {
    home = try TemporaryFolder()
    try home.write("kept.md", Self.lesson)
    file = ProgressFile(folder: home.path + "/.local/share/qkv")
  }

  private func launch(_ arguments: String...) -> Launch {
    Launch.product("qkv", [home.path + "/kept.md", "--read"] + arguments, home: home)
  }

  private func start(_ launch: Launch) throws -> TerminalRun {
    let run = try TerminalRun(launch)
    #expect(run.waits(for: "\u{1B}[?1006h"))
    return run
  }

  private var edits: [String: String]? {
    (try? file.load())?.document.lessons["kept"]?.edits
  }

  /// Waits until the file holds these edits.
  private func waits(for edits: [String: String], of run: TerminalRun) -> Bool {
    let deadline = Deadline(milliseconds: 10_000)
    while self.edits != edits, !deadline.isOver { run.settle(silence: 10) }
    return self.edits == edits
  }

  @Test("after kill -9 all is there that was on disk, and the notebook opens where it was left")
  func killed() throws {
    let run = try start(launch())
    run.send("7\rn")
    #expect(waits(for: ["Q": "Q = [[7, 0], [0, 1]]"], of: run))
    run.send("8\r")
    #expect(waits(for: ["Q": "Q = [[7, 0], [0, 1]]", "K": "K = [8, 4]"], of: run))
    run.program.signal(SIGKILL)
    #expect(run.ending() == .signal(SIGKILL))
    let again = try start(launch())
    #expect(again.waits(for: "Second step"))
    again.send("u9\r")
    #expect(waits(for: ["Q": "Q = [[7, 0], [0, 1]]", "K": "K = [9, 4]"], of: again))
  }

  @Test("what was done and pinned before qkv was quit is undone and gone back to after it")
  func undoing() throws {
    let run = try start(launch())
    run.send("p7\rl8\r")
    #expect(waits(for: ["Q": "Q = [[7, 8], [0, 1]]"], of: run))
    run.send("\u{3}")
    #expect(run.ending() == .exit(0))
    let again = try start(launch())
    #expect(again.waits(for: "First step"))
    again.send("u")
    #expect(waits(for: ["Q": "Q = [[7, 0], [0, 1]]"], of: again))
    again.send("\u{3}")
    #expect(again.ending() == .exit(0))
    let third = try start(launch())
    #expect(third.waits(for: "First step"))
    third.send("P")
    #expect(waits(for: [:], of: third))
    third.send("uu\u{12}")
    #expect(waits(for: ["Q": "Q = [[7, 0], [0, 1]]"], of: third))
    third.send("\u{3}")
    #expect(third.ending() == .exit(0))
    // What can't be read is no history; all else is there.
    try home.write(".local/share/qkv/history/kept.json", "{\"qkv\": 1, \"kind\": \"history\"}")
    let last = try start(launch())
    #expect(last.waits(for: "First step"))
    last.send("u")
    #expect(last.waits(for: "There is nothing to undo."))
    #expect(edits == ["Q": "Q = [[7, 0], [0, 1]]"])
  }

  @Test(
    "every way out that runs our code saves first",
    arguments: [
      ("q", .exit(0)), ("Esc", .exit(0)), ("C-c", .exit(0)), ("TERM", .exit(143)),
      ("HUP", .exit(129)), ("INT", .exit(130)), ("HUPs", .exit(129)), ("cut", .exit(129)),
    ] as [(String, Ending)])
  func waysOut(way: String, ending: Ending) throws {
    let run = try start(launch())
    // What the screen says of the last of them tells that all were committed.
    run.send("7\ru\u{12}")
    #expect(run.waits(for: "Done again"))
    switch way {
    case "q": run.send("qq")
    case "Esc": run.send("\u{1B}[27u\u{1B}[27uq")
    case "C-c": run.send("\u{3}")
    case "TERM": run.program.signal(SIGTERM)
    case "HUP": run.program.signal(SIGHUP)
    case "INT": run.program.signal(SIGINT)
    // A terminal that is closed sends one, and its shell another.
    case "HUPs": for _ in 0..<20 { run.program.signal(SIGHUP) }
    default: run.program.hangUp()
    }
    #expect(way == "cut" ? run.program.ending(within: 5000) == ending : run.ending() == ending)
    #expect(edits == ["Q": "Q = [[7, 0], [0, 1]]"])
  }

  @Test("two notebooks at once in one lesson lose nothing")
  func two() throws {
    let one = try start(launch())
    let other = try start(launch())
    one.send("7\r")
    other.send("n8\r")
    #expect(waits(for: ["Q": "Q = [[7, 0], [0, 1]]", "K": "K = [8, 4]"], of: one))
    one.send("\u{3}")
    other.send("\u{3}")
    #expect(one.ending() == .exit(0))
    #expect(other.ending() == .exit(0))
    #expect(edits == ["Q": "Q = [[7, 0], [0, 1]]", "K": "K = [8, 4]"])
  }

  @Test("--no-save begins afresh and leaves the disk alone")
  func noSave() throws {
    try file.save([.edit("Q = [[5, 5], [5, 5]]", name: "Q", lesson: "kept")])
    let before = home.read(".local/share/qkv/progress.json")
    let run = try start(launch("--no-save"))
    run.send("7\rqq")
    #expect(run.ending() == .exit(0))
    #expect(!run.text.contains("5" + "     5"))
    #expect(home.read(".local/share/qkv/progress.json") == before)
  }

  @Test(
    "where it can't be kept, the notebook says so and goes on",
    arguments: [
      ("HOME", nil, "neither XDG_DATA_HOME nor HOME is set"),
      ("HOME", "/dev/null", "a part of the path is no folder"),
      ("XDG_DATA_HOME", "/proc", "there is no such folder"),
    ] as [(String, String?, String)])
  func nowhere(variable: String, value: String?, reason: String) throws {
    let run = try start(launch().setting(variable, to: value))
    run.send("7\r")
    #expect(run.waits(for: "not being saved"))
    run.send("n8\r\u{3}")
    #expect(run.waits(for: "can't be kept"))
    run.send("\u{3}")
    #expect(run.ending() == .exit(70))
    #expect(run.text.contains(reason))
    #expect(run.text.contains("qkv: the last changes could not be saved. "))
  }

  @Test("a full disk harms nothing that is kept")
  func full() throws {
    let long = "L = " + String(repeating: "1 + ", count: 5000) + "1"
    try file.save([.edit(long, name: "L", lesson: "other")])
    let before = home.read(".local/share/qkv/progress.json")
    var limited = launch()
    limited.arguments =
      ["-c", "ulimit -f 16; exec \"$0\" \"$@\"", limited.path] + limited.arguments
    limited.path = "/bin/bash"
    let run = try start(limited)
    run.send("7\r")
    #expect(run.waits(for: "not being saved"))
    run.send("\u{3}")
    #expect(run.waits(for: "can't be kept"))
    run.send("\u{3}")
    #expect(run.ending() == .exit(70))
    #expect(home.read(".local/share/qkv/progress.json") == before)
    #expect(home.read(".local/share/qkv/progress.json.new") == nil)
  }

  @Test("a damaged file is told of at the start, and kept")
  func damaged() throws {
    try file.save([.last("kept")])
    try home.write(".local/share/qkv/progress.json", "{\"qkv\": 1, \u{1B}[2J")
    let run = try start(launch())
    #expect(run.waits(for: "progress.damaged-1.json"))
    run.send("7\r")
    #expect(waits(for: ["Q": "Q = [[7, 0], [0, 1]]"], of: run))
    #expect(home.read(".local/share/qkv/progress.damaged-1.json") == "{\"qkv\": 1, \u{1B}[2J")
  }

  @Test("a write that is killed leaves the file whole, with at most one other beside it")
  func killedWrites() throws {
    let long = "L = " + String(repeating: "1 + ", count: 20_000) + "1"
    try file.save([.edit(long, name: "L", lesson: "other")])
    let text = #"{"qkv": 1, "kind": "progress", "lessons": {"t": {"edits": {"x": "x = 1"}}}}"#
    for round in 0..<30 {
      let writer = try RunningProgram(
        Launch.product("qkv", ["progress", "--import", "-"], home: home))
      writer.send(text.utf8)
      writer.closeInput()
      _ = writer.ending(within: Int32(round * 3))
      writer.signal(SIGKILL)
      _ = writer.ending(within: 10_000)
      let contents = try file.load()
      #expect(contents.notes == [])
      #expect(contents.document.lessons["other"]?.edits == ["L": long])
    }
    try file.save([.last("t")])
    #expect(home.read(".local/share/qkv/progress.json.new") == nil)
  }

  @Test("a terminal that stops reading takes no work with it")
  func stoppedReading() throws {
    let run = try start(launch())
    run.send("7\ru\u{12}")
    #expect(run.waits(for: "Done again"))
    let deadline = Deadline(milliseconds: 10_000)
    // Each Ctrl-L draws everything, and nobody reads it.
    run.program.send("8\r".utf8, within: 0)
    while run.program.ending(within: 10) == nil, !deadline.isOver {
      run.program.send("\u{C}".utf8, within: 0)
    }
    #expect(run.program.ending(within: 1) == .exit(129))
    #expect(edits == ["Q": "Q = [[8, 0], [0, 1]]"])
  }
}
