import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What stands below the checks of an exercise.
@Suite struct CheckFindingsTests {
  /// Below each; the same is said once.
  @Test func everyCheckIsFollowedByWhatItFound() {
    #expect(
      findings([("a", "1"), ("b", "2"), ("c", "1")]) == ["1", "", "2", "", "as above", ""])
    #expect(findings([("a", "1"), ("b", "1")]) == ["1", "", "as above", ""])
  }

  /// What would fill the screen is told whole behind all.
  @Test func aLongFindingGoesOnAtTheEnd() {
    let long = Array(repeating: "a finding of so many words", count: 10).joined(separator: " ")
    let lines = findings([("a", long), ("b", "2")])
    #expect(lines[5].hasSuffix(" …"))
    #expect(lines[6...8] == ["", "2", ""])
    #expect(lines[9] == "✗ a")
    #expect(lines[10...].joined(separator: " ") == long)
  }

  /// What stands below each check, an empty line after it, then the rest.
  private func findings(
    _ checks: [(message: String, found: String)]
  ) -> [String] {
    let findings = CheckFindings(
      checks: checks.map {
        CheckResult(message: $0.message, status: .failed, finding: Finding(problem: $0.found))
      },
      prose: ProseLayout(live: { _ in "" }, isASCII: false), width: 40)
    let below = checks.indices.flatMap { findings.lines(below: $0) + [StyledLine()] }
    return (below + findings.rest.dropFirst()).map { line in
      line.runs.map(\.text).joined().trimmed()
    }
  }
}
