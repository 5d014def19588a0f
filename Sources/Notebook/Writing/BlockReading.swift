import CellLanguage

/// What a block of a notebook's file says by itself. Read once for each text that it has: an edit of one block costs no
/// reading of the others.
struct BlockReading: Sendable {
  /// Of the head.
  let matter: FrontMatter
  /// Of a heading.
  let title: [Inline]?
  /// Their cells are numbered from 0.
  let blocks: [Block]
  let cells: [LessonCell]
  /// Of its tasks.
  let ids: [String]
  /// The line it began on when it was read; lines put in above it since aren't counted.
  let line: Int
  let lineCount: Int
  /// What is wrong in it; the reader of the whole file may find more.
  let problems: [LessonProblem]

  init(_ kind: BlockKind, _ text: String, line: Int) {
    var lines = MarkdownLine.lines(of: text, firstNumber: line)[...]
    let problems = LessonReader.lineProblems(Array(lines), file: "")
    self.line = line
    lineCount = lines.count - 1
    var head = FrontMatterReader(file: "")
    var matter = FrontMatter()
    if kind == .head, let read = head.read(lines) { (matter, lines) = (read.matter, read.rest) }
    self.matter = matter
    var cutter = LessonCutter(lines, file: "", isInside: kind != .head)
    cutter.cut()
    var builder = LessonBuilder(file: "")
    for piece in cutter.pieces { builder.add(piece) }
    (title, blocks) = builder.endBlock()
    cells = builder.cells
    ids = builder.claimedIDs
    self.problems = problems + head.problems + cutter.problems + builder.problems
  }

  /// The text of the cell that it is, as it stands in the block's.
  var code: String? { cells.first?.source.text }
}

extension [SourceBlock] {
  /// Reads the blocks whose text hasn't been read.
  mutating func read() {
    var line = 1
    for index in indices {
      self[index].read(line: line)
      line += self[index].reading?.lineCount ?? 0
    }
  }

  /// Whether the reader of the whole file might find something wrong.
  var mayHaveProblems: Bool {
    var ids: Set<String> = []
    let readings = compactMap(\.reading)
    return readings.contains { !$0.problems.allSatisfy(\.isBearable) }
      || !readings.allSatisfy { $0.ids.allSatisfy { ids.insert($0).inserted } }
      || !contains { $0.kind == .heading }
      || reduce(0) { $0 + $1.text.utf8.count } > LessonReader.byteLimit
  }
}
