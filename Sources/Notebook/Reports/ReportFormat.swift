/// The forms in which a report is written.
package enum ReportFormat: String, CaseIterable, Hashable, Sendable {
  case text, json, csv, junit, tap, gradescope

  /// The whole document, ended by a line break.
  package func text(of report: Report) -> String {
    switch self {
    case .text: TextReport.text(of: report)
    case .json: JSONReport.text(of: report)
    case .csv: CSVReport.text(of: report)
    case .junit: JUnitReport.text(of: report)
    case .tap: TAPReport.text(of: report)
    case .gradescope: GradescopeReport.text(of: report)
    }
  }
}
