import Notebook
import TestSupport
import Testing

/// `progress`, and what `list` and `info` say of it.
@Suite struct ProgressCommandTests {
  private static func lesson(_ id: String, _ name: String) -> String {
    """
    ---
    qkv: 1
    id: \(id)
    title: \(id)
    summary: About \(id).
    minutes: 5
    ---
    ## First
    ```python {.qkv}
    \(name) = [1, 2]
    ```
    <!-- exercise: sum points=3 edits=\(name)_sum -->
    ```python {.qkv}
    \(name)_sum = ...
    ```
    ```python {.qkv .check}
    assert \(name)_sum == 3, "it is 3"
    ```
    <!-- hint: add them -->
    ```python {.qkv .solution}
    \(name)_sum = 3
    ```
    <!-- end -->
    ## Second
    <!-- quiz: which -->
    Which?
    - [x] this — yes
    - [ ] that — no
    <!-- end -->

    """
  }

  private let home: TemporaryFolder
  private let file: ProgressFile

  init() throws {
    home = try TemporaryFolder()
    file = ProgressFile(folder: home.path + "/.local/share/qkv")
    try home.write("01-alpha.md", Self.lesson("alpha", "a"))
    try home.write("02-beta.md", Self.lesson("beta", "b"))
  }

  private func qkv(
    _ arguments: String..., input: String = "", variables: [String: String?] = [:]
  ) throws -> HeadlessRun {
    var launch = Launch.product("qkv", arguments, home: home)
    launch.environment["QKV_LESSONS"] = home.path
    for (name, value) in variables { launch = launch.setting(name, to: value) }
    return try HeadlessRun(launch, input: input)
  }

  /// Alpha's exercise is solved, a quiz of it answered wrongly, though it claims to be passed.
  private func work() throws {
    var quiz = Attempt()
    quiz.choices = [1]
    quiz.isPassed = true
    try file.save([
      .step(1, lesson: "alpha"), .edit("a_sum = sum(a)", name: "a_sum", lesson: "alpha"),
      .attempt(AttemptChange(before: Attempt(), after: quiz), task: "which", lesson: "alpha"),
      .edit("old = 1", name: "old", lesson: "gone"), .last("alpha"),
    ])
  }

  @Test("the table judges what is kept")
  func table() throws {
    #expect(
      try qkv("progress")
        == HeadlessRun(
          ending: .exit(0),
          output: """
                 lesson  passed  points  edits  step
              1  alpha
              2  beta

            """, error: ""))
    try work()
    #expect(
      try qkv("progress")
        == HeadlessRun(
          ending: .exit(0),
          output: """
                 lesson  passed  points  edits    step
              1  alpha      1/2     3/4      1  2 of 2  read last
              2  beta
                 gone                        1          not among the lessons

            """, error: ""))
  }

  @Test("what is kept isn't written over")
  func keptIsNoOutput() throws {
    try work()
    let kept = home.read(".local/share/qkv/progress.json")
    let advice = "give -o the name of another file; nothing was written\n"
    let exported = try qkv("progress", "--export", file.path)
    #expect(exported.ending == .exit(64))
    #expect(
      exported.error.hasPrefix("qkv: \(file.path) is read, and --export would write over it\n"))
    for output in [file.path, home.path + "/01-alpha.md"] {
      #expect(
        try qkv("submit", "-o", output)
          == HeadlessRun(
            ending: .exit(64), output: "",
            error: "qkv: \(output) is read, and -o would write over it\n" + advice))
    }
    #expect(home.read(".local/share/qkv/progress.json") == kept)
    #expect(home.read("01-alpha.md") == Self.lesson("alpha", "a"))
  }

  @Test("a solution that was seen leaves a trace")
  func seen() throws {
    try work()
    var seen = Attempt()
    seen.gaveUp = true
    try file.save([
      .attempt(AttemptChange(before: Attempt(), after: seen), task: "sum", lesson: "alpha")
    ])
    #expect(try qkv("progress").output.contains("2 of 2  1 solution seen, read last\n"))
  }

  @Test("the list shows it")
  func list() throws {
    try work()
    #expect(
      try qkv("list").output == """
          1  alpha  alpha (5 min), 1/2 passed
                    About alpha.
          2  beta   beta (5 min)
                    About beta.

        """)
    let json = try qkv("list", "--json").output
    #expect(
      json.contains(
        #""progress": {"step": 1, "edits": 1, "passed": 1, "tasks": 2, "points": 3, "possible_points": 4}}"#
      ))
    #expect(json.contains(#""progress": null}"#))
  }

  @Test("info names the file and what is in it, and touches nothing")
  func info() throws {
    func line() throws -> Substring? {
      try qkv("info").output.split(separator: "\n").first { $0.hasPrefix("progress") }
    }
    #expect(try line() == "progress  \(file.path): nothing kept yet")
    try work()
    #expect(try line() == "progress  \(file.path): 2 lessons kept")
    try home.write(".local/share/qkv/progress.json", "{")
    for _ in 0..<2 {
      #expect(
        try line()
          == "progress  \(file.path): damaged: line 1, column 2: expected a name in quotes")
    }
    #expect(
      try qkv("info", variables: ["HOME": nil]).output.contains(
        "progress  none: neither XDG_DATA_HOME nor HOME is set\n"))
  }

  @Test("what is exported can be imported elsewhere, and is judged there")
  func exportAndImport() throws {
    try work()
    let exported = home.path + "/mine.json"
    #expect(try qkv("progress", "--export", exported).ending == .exit(0))
    let text = try #require(home.read("mine.json"))
    #expect(try qkv("progress", "--export", "-").output == text)
    let other = try TemporaryFolder()
    let elsewhere = ["HOME": other.path] as [String: String?]
    let empty = try qkv("progress", "--export", "-", variables: elsewhere)
    #expect(empty.output == "{\"qkv\": 1, \"kind\": \"progress\", \"lessons\": {\n\n}}\n")
    for (file, input) in [(exported, ""), ("-", text)] {
      #expect(
        try qkv("progress", "--import", file, input: input, variables: elsewhere)
          == HeadlessRun(ending: .exit(0), output: "", error: "took in 2 lessons\n"))
    }
    let table = try qkv("progress").output
    #expect(try qkv("progress", variables: elsewhere).output == table)
    let imported = try ProgressFile(folder: other.path + "/.local/share/qkv").load().document
    #expect(imported.lessons["alpha"]?.attempts["which"]?.isPassed == false)
    #expect(imported.lessons["alpha"]?.attempts["sum"]?.isPassed == true)
  }

  @Test(
    "junk is refused, and nothing of it is taken",
    arguments: [
      ("{", "line 1, column 2: expected a name in quotes"),
      ("", "this is empty"),
      ("{\"qkv\": 1, \"kind\": \"answers\"}", "this is JSON, but not the progress of qkv"),
      ("\u{1B}[2J", "line 1, column 1: no value begins here"),
    ])
  func junk(text: String, reason: String) throws {
    try work()
    let before = home.read(".local/share/qkv/progress.json")
    try home.write("junk.json", text)
    #expect(
      try qkv("progress", "--import", home.path + "/junk.json")
        == HeadlessRun(
          ending: .exit(65), output: "",
          error: """
            qkv: \(home.path)/junk.json: \(reason)
            --import takes what qkv progress --export wrote

            """))
    #expect(home.read(".local/share/qkv/progress.json") == before)
  }

  @Test("lessons are forgotten by number, by id, or all")
  func reset() throws {
    func forget(_ words: String...) throws -> [String] {
      var launch = Launch.product("qkv", ["progress", "--reset"] + words, home: home)
      launch.environment["QKV_LESSONS"] = home.path
      let run = try HeadlessRun(launch)
      #expect(run.ending == .exit(0))
      #expect(run.output == "")
      return [run.error] + (try file.load().document.lessons.keys.sorted())
    }
    try work()
    #expect(try forget("2") == ["nothing is kept of beta\n", "alpha", "gone"])
    #expect(try forget("gone") == ["forgot the progress in gone\n", "alpha"])
    #expect(try forget("1") == ["forgot the progress in alpha\n"])
    try work()
    #expect(try forget() == ["forgot all progress\n"])
  }

  @Test(
    "wrong usage is told",
    arguments: [
      (["alpha"], "qkv: 'alpha' has no meaning here\n"),
      (["--export", "a", "--reset"], "qkv: --export and --reset exclude each other\n"),
      (["--reset", "gamma"], "qkv: there is no lesson 'gamma'\nqkv list names the lessons\n"),
      (["--export"], "qkv: --export needs a value\nwrite --export FILE\n"),
    ])
  func misuse(words: [String], message: String) throws {
    var launch = Launch.product("qkv", ["progress"] + words, home: home)
    launch.environment["QKV_LESSONS"] = home.path
    #expect(
      try HeadlessRun(launch) == HeadlessRun(ending: .exit(64), output: "", error: message))
  }

  @Test("where nothing can be kept, only what needs it fails")
  func nowhere() throws {
    let without = ["HOME": nil] as [String: String?]
    #expect(try qkv("list", variables: without).error == "")
    #expect(
      try qkv("progress", variables: without)
        == HeadlessRun(
          ending: .exit(65), output: "",
          error: """
            qkv: neither XDG_DATA_HOME nor HOME is set
            set XDG_DATA_HOME to a folder of yours

            """))
  }
}
