import AttentionEngine
import CellLanguage
import Notebook

/// An outcome on one line: `[2.0, 4.0]`, `error: S is not defined`, `waits for S (hole)`.
func words(_ outcome: Outcome) -> String {
  switch outcome {
  case .value(.array(let array)):
    array.shape.isEmpty
      ? "\(array.tensor.entries[0])"
      : "\(array.shape.map(String.init).joined(separator: "×")) \(array.tensor.entries)"
  case .value(let value): ValueText.text(of: value)
  case .failure(let diagnostic):
    (["error: " + diagnostic.message] + [diagnostic.help].compactMap { $0 })
      .joined(separator: "; ")
  case .waiting(let name, let reason): "waits for \(name) (\(reason))"
  }
}

func words(_ content: Panel.Content) -> String {
  switch content {
  case .array(let array): words(.value(.array(array)))
  case .text(let text): text
  case .failure(let diagnostic): words(Outcome.failure(diagnostic))
  case .waiting(let name, let reason): "waits for \(name) (\(reason))"
  case .hole: "open"
  }
}

extension Sheet {
  /// Every outcome in text order.
  var words: [String] { units.joined().map { NotebookTests.words($0.outcome) } }

  init(_ cells: [String]) {
    self.init(programs: cells.map { Source($0) })
  }

  mutating func replace(_ cell: Int, _ text: String) {
    replace([(cell, Program(parsing: Source(text)))])
  }
}
