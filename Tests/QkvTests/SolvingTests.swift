import TestSupport
import Testing

/// The notebook in tmux: a student who solves a task of each kind in lesson 6, by its keys.
struct SolvingTests {
  private let home: TemporaryFolder
  private let tmux: Tmux

  init() throws {
    home = try TemporaryFolder()
    tmux = try Tmux(Launch.product("qkv", ["6"], home: home))
    sees("Lesson 6 › ", "step 1 of 12")
  }

  private func sees(_ texts: String..., sourceLocation: SourceLocation = #_sourceLocation) {
    let rows = try? tmux.screen { rows in
      texts.allSatisfy { text in rows.contains { $0.contains(text) } }
    }
    for text in texts {
      #expect(
        rows?.contains { $0.contains(text) } == true, "\(rows?.joined(separator: "\n") ?? "")",
        sourceLocation: sourceLocation)
    }
  }

  private func goes(to step: Int) throws {
    try tmux.type("n")
    sees("step \(step) of 12")
  }

  @Test func solvesATaskOfEachKind() throws {
    for step in 2...4 { try goes(to: step) }
    try tmux.type("1")
    try tmux.press("Enter")
    sees("✗ 1 is not right.")
    try tmux.type("3")
    try tmux.press("Enter")
    sees("✓ Right · 1 point.", "1/10 ✓")

    try goes(to: 5)
    try tmux.type("6.8")
    try tmux.press("Enter")
    sees("✓ right · 1 point", "2/10 ✓")

    try goes(to: 6)
    try goes(to: 7)
    sees("✗ not yet  the output of cat is (0, 1)")
    try tmux.type("-.5")
    try tmux.press("Tab")
    try tmux.type("1.5")
    try tmux.press("Enter")
    sees("✓ Exercise solved · 2 points", "3/10 ✓")

    try goes(to: 8)
    try tmux.press("Enter")
    try tmux.type("softmax(Q @ K.T) @ V")
    try tmux.press("Enter")
    sees("A known mistake: the scores aren't divided by √2")
    try tmux.press("Enter", "C-a", "C-k")
    try tmux.type("mine = softmax(Q @ K.T / 2 ** 0.5)")
    try tmux.press("C-j")
    try tmux.type("out = mine.dot(V)")
    try tmux.press("Enter")
    sees("✓ Exercise solved · 3 points", "4/10 ✓")

    try goes(to: 9)
    try tmux.press("Tab", "Enter", "C-a", "C-k")
    try tmux.type("Q @ K.T / sqrt(2)")
    try tmux.press("Enter")
    sees("✓ Exercise solved · 2 points", "S4 = Q @ K.T / sqrt(2)", "5/10 ✓")

    try tmux.type("q")
    sees("5/10 ✓", "continue at step 9 of 12")
    try tmux.press("C-c")
  }
}
