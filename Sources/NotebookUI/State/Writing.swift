package import CellLanguage
package import Notebook

/// A cell, prose or a title that is being written and doesn't stand in the lesson yet.
package struct Writing: Sendable {
  package enum Target: Hashable, Sendable {
    case new(BlockKind, Insertion)
    case old(BlockID, BlockKind)
  }

  package internal(set) var target: Target
  package internal(set) var editor: TextEditor
  /// What it was written over.
  let original: String
  /// Whether what was thrown away before can be taken back.
  private(set) var offersThrown = false
  /// What was wrong when it was last to be kept; its ranges count in the text.
  package internal(set) var problem: Diagnostic?
  /// Set while names are gone through to complete one.
  var completing: Completing?
  /// Whether it was to be left with something written: the next key says what becomes of that.
  package internal(set) var isLeaving = false
  /// What the cell would give.
  var preview: Preview?
  /// What the text would become.
  var trial: ProseTrial?
  /// Whether the text as it will be seen is hidden; where it has no room beside the text, whether it stands in its place.
  var isPreviewTurned = false
  /// Rows out of view above.
  var scroll = 0

  /// - Parameter original: what stands there now, where it isn't the text to begin with.
  init(_ target: Target, text: String = "", over original: String? = nil) {
    self.target = target
    self.original = original ?? text
    let kind: TextEditor.Kind =
      switch target.kind {
      case .code: .code
      case .heading: .line
      default: .prose
      }
    editor = TextEditor(text, kind: kind)
  }

  /// Begins with what was thrown away there within reach.
  mutating func offer(_ thrown: ThrownText?) {
    guard let thrown, thrown.target.isLike(target) else { return }
    editor.offer(thrown.text)
    offersThrown = true
  }

  package var kind: BlockKind { target.kind }

  var isChanged: Bool { editor.text != original }
}

extension Writing.Target {
  var kind: BlockKind {
    switch self {
    case .new(let kind, _), .old(_, let kind): kind
    }
  }

  /// Whether what was meant for one may be meant for the other.
  func isLike(_ other: Self) -> Bool {
    switch (self, other) {
    case (.new(let kind, _), .new(let other, _)): kind == other
    case (.old(let block, _), .old(let other, _)): block == other
    case (.new, .old), (.old, .new): false
    }
  }
}

/// What was written and thrown away last.
struct ThrownText: Sendable {
  let target: Writing.Target
  let text: String
}

extension BlockKind {
  /// `a cell`, as messages name it.
  var words: String {
    switch self {
    case .head: "the head"
    case .heading: "the title"
    case .prose: "the text"
    case .code: "the cell"
    case .listing: "the listing"
    case .task: "the task"
    case .pause: "the pause"
    case .note: "the note"
    }
  }
}
