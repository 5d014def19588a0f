@testable import CellLanguage

/// A place that can't be read, as a reader sees it.
struct SyntaxProblem: Hashable {
  let code: String
  /// The line with the place marked, what is wrong, and what to write.
  let shown: String

  static func all(in text: String) -> [SyntaxProblem] {
    let source = Source(text)
    return Program(parsing: source).diagnostics.map {
      SyntaxProblem(code: $0.code, shown: DiagnosticText($0, in: source).text)
    }
  }
}
