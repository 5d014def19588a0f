import Notebook
import Testing

@Suite struct CSVReportTests {
  private func rows(_ lines: [String]) -> String { lines.map { $0 + "\r\n" }.joined() }

  @Test func aWholeReport() {
    #expect(
      ReportFormat.csv.text(of: SampleReports.all)
        == rows([
          #"file,student,verdict,reason,earned,points,missing,notes,sums/aim,sums/one-line,sums/guess,mask/why"#,
          #"ann.json,Ann Miller,graded,,2,7,mask/why,'smus' is no lesson; did you mean sums?; sums/one-line: it was answered for an older text of the exercise,2,0,0,0"#,
          #"bad.json,,refused,it is empty,0,7,,,0,0,0,0"#,
        ]))
  }

  @Test(
    "names come back from a reader of CSV, and none is a formula",
    arguments: [
      ("Ann Miller", "Ann Miller"), ("Miller, Ann", "\"Miller, Ann\""),
      ("Ann \"A\" Miller", "\"Ann \"\"A\"\" Miller\""), ("Ann\nMiller", "\"Ann\nMiller\""),
      ("Ann\r\nMiller", "\"Ann\nMiller\""), ("\"\u{301}x", "\"\"\"\u{301}x\""),
      ("=1+1", "'=1+1"), ("@SUM(A1,A2)", "\"'@SUM(A1,A2)\""), ("-Ann", "'-Ann"), ("+4", "'+4"),
      ("＝1", "'＝1"), ("\t=1", "    =1"), ("\r=1", "^M=1"), ("", ""), ("Zoë 王", "Zoë 王"),
    ]) func names(name: String, field: String)
  {
    let report = Report(
      tasks: [], handIns: [HandInReport(file: "f", student: name, lessons: [])])
    let text = ReportFormat.csv.text(of: report)
    let expected = rows([
      "file,student,verdict,reason,earned,points,missing,notes", "f,\(field),graded,,0,0,,",
    ])
    #expect(text.unicodeScalars.elementsEqual(expected.unicodeScalars))
  }
}
