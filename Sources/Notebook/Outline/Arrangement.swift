/// What stands where in a session's text: all of it that can be undone, beside the texts of the cells.
enum Arrangement: Sendable {
  /// What a reader put between the blocks of a lesson, in text order.
  case reading([OwnBlock])
  /// The blocks of a notebook's file, which is the author's.
  case writing([SourceBlock])
}

extension Session {
  /// Whether the notebook itself is written here: every block of it is the author's, and goes into the file.
  package var isAuthoring: Bool { if case .writing = arrangement { true } else { false } }

  /// Makes the lesson as it is shown from where everything stands.
  ///
  /// - Parameter kept: cells whose text comes with the edit.
  /// - Returns: the other cells whose text that has changed.
  @discardableResult
  mutating func present(keeping kept: Set<CellID> = []) -> [CellID] {
    switch arrangement {
    case .reading(let own):
      presentReading(own)
      return []
    case .writing(let blocks): return presentWriting(blocks, keeping: kept)
    }
  }

  mutating func newBlock() -> BlockID {
    blockCount += 1
    return BlockID(number: blockCount - 1)
  }
}
