/// A cell or some prose that a reader put between the blocks of a lesson.
struct OwnBlock: Sendable {
  enum Content: Sendable {
    /// Its text is that of the session's cell.
    case code(CellID)
    case prose(OwnProse)
  }

  let id: BlockID
  /// The name under which it is kept, another in each notebook that adds one.
  let key: String
  var place: OwnPlace
  var content: Content

  var cell: CellID? { if case .code(let cell) = content { cell } else { nil } }
}

/// A gap between two blocks of the lesson.
///
/// An exercise keeps its checks right below what they are about: nothing comes between.
struct OwnPlace: Hashable, Comparable, Sendable {
  var step: Int
  /// How many of the step's blocks stand above.
  var above: Int

  static func < (left: OwnPlace, right: OwnPlace) -> Bool {
    (left.step, left.above) < (right.step, right.above)
  }
}

/// Markdown of the reader's.
struct OwnProse: Sendable {
  let text: String
  /// Paragraphs, lists and listings.
  let blocks: [Block]
}
