import TestSupport
import Testing

/// `list`, `show` and `info` on a folder of one lesson.
@Suite struct LessonCommandTests {
  static let lesson = #"""
    ---
    qkv: 1
    id: tiny
    title: A tiny lesson
    summary: One product.
    needs: []
    minutes: 5
    ---
    ## First, *look*
    The first entry of A is {A[0, 0]:.1f}; `Q` holds two rows.

    - one
    - two

    ```python {.qkv}
    #| rows: tokens
    #| title: queries
    Q = [[1, 0.5], [0, 2]]
    ```
    ```python {.qkv}
    #| hidden
    tokens = ["the", "cat"]
    ```
    ```python {.qkv}
    A = Q @ Q.T
    ```
    <!-- note: say nothing of this -->
    ## Second
    ```python {.qkv}
    S = ...
    B = S + 1
    C = Q @ A[0, :1]
    ```

    """#

  private func folder(_ text: String = lesson, name: String = "03-tiny.md") throws
    -> TemporaryFolder
  {
    let folder = try TemporaryFolder()
    try folder.write(name, text)
    return folder
  }

  @Test func aLessonIsShownWithEveryValue() throws {
    let folder = try folder()
    let expected = """
      Lesson 3: A tiny lesson

      One product.

      Step 1 of 2: First, look

      The first entry of A is 1.2; Q holds two rows.

      - one
      - two

      Q, queries, 2 by 2, an input:
      Row the: 1.00, 0.50.
      Row cat: 0.00, 2.00.

      A, 2 by 2, computed as Q @ Q.T:
      Row 0: 1.25, 1.00.
      Row 1: 1.00, 4.00.

      Step 2 of 2: Second

      S is to be written.

      B, computed as S + 1, waits for S, which is to be written.

      C = Q @ A[0, :1]

      """
    for wanted in ["3", "03", "tiny", folder.path + "/03-tiny.md"] {
      let run = try qkv("show", wanted, "--lessons", folder.path)
      // The last cell fails.
      #expect(run.ending == .exit(1))
      #expect(run.output.hasPrefix(expected))
      #expect(run.error == "")
    }
    #expect(
      try qkv("show", "tiny", variables: ["QKV_LESSONS": folder.path]).output.hasPrefix(expected))
  }

  @Test func lessonsAreListed() throws {
    let folder = try folder()
    #expect(
      try qkv("list", "--lessons", folder.path)
        == HeadlessRun(
          ending: .exit(0),
          output: """
              3  tiny  A tiny lesson (5 min)
                       One product.

            """, error: ""))
    #expect(
      try qkv("list", "--json", "--lessons", folder.path).output == """
        [{"number": 3, "id": "tiny", "title": "A tiny lesson", "summary": "One product.", "minutes": 5, \
        "needs": [], "steps": 2, "file": "\(folder.path)/03-tiny.md", "progress": null}]

        """)
  }

  @Test func theCoursesOwnLessonsAreFoundFromTheProgram() throws {
    let run = try qkv("list")
    #expect(run.ending == .exit(0))
    #expect(run.output.contains("weighted-sums"))
    for lesson in ["1", "4", "6", "9"] {
      let shown = try qkv("show", lesson)
      #expect(shown.ending == .exit(0))
      #expect(!shown.output.contains("Error at"), "a cell of lesson \(lesson) fails")
    }
  }

  @Test func whereNoLessonsAreThePlacesAreListed() throws {
    let run = try qkv("list", "--lessons", "/nowhere")
    #expect(
      run
        == HeadlessRun(
          ending: .exit(65), output: "",
          error: """
            qkv: no lessons were found
            looked in:
              /nowhere
            name their folder with --lessons DIR or QKV_LESSONS

            """))
  }

  @Test func anInvalidLessonIsToldWithItsLine() throws {
    let folder = try folder(Self.lesson.replacing("#| rows: tokens", with: "#| rwos: tokens"))
    let run = try qkv("show", "3", "--lessons", folder.path)
    #expect(run.ending == .exit(2))
    #expect(run.output == "")
    #expect(run.error.contains("/03-tiny.md:16: "))
    #expect(run.error.contains("rows"))
    #expect(try qkv("list", "--lessons", folder.path).ending == .exit(2))
  }

  @Test func aHostileLessonSendsNothingToTheTerminal() throws {
    let escape = "\u{1B}]0;x\u{7}\u{9B}2J\u{202E}"
    let folder = try folder(
      Self.lesson.replacing("A tiny lesson", with: "T" + escape)
        .replacing("look", with: "look" + escape).replacing("cat", with: "cat" + escape)
        .replacing("queries", with: "q" + escape).replacing("- one", with: "- one" + escape))
    for run in [
      try qkv("show", "3", "--lessons", folder.path), try qkv("list", "--lessons", folder.path),
      try qkv("list", "--json", "--lessons", folder.path),
    ] {
      #expect(!run.output.isEmpty || !run.error.isEmpty)
      for scalar in (run.output + run.error).unicodeScalars where scalar != "\n" {
        let category = scalar.properties.generalCategory
        #expect(category != .control && category != .format)
      }
    }
  }

  /// What can't be seen is told by verify alone.
  @Test func joinersKeepNoLessonFromBeingShown() throws {
    let folder = try folder(Self.lesson.replacing("look", with: "look 👩\u{200D}👧\u{202E}"))
    let run = try qkv("show", "3", "--lessons", folder.path)
    // One of its cells fails.
    #expect(run.ending == .exit(1))
    #expect(run.output.contains("look 👩👧<U+202E>"))
    #expect(run.error == "")
    let verified = try qkv("verify", "3", "--lessons", folder.path)
    #expect(verified.output.contains("a character that can't be shown stands here: <U+200D>"))
  }

  @Test func aNotebookThatIsMissingSaysHowToBegin() throws {
    let folder = try TemporaryFolder()
    let run = try qkv("show", folder.path + "/mine.md")
    #expect(run.ending == .exit(65))
    #expect(
      run.error == """
        qkv: \(folder.path)/mine.md: there is no such file
        qkv new \(folder.path)/mine.md begins a notebook there

        """)
  }

  @Test(arguments: ["writing", "quiz", "exercise", "author"])
  func helpSaysHowANotebookIsWritten(_ topic: String) throws {
    let run = try qkv("help", topic)
    #expect(run.ending == .exit(0))
    for words in ["qkv new mine.md", ":add quiz", "F4", "Ctrl-S"] {
      #expect(run.output.contains(words))
    }
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 81 })
  }

  @Test func whatIsNoLessonFileIsRefused() throws {
    let folder = try folder()
    let large = try folder.write("large.md", String(repeating: "x\n", count: 600_000))
    for (path, message) in [
      (
        folder.path + "/none.md",
        "there is no such file\nqkv new \(folder.path)/none.md begins a notebook there"
      ),
      (folder.path + "/", "this is a folder, not a file"),
      ("/dev/zero", "this is a device, not a file"),
      (large, "this is larger than 1 MiB, the most that is read"),
    ] {
      #expect(
        try qkv("show", path)
          == HeadlessRun(ending: .exit(65), output: "", error: "qkv: \(path): \(message)\n"))
    }
  }

  @Test func infoSaysWhereThingsAre() throws {
    let folder = try folder()
    let run = try qkv(
      "info", "--lessons", folder.path,
      variables: ["XDG_DATA_HOME": "/d", "XDG_CONFIG_HOME": "relative", "NO_COLOR": "1"])
    #expect(run.ending == .exit(0))
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 17)
    #expect(lines[0] == "version   0.1.0")
    #expect(lines[1].hasSuffix("/qkv"))
    #expect(lines[2] == "lessons   " + folder.path)
    #expect(lines[3] == "data      /d/qkv")
    #expect(lines[4] == "progress  /d/qkv/progress.json: nothing kept yet")
    // By the XDG specification a relative path counts as unset.
    #expect(lines[5].hasSuffix("/.config/qkv/config: none there; all is as by default"))
    #expect(lines[6] == "terminal  TERM=xterm-256color, none in use")
    #expect(lines[7] == "locale    LC_ALL=C.UTF-8: UTF-8")
    #expect(lines[9] == "color     none      NO_COLOR=1")
  }

  @Test("a lesson with a cell that fails is shown whole, with status 1")
  func failingCell() throws {
    let folder = try TemporaryFolder()
    let text =
      "---\nqkv: 1\nid: t\ntitle: T\n---\n## One\n```python {.qkv}\nx = 1 / 0\ny = 2\n```\n"
    let shown = try qkv("show", try folder.write("t.md", text))
    #expect(shown.code == 1)
    #expect(shown.output.contains("division by zero"))
  }
}
