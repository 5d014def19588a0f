import CellLanguage
import Notebook

extension Command {
  static let help = Command(
    "help", operands: "[TOPIC]", "help on a command, a function of cells, or a term",
    details: [
      "TOPIC is a command, a function of cells such as softmax, a term of the field",
      "such as 'causal mask', functions for all functions, or glossary for all terms.",
    ]
  ) { (arguments) throws(CommandFailure) in
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
    if topic == "glossary" { return Glossary.entries.map(\.description).joined() }
    let function = FunctionTable.row(named: topic).map(lines)
    let term = Glossary.entry(named: topic)?.description
    if function != nil || term != nil { return (function ?? "") + (term ?? "") }
    let names =
      Command.all.map(\.name) + ["notebook", "functions", "glossary"]
      + FunctionTable.all.map(\.name) + Glossary.entries.map(\.term)
    let near = NearNames.nearest(to: topic, in: names).first
    throw .usage(
      "there is no help on '\(TextFilter.visible(topic))'",
      advice: near.map { "did you mean \($0)?" } ?? "qkv help lists the commands")
  }

  private static var functions: String {
    FunctionTable.all.map(lines).joined()
  }

  private static func lines(of row: FunctionRow) -> String {
    "\(row.name)(\(row.signature))\n    \(row.documentation)\n"
  }
}
