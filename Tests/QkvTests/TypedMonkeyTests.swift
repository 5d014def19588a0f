import TestSupport
import Testing

/// Anything at all may be typed, clicked, pasted and resized.
struct TypedMonkeyTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func stillAliveAndLeavesWell(seed: UInt64) throws {
    let home = try TemporaryFolder()
    var launch = Launch.product("qkv", ["6"], home: home)
    launch.folder = home.path
    let run = try TerminalRun(launch)
    #expect(run.waits(for: "\u{1B}[?1006h"))
    var random = SeededRandom(seed: seed)
    for _ in 0..<100 {
      if Int.random(in: 0..<10, using: &random) == 0 {
        run.resize(
          columns: Int.random(in: 0...150, using: &random),
          rows: Int.random(in: 0...50, using: &random))
      }
      run.send((0..<10).map { _ in Self.input(&random) }.joined())
      run.settle(silence: 1)
      try #require(run.program.ending(within: 0) == nil)
    }
    run.settle()
    run.send("\u{1B}[201~\u{3}")
    #expect(run.ending() == .exit(0))
    #expect(run.modes == TerminalRun.newModes)
  }

  /// A key, a click or a paste; none that leaves or stops the program.
  private static func input(_ random: inout SeededRandom) -> String {
    let keys = [
      "\t", "\u{1B}[Z", "\r", "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}[1;2C",
      "\u{7F}",
      "\u{1B}[3~", "\u{1B}[5~", "\u{1B}[6~", "\u{1B}[H", "\u{1B}[F", "\u{1B}OP", "\u{C}", "\u{12}",
      "1", "2", "-", ".", "+", "/", "(", "e", "u", "n", "b", "p", "v", "r", "R", "?", "h", "j", "k",
      "l", " ", "o", "O", ":", "é", "日", "\u{1B}[200~1/sqrt(2)\u{1B}[201~", "\u{1B}x",
    ]
    if Int.random(in: 0..<8, using: &random) == 0 {
      let button = [0, 0, 32, 64, 65].randomElement(using: &random) ?? 0
      let x = Int.random(in: 1...160, using: &random)
      let y = Int.random(in: 1...50, using: &random)
      return "\u{1B}[<\(button);\(x);\(y)M"
    }
    return keys.randomElement(using: &random) ?? ""
  }
}
