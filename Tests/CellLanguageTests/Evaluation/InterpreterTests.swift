import AttentionEngine
import Testing

@testable import CellLanguage

@Suite struct InterpreterTests {
  @Test func namesAProductOfMatricesThatDoNotFit() {
    let result = run(
      """
      Q = array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
      K = array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
      S = Q @ K
      """)
    #expect(
      result.diagnostic.map {
        DiagnosticText(
          $0,
          in: Source(
            """
            Q = array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
            K = array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
            S = Q @ K
            """)
        ).text
      } == """
        S = Q @ K
            ^^^^^ can't multiply 3×2 by 3×2: the inner sizes, 2 and 3, differ
            Q is 3×2, K is 3×2; K.T is 2×3, so Q @ K.T is 3×3
        """)
  }

  @Test func definesNamesWithTheirTraces() throws {
    let result = run("d = 4\nK = [[1, 2], [3, 4]]\nS = K.T / sqrt(d)")
    guard case .array(let scores)? = result.environment.values["S"] else {
      Issue.record("S is no array")
      return
    }
    #expect(scores.trace.sources(at: [0, 1]).map(\.name) == ["K", "d"])
    #expect(scores.trace.sources(at: [0, 1]).map(\.position) == [[1, 0], []])
  }
}
