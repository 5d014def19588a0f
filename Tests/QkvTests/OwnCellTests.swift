import Notebook
import TestSupport
import Testing

/// The reader's own cells, outside of the notebook.
@Suite struct OwnCellTests {
  private static let lesson = """
    ---
    qkv: 1
    id: own
    title: Own cells
    summary: A lesson to write in.
    minutes: 5
    ---
    ## First

    ```python {.qkv}
    Q = [[1, 0], [0, 1]]
    ```

    <!-- exercise: scores edits=S -->
    Write the scores.

    ```python {.qkv}
    S = ...
    ```
    ```python {.qkv .check}
    assert allclose(S, Q @ Q), "each score"
    ```
    <!-- hint: rows times rows -->
    ```python {.qkv .solution}
    S = Q @ Q
    ```
    <!-- end -->

    """

  private let home: TemporaryFolder

  init() throws {
    home = try TemporaryFolder()
    try home.write("01-own.md", Self.lesson)
    let (lesson, _) = LessonReader.read(text: Self.lesson, name: "01-own.md")
    var session = Session(lesson: try #require(lesson))
    _ = try session.insert(.code, "D = S @ Q", .end(ofStep: 0))
    _ = try session.insert(.prose, "Mine: *{D[0, 0]:.1f}*.", .end(ofStep: 0))
    _ = try session.insert(.code, "Q = 5", .start(ofStep: 0))
    _ = try session.setFormula(#require(session.panelID(forName: "S")), to: "S = Q @ Q")
    try ProgressFile(folder: home.path + "/.local/share/qkv").save(
      ProgressChange.between(
        LessonProgress(), session.progress(step: 0), of: session.original))
  }

  private func qkv(_ arguments: String...) throws -> HeadlessRun {
    var launch = Launch.product("qkv", arguments, home: home)
    launch.environment["QKV_LESSONS"] = home.path
    return try HeadlessRun(launch)
  }

  @Test func theyAreShown() throws {
    let run = try qkv("show", "1")
    #expect(
      run.output == """
        Lesson 1: Own cells

        A lesson to write in.

        Step 1 of 1: First

        Q = 5
        Error at Q: Q is the lesson's, and a name is defined once.
        Advice: take another name; to change Q, edit it where the lesson defines it.

        Q, 2 by 2, an input:
        Row 0: 1, 0.
        Row 1: 0, 1.

        Exercise, 1 point.

        Write the scores.

        S, 2 by 2, computed as Q @ Q:
        Row 0: 1, 0.
        Row 1: 0, 1.

        Check: each score.

        D, 2 by 2, computed as S @ Q:
        Row 0: 1, 0.
        Row 1: 0, 1.

        Mine: 1.0.

        """)
    #expect(run.ending == .exit(1))
    let original = try qkv("show", "1", "--original")
    #expect(!original.output.contains("D = S"))
    #expect(original.output.contains("S is to be written."))
    #expect(original.ending == .exit(0))
  }

  @Test(arguments: ["py", "ipynb"])
  func theyAreExported(format: String) throws {
    let run = try qkv("export", "1", "--to", format)
    #expect(run.ending == .exit(0))
    #expect(run.output.contains("D = S @ Q") && run.output.contains("Mine:"))
    let original = try qkv("export", "1", "--to", format, "--original")
    #expect(!original.output.contains("D = S"))
  }

  @Test func theyChangeNoGrade() throws {
    let run = try qkv("check", "1")
    #expect(run.ending == .exit(0))
    let table = try qkv("progress")
    #expect(table.output.contains("3 cells of yours"))
    let handIn = home.path + "/hand-in.json"
    #expect(try qkv("submit", "1", "-o", handIn).ending == .exit(0))
    #expect(home.read("hand-in.json")?.contains("D = S") == false)
  }
}
