import Notebook

extension Command {
  static let completions = Command(
    "completions", operands: "SHELL",
    "makes a shell complete what you type",
    details: [
      "SHELL is bash, zsh or fish.", "",
      "bash:  source <(qkv completions bash)        in ~/.bashrc",
      "zsh:   source <(qkv completions zsh)         in ~/.zshrc, behind compinit",
      "fish:  qkv completions fish | source         in ~/.config/fish/config.fish",
      "",
      "qkv completions lessons prints the lessons' ids, which is what those scripts ask.",
    ], options: [.lessons]
  ) { (arguments) throws(CommandFailure) in
    let shells = ShellCompletion.allCases.map(\.rawValue).joined(separator: ", ")
    guard let wanted = try arguments.singleOperand(called: "shell") else {
      throw .usage("which shell?", advice: "one of \(shells)")
    }
    if wanted == "lessons" {
      let ids = (try? LessonCatalogue(LessonFolder(arguments)).ids()) ?? []
      try Output.result(ids.map { $0 + "\n" }.joined())
      return ExitStatus.success
    }
    guard let shell = ShellCompletion(rawValue: wanted) else {
      throw .usage("completions are written for \(shells)")
    }
    try Output.result(shell.script)
    return ExitStatus.success
  }
}
