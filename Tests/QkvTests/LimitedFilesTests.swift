import TestSupport
import Testing

/// Where files may not grow, the screen is drawn all the same: it is no file to a reader.
struct LimitedFilesTests {
  private static func start(_ home: TemporaryFolder, files limit: String?) throws -> Tmux {
    let plain = Launch.product("qkv", ["6", "--no-save"], home: home).inTerminal()
    guard let limit else { return try Tmux(plain) }
    var limited = plain
    limited.path = "/bin/bash"
    limited.arguments =
      ["-c", "ulimit -f \(limit); exec \"$0\" \"$@\"", plain.path] + plain.arguments
    return try Tmux(limited)
  }

  @Test(
    .enabled("needs tmux") { try HeadlessRun(Launch(Tmux.path, ["-V"])).code == 0 },
    arguments: ["0", "1", "16"])
  func theScreenIsWhole(limit: String) throws {
    let home = try TemporaryFolder()
    let free = try LimitedFilesTests.start(home, files: nil)
    let limited = try LimitedFilesTests.start(home, files: limit)
    for key in ["n", "n", "+", "?"] {
      _ = try free.screen { $0.contains { $0.contains("help") || $0.contains("back") } }
      _ = try free.settledScreen()
      let wanted = try free.screen()
      #expect(try limited.screen { $0 == wanted } == wanted, "before \(key)")
      try free.press(key)
      try limited.press(key)
    }
  }

  @Test("what is lost is told whole, once the terminal is as it was before")
  func leaving() throws {
    let home = try TemporaryFolder()
    try home.write("mine.md", "---\nqkv: 1\nid: mine\ntitle: Mine\n---\n## First\n\nHello.\n")
    var limited = Launch.product("qkv", [home.path + "/mine.md"], home: home)
    limited.arguments = ["-c", "ulimit -f 0; exec \"$0\" \"$@\"", limited.path] + limited.arguments
    limited.path = "/bin/bash"
    let run = try TerminalRun(limited)
    #expect(run.waits(for: "\u{1B}[?1006h"))
    run.send("tSome words.\u{13}")
    #expect(run.waits(for: "NOT SAVED"))
    run.send("\u{3}")
    #expect(run.waits(for: "can't be kept"))
    run.send("\u{3}")
    #expect(run.ending() == .exit(70))
    #expect(run.modes == TerminalRun.newModes)
    #expect(run.text.components(of: "\u{1B}[?1049l") == 1)
    #expect(
      run.text.hasSuffix(
        """
        qkv: \(home.path)/mine.md wasn't saved, and what you wrote last is lost. \
        \(home.path)/.local/share/qkv/progress.json: a limit on the size of files is reached \
        (ulimit -f); start qkv without it\r\n
        """))
  }
}

extension String {
  /// How often it has a text.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
