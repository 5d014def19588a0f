import AttentionEngine
import Testing

@testable import Notebook

@Suite struct ReachTests {
  private func descriptions(_ notebook: Worked, _ name: String, _ position: [Int]) -> [String] {
    Reach(of: NamedEntry(name: name, position: position), in: notebook.named)
      .descriptions(EntryNames(labels: Worked.labels))
  }

  @Test(arguments: [
    ("K", [1, 1], "reaches S[the, cat], S[cat, cat], both rows of A and O"),
    ("Q", [1, 0], "reaches row cat of S, A and O"),
    ("V", [0, 0], "reaches O[the, f], O[cat, f]"),
    ("S", [0, 1], "reaches row the of A and O"),
  ])
  func worked(_ name: String, _ position: [Int], _ text: String) throws {
    #expect(descriptions(try Worked.attention(), name, position).first == text)
  }

  @Test func nothing() throws {
    #expect(descriptions(try Worked.attention(), "O", [0, 0]).isEmpty)
  }

  @Test func wholeColumnsNumbersAndScatteredEntries() throws {
    var notebook = Worked()
    notebook.input("x", [1, 2, 3, 4])
    notebook.define(
      "all", try BinaryOperation(.multiply)(notebook["x"], Reduction(.sum)(notebook["x"])))
    notebook.define("number", try Reduction(.max)(notebook["x"]))
    let scattered = Reindex(
      name: "getitem", shape: [3, 4], offsets: [0, 1, 1, 0, 1, 0, 2, 2, 3, 3, 3, 0])
    notebook.define("B", try scattered(notebook["x"]))
    let columns = Reindex(
      name: "broadcast_to", shape: [3, 4], offsets: [0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3])
    notebook.define("C", try columns(notebook["x"]))
    #expect(
      descriptions(notebook, "x", [0]) == [
        "reaches all of all, number, 4 of 12 entries of B and column 0 of C",
        "reaches all, number, B and C",
      ])
  }

  /// Where looking at every entry would take too long, the names are told.
  @Test func largeArraysByNameOnly() throws {
    var notebook = Worked()
    notebook.input("x", [[Double]](repeating: [Double](repeating: 0.5, count: 100), count: 100))
    notebook.define("y", try MatMul()(notebook["x"], notebook["x"]))
    notebook.define("z", try Softmax()(notebook["y"]))
    #expect(descriptions(notebook, "x", [0, 0]) == ["reaches y and z"])
  }
}
