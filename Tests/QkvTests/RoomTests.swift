import Notebook
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A demonstration in one terminal, its notes in another.
struct RoomTests {
  private let home: TemporaryFolder

  private static let lesson = """
    ---
    qkv: 1
    id: room
    title: A room
    minutes: 8
    ---
    ## First step

    Some words.

    <!-- note: Ask for a show of hands. -->
    <!-- pause -->
    <!-- play: Q[0, 1] = 5; u -->

    ```python {.qkv}
    Q = [[1, 0], [0, 1]]
    ```

    ## Second step

    <!-- note: That was it. -->

    """

  init() throws {
    home = try TemporaryFolder()
    try home.write("room.md", Self.lesson)
  }

  private func launch(_ arguments: String...) -> Launch {
    Launch.product("qkv", arguments, home: home)
  }

  private func sees(
    _ tmux: Tmux, _ texts: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let rows = try tmux.screen { rows in
      texts.allSatisfy { text in rows.contains { $0.contains(text) } }
    }
    for text in texts {
      #expect(
        rows.contains { $0.contains(text) }, "\(rows.joined(separator: "\n"))",
        sourceLocation: sourceLocation)
    }
  }

  private var file: String { home.path + "/room.md" }

  @Test func theNotesFollow() throws {
    let notes = try Tmux(launch("notes"))
    try sees(notes, "Nothing is shown yet.", "qkv demo LESSON")
    let demo = try Tmux(launch("demo", file))
    try sees(demo, "Some words.", "step 1 of 2  ●○")
    try sees(notes, "A room", "step 1 of 2: First step · part 1 of 2", "Ask for a show of hands.")
    try demo.type(" ")
    try sees(demo, "●●", "Q  2×2")
    try sees(notes, "part 2 of 2", "F5 plays Q[0, 1] = 5; u")
    try demo.press("F5")
    try sees(notes, "1 of 2: Q[0, 1] = 5")
    try sees(demo, "▶ 2/2")
    try sees(demo, "The demonstration is over")
    try demo.type("n")
    try sees(notes, "step 2 of 2: Second step", "That was it.", "none, this is the last")
    try demo.press("C-c")
    try sees(notes, "The demonstration of A room has ended.")
    try notes.type("q")
    #expect(try notes.endsWell())
    // Nothing is kept.
    #expect(!FolderListing.names(in: home.path + "/.local/share/qkv").contains("progress.json"))
  }

  @Test func aDemonstrationThatWasKilledIsTold() throws {
    let notes = try Tmux(launch("notes", file))
    try sees(notes, "Nobody shows room yet.", "qkv demo room")
    let demo = try Tmux(launch("demo", file))
    try sees(notes, "First step")
    let process = try #require(pid_t(try demo.value("#{pane_pid}")))
    kill(process, SIGKILL)
    try sees(notes, "The demonstration of A room was cut off.")
  }

  @Test func withoutATerminal() throws {
    #expect(
      try HeadlessRun(launch("demo", file))
        == HeadlessRun(
          ending: .exit(64), output: "",
          error:
            "qkv: a demonstration needs a terminal; without one, qkv show \(file) prints the lesson\n"
        ))
    #expect(
      try HeadlessRun(launch("notes"))
        == HeadlessRun(
          ending: .exit(64), output: "",
          error:
            "qkv: following a demonstration needs a terminal; without one, qkv notes LESSON prints a lesson's notes\n"
        ))
    #expect(
      try HeadlessRun(launch("notes", file))
        == HeadlessRun(
          ending: .exit(0),
          output: """
            # A room, 8 min

            ## Step 1 of 2: First step

            Ask for a show of hands.

            (pause)

            Demonstration: Q[0, 1] = 5; u

            ## Step 2 of 2: Second step

            That was it.

            """, error: ""))
  }

  @Test func wrongUsage() throws {
    let run = try HeadlessRun(launch("demo"))
    #expect(run.code == 64)
    #expect(
      run.error
        == "qkv: which lesson?\nwrite qkv demo LESSON; qkv list names the lessons\n")
    #expect(try HeadlessRun(launch("notes", "/no/such.md")).code == 65)
  }
}
