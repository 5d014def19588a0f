/// What takes one edit back, or makes it again, as it is kept: by names, so that it fits a lesson that has changed since.
package struct KeptEdit: Hashable, Sendable {
  /// What is to define each name, by name; nil for the lesson's own text. See `EditKeys`.
  package var edits: [String: String?] = [:]
  /// The texts that cells of the reader's are to have, by the names under which these are kept.
  package var texts: [String: String] = [:]
  /// The reader's blocks that are to stand there; nil for those that aren't.
  package var own: [String: KeptBlock?] = [:]
  /// The name of the definition that the edit was about, or that under which a cell of the reader's is kept.
  package var about: String?
  /// The entry of it; nil where it was about more than one.
  package var position: [Int]?
  var deed: Change.Deed?

  package init() {}

  var isEmpty: Bool { edits.isEmpty && texts.isEmpty && own.isEmpty }
}

/// The state of a lesson that was pinned.
package struct KeptPin: Hashable, Sendable {
  package var edits: [String: String] = [:]
  /// Of the reader's own cells that there were.
  package var texts: [String: String] = [:]

  package init() {}
}

/// What can be undone and redone in a lesson when it is opened the next time, and what was pinned.
package struct KeptHistory: Hashable, Sendable {
  /// The last is undone first.
  package var undo: [KeptEdit] = []
  /// The last is made again first.
  package var redo: [KeptEdit] = []
  package var pin: KeptPin?

  /// So many edits are kept of a lesson, in so many bytes: the newest.
  package static let countLimit = 1000
  static let undoBytes = 96 << 10
  static let redoBytes = 32 << 10
  static let pinBytes = 32 << 10
  /// More is neither read nor written.
  package static let byteLimit = 512 << 10
  /// The form of JSON that is written; a newer one is not touched.
  static let version = 1

  package init() {}
}
