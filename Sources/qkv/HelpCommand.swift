import CellLanguage

extension Command {
  static let help = Command(
    "help", operands: "[TOPIC]", "help on a command, or on a function of cells",
    details: ["TOPIC is a command, a function of cells such as softmax, or functions."]
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
    if let row = FunctionTable.row(named: topic) { return lines(of: row) }
    let names = Command.all.map(\.name) + ["notebook", "functions"] + FunctionTable.all.map(\.name)
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
