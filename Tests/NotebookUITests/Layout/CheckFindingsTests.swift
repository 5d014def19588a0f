import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What stands below the checks of an exercise.
@Suite struct CheckFindingsTests {
  /// Below each where there is room; the same is said once.
  @Test func everyCheckIsFollowedByWhatItFound() {
    #expect(
      findings([("a", "1"), ("b", "2"), ("c", "1")], .all) == ["1", "", "2", "", "as above", ""])
    #expect(findings([("a", "1"), ("b", "2")], .first) == ["1", "", "", "✗ b", "2"])
    #expect(findings([("a", "1"), ("b", "2")], .nothing) == ["", "", "✗ a", "1", "✗ b", "2"])
    #expect(findings([("a", "1"), ("b", "1")], .first) == ["1", "", ""])
  }

  /// What stands below each check, an empty line after it, then the rest.
  private func findings(
    _ checks: [(message: String, found: String)], _ shown: CheckFindings.Shown
  ) -> [String] {
    let findings = CheckFindings(
      checks: checks.map {
        CheckResult(message: $0.message, status: .failed, finding: Finding(problem: $0.found))
      },
      prose: ProseLayout(live: { _ in "" }, isASCII: false), width: 40)
    let below = checks.indices.flatMap { findings.lines(below: $0, shown) + [StyledLine()] }
    return (below + findings.rest(besides: shown).dropFirst()).map { line in
      line.runs.map(\.text).joined().trimmed()
    }
  }
}
