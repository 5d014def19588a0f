import Notebook
import TestSupport
import Testing

/// `qkv verify` on folders and files.
@Suite struct VerifyCommandTests {
  private func folder(_ files: (name: String, id: String)...) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, id) in files {
      try folder.write(name, LessonTemplate.text(id: id, title: "A lesson"))
    }
    return folder
  }

  @Test func theLessonsOfThisCheckoutAreWell() throws {
    let run = try qkv("verify")
    #expect(run.output.hasSuffix(": all is well\n"))
    #expect(run.output.split(separator: "\n").count == 1)
    #expect(run.error == "")
    #expect(run.ending == .exit(0))
  }

  @Test func aFolderIsProvedWhole() throws {
    let folder = try folder(("01-a.md", "a"), ("02-b.md", "b"))
    #expect(
      try qkv("verify", "--lessons", folder.path)
        == HeadlessRun(
          ending: .exit(0),
          output: "2 lessons, 6 exercises, 2 quizzes, 2 predictions: all is well\n", error: ""))
  }

  @Test func lessonsAreNamedByNumberIdOrFile() throws {
    let folder = try folder(("01-a.md", "a"), ("02-b.md", "b"), ("03-c.md", "c"))
    let run = try qkv("verify", "1", "b", folder.path + "/03-c.md", "--lessons", folder.path)
    #expect(run.output == "3 lessons, 9 exercises, 3 quizzes, 3 predictions: all is well\n")
  }

  @Test func anIdAndANumberAreOnesOwn() throws {
    let folder = try folder(("01-a.md", "a"), ("01-b.md", "b"), ("02-c.md", "a"))
    let path = folder.path
    let expected = """
      \(path)/01-a.md:1: 01-b.md has the number 1 as well; rename one of the files; 3 is free
      \(path)/01-a.md:3: the id a is that of 02-c.md as well; take another: progress and needs go by it
      \(path)/01-b.md:1: 01-a.md has the number 1 as well; rename one of the files; 3 is free
      \(path)/02-c.md:3: the id a is that of 01-a.md as well; take another: progress and needs go by it
      4 problems in 3 of 3 lessons

      """
    #expect(
      try qkv("verify", "--lessons", path)
        == HeadlessRun(ending: .exit(2), output: expected, error: ""))
  }

  @Test func aFileElsewhereMayHaveTheIdOfALesson() throws {
    let folder = try folder(("01-a.md", "a"))
    let copy = try self.folder(("01-a.md", "a"))
    let run = try qkv("verify", copy.path + "/01-a.md", "--lessons", folder.path)
    #expect(run.code == 0)
  }

  @Test func needsMayNotGoInACircle() throws {
    let folder = try TemporaryFolder()
    for (id, needed) in [("a", "b"), ("b", "c"), ("c", "a")] {
      let text = LessonTemplate.text(id: id, title: "A lesson")
      try folder.write("1\(id).md", text.replacing("needs: []", with: "needs: [\(needed)]"))
    }
    let path = folder.path
    let expected = """
      \(path)/1a.md:6: needs go in a circle: a, b, c, a; take one of them out
      \(path)/1b.md:6: needs go in a circle: b, c, a, b; take one of them out
      \(path)/1c.md:6: needs go in a circle: c, a, b, c; take one of them out
      3 problems in 3 of 3 lessons

      """
    #expect(try qkv("verify", "--lessons", path).output == expected)
  }

  @Test func aFileThatIsNoTextIsAProblemOfTheFolder() throws {
    let folder = try folder(("01-a.md", "a"))
    try folder.write("02-b.md", bytes: [0x61, 0xFF, 0x62])
    let expected = """
      \(folder.path)/02-b.md:1: this is not text in UTF-8; a lesson is a file of at most 1 MiB in UTF-8
      1 problem in 1 of 2 lessons

      """
    #expect(
      try qkv("verify", "--lessons", folder.path)
        == HeadlessRun(ending: .exit(2), output: expected, error: ""))
    for name in ["2", folder.path + "/02-b.md"] {
      let named = try qkv("verify", name, "--lessons", folder.path)
      #expect(named.ending == .exit(2))
      #expect(named.output == expected.replacing("of 2 lessons", with: "of 1 lesson"))
    }
  }

  @Test("one file that is no text is told, and the others go on")
  func othersGoOn() throws {
    let folder = try folder(("01-a.md", "a"))
    try folder.write("02-b.md", bytes: [0x61, 0xFF, 0x62])
    try folder.write("03-c.md", bytes: Array(repeating: 0x61, count: 1_048_577))
    let told = """
      \(folder.path)/02-b.md:1: this is not text in UTF-8; a lesson is a file of at most 1 MiB in UTF-8
      \(folder.path)/03-c.md:1: this is larger than 1 MiB, the most that is read; a lesson is a file of at most 1 MiB in UTF-8

      """
    let list = try qkv("list", "--lessons", folder.path)
    #expect(list.ending == .exit(2))
    #expect(list.error == told)
    #expect(list.output.contains("A lesson"))
    #expect(try qkv("verify", "a", "--lessons", folder.path).ending == .exit(0))
    let handIn = try folder.write(
      "in.json", #"{"qkv": 1, "kind": "answers", "student": "Ann", "lessons": []}"#)
    let grade = try qkv("grade", handIn, "--lesson", "1", "--lessons", folder.path)
    #expect(grade.ending == .exit(1))
    #expect(grade.error == "")
    #expect(try qkv("grade", handIn, "--lessons", folder.path).ending == .exit(2))
  }

  @Test func jsonNamesTheRule() throws {
    let folder = try TemporaryFolder()
    let text = LessonTemplate.text(id: "a", title: "A lesson")
    let path = try folder.write("01-a.md", text.replacing("minutes: 10\n", with: "minutes: 500\n"))
    let run = try qkv("verify", path, "--format", "json", "--lessons", folder.path)
    let expected = """
      {"qkv": 1, "kind": "verify", "ok": false, "lessons": [{"file": "\(path)", "id": "a", "number": 1, "steps": 6, \
      "exercises": 3, "quizzes": 1, "predictions": 1, "problems": [{"line": 7, "rule": "head", \
      "message": "500 minutes are more than anybody takes at once", \
      "advice": "divide the lesson; most take 10 to 25"}]}]}

      """
    #expect(run == HeadlessRun(ending: .exit(2), output: expected, error: ""))
  }

  @Test func hiddenChecksAreProvedToo() throws {
    let folder = try TemporaryFolder()
    let text = LessonTemplate.text(id: "a", title: "A lesson")
    try folder.write(
      "01-a.md",
      text.replacing("points=2 edits=averages", with: "points=2 edits=averages hidden=1"))
    func hidden(_ checks: String) throws -> String {
      try folder.write(
        "hidden.md",
        "<!-- exercise: a/averages -->\n```python {.qkv .check}\n\(checks)\n```\n<!-- end -->\n")
    }
    let sound = try hidden("assert averages[1] > averages[0], \"the second is larger\"")
    #expect(
      try qkv("verify", "--lessons", folder.path, "--hidden", sound)
        == HeadlessRun(
          ending: .exit(0), output: "1 lesson, 3 exercises, 1 quiz, 1 prediction: all is well\n",
          error: ""))
    let idle = try hidden("assert W[0, 0] == 1, \"W is as it was\"\nassert all(averages > 0)")
    #expect(
      try qkv("verify", "a", "--lessons", folder.path, "--hidden", idle)
        == HeadlessRun(
          ending: .exit(2),
          output: """
            \(idle):1: a/averages says hidden=1, and the file has 2: readers are told the first; mend hidden= in the exercise's directive
            \(idle):3: the check “W is as it was” passes whatever is entered; assert something that a wrong answer fails, or delete the line
            2 problems in the hidden checks

            """, error: ""))
    let failing = try hidden("assert averages[0] == 7, \"seven\"")
    let run = try qkv("verify", "--lessons", folder.path, "--hidden", failing, "--format", "json")
    #expect(run.code == 2)
    #expect(
      run.output.contains(
        "\"hidden\": {\"file\": \"\(failing)\", \"problems\": [{\"line\": 3, \"rule\": \"format\", "
      ))
  }

  @Test(
    "Wrong usage",
    arguments: [
      (["verify", "--format", "xml"], 64, "qkv: --format is text or json, not 'xml'\n"),
      (["verify", "99"], 64, "qkv: there is no lesson '99'\nqkv list names the lessons\n"),
      (
        ["verify", "no/such.md"], 65,
        "qkv: no/such.md: there is no such file\nqkv new no/such.md begins a notebook there\n"
      ),
    ])
  func wrongUsage(words: [String], code: Int32, error: String) throws {
    let home = try TemporaryFolder()
    let run = try HeadlessRun(Launch.product("qkv", words, home: home))
    #expect(run == HeadlessRun(ending: .exit(code), output: "", error: error))
  }
}
