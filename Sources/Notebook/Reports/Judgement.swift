/// What became of one answer, whoever gave it.
struct Judgement {
  let verdict: Verdict
  /// Nil where they weren't run.
  let hidden: TaskReport.Hidden?
}

extension Judgement {
  var status: TaskReport.Status {
    if verdict.refusal != nil { return .refused }
    if case .judged(let passed, let count)? = hidden, passed < count { return .failed }
    switch verdict.status {
    case .passed: return .passed
    case .failed: return .failed
    case .pending: return .pending
    }
  }
}

extension Answer {
  /// Whether nothing was entered.
  var isEmpty: Bool {
    switch self {
    case .edits(let edits): edits.isEmpty
    case .choices(let choices): choices.isEmpty
    case .guess(let text): text.allSatisfy(\.isWhitespace)
    }
  }

  var byteCount: Int {
    switch self {
    case .edits(let edits): edits.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
    case .choices(let choices): choices.count * 8
    case .guess(let text): text.utf8.count
    }
  }
}
