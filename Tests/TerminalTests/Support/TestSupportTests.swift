import TestSupport
import Testing

/// The tools that other tests stand on.
struct TestSupportTests {
  @Test func aHeadlessRunHasItsStreamsAndCode() throws {
    let run = try HeadlessRun(
      Launch("/bin/sh", ["-c", "cat; echo oops >&2; exit 3"]), input: "hello\n")
    #expect(run.output == "hello\n")
    #expect(run.error == "oops\n")
    #expect(run.ending == .exit(3))
  }

  @Test func muchInputAndOutputAtOnce() throws {
    let text = String(repeating: "0123456789abcde\n", count: 40_000)
    let run = try HeadlessRun(Launch("/bin/cat"), input: text)
    #expect(run.output == text)
    #expect(run.code == 0)
  }

  @Test func aProgramThatDoesNotEndIsKilled() throws {
    let run = try HeadlessRun(Launch("/bin/sh", ["-c", "echo a; exec sleep 60"]), within: 100)
    #expect(run.output == "a\n")
    #expect(run.ending == nil)
  }

  @Test func nothingOfTheSurroundingsIsInherited() throws {
    var launch = Launch("/usr/bin/env").setting("TERM", to: nil)
    launch = launch.setting("X", to: "a b=c")
    let run = try HeadlessRun(launch)
    #expect(run.output == "LC_ALL=C.UTF-8\nPATH=/usr/local/bin:/usr/bin:/bin\nX=a b=c\n")
  }

  @Test func aMissingProgramIsSaid() {
    #expect {
      try HeadlessRun(Launch("/no/such/program"))
    } throws: { error in
      "\(error)" == "can't start /no/such/program: No such file or directory"
    }
  }

  @Test func aTerminalHasASizeModesAndAnEnd() throws {
    let script = "stty size; read go; stty raw -echo; echo ready; read x; exit 7"
    let run = try TerminalRun(Launch("/bin/sh", ["-c", script]).inTerminal(columns: 33, rows: 9))
    #expect(run.waits(for: "9 33"))
    let before = run.modes
    run.send("go\n")
    #expect(run.waits(for: "ready"))
    #expect(run.modes != before)
    run.send("x\n")
    #expect(run.ending() == .exit(7))
  }

  @Test(.enabled("needs tmux") { try HeadlessRun(Launch(Tmux.path, ["-V"])).code == 0 })
  func tmuxShowsAScreen() throws {
    let script = "printf 'héllo\\n日本'; read line; echo \"got $line\"; exit 5"
    let tmux = try Tmux(Launch("/bin/sh", ["-c", script]).inTerminal(columns: 30, rows: 4))
    let rows = try tmux.screen { $0.count > 1 && $0[1] == "日本" }
    #expect(rows == ["héllo", "日本", "", ""])
    try tmux.type("it's")
    try tmux.press("Enter")
    let end = try tmux.screen { $0.contains("got it's") }
    #expect(end.contains("got it's"))
  }

  @Test func filesAreWrittenAndRead() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "hé\n")
    #expect(folder.read("a.txt") == "hé\n")
    #expect(folder.read("b.txt") == nil)
  }
}
