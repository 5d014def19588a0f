import CellLanguage
import Notebook

/// The flags of the commands that write reports.
enum ReportOptions {
  static let file = Option("-o", value: "FILE", "writes this file, in place of one that is there")

  static func format(_ known: [ReportFormat]) -> Option {
    Option("--format", value: "FORMAT", words(known.map(\.rawValue)))
  }

  static func format(
    _ arguments: Arguments, of known: [ReportFormat]
  ) throws(CommandFailure) -> ReportFormat {
    guard let word = arguments.value(of: format(known)) else { return .text }
    if let format = known.first(where: { $0.rawValue == word }) { return format }
    let near = NearNames.nearest(to: word, in: known.map(\.rawValue)).first
    throw .usage(
      "--format is \(words(known.map(\.rawValue))), not '\(TextFilter.visible(word))'",
      advice: near.map { "did you mean --format \($0)?" })
  }

  /// `text, json or csv`
  static func words(_ names: [String]) -> String {
    names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }

  /// Writes a document to the file of `-o`, or to standard output.
  static func write(_ text: String, _ arguments: Arguments) throws(CommandFailure) {
    guard let file = arguments.value(of: file), file != "-" else {
      return try Output.result(text)
    }
    do throws(FileProblem) {
      try WrittenFile.write(text, to: file)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Refuses to write over what is read, before anything is done.
  ///
  /// - Parameter output: the value of a flag; `-` and none are standard output.
  static func requireApart(
    _ output: String?, _ flag: Option, from inputs: [String]
  ) throws(CommandFailure) {
    guard let output, output != "-",
      let input = SameFile.first(of: inputs.filter { $0 != "-" }, as: output)
    else { return }
    let shown = TextFilter.visible(output)
    throw .usage(
      output == input
        ? "\(shown) is read, and \(flag.name) would write over it"
        : "\(shown) is \(TextFilter.visible(input)), which is read, and \(flag.name) would write over it",
      advice: "give \(flag.name) the name of another file; nothing was written")
  }

  static func status(of report: Report) -> Int32 {
    report.isPassed ? ExitStatus.success : ExitStatus.failed
  }
}
