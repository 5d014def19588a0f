import CellLanguage
package import Notebook

/// Where what the reader does is kept.
package enum Keeping: Sendable {
  /// The reader wants nothing kept: the notebook begins afresh.
  case nothing
  case file(ProgressFile)
  /// There is no place for it.
  case nowhere(ProgressProblem)

  var write: Keeper.Write? {
    switch self {
    case .nothing: nil
    case .file(let file):
      { (changes, patience) throws(ProgressProblem) in
        try file.save(changes, patience: patience).document
      }
    case .nowhere(let problem): { (_, _) throws(ProgressProblem) in throw problem }
    }
  }

  /// Where what can be undone is kept; nil where it isn't.
  var histories: HistoryKeeper? {
    guard case .file(let file) = self else { return nil }
    let files = HistoryFile(file)
    return HistoryKeeper(
      load: { (lesson) throws(ProgressProblem) in try files.load(lesson) },
      save: { (text, lesson, patience) throws(ProgressProblem) in
        try files.save(text, of: lesson, patience: patience)
      })
  }
}

extension State {
  /// Says what is wrong with the config, behind what there is to say already.
  mutating func tell(_ complaint: String?) {
    guard let complaint else { return }
    let before = message.map { $0.text + " " } ?? ""
    message = .refusal(before + TextFilter.visible(complaint))
  }

  /// Takes up what was kept of all lessons, and tells what there is to say about it.
  ///
  /// What was kept of a lesson is compared with it when it is read whole: a pass that stands in the file is believed
  /// until then, unless the file isn't as it was written.
  ///
  /// - Parameter lesson: one that has been read already, on the shelf or not.
  /// - Returns: why nothing can be kept, which the reader has then been told.
  mutating func recall(from keeping: Keeping, with lesson: Lesson?) -> ProgressProblem? {
    do throws(ProgressProblem) {
      let note = try recall(from: keeping, reviewing: lesson)
      message = note.map { .refusal(TextFilter.visible($0)) }
      return nil
    } catch {
      message = Keeper.message(error)
      return error
    }
  }

  /// - Returns: what there is to say about the file.
  private mutating func recall(
    from keeping: Keeping, reviewing lesson: Lesson?
  ) throws(ProgressProblem) -> String? {
    switch keeping {
    case .nothing: return nil
    case .nowhere(let problem): throw problem
    case .file(let file):
      var contents = try file.load(patience: Keeper.patience)
      let doubtful = contents.document.unverified.subtracting(lesson.map { [$0.id] } ?? [])
      contents.document.review(in: shelf.read(doubtful) + (lesson.map { [$0] } ?? []))
      progress = contents.document.lessons
      latest = contents.document.last
      keptDrafts = contents.document.drafts
      draftFolder = file.folder
      takeSlot(contents.document.drafts, folder: file.folder)
      offer(notebooks: contents.document.notebooks)
      return contents.notes.first
    }
  }
}
