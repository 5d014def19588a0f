import CellLanguage

/// The bounds within which answers are computed: far beyond what an exercise needs, and soon reached by a loop that
/// doesn't end.
enum AnswerLimits {
  /// What all random inputs of an exercise may take together; then no more than a few are tried.
  static let stepsOfAll = 20_000_000
  /// Random inputs that are tried in any case.
  static let sureTrials = 3

  static let limits: Limits = {
    var limits = Limits.standard
    limits.steps = 10_000_000
    limits.entries = 1_000_000
    limits.heldEntries = 2_000_000
    limits.listLength = 100_000
    return limits
  }()
}
