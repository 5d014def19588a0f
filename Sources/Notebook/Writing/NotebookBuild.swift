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
    /// Of the lesson's cells.
    let cells: Range<Int>
  }

  let lesson: Lesson
  /// For each block.
  let shares: [Share]

  /// - Parameter name: the file's.
  init(_ parts: [(kind: BlockKind, text: String)], name: String) {
    var builder = LessonBuilder(file: TextFilter.visible(name))
    var matter = FrontMatter()
    var shares: [Share] = []
    var line = 1
    for (kind, text) in parts {
      var lines = MarkdownLine.lines(of: text, firstNumber: line)[...]
      line += SourceText.lineCount(of: text)
      let (blocks, cells) = (builder.openBlocks.count, builder.cells.count)
      if kind == .head {
        var head = FrontMatterReader(file: "")
        if let read = head.read(lines) { (matter, lines) = (read.matter, read.rest) }
      }
      var cutter = LessonCutter(lines, file: "")
      cutter.cut()
      for piece in cutter.pieces { builder.add(piece) }
      let count = builder.openBlocks.count
      shares.append(
        Share(
          step: kind == .head ? nil : builder.stepCount,
          blocks: (kind == .heading ? 0 : min(blocks, count))..<count,
          cells: cells..<builder.cells.count))
    }
    builder.finish()
    lesson = builder.lesson(
      matter, number: LessonReader.number(of: name), fallback: LessonReader.baseName(name))
    self.shares = shares
  }
}
