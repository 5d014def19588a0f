/// How the program ended, for the shell. Beyond these it is 128 + n on signal n.
enum ExitStatus {
  static let success: Int32 = 0
  /// A program had an error.
  static let failed: Int32 = 1
  /// A lesson is invalid.
  static let invalidLesson: Int32 = 2
  /// Wrong usage (EX_USAGE).
  static let usage: Int32 = 64
  /// Unreadable input (EX_DATAERR).
  static let unreadable: Int32 = 65
  /// A fault of ours or of the place where results go or work is kept (EX_SOFTWARE).
  static let fault: Int32 = 70

  /// What each says, for the manual.
  static let meanings: [(status: String, meaning: String)] = [
    ("\(success)", "All is well, every check passed."),
    ("\(failed)", "A program had an error, a check failed or is open, a hand-in is refused."),
    ("\(invalidLesson)", "A lesson is invalid."),
    ("\(usage)", "Wrong usage."),
    ("\(unreadable)", "Unreadable input."),
    ("\(fault)", "A fault of the program, or of the place where results go or work is kept."),
    ("128+n", "Ended by signal n."),
  ]
}

/// Why a command stops before its work is done.
struct CommandFailure: Error, Hashable {
  let message: String
  /// What to try, on a line of its own.
  let advice: String?
  let status: Int32

  init(_ message: String, advice: String? = nil, status: Int32) {
    self.message = message
    self.advice = advice
    self.status = status
  }

  static func usage(_ message: String, advice: String? = nil) -> CommandFailure {
    CommandFailure(message, advice: advice, status: ExitStatus.usage)
  }
}
