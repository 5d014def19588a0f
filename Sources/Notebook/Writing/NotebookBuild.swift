import CellLanguage

/// A lesson put together from the blocks of a notebook's file, and which part of it each block became.
///
/// What is wrong with the text isn't told here: `LessonReader` reads the whole.
struct NotebookBuild {
  struct Share {
    /// Nil for the head.
    let step: Int?
    /// Of the step's blocks.
    let blocks: Range<Int>
  }

  private(set) var lesson: Lesson
  /// For each block.
  private(set) var shares: [Share] = []

  private var steps: [Step] = []
  private var cells: [LessonCell] = []
  private var current: (title: [Inline], line: Int)?
  private var blocks: [Block] = []
  private var line = 1

  /// - Parameters:
  ///   - parts: which have been read.
  ///   - name: the file's.
  init(_ parts: [SourceBlock], name: String) {
    lesson = Lesson(
      number: nil, id: "", title: "", summary: "", needs: [], minutes: 0, steps: [], cells: [])
    for part in parts {
      // Read as they are made.
      if let reading = part.reading { add(part.kind, reading) }
    }
    endStep()
    let matter = parts.first?.reading?.matter ?? FrontMatter()
    let fallback = LessonReader.baseName(name)
    lesson = Lesson(
      number: LessonReader.number(of: name), id: matter.id.isEmpty ? fallback : matter.id,
      title: matter.title.isEmpty ? fallback : matter.title, summary: matter.summary,
      needs: matter.needs, minutes: matter.minutes, steps: steps, cells: cells)
  }

  private mutating func add(_ kind: BlockKind, _ reading: BlockReading) {
    if let title = reading.title {
      endStep()
      current = (title, reading.line)
    }
    let first = blocks.count
    let ids = Array(cells.count..<cells.count + reading.cells.count)
    for (id, cell) in zip(ids, reading.cells) {
      let program = cell.program.moved(by: line - reading.line)
      cells.append(LessonCell(id: id, program: program, options: cell.options))
    }
    line += reading.lineCount
    blocks += ids.isEmpty ? reading.blocks : reading.blocks.map { $0.renumbered(ids) }
    shares.append(
      Share(step: kind == .head ? nil : steps.count, blocks: first..<blocks.count))
  }

  // MARK: - Steps

  private mutating func endStep() {
    if let current {
      steps.append(Step(title: current.title, blocks: blocks, line: current.line))
    } else if !blocks.isEmpty {
      steps.append(Step(title: [], blocks: blocks, line: 1))
    }
    current = nil
    blocks = []
  }
}

extension Program {
  /// The same farther down in its file.
  fileprivate func moved(by lines: Int) -> Program {
    if lines == 0 { return self }
    return Program(
      source: Source(source.text, name: source.name, firstLine: source.firstLine + lines),
      statements: statements, options: options, diagnostics: diagnostics)
  }
}
