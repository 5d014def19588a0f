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
}
