import Notebook
import TestSupport
import Testing

/// `check` and `submit` of what the notebook kept.
@Suite struct CheckTests {
  /// A home in which the exercise is solved, one question is answered wrongly and the other not at all.
  private func home() throws -> TemporaryFolder {
    let home = try TemporaryFolder()
    var attempt = Attempt()
    attempt.choices = [0]
    let file = ProgressFile(folder: home.path + "/data/qkv")
    try file.update { document in
      var progress = LessonProgress()
      progress.edits = ["B": "B = 2 * A", "A": "A = array([[0, 0], [0, 0]])"]
      progress.attempts = ["why": attempt]
      document.lessons["sums"] = progress
    }
    return home
  }

  private func run(
    _ words: String..., home: TemporaryFolder, input: String = ""
  ) throws -> HeadlessRun {
    let folder = try GradeTests.folder()
    return try HeadlessRun(
      Launch.product("qkv", words + ["--lessons", folder.path], home: home)
        .setting("XDG_DATA_HOME", to: home.path + "/data"), input: input)
  }

  static let report = """
      1 Sums: 3 of 5 points
        ✗ failed    why     0 of 1  step 1, Numbers
            ✗ failed: the right option
                found option 1
        – missing   guess   0 of 1  step 1, Numbers
        ✓ passed    double  3 of 3  step 2, Double
            2 hidden checks remain
      2 Another: 0 of 2 points
        – missing   pick (step 1)

    3 of 7 points; 2 hidden checks remain, for the grader to run

    """

  @Test(
    "what solved an exercise counts, whatever was tried since, as long as it is to the same text",
    arguments: [
      ("B = 2 * A", true, "✓ passed "), ("B = 3 * A", true, "✗ failed "),
      ("B = 2 * A", false, "✗ failed "),
    ])
  func solvedOnce(_ solved: String, _ isOfThisText: Bool, _ words: String) throws {
    let home = try home()
    let text = try #require(GradeTests.folder().read("01-sums.md"))
    let lesson = try #require(LessonReader.read(text: text, name: "01-sums.md").lesson)
    let task = try #require(lesson.tasks.first { $0.id == "double" })
    try ProgressFile(folder: home.path + "/data/qkv").update { document in
      var attempt = Attempt()
      attempt.solved = ["B": solved]
      attempt.fingerprint = isOfThisText ? Fingerprint.of(task, in: lesson) : "another"
      document.lessons["sums"]?.edits["B"] = "B = 5 * A"
      document.lessons["sums"]?.attempts["double"] = attempt
    }
    #expect(try run("check", home: home).output.contains("    \(words)   double "))
  }

  @Test("a solution that was seen is noted, and costs nothing")
  func seen() throws {
    let home = try home()
    try ProgressFile(folder: home.path + "/data/qkv").update { document in
      var attempt = Attempt()
      attempt.gaveUp = true
      document.lessons["sums"]?.attempts["double"] = attempt
    }
    #expect(
      try run("check", home: home).output
        == Self.report.replacing(
          "2 hidden checks remain\n  2 Another",
          with: "2 hidden checks remain\n"
            + "        note: the solution was seen before it was passed\n  2 Another"))
  }

  @Test("saved answers are judged by the lesson's own inputs")
  func saved() throws {
    let home = try home()
    #expect(
      try run("check", home: home)
        == HeadlessRun(ending: .exit(1), output: Self.report, error: ""))
    let tap = try run("check", "sums", "--format", "tap", home: home)
    #expect(tap.ending == .exit(1))
    #expect(tap.output.hasPrefix("TAP version 14\n1..3\nnot ok 1 - sums/why\n"))
    #expect(
      try run("check", "1", "--format", "json", home: home).output.contains(#""remaining": 2"#))
    #expect(
      try run("check", "1", "--format", "junit", home: home).output
        .contains(#"<testsuite name="saved answers""#))
  }

  @Test func nothingIsSavedYet() throws {
    let empty = try TemporaryFolder()
    let check = try run("check", "1", home: empty)
    #expect(check.ending == .exit(1))
    #expect(
      check.output.hasSuffix("\n0 of 5 points; 2 hidden checks remain, for the grader to run\n"))
    #expect(
      try run("submit", "-o", "-", home: empty)
        == HeadlessRun(
          ending: .exit(1), output: "",
          error: "qkv: there is nothing to hand in: no answer is saved\nqkv opens the notebook\n"))
  }

  @Test("what is handed in is judged as it was checked, and holds no verdict")
  func handedIn() throws {
    let home = try home()
    let run = try run(
      "submit", "-o", home.path + "/ann.json", "--student", "Ann, \"A\"", home: home)
    #expect(
      run
        == HeadlessRun(
          ending: .exit(0), output: "", error: "sums: 2 of 3 answered; without guess\n"))
    let text = try #require(home.read("ann.json"))
    #expect(text.hasPrefix(#"{"qkv": 1, "kind": "answers", "student": "Ann, \"A\"", "lessons": ["#))
    #expect(text.contains(#""choices": [0]}"#))
    #expect(text.contains(#""edits": {"B": "B = 2 * A"}}"#))
    #expect(!text.contains("passed") && !text.contains("array"))
    #expect(
      try self.run("check", "--answers", home.path + "/ann.json", home: TemporaryFolder()).output
        == Self.report)
    #expect(try self.run("check", "--answers", "-", home: home, input: text).output == Self.report)
    let graded = try self.run("grade", home.path + "/ann.json", home: TemporaryFolder())
    #expect(graded.output.contains("/ann.json (Ann, \"A\"): 3 of 7 points\n"))
    #expect(!graded.output.contains("another text"))
  }

  @Test(
    "answers that can't be read end it",
    arguments: [
      ("/nowhere/x.json", "there is no such file"), ("/dev/zero", "this is a device, not a file"),
      ("-", "it is not JSON: line 1, column 1: no value begins here"),
    ]) func unreadable(path: String, message: String) throws
  {
    #expect(
      try run("check", "--answers", path, home: TemporaryFolder(), input: "?")
        == HeadlessRun(ending: .exit(65), output: "", error: "qkv: \(path): \(message)\n"))
  }

  @Test func noHome() throws {
    let folder = try GradeTests.folder()
    let launch = Launch(
      Launch.productsFolder + "/qkv", ["check", "--lessons", folder.path])
    #expect(
      try HeadlessRun(launch)
        == HeadlessRun(
          ending: .exit(65), output: "",
          error: "qkv: no saved answers can be read: neither XDG_DATA_HOME nor HOME is set; "
            + "set XDG_DATA_HOME to a folder of yours\n"))
  }
}
