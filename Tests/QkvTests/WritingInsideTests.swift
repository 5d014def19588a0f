import TestSupport
import Testing

/// A notebook written in tmux from nothing, by its keys, and proved by `verify`.
struct WritingInsideTests {
  private let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> HeadlessRun {
    try HeadlessRun(Launch.product("qkv", arguments, home: home))
  }

  @Test func aNotebookIsWrittenWhollyInside() throws {
    let path = home.path + "/mine.md"
    #expect(try run("new", path).code == 0)
    let tmux = try Tmux(Launch.product("qkv", [path], home: home))
    func sees(_ texts: String..., sourceLocation: SourceLocation = #_sourceLocation) {
      let rows = try? tmux.screen { rows in
        texts.allSatisfy { text in rows.contains { $0.contains(text) } }
      }
      for text in texts {
        #expect(
          rows?.contains { $0.contains(text) } == true, "\(rows?.joined(separator: "\n") ?? "")",
          sourceLocation: sourceLocation)
      }
    }
    sees("✓ saved", "step 1 of 6")
    // The step's title, from which all steps but one are deleted.
    try tmux.press("BTab", "BTab", "BTab", "BTab", "BTab")
    sees("▸Something to change")
    for left in (1...5).reversed() {
      try tmux.type("D")
      sees("step 1 of \(left)", "● not saved")
    }
    try tmux.press("Tab")
    try tmux.type("D")
    sees("This step is empty.")

    try tmux.press("Enter", "C-u")
    try tmux.type("One query")
    try tmux.press("Enter")
    sees("▸One query")
    try tmux.type("t")
    sees("New text")
    try tmux.type("The first key gets {A[0]:.2f}.")
    try tmux.press("C-s")
    sees("▸The first key gets ….")
    try tmux.type("oq = [1, 0]")
    try tmux.press("C-s")
    sees("q  2  ✎")
    try tmux.type("o")
    try tmux.paste("#| rows: the, cat\nK = [[1, 0],\n     [0, 1]]")
    sees("3      [0, 1]]", "K = 2×2  [1 0] [0 1]")
    try tmux.press("C-s")
    try tmux.type("oA = softm")
    sees("softmax(x, axis=-1)  exp(x) / sum(exp(x)) along an axis")
    try tmux.press("Tab")
    try tmux.type("(K @ q")
    try tmux.press("C-s")
    sees("this '(' is never closed")
    try tmux.type(")")
    try tmux.press("C-s")
    sees("The first key gets 0.73.", "A = softmax(K @ q)  2")
    try tmux.press("C-s")
    sees("is saved", "✓ saved")
    try tmux.press("C-c")
    #expect(try tmux.endsWell())

    let proof = try run("verify", path)
    #expect(proof.code == 0, "\(proof.output)\(proof.error)")
    #expect(try run("show", path).output.contains("The first key gets 0.73."))
  }
}
