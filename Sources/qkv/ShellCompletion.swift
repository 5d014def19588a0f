import CellLanguage

/// What a shell is told to complete, made from the tables of commands and functions.
enum ShellCompletion: String, CaseIterable {
  case bash, zsh, fish

  var script: String {
    switch self {
    case .bash: ShellCompletion.bashScript
    // zsh runs bash's functions once it is told so.
    case .zsh: "autoload -U +X bashcompinit && bashcompinit\n" + ShellCompletion.bashScript
    case .fish: ShellCompletion.fishScript
    }
  }

  /// The commands whose operand is a lesson.
  private static var readers: [String] {
    Command.all.filter { $0.operands.hasPrefix("LESSON") || $0.operands.hasPrefix("[LESSON") }
      .map(\.name)
  }

  private static var commands: [String] { Command.all.map(\.name) }

  private static var topics: [String] {
    commands + HelpTopics.topics + FunctionTable.all.map(\.name)
  }

  private static func flags(of command: Command) -> [String] {
    (command.options + [.help]).map(\.name)
  }

  // MARK: - bash

  private static var bashScript: String {
    let branches = Command.all.map { command in
      "    \(command.name)) words=\"\(flags(of: command).joined(separator: " "))\" ;;"
    }
    let start = NotebookCommand.command
    return """
      _qkv() {
        local word="${COMP_WORDS[COMP_CWORD]}" words=""
        if [ "$COMP_CWORD" -eq 1 ]; then
          case "$word" in
          -*) words="\((flags(of: start) + ["--version"]).joined(separator: " "))" ;;
          *) words="\(commands.joined(separator: " ")) $(qkv completions lessons 2>/dev/null)" ;;
          esac
        else
          case "$word" in
          -*)
            case "${COMP_WORDS[1]}" in
      \(branches.joined(separator: "\n"))
            esac ;;
          *)
            case "${COMP_WORDS[1]}" in
            \(readers.joined(separator: "|"))) words="$(qkv completions lessons 2>/dev/null)" ;;
            help) words="\(topics.joined(separator: " "))" ;;
            completions) words="\(allCases.map(\.rawValue).joined(separator: " "))" ;;
            esac ;;
          esac
        fi
        COMPREPLY=($(compgen -W "$words" -- "$word"))
      }
      complete -o default -F _qkv qkv

      """
  }

  // MARK: - fish

  private static var fishScript: String {
    var lines = [
      "complete -c qkv -n __fish_use_subcommand -a '(qkv completions lessons 2>/dev/null)'"
    ]
    for command in Command.all {
      lines.append(
        "complete -c qkv -n __fish_use_subcommand -a \(command.name) -d \(quoted(command.summary))")
      for option in command.options + [.help] {
        let long = option.name.hasPrefix("--")
        let name = option.name.drop { $0 == "-" }
        lines.append(
          "complete -c qkv -n '__fish_seen_subcommand_from \(command.name)' \(long ? "-l" : "-s") \(name)"
            + (option.value == nil ? "" : " -r") + " -d \(quoted(option.help))")
      }
    }
    lines.append(
      "complete -c qkv -n '__fish_seen_subcommand_from \(readers.joined(separator: " "))'"
        + " -a '(qkv completions lessons 2>/dev/null)'")
    lines.append(
      "complete -c qkv -n '__fish_seen_subcommand_from help' -a '\(topics.joined(separator: " "))'")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
