import CellLanguage
import Notebook
import NotebookUI

extension Command {
  private static let manual = Option("--man", "writes the manual page, for man -l")

  static let help = Command(
    "help", operands: "[TOPIC]", "help on a command, a function of cells, or a term",
    details: [
      "TOPIC is a command, a function of cells such as softmax, a term of the field",
      "such as 'causal mask', or one of",
      "  writing    a notebook of your own: how to begin, its keys and forms",
      "  functions  every function of cells",
      "  glossary   every term",
      "  keys       every key of the notebook",
      "  config     a config with every setting and key, in comments, to begin from",
      "",
      "The manual page is shown, or installed, by",
      "  qkv help --man | man -l -",
      "  qkv help --man > ~/.local/share/man/man1/qkv.1",
    ], options: [manual]
  ) { (arguments) throws(CommandFailure) in
    if arguments.has(manual) {
      try arguments.requireNoOperands()
      try Output.result(ManualPage.text)
      return ExitStatus.success
    }
    guard let topic = try arguments.singleOperand(called: "topic") else {
      try Output.result(Usage.overview)
      return ExitStatus.success
    }
    try Output.result(try HelpTopics.text(on: topic))
    return ExitStatus.success
  }
}

/// What help knows besides the overview.
enum HelpTopics {
  static func text(on topic: String) throws(CommandFailure) -> String {
    if let command = Command.named(topic) { return Usage.of(command) }
    if topic == "notebook" { return Usage.of(NotebookCommand.command) }
    if topic == "functions" { return functions }
    if topic == "keys" { return keys }
    if topic == "writing" || authors.contains(topic) { return WritingHelp.text }
    if topic == "config" { return DefaultConfig.text }
    if topic == "glossary" { return Glossary.entries.map(\.description).joined() }
    let function = FunctionTable.row(named: topic).map(lines)
    let term = Glossary.entry(named: topic)?.description
    if function != nil || term != nil { return (function ?? "") + (term ?? "") }
    let names =
      Command.all.map(\.name) + topics + FunctionTable.all.map(\.name)
      + Glossary.entries.map(\.term)
    let near = NearNames.nearest(to: topic, in: names).first
    throw .usage(
      "there is no help on '\(TextFilter.visible(topic))'",
      advice: near.map { "did you mean \($0)?" } ?? "qkv help lists the commands")
  }

  /// What there is help on besides commands and functions.
  static let topics = ["notebook", "writing", "functions", "glossary", "keys", "config"]

  /// What those look for who want to write.
  private static let authors =
    ["author", "authoring", "write"] + Skeleton.allCases.map(\.rawValue)

  private static var keys: String {
    Bindings.reference.map { section in
      ([section.title] + section.rows.flatMap { lines(of: $0.keys, $0.help) })
        .joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  /// Keys in a column of their own, or on a line of their own where they don't fit one.
  static func lines(of keys: String, _ help: String) -> [String] {
    let column = 22
    let fits = keys.count + 4 <= column
    let lead = fits ? Usage.padded("  " + keys, column) : String(repeating: " ", count: column)
    return (fits ? [] : ["  " + keys]) + WrappedText.lines(help, width: 80, mark: lead)
  }

  private static var functions: String {
    FunctionTable.all.map(lines).joined()
  }

  private static func lines(of row: FunctionRow) -> String {
    "\(row.name)(\(row.signature))\n    \(row.documentation)\n"
  }
}
