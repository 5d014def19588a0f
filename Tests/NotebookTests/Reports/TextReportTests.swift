import Notebook
import Testing

@Suite struct TextReportTests {
  @Test func aWholeReport() {
    #expect(
      ReportFormat.text.text(of: SampleReports.all)
        == #"""
        ann.json (Ann Miller): 2 of 7 points
          note: 'smus' is no lesson; did you mean sums?
          6 Weighted sums: 2 of 6 points
            ✓ passed    aim       2 of 2
            ✗ failed    one-line  0 of 3
                ✓ passed: one row for each query
                ✗ failed: each output mixes the values by its own weights
                    out[cat, f] is 0.60, expected 0.40 (3 of 6 entries)
                    with K = [[0.3, -1.2]], random input 3 of 20
                … pending: and more
                why: that divides by d
                hidden checks: 1 of 2 passed
                note: it was answered for an older text of the exercise
            ✗ refused   guess     0 of 1
                not judged: "guess" must be a number or its text
          9 The causal mask: GPT: 0 of 1 point
            – missing   why

        bad.json: 0 of 7 points
          refused: it is empty

        2 hand-ins: 0 passed, 1 not, 1 refused

        """#)
  }

  @Test func aReadersOwn() {
    #expect(
      ReportFormat.text.text(of: SampleReports.own)
        == #"""
          6 Weighted sums: 2 of 5 points
            ✓ passed    aim       2 of 2
            … pending   one-line  0 of 3
                … pending: one row for each query
                2 hidden checks remain
          9 The causal mask: GPT: 0 of 1 point
            – missing   why

        2 of 6 points; 2 hidden checks remain, for the grader to run

        """#)
  }
}
