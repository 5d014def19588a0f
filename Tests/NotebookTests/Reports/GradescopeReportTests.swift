import Notebook
import Testing

@Suite struct GradescopeReportTests {
  @Test func aWholeReport() {
    #expect(
      ReportFormat.gradescope.text(of: SampleReports.all)
        == #"""
        {"score": 2, "output": "2 of 7 points\nnote: 'smus' is no lesson; did you mean sums?", "output_format": "text", "visibility": "visible", "tests": [{"score": 2, "max_score": 2, "status": "passed", "name": "sums/aim", "name_format": "text", "output": "✓ passed: the output of cat is (0, 1)", "output_format": "text", "visibility": "visible"}, {"score": 0, "max_score": 3, "status": "failed", "name": "sums/one-line", "name_format": "text", "output": "✓ passed: one row for each query\n✗ failed: each output mixes the values by its own weights\n    out[cat, f] is 0.60, expected 0.40 (3 of 6 entries)\n    with K = [[0.3, -1.2]], random input 3 of 20\n… pending: and more\nwhy: that divides by d\nhidden checks: 1 of 2 passed\nnote: it was answered for an older text of the exercise", "output_format": "text", "visibility": "visible"}, {"score": 0, "max_score": 1, "status": "failed", "name": "sums/guess", "name_format": "text", "output": "not judged: \"guess\" must be a number or its text", "output_format": "text", "visibility": "visible"}, {"score": 0, "max_score": 1, "status": "failed", "name": "mask/why", "name_format": "text", "output": "there is no answer", "output_format": "text", "visibility": "visible"}]}

        """#)
  }

  @Test("of a refused hand-in every task counts 0, and the most that can be reached stays")
  func refused() {
    let report = Report(
      tasks: Array(SampleReports.tasks[..<1]), handIns: [SampleReports.bad])
    #expect(
      ReportFormat.gradescope.text(of: report)
        == #"""
        {"score": 0, "output": "0 of 2 points\nThe hand-in is refused: it is empty", "output_format": "text", "visibility": "visible", "tests": [{"score": 0, "max_score": 2, "status": "failed", "name": "sums/aim", "name_format": "text", "output": "not judged", "output_format": "text", "visibility": "visible"}]}

        """#)
  }
}
