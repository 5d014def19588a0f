import CellLanguage

/// The bounds within which answers are computed: far beyond what an exercise needs, and soon reached by a loop that
/// doesn't end.
enum AnswerLimits {
  /// However long a solution takes.
  static let mostSteps = 50_000_000
  /// Random inputs that are tried in any case.
  static let sureTrials = 3

  static let limits: Limits = {
    var limits = Limits.standard
    limits.steps = 5_000_000
    limits.entries = 1_000_000
    limits.heldEntries = 4_000_000
    limits.listLength = 10_000
    limits.stringLength = 2_000
    return limits
  }()

  /// Where a solution takes long, other right answers may as well.
  static func limits(solutionSteps: Int) -> Limits {
    var limits = limits
    limits.steps = max(limits.steps, solutionSteps.multipliedReportingOverflow(by: 4).partialValue)
    limits.steps = min(limits.steps, mostSteps)
    return limits
  }
}
