/// Help, made from the table of commands.
enum Usage {
  /// The whole program in a screenful.
  static var overview: String {
    var lines = [
      "qkv: learn attention by changing its numbers", "",
      "  qkv " + padded("", 19) + "the notebook: all lessons",
      "  qkv " + padded("LESSON", 19) + "the notebook: one lesson, by number, id or file",
    ]
    for command in Command.all {
      lines.append("  qkv " + padded(command.name + " " + command.operands, 19) + command.summary)
    }
    lines += [
      "", "Flags of the notebook:",
    ]
    lines += NotebookCommand.command.options.map(line)
    lines += ["  " + padded("--version", 21) + "says which version this is", ""]
    lines += [
      "qkv help COMMAND says more, as do qkv help keys, config, functions and glossary."
    ]
    return joined(lines)
  }

  /// One command with its flags.
  static func of(_ command: Command) -> String {
    var lines = [usageLine(of: command), "", "  " + command.summary]
    if !command.details.isEmpty {
      lines += [""] + command.details.map { $0.isEmpty ? "" : "  " + $0 }
    }
    if !command.options.isEmpty { lines += ["", "Flags:"] + command.options.map(line) }
    return joined(lines)
  }

  static func usageLine(of command: Command) -> String {
    var words = ["usage: qkv"]
    words += [command.name, command.operands].filter { !$0.isEmpty }
    words += command.options.map { "[\($0.spelling)]" + ($0.isRepeatable ? "…" : "") }
    return words.joined(separator: " ")
  }

  private static func line(of option: Option) -> String {
    "  " + padded(option.spelling, 21) + option.help
  }

  static func padded(_ text: String, _ width: Int) -> String {
    text.count < width ? text + String(repeating: " ", count: width - text.count) : text + "  "
  }

  private static func joined(_ lines: [String]) -> String {
    lines.joined(separator: "\n") + "\n"
  }
}
