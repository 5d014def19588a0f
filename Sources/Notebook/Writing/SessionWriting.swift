import CellLanguage

/// A notebook of the author's, as it is shown and as it is written.
extension Session {
  /// The file's text, byte for byte what it was wherever nothing was changed.
  ///
  /// A cell that stands in an exercise is there to be tried out: what is entered there isn't written.
  package var markdown: String {
    guard case .writing(let blocks) = arrangement else { return "" }
    return synced(blocks).map(\.text).joined()
  }

  /// The blocks with the cells' texts as they are now.
  func synced(_ blocks: [SourceBlock]) -> [SourceBlock] {
    blocks.map { block in
      guard block.kind == .code, let cell = block.cells.first,
        block.reading?.code != cells[cell].source.text,
        let fenced = FencedText(block.text), fenced.content != cells[cell].source.text
      else { return block }
      var block = block
      block.text = fenced.text(with: cells[cell].source.text, lineEnd: lineEnd)
      return block
    }
  }

  var lineEnd: String { SourceText.lineEnd(of: writing?.file.text ?? "") }

  /// What stands above the first step: the head of the file, and its title.
  package var head: BlockID? {
    guard case .writing(let blocks) = arrangement else { return nil }
    return blocks.first { $0.kind == .head }?.id
  }

  func textToEdit(of block: SourceBlock) -> String {
    let body = String(SourceText(block.text).body)
    switch block.kind {
    case .code: return block.cells.first.map { cells[$0].source.text } ?? body
    case .heading:
      return Markdown.heading(MarkdownLine(body[...], number: 1)).map { String($0.text) } ?? body
    default: return OwnText.normal(body)
    }
  }

  // MARK: - As it is shown

  /// - Parameter kept: cells to start from whose text comes with the edit.
  /// - Returns: the cells whose text that has changed.
  mutating func presentWriting(_ blocks: [SourceBlock], keeping kept: Set<CellID>) -> [CellID] {
    var blocks = blocks
    blocks.read()
    let build = NotebookBuild(blocks, name: fileName)
    let ids = blocks.flatMap(\.cells)
    original = build.lesson.showing(digits: standardDigits)
    textVersion += 1
    ownCells = Set(blocks.filter { $0.kind == .code }.flatMap(\.cells))
    cellOrder = ids
    placedCells = Set(ids)
    let changed = takeTexts(ids, keeping: kept)
    lesson = original.renumbered(ids, cells: lesson.cells)
    editKeys = EditKeys(original.cells.map(\.program), ids: ids)
    makeOutline(of: blocks, build.shares)
    return changed
  }

  /// Takes the text of each cell from the file's, apart from what was entered into those of tasks.
  private mutating func takeTexts(_ ids: [CellID], keeping kept: Set<CellID>) -> [CellID] {
    var changed: [CellID] = []
    for (cell, id) in zip(original.cells, ids) {
      let isNew = lesson.cells[id].source.text != cell.source.text
      lesson.cells[id] = LessonCell(id: id, program: cell.program, options: cell.options)
      if ownCells.contains(id) || (isNew && !kept.contains(id)) {
        guard cells[id].source != cell.source else { continue }
        cells[id] = CellText(cell.program)
        changed.append(id)
      } else if cells[id].source.firstLine != cell.source.firstLine {
        cells[id] = CellText(cells[id].source.text, in: cell.source, limits: limits)
        changed.append(id)
      }
    }
    return changed
  }

  private mutating func makeOutline(of blocks: [SourceBlock], _ shares: [NotebookBuild.Share]) {
    outline = Outline()
    for (block, share) in zip(blocks, shares) {
      guard let step = share.step else { continue }
      while outline.steps.count <= step { outline.beginStep() }
      outline.add(
        block.id, block.kind, Array(lesson.steps[step].blocks[share.blocks]),
        at: share.blocks.lowerBound, isOwn: true)
    }
    while outline.steps.count < lesson.steps.count { outline.beginStep() }
  }
}

extension Lesson {
  /// The same with other ids for its cells.
  ///
  /// - Parameters:
  ///   - ids: for each of its cells.
  ///   - cells: by these ids.
  fileprivate func renumbered(_ ids: [CellID], cells: [LessonCell]) -> Lesson {
    var lesson = self
    lesson.cells = cells
    for step in steps.indices {
      lesson.steps[step].blocks = steps[step].blocks.map { $0.renumbered(ids) }
    }
    return lesson
  }
}

extension Block {
  /// With other ids for its cells, which are counted from 0.
  func renumbered(_ ids: [CellID]) -> Block {
    switch self {
    case .cell(let id): .cell(ids[id])
    case .exercise(let exercise): .exercise(exercise.renumbered(ids))
    default: self
    }
  }
}

extension Exercise {
  fileprivate func renumbered(_ ids: [CellID]) -> Exercise {
    Exercise(
      id: id, points: points, edits: edits, blocks: blocks.map { $0.renumbered(ids) },
      checks: checks, hints: hints, hintLines: hintLines, solutions: solutions,
      wrongAnswers: wrongAnswers, hiddenChecks: hiddenChecks, line: line)
  }
}
