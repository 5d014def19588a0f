import AttentionEngine
import CellLanguage
import Testing

@testable import Notebook

@Suite struct CsvFileTests {
  @Test(
    "Lines of numbers are a matrix",
    arguments: [
      ("1,2\n3,4\n", [2, 2], [1, 2, 3, 4]),
      (
        "1, -2.5 ,1e3\r\n.5,+inf,-Infinity\r\n", [2, 3],
        [1, -2.5, 1000, 0.5, .infinity, -.infinity]
      ),
      ("# x y\n\n  \n7\n8", [2, 1], [7, 8]),
    ] as [(String, [Int], [Double])]) func matrix(text: String, shape: [Int], entries: [Double])
    throws
  {
    guard case .array(let array) = try CsvFile.matrix(in: text, path: "a.csv", limits: .standard)
    else {
      Issue.record("no array")
      return
    }
    #expect(array.shape == shape)
    #expect(array.tensor.entries == entries)
    #expect(array.dtype == .float64)
  }

  @Test(
    "What is no number is shown with its place",
    arguments: [
      ("", "there are no numbers in it"),
      ("1,2\n3\n", "line 2: 1 numbers, where the lines above have 2"),
      ("x,y\n1,2", "line 1, field 1: 'x' is not a number; the file may have no line of headings"),
      ("1,2\n3,", "line 2, field 2: '' is not a number"),
      ("1,2\n3;4,5", "line 2, field 1: '3;4' is not a number; commas separate the numbers"),
      ("1\n0x10", "line 2, field 1: '0x10' is not a number"),
      ("1\n1e5.5", "line 2, field 1: '1e5.5' is not a number"),
      ("1\n\u{1B}[2J", "line 2, field 1: '^[[2J' is not a number"),
    ]) func refuse(text: String, message: String)
  {
    let problem = #expect(throws: FileProblem.self) {
      try CsvFile.matrix(in: text, path: "a.csv", limits: .standard)
    }
    #expect(problem?.message == message)
  }

  @Test func entriesAreBounded() {
    var limits = Limits()
    limits.entries = 3
    let problem = #expect(throws: FileProblem.self) {
      try CsvFile.matrix(in: "1,2\n3,4", path: "a.csv", limits: limits)
    }
    #expect(problem?.message == "line 2: an array has at most 3 entries")
  }
}
