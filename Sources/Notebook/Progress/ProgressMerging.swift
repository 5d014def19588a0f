extension ProgressDocument {
  /// Applies what was done elsewhere since: different names and tasks are all kept, of the same the later wins.
  package mutating func apply(_ changes: [ProgressChange]) {
    for change in changes { apply(change) }
  }

  private mutating func apply(_ change: ProgressChange) {
    switch change {
    case .last(let id): last = id
    case .draft(let draft, let path): drafts[path] = draft
    case .notebook(let path):
      notebooks = Array(
        ([path] + notebooks.filter { $0 != path }).prefix(Self.notebookLimit))
    case .step(let step, let id): lessons[id, default: LessonProgress()].step = step
    case .edit(let text, let name, let id):
      lessons[id, default: LessonProgress()].edits[name] = text
    case .own(let block, let name, let id):
      lessons[id, default: LessonProgress()].own[name] = block
    case .attempt(let change, let task, let id):
      var lesson = lessons[id] ?? LessonProgress()
      let merged = change.merged(into: lesson.attempts[task] ?? Attempt(), edits: lesson.edits)
      lesson.attempts[task] = merged
      lessons[id] = lesson
    }
  }
}

extension AttemptChange {
  /// What was changed here is as here, the rest as there; hints seen and giving up stay.
  fileprivate func merged(into there: Attempt, edits: [String: String]) -> Attempt? {
    guard let after else { return before == Attempt() && there != Attempt() ? there.failed : nil }
    var merged = there
    if before.fingerprint != after.fingerprint { merged.fingerprint = after.fingerprint }
    if before.solved != after.solved { merged.solved = after.solved }
    if before.choices != after.choices { merged.choices = after.choices }
    if before.guess != after.guess { merged.guess = after.guess }
    merged.hints = max(there.hints, after.hints)
    merged.gaveUp = there.gaveUp || after.gaveUp
    if before.isPassed != after.isPassed || isAnswered { merged.isPassed = after.isPassed }
    // With what another notebook changed it is an answer that nobody has judged.
    if let answer, answer.contains(where: { edits[$0.key] != $0.value }) {
      merged.isPassed = false
    }
    // What solved it was judged, whatever was tried since.
    if merged.solved != nil && there.isPassed { merged.isPassed = true }
    return merged
  }

  private var isAnswered: Bool {
    answer != nil || before.choices != after?.choices || before.guess != after?.guess
  }
}

extension Attempt {
  fileprivate var failed: Attempt {
    var attempt = self
    attempt.isPassed = false
    return attempt
  }
}

// MARK: - Bringing in another document

extension ProgressDocument {
  /// Takes in another reader's, or another machine's, document: what only one of them has is kept, of the same the other's
  /// wins. No pass is believed before it is judged.
  package mutating func merge(_ other: ProgressDocument) {
    for (id, theirs) in other.lessons {
      var lesson = lessons[id] ?? LessonProgress()
      lesson.step = max(lesson.step, theirs.step)
      let isAnswerNew = lesson.edits.merging(theirs.edits) { $1 } != lesson.edits
      lesson.edits.merge(theirs.edits) { $1 }
      lesson.own.merge(theirs.own) { $1 }
      for task in lesson.attempts.keys where isAnswerNew { lesson.attempts[task]?.isPassed = false }
      for (task, attempt) in theirs.attempts {
        lesson.attempts[task] = lesson.attempts[task]?.merging(attempt) ?? attempt.failed
      }
      lessons[id] = lesson
      unverified.insert(id)
    }
    last = last ?? other.last
    drafts.merge(other.drafts) { ours, _ in ours }
    for (path, members) in other.unknown where unknown[path] == nil { unknown[path] = members }
  }
}

extension Attempt {
  fileprivate func merging(_ other: Attempt) -> Attempt {
    var merged = self
    if !other.fingerprint.isEmpty { merged.fingerprint = other.fingerprint }
    merged.solved = other.solved ?? solved
    merged.choices = other.choices ?? choices
    merged.guess = other.guess ?? guess
    merged.hints = max(hints, other.hints)
    merged.gaveUp = gaveUp || other.gaveUp
    merged.isPassed = isPassed && merged.choices == choices && merged.guess == guess
    return merged
  }
}
