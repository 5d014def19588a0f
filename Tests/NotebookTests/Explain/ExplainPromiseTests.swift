import AttentionEngine
import CellLanguage
import Testing

@testable import Notebook

/// What the explain line promises of whatever numbers.
@Suite struct ExplainPromiseTests {
  /// Two queries and three keys of numbers with two decimals, the same in every run.
  private func notebook(_ seed: UInt64) throws -> Worked {
    var state = seed
    func number() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(Int(state >> 33) % 401 - 200) / 100
    }
    func rows(_ count: Int) -> [[Double]] {
      (0..<count).map { _ in [number(), number()] }
    }
    var notebook = Worked()
    notebook.input("Q", rows(2))
    notebook.input("K", rows(3))
    notebook.input("V", rows(3))
    notebook.define("S", try Worked.scores(notebook["Q"], notebook["K"], Worked.number(2)))
    notebook.define("A", try Softmax()(notebook["S"]))
    notebook.define("O", try MatMul()(notebook["A"], notebook["V"]))
    return notebook
  }

  private func positions(_ shape: [Int]) -> [[Int]] {
    (0..<shape[0]).flatMap { row in (0..<shape[1]).map { [row, $0] } }
  }

  @Test(arguments: 1...8)
  func everyStageGivesTheShownEntry(_ seed: UInt64) throws {
    let notebook = try notebook(seed)
    var reckoned = 0
    for name in ["S", "A", "O"] {
      for position in positions(notebook[name].shape) {
        let line = notebook.line(name, position, ascii: true, labelled: false)
        let stages = line.split(separator: "  ")[0].split(separator: " = ")
        let shown = String(try #require(stages.last))
        for stage in stages.dropFirst().dropLast() where !stage.contains("@") {
          let numbers = MatrixNumbers(for: notebook[name].value.entries, digits: 2)
          reckoned += 1
          let found = numbers.text(try #require(Reckoner.value(of: stage)))
          // A zero may come out with either sign.
          #expect(found == shown || Double(found) == 0 && Double(shown) == 0, "\(line)")
        }
      }
    }
    // One stage of each score and output, two of each weight.
    #expect(reckoned == 6 + 12 + 4)
  }

  @Test(arguments: [false, true])
  func noLineIsWiderThanItMayBe(_ ascii: Bool) throws {
    let notebook = try notebook(99)
    for (name, trace) in notebook.results {
      for position in positions(trace.shape) {
        for width in stride(from: 0, to: 90, by: 3) {
          let line = notebook.line(name, position, width: width, ascii: ascii)
          #expect(DisplayWidth.of(line) <= width)
          #expect(width < 20 || line.hasPrefix("\(name)["))
        }
      }
    }
  }
}
