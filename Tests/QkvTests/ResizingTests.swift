import TestSupport
import Testing

/// A window that changes its size shows what one of that size would have shown from the start.
struct ResizingTests {
  private func start(_ home: TemporaryFolder, _ columns: Int, _ rows: Int) throws -> Tmux {
    try Tmux(
      .product("qkv", ["9"], home: home)
        .inTerminal(columns: columns, rows: rows, separatesError: false))
  }

  private static func isDrawn(_ rows: [String]) -> Bool {
    rows.contains { $0.hasSuffix("? help") } || rows.contains { $0.contains("q quits") }
  }

  @Test(.enabled("needs tmux") { try HeadlessRun(Launch(Tmux.path, ["-V"])).code == 0 })
  func everySizeIsDrawnWhole() throws {
    let home = try TemporaryFolder()
    let resized = try start(home, 80, 24)
    _ = try resized.screen(when: Self.isDrawn)
    for (columns, rows) in [(60, 20), (50, 16), (90, 30), (30, 8), (120, 40), (40, 12), (80, 24)] {
      try resized.resize(columns: columns, rows: rows)
      let fresh = try start(home, columns, rows)
      _ = try fresh.screen(when: Self.isDrawn)
      let wanted = try fresh.settledScreen()
      #expect(wanted.count >= rows)
      let shown = try resized.screen { $0 == (try? fresh.screen()) }
      #expect(try shown == fresh.screen(), "\(columns)×\(rows)")
    }
  }
}
