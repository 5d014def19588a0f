/// The step that a task stands in: what readers see of it, who are never shown its id.
package struct TaskStep: Hashable, Sendable {
  /// Counted from 1.
  package let number: Int
  package let title: String

  package init(number: Int, title: String) {
    self.number = number
    self.title = title
  }

  /// `step 5, Shift the scores`
  var words: String { title.isEmpty ? "step \(number)" : "step \(number), \(title)" }
}

/// What became of one task in one hand-in.
package struct TaskReport: Hashable, Sendable {
  package enum Status: String, Hashable, Sendable {
    case passed, failed
    /// Something is still to fill in.
    case pending
    /// There is no answer to it.
    case missing
    /// There is an answer, and it isn't judged.
    case refused
  }

  /// Checks that a lesson doesn't show.
  package enum Hidden: Hashable, Sendable {
    /// They were run: how many hold, of how many. Nothing else of them is ever told.
    case judged(passed: Int, of: Int)
    /// They weren't.
    case remaining(Int)
  }

  package let id: String
  /// `exercise`, `quiz` or `prediction`.
  package let kind: String
  package let points: Int
  package let status: Status
  package let checks: [CheckResult]
  /// The reason why a known wrong answer is wrong, where this is one.
  package let because: String?
  /// Why the answer isn't judged.
  package let refusal: String?
  /// Nil where the task has none.
  package let hidden: Hidden?
  package let notes: [String]
  /// Where it stands in its lesson; nil where that isn't known.
  package let step: TaskStep?

  package init(
    id: String, kind: String, points: Int, status: Status, checks: [CheckResult] = [],
    because: String? = nil, refusal: String? = nil, hidden: Hidden? = nil, notes: [String] = [],
    step: TaskStep? = nil
  ) {
    self.step = step
    self.id = id
    self.kind = kind
    self.points = points
    self.status = status
    self.checks = checks
    self.because = because
    self.refusal = refusal
    self.hidden = hidden
    self.notes = notes
  }

  package var isPassed: Bool { status == .passed }
  /// All of its points where it is passed, else none.
  package var earned: Int { isPassed ? points : 0 }
}
