package import CellLanguage

/// What a session knows of the file that it writes.
struct Writing: Sendable {
  var file: NotebookFile
  /// The text that the file's cells have, by their ids, as long as the blocks are the file's.
  var savedCells: [CellID: String] = [:]
  /// Whether the blocks, apart from what was changed in cells since, are the file's.
  var hasSavedBlocks = true
  var isUnsaved = false
  /// `NotebookFile.base` of the text that was begun with, where it is another than the file's now.
  var draftBase: String?
}

extension Session {
  /// A notebook to be written.
  ///
  /// A draft whose file was changed by others since is shown all the same, and isn't written over that file.
  ///
  /// - Parameters:
  ///   - draft: what wasn't saved when it was left.
  ///   - progress: what was kept of its tasks.
  /// - Returns: no session where the text has a problem that can't be shown in its place.
  package static func writing(
    _ file: NotebookFile, draft: Draft? = nil, progress: LessonProgress? = nil,
    limits: Limits = .standard
  ) -> (session: Session?, problems: [LessonProblem]) {
    if let draft, draft.text.utf8.elementsEqual(file.text.utf8) == false {
      let (lesson, problems) = LessonReader.read(text: draft.text, name: file.name)
      if let lesson, problems.allSatisfy(\.isBearable) {
        var file = file
        file.isOthers = draft.base != file.base
        var session = Session(
          file, text: draft.text, lesson: lesson, progress: progress, limits: limits)
        if file.isOthers { session.writing?.draftBase = draft.base }
        return (session, [])
      }
    }
    let (lesson, problems) = LessonReader.read(text: file.text, name: file.name)
    guard let lesson, problems.allSatisfy(\.isBearable) else { return (nil, problems) }
    let session = Session(
      file, text: file.text, lesson: lesson, progress: progress, limits: limits)
    return (session, [])
  }

  private init(
    _ file: NotebookFile, text: String, lesson: Lesson, progress: LessonProgress?, limits: Limits
  ) {
    let empty = Lesson(
      number: lesson.number, id: lesson.id, title: lesson.title, summary: lesson.summary,
      needs: lesson.needs, minutes: lesson.minutes, steps: [], cells: [])
    self.init(lesson: empty, limits: limits)
    writing = Writing(file: file)
    var blocks = SourceCutter(text, isHead: true).parts.map {
      SourceBlock(id: newBlock(), kind: $0.kind, text: $0.text)
    }
    blocks.read()
    assignCells(to: &blocks)
    _ = replace([], arrangement: .writing(blocks), panel: .nowhere)
    history = History()
    noteCells(blocks)
    if let progress { restore(progress) }
  }

  /// Gives the cells of blocks, which have been read, ids: those that they have, as far as they reach, and new ones.
  mutating func assignCells(to blocks: inout [SourceBlock]) {
    for index in blocks.indices {
      let count = blocks[index].reading?.cells.count ?? 0
      while blocks[index].cells.count < count { blocks[index].cells.append(addCell()) }
      blocks[index].cells.removeLast(blocks[index].cells.count - count)
    }
  }

  var fileName: String { writing?.file.name ?? "" }

  var draftBase: String? { writing?.draftBase }

  // MARK: - Whether it is saved

  /// Whether the notebook differs from what its file holds.
  package var isUnsaved: Bool { writing?.isUnsaved ?? false }

  /// The file that is written; nil in a lesson that is read.
  package var file: NotebookFile? { writing?.file }

  /// Takes note that the file holds the notebook as it is now.
  package mutating func noteSaved(_ file: NotebookFile) {
    guard case .writing(let blocks) = arrangement else { return }
    writing?.file = file
    writing?.draftBase = nil
    let synced = synced(blocks)
    arrangement = .writing(synced)
    noteCells(synced)
  }

  private mutating func noteCells(_ blocks: [SourceBlock]) {
    let saved = blocks.filter { $0.kind == .code }.flatMap(\.cells)
      .map { ($0, cells[$0].source.text) }
    writing?.savedCells = Dictionary(uniqueKeysWithValues: saved)
    reviewSaved()
  }

  /// Finds out anew whether the file holds the notebook.
  mutating func reviewSaved() {
    guard let writing, case .writing(let blocks) = arrangement else { return }
    let text = blocks.map(\.text).joined()
    self.writing?.hasSavedBlocks = text.utf8.elementsEqual(writing.file.text.utf8)
    reviewCells()
  }

  /// The same where the blocks are as they were.
  mutating func reviewCells() {
    guard let writing else { return }
    let isUnsaved =
      writing.hasSavedBlocks
      ? ownCells.contains { cells[$0].source.text != writing.savedCells[$0] }
      : !markdown.utf8.elementsEqual(writing.file.text.utf8)
    self.writing?.isUnsaved = isUnsaved
  }
}
