import TestSupport
import Testing

@Suite struct ExportTests {
  private let lesson = """
    ---
    qkv: 1
    id: t
    title: T
    ---
    ## One
    Text.

    ```python {.qkv}
    x = [1, 2]
    ```
    """

  @Test("a lesson goes to standard output, or whole into a file in place of what was there")
  func written() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("t.md", lesson)
    let target = try folder.write("t.py", "old")
    let shown = try qkv("export", file, "--to=py")
    #expect(shown.code == 0 && shown.error == "")
    #expect(shown.output.contains("\n# %% One\n\n# Text.\n\nx = array([1, 2])\n\n"))
    #expect(
      try qkv("export", file, "--to", "py", "-o", target)
        == HeadlessRun(ending: .exit(0), output: "", error: ""))
    let shell = Launch("/bin/sh", ["-c", "cat t.py; ls"], folder: folder.path)
    #expect(try HeadlessRun(shell).output == shown.output + "t.md\nt.py\n")
  }

  @Test("the lesson itself isn't written over")
  func ownLesson() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("t.md", lesson)
    let run = try qkv("export", file, "--to", "py", "-o", file)
    #expect(run.ending == .exit(64))
    #expect(
      run.error
        == "qkv: \(file) is read, and -o would write over it\ngive -o the name of another file; nothing was written\n"
    )
    #expect(folder.read("t.md") == lesson)
  }

  @Test("a file that can't be written is told, and nothing is left behind")
  func unwritable() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("t.md", lesson)
    let cases = [
      (folder.path, "this is a folder, not a file"),
      (folder.path + "/none/t.py", "there is no such folder"),
      (file + "/t.py", "a part of the path is no folder"),
      ("/dev/null", "this is no ordinary file"), ("", "the name is empty"),
    ]
    for (target, message) in cases {
      #expect(
        try qkv("export", file, "--to", "ipynb", "-o", target)
          == HeadlessRun(ending: .exit(65), output: "", error: "qkv: \(target): \(message)\n"))
    }
    let shell = Launch("/bin/sh", ["-c", "ls"], folder: folder.path)
    #expect(try HeadlessRun(shell).output == "t.md\n")
  }
}
