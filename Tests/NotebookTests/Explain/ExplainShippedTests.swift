import AttentionEngine
import CellLanguage
import TestSupport
import Testing

@testable import Notebook

/// The explain line of every entry that the shipped lessons show, as they are and with every exercise solved.
@Suite struct ExplainShippedTests {
  @Test(arguments: LessonFiles.names, [false, true])
  func everyEntry(_ file: String, _ isSolved: Bool) throws {
    let lesson = try #require(
      LessonReader.read(text: LessonFiles.text(of: file), name: file).lesson)
    var session = Session(lesson: lesson)
    if isSolved {
      for case .exercise(let exercise) in lesson.tasks { _ = session.adopt(exercise.solutions) }
    }
    var faults: [String] = []
    for step in lesson.steps.indices {
      for panel in session.panels(inStep: step) {
        guard case .array(let array) = panel.content else { continue }
        for offset in 0..<array.tensor.count {
          let position = Shape.position(of: offset, in: array.shape)
          let number = array.tensor[position]
          let shown = shownNumber(array, number, panel.options.digits)
          // What is typed may have more decimals than its panel shows.
          let isTyped = panel.isInput || session.shownAgain(by: panel)?.isInput == true
          for width in [78, 140] {
            let line = session.explain(panel.id, at: position, width: width, ascii: false)
            let text = line?.text ?? ""
            if let fault = fault(
              of: text, shown: isTyped ? [shown, String(number)] : [shown], width: width)
            {
              faults.append("step \(step + 1), \(fault): \(text)")
            }
          }
        }
      }
    }
    #expect(faults == [])
  }

  /// What is wrong with a line: too wide, nothing said, another number than the one shown.
  private func fault(of line: String, shown: [String], width: Int) -> String? {
    if DisplayWidth.of(line) > width { return "too wide" }
    let parts = line.split(separator: "  ", maxSplits: 1).map(String.init)
    guard shown.contains(where: { parts[0].hasSuffix(" = \($0)") }) else {
      return "another number than \(shown)"
    }
    let words = parts.count > 1 ? parts[1] : ""
    if words == "an input" { return "nothing but an input" }
    let stages = parts[0].split(separator: " = ")
    return words.isEmpty && stages.count < 3 ? "nothing but the number" : nil
  }

  private func shownNumber(_ array: NDArray, _ value: Double, _ digits: Int) -> String {
    switch array.dtype {
    case .bool: value == 0 ? "False" : "True"
    case .int64: Int(exactly: value).map(String.init) ?? ""
    case .float64: MatrixNumbers(for: array.tensor.entries, digits: digits).text(value)
    }
  }
}
