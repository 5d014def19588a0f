import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `grade` on a folder of two small lessons.
@Suite struct GradeTests {
  private func grade(
    _ handIns: [(String, String)], _ flags: String..., in folder: TemporaryFolder? = nil
  ) throws -> HeadlessRun {
    let folder = try folder ?? Self.folder()
    var files: [String] = []
    for (name, text) in handIns { files.append(try folder.write(name, text)) }
    let home = try TemporaryFolder()
    let run = try HeadlessRun(
      Launch.product("qkv", ["grade", "--lessons", folder.path] + files + flags, home: home))
    return HeadlessRun(
      ending: run.ending, output: run.output.replacing(folder.path, with: "IN"),
      error: run.error.replacing(folder.path, with: "IN"))
  }

  private static let oneLesson =
    "qkv: only lesson 1 was handed in; --lesson 1 grades it alone\n"

  @Test func allIsRight() throws {
    let run = try grade([("ann.json", Self.handIn(Self.right, rest: Self.rest))])
    #expect(
      run
        == HeadlessRun(
          ending: .exit(0),
          output: """
            IN/ann.json (Ann): 7 of 7 points
              1 Sums: 5 of 5 points
                ✓ passed    why     1 of 1  step 1, Numbers
                ✓ passed    guess   1 of 1  step 1, Numbers
                ✓ passed    double  3 of 3  step 2, Double
                    2 hidden checks remain
              2 Another: 2 of 2 points
                ✓ passed    pick    2 of 2  step 1, One

            1 hand-in: 1 passed, 0 not, 0 refused

            """, error: ""))
  }

  @Test("what a lesson is asked for counts 0 and is named where it is left out")
  func missing() throws {
    let run = try grade([("ann.json", Self.handIn(Self.right))])
    #expect(run.ending == .exit(1))
    #expect(run.output.contains("IN/ann.json (Ann): 5 of 7 points\n"))
    #expect(run.output.contains("  2 Another: 0 of 2 points\n    – missing   pick (step 1)\n"))
    #expect(run.error == Self.oneLesson)
    #expect(
      try grade([("ann.json", Self.handIn(Self.right))], "--lesson", "1").ending == .exit(0))
  }

  @Test("hidden checks count, and nothing of them is told in any form")
  func hiddenChecks() throws {
    let folder = try Self.folder()
    let hidden = try folder.write("hidden.md", Self.hidden)
    let cheat = #"{"task": "double", "edits": {"B": "B = 2 * A + 1e-9"}}"#
    let honest = try grade(
      [("ann.json", Self.handIn(Self.right))], "--hidden", hidden, "--lesson", "sums", in: folder)
    #expect(honest.ending == .exit(0))
    #expect(honest.output.contains("        hidden checks: 2 of 2 passed\n"))
    for format in ["text", "json", "csv", "junit", "tap", "gradescope"] {
      let run = try grade(
        [("bob.json", Self.handIn(cheat))], "--hidden", hidden, "--format", format, in: folder)
      #expect(run.ending == .exit(1))
      #expect(run.error == (format == "text" ? Self.oneLesson : ""))
      #expect(!run.output.lowercased().contains("secret"))
      if format != "csv" {
        #expect(
          run.output.contains("hidden checks: 1 of 2 passed")
            || run.output.contains(#""hidden": {"passed": 1, "of": 2}"#))
      }
    }
  }

  @Test("what is wrong with hidden checks is told without a word of theirs")
  func hiddenProblems() throws {
    for (old, new, line, kind) in [
      ("* secret_sum", "* secret_sum + 1", 7, "the exercise's own solution fails this check"),
      ("sum(A)\n", "secret(A)\n", 7, "the exercise's own solution fails this check"),
      ("secret_sum = sum(A)", "secret_sum = sum((A)", 6, "this check can't be run"),
      (
        "sums/double", "sums/secret", 3,
        "this names no exercise of these lessons, or one that has checks already"
      ),
      ("vary: A", "vary: SECRET", 5, "vary names what can't be varied"),
      ("<!-- end -->", "<!-- secret -->", 10, "what stands here can't be read"),
    ] {
      let folder = try Self.folder()
      let hidden = try folder.write("hidden.md", Self.hidden.replacing(old, with: new))
      let run = try grade(
        [("ann.json", Self.handIn(Self.right))], "--hidden", hidden, in: folder)
      #expect(run.ending == .exit(2))
      #expect(run.output == "")
      #expect(run.error.contains("IN/hidden.md:\(line): \(kind)\n"), "\(run.error)")
      #expect(!run.error.lowercased().contains("secret"), "\(run.error)")
    }
  }

  @Test("one file of hidden checks serves each lesson")
  func hiddenChecksOfOthers() throws {
    let folder = try Self.folder()
    let hidden = try folder.write("hidden.md", Self.hidden)
    let run = try grade(
      [("ann.json", Self.handIn(Self.right, rest: Self.rest))], "--hidden", hidden, "--lesson",
      "other", in: folder)
    #expect(run.ending == .exit(0))
    #expect(run.error == "")
  }

  @Test("nothing that is read is written over")
  func outputIsNoInput() throws {
    let folder = try Self.folder()
    let hidden = try folder.write("hidden.md", Self.hidden)
    let text = Self.handIn(Self.right)
    let link = folder.path + "/link.json"
    #expect(symlink(folder.path + "/ann.json", link) == 0)
    for (output, words) in [
      (folder.path + "/ann.json", "IN/ann.json is read, and -o would write over it"),
      (folder.path + "/./ann.json", "IN/./ann.json is IN/ann.json, which is read"),
      (link, "IN/link.json is IN/ann.json, which is read"),
      (hidden, "IN/hidden.md is read, and -o would write over it"),
      (folder.path + "/01-sums.md", "IN/01-sums.md is read, and -o would write over it"),
    ] {
      let run = try grade(
        [("ann.json", text)], "--hidden", hidden, "-o", output, in: folder)
      #expect(run.ending == .exit(64))
      #expect(run.error.contains(words), "\(run.error)")
      #expect(folder.read("ann.json") == text)
      #expect(folder.read("hidden.md") == Self.hidden)
    }
    #expect(
      try grade([("ann.json", text)], "-o", folder.path + "/out.txt", in: folder).ending
        != .exit(64))
  }

  @Test(
    "each hand-in that isn't as it should be has its verdict",
    arguments: [
      ("empty", "", "  refused: it is empty\n"),
      ("not JSON", "hello", "  refused: it is not JSON: line 1, column 1: no value begins here\n"),
      (
        "deep", String(repeating: "[", count: 10_000),
        "  refused: it is not JSON: line 1, column 65: more than 64 brackets inside one another\n"
      ),
      (
        "another kind", #"{"qkv": 1, "kind": "progress", "lessons": {}}"#,
        "  refused: its \"kind\" isn't \"answers\", so it is no hand-in\n"
      ),
      (
        "claims", handIn(#"{"task": "double", "passed": true, "points": 100}"#),
        "  note: what it says about passing isn't counted: all is checked anew\n  1 Sums: 0 of 5 points\n"
          + "    – missing   why     0 of 1  step 1, Numbers\n    – missing   guess   0 of 1  step 1, Numbers\n"
          + "    ✗ refused   double  0 of 3  step 2, Double\n"
          + "        not judged: the answer has no \"edits\", \"choices\" or \"guess\"\n"
      ),
      (
        "a locked input",
        handIn(#"{"task": "double", "edits": {"B": "B = 2 * A", "A": "A = zeros((2, 2))"}}"#),
        "    ✗ refused   double  0 of 3  step 2, Double\n        not judged: A is not to be changed in this exercise: change B\n"
      ),
      (
        "an unknown exercise", handIn(#"{"task": "dobule", "edits": {"B": "B = 2 * A"}}"#),
        "    note: unknown exercise 'dobule' ignored; did you mean double?\n"
      ),
      (
        "an unknown lesson", handIn("", rest: #", {"id": "../../etc/passwd", "answers": []}"#),
        "  note: unknown lesson '../../etc/passwd' ignored\n"
      ),
      (
        "an older text",
        handIn(
          #"{"task": "double", "fingerprint": "0123456789abcdef", "edits": {"B": "B = 2 * A"}}"#),
        "    ✓ passed    double  3 of 3  step 2, Double\n        2 hidden checks remain\n"
          + "        note: it was answered for another text of the exercise, and is judged by the present one\n"
      ),
      (
        "a loop without end",
        handIn(
          #"{"task": "double", "edits": {"B": "def f(x):\n    for i in range(10**9):\n        x = x + 1\n    return x\nB = f(A)"}}"#
        ), "    ✗ failed    double  0 of 3  step 2, Double\n"
      ),
      (
        "a call without end",
        handIn(#"{"task": "double", "edits": {"B": "def f(x):\n    return f(x)\nB = f(A)"}}"#),
        "    ✗ failed    double  0 of 3  step 2, Double\n"
      ),
      (
        "an endless array",
        handIn(#"{"task": "double", "edits": {"B": "B = zeros((10**9, 10**9))"}}"#),
        "    ✗ failed    double  0 of 3  step 2, Double\n"
      ),
      (
        "a known mistake", handIn(#"{"task": "double", "edits": {"B": "B = A ** 2"}}"#),
        "        why: that squares each number\n"
      ),
      (
        "a name that steers", handIn("", student: #"\u001b]0;x\u0007\u202e"#),
        "IN/x.json (^[]0;x^G<U+202E>): 0 of 7 points\n"
      ),
      (
        "answers of another kind", handIn(#"{"task": "double", "guess": "1"}"#),
        "        not judged: this is no answer to an exercise\n"
      ),
    ]) func verdicts(what: String, text: String, verdict: String) throws
  {
    let run = try grade([("x.json", text)])
    #expect(run.ending == .exit(1))
    #expect(["", Self.oneLesson].contains(run.error))
    #expect(run.output.contains(verdict), "\(run.output)")
  }

  @Test func whatIsNoFileHasARow() throws {
    let folder = try Self.folder()
    #expect(
      try grade([], "--format", "csv", folder.path, folder.path + "/none", "/dev/zero", in: folder)
        == HeadlessRun(
          ending: .exit(1),
          output: [
            "file,student,verdict,reason,earned,points,missing,notes,sums/why,sums/guess,sums/double,other/pick",
            "IN,,refused,\"this is a folder, not a file\",0,7,,,0,0,0,0",
            "IN/none,,refused,there is no such file,0,7,,,0,0,0,0",
            "/dev/zero,,refused,\"this is a device, not a file\",0,7,,,0,0,0,0", "",
          ].joined(separator: "\r\n"), error: ""))
  }

  @Test func standardInputAndAFile() throws {
    let folder = try Self.folder()
    let run = try qkv(
      "grade", "-", "--lessons", folder.path, "--lesson", "2", "--format", "csv", "-o",
      folder.path + "/out.csv", input: Self.handIn("", rest: Self.rest))
    #expect(run == HeadlessRun(ending: .exit(0), output: "", error: ""))
    #expect(
      folder.read("out.csv")
        == "file,student,verdict,reason,earned,points,missing,notes,other/pick\r\n"
        + "'-,Ann,graded,,2,2,,the lesson 'sums' doesn't count here,2\r\n")
  }

  @Test func anInvalidLessonGradesNobody() throws {
    let folder = try Self.folder()
    try folder.write("02-other.md", Self.other.replacing("<!-- end -->", with: ""))
    let run = try grade([("ann.json", Self.handIn(Self.right))], in: folder)
    #expect(run.ending == .exit(2))
    #expect(run.output == "")
    #expect(run.error.hasPrefix("IN/02-other.md:8: the quiz that begins here isn't ended"))
    #expect(run.error.hasSuffix("qkv: IN/02-other.md is no valid lesson\n"))
    #expect(
      try grade([("ann.json", Self.handIn(Self.right))], "--lesson", "sums", in: folder).code == 0)
  }
}
