import Notebook
import Testing

@Suite struct TAPReportTests {
  @Test func aWholeReport() {
    #expect(
      ReportFormat.tap.text(of: SampleReports.all)
        == #"""
        TAP version 14
        1..5
        ok 1 - ann.json sums/aim
        not ok 2 - ann.json sums/one-line
          ---
          status: failed
          earned: 0
          points: 3
          student: "Ann Miller"
          message: "each output mixes the values by its own weights"
          details: |
            ✓ passed: one row for each query
            ✗ failed: each output mixes the values by its own weights
                out[cat, f] is 0.60, expected 0.40 (3 of 6 entries)
                with K = [[0.3, -1.2]], random input 3 of 20
            … pending: and more
            why: that divides by d
            hidden checks: 1 of 2 passed
            note: it was answered for an older text of the exercise
          ...
        not ok 3 - ann.json sums/guess
          ---
          status: refused
          earned: 0
          points: 1
          student: "Ann Miller"
          message: "not judged: \"guess\" must be a number or its text"
          details: |
            not judged: "guess" must be a number or its text
          ...
        not ok 4 - ann.json mask/why
          ---
          status: missing
          earned: 0
          points: 1
          student: "Ann Miller"
          message: "there is no answer"
          ...
        not ok 5 - bad.json
          ---
          status: refused
          message: "it is empty"
          ...

        """#)
  }

  @Test func aReadersOwn() {
    #expect(
      ReportFormat.tap.text(of: SampleReports.own)
        == #"""
        TAP version 14
        1..3
        ok 1 - sums/aim
        not ok 2 - sums/one-line
          ---
          status: pending
          earned: 0
          points: 3
          message: "one row for each query"
          details: |
            … pending: one row for each query
            2 hidden checks remain
          ...
        not ok 3 - mask/why
          ---
          status: missing
          earned: 0
          points: 1
          message: "there is no answer"
          ...

        """#)
  }

  @Test func nothingToSay() {
    #expect(
      ReportFormat.tap.text(of: Report(tasks: [], handIns: []))
        == "TAP version 14\n1..0 # SKIP there are no tasks\n")
  }

  @Test("a description says nothing to the harness")
  func descriptions() {
    let report = Report(
      tasks: [],
      handIns: [
        HandInReport(
          file: "a # SKIP \\#\u{301} TODO\nok 7", student: nil, refusal: "x", lessons: [])
      ])
    let line = ReportFormat.tap.text(of: report).split(separator: "\n")[2]
    #expect(
      line.unicodeScalars.elementsEqual(
        "not ok 1 - a \\# SKIP \\\\\\#\u{301} TODO^Jok 7".unicodeScalars))
  }
}
