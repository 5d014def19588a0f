import Notebook
import Testing

@Suite struct ReportSafetyTests {
  @Test(
    "no form of a report holds a character that steers, hides or reorders",
    arguments: ReportFormat.allCases)
  func hostileText(format: ReportFormat) {
    let text = format.text(of: SampleReports.hostile)
    #expect(text.contains("]0;x"))
    for (index, scalar) in zip(text.unicodeScalars.indices, text.unicodeScalars)
    where scalar != "\n" {
      // The lines of CSV end so, and nothing else does.
      if scalar == "\r" {
        let next = text.unicodeScalars[text.unicodeScalars.index(after: index)]
        #expect(format == .csv && next == "\n")
        continue
      }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
        Issue.record("\(format) holds \(scalar.value)")
      default: #expect(scalar != "\u{FFFE}")
      }
    }
  }

  @Test("a text longer than anybody reads is cut; the name of a file isn't")
  func longTexts() {
    let long = String(repeating: "x", count: 3000)
    let report = Report(
      tasks: [], handIns: [HandInReport(file: long, student: long, refusal: long, lessons: [])])
    let cut = String(repeating: "x", count: 500) + "…"
    #expect(
      ReportFormat.text.text(of: report) == """
        \(long) (\(cut)): 0 of 0 points
          refused: \(cut)

        1 hand-in: 0 passed, 0 not, 1 refused

        """)
  }
}
