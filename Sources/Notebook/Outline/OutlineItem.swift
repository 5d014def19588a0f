/// Which block of a lesson, as long as a session lasts: what is deleted and brought back is the same.
package struct BlockID: Hashable, Sendable {
  let number: Int
}

package enum BlockKind: Hashable, Sendable {
  /// What stands above the first step of a notebook's file.
  case head
  /// A step's title.
  case heading
  case prose, code, listing
  /// An exercise, a quiz or a prediction, with all that belongs to it.
  case task
  case pause, note
}

/// One thing of a step that a reader can go to.
package struct OutlineItem: Hashable, Sendable {
  package let id: BlockID
  package let kind: BlockKind
  /// Which of the step's blocks it stands for: one piece of prose may be several paragraphs, a heading is none.
  package let blocks: Range<Int>
  /// Whether it may be written, moved and deleted here.
  package let isOwn: Bool

  package init(id: BlockID, kind: BlockKind, blocks: Range<Int>, isOwn: Bool) {
    self.id = id
    self.kind = kind
    self.blocks = blocks
    self.isOwn = isOwn
  }
}

/// Where something new is put.
package enum Insertion: Hashable, Sendable {
  case before(BlockID)
  case after(BlockID)
  case start(ofStep: Int)
  case end(ofStep: Int)
}
