/// One command: what help, usage and the reading of its arguments rest on.
struct Command: Sendable {
  let name: String
  /// What follows the name in its usage, apart from flags.
  let operands: String
  /// What it does, in a line.
  let summary: String
  /// The rest of its help, line by line.
  let details: [String]
  let options: [Option]
  /// Does it, and gives the exit status.
  let run: @Sendable (Arguments) throws(CommandFailure) -> Int32

  init(
    _ name: String, operands: String = "", _ summary: String, details: [String] = [],
    options: [Option] = [], run: @escaping @Sendable (Arguments) throws(CommandFailure) -> Int32
  ) {
    self.name = name
    self.operands = operands
    self.summary = summary
    self.details = details
    self.options = options
    self.run = run
  }

  /// Every command, in the order of the help.
  static let all = [
    demo, notes, list, show, eval, check, submit, grade, export, verify, new, progress, info,
    completions,
    help,
  ]

  static func named(_ name: String) -> Command? {
    all.first { $0.name == name }
  }

  /// Reads the words behind the name and does what they say.
  func run(_ words: [String]) throws(CommandFailure) -> Int32 {
    let arguments = try Arguments(words, options: options + [.help])
    if arguments.has(.help) {
      try Output.result(Usage.of(self))
      return ExitStatus.success
    }
    return try run(arguments)
  }
}
