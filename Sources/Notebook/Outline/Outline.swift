/// What stands where in a lesson as it is shown.
struct Outline: Sendable {
  private(set) var steps: [[OutlineItem]] = []
  private var places: [BlockID: (step: Int, index: Int)] = [:]
  private var blocksOfCells: [CellID: BlockID] = [:]
  private var cellsOfBlocks: [BlockID: CellID] = [:]
  private var blocksOfTasks: [String: BlockID] = [:]

  mutating func beginStep() { steps.append([]) }

  /// Adds an item to the step that was begun last.
  ///
  /// - Parameter blocks: what it shows, which begins at an index of the step's blocks.
  mutating func add(
    _ id: BlockID, _ kind: BlockKind, _ blocks: [Block], at index: Int, isOwn: Bool
  ) {
    let step = steps.count - 1
    places[id] = (step, steps[step].count)
    steps[step].append(
      OutlineItem(id: id, kind: kind, blocks: index..<index + blocks.count, isOwn: isOwn))
    for block in blocks {
      for cell in block.cellIDs { blocksOfCells[cell] = id }
      if case .cell(let cell) = block { cellsOfBlocks[id] = cell }
      if let task = block.task { blocksOfTasks[task.id] = id }
    }
  }

  func place(of id: BlockID) -> (step: Int, item: OutlineItem)? {
    places[id].map { ($0.step, steps[$0.step][$0.index]) }
  }

  func block(of cell: CellID) -> BlockID? { blocksOfCells[cell] }
  func cell(of block: BlockID) -> CellID? { cellsOfBlocks[block] }
  func block(ofTask id: String) -> BlockID? { blocksOfTasks[id] }
}

extension Block {
  var kind: BlockKind {
    switch self {
    case .prose: .prose
    case .cell: .code
    case .listing: .listing
    case .pause: .pause
    case .note, .play: .note
    case .exercise, .quiz, .predict: .task
    }
  }
}

// MARK: - What a session shows

extension Session {
  /// What stands in a step, in text order; its heading first, where it has one.
  package func outline(ofStep step: Int) -> [OutlineItem] {
    outline.steps.indices.contains(step) ? outline.steps[step] : []
  }

  /// A block with the step it stands in; nil where it was deleted.
  package func item(_ id: BlockID) -> (step: Int, item: OutlineItem)? { outline.place(of: id) }

  package func step(of id: BlockID) -> Int? { outline.place(of: id)?.step }

  /// The block that a cell stands in; of a cell to start from it is the exercise.
  package func block(of cell: CellID) -> BlockID? { outline.block(of: cell) }

  package func block(ofTask id: String) -> BlockID? { outline.block(ofTask: id) }

  /// The cell that a block is; nil where it is none.
  package func cell(of block: BlockID) -> CellID? { outline.cell(of: block) }

  /// Whether a block may be written, moved and deleted.
  package func isOwn(_ block: BlockID) -> Bool { item(block)?.item.isOwn == true }

  /// Whether a cell is the reader's, or the author's of the notebook that is being written.
  package func isOwn(cell: CellID) -> Bool { ownCells.contains(cell) }
}
