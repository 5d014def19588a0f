import CellLanguage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// From the words of the command line to the exit status.
enum EntryPoint {
  static func run(_ words: [String]) -> Int32 {
    // A file at the limit of its size is a failure like a full disk, and no reason to die.
    signal(SIGXFSZ, SIG_IGN)
    do throws(CommandFailure) {
      return try dispatch(words)
    } catch {
      Output.talk("qkv: " + error.message)
      if let advice = error.advice { Output.talk(advice) }
      return error.status
    }
  }

  private static func dispatch(_ words: [String]) throws(CommandFailure) -> Int32 {
    switch words.first {
    case "--version":
      try Output.result("qkv \(version)\n")
      return ExitStatus.success
    case "--help", "-h":
      try Output.result(Usage.overview)
      return ExitStatus.success
    case .some(let name):
      if let command = Command.named(name) { return try command.run(Array(words.dropFirst())) }
      return try NotebookCommand.command.run(words)
    case nil:
      return try NotebookCommand.command.run(words)
    }
  }
}
