/// A notebook's text that isn't in its file yet.
package struct Draft: Hashable, Sendable {
  /// Bytes: a notebook has no more.
  package static let byteLimit = LessonReader.byteLimit
  /// Drafts of different files.
  static let countLimit = 50

  package let text: String
  /// `NotebookFile.base` of the file's text when it was begun.
  package let base: String

  package init(text: String, base: String) {
    self.text = text
    self.base = base
  }
}

extension Session {
  /// What would be lost of the notebook if it weren't kept; nil where its file holds it.
  package var draft: Draft? {
    guard isUnsaved, let file else { return nil }
    let text = markdown
    return text.utf8.count <= Draft.byteLimit
      ? Draft(text: text, base: draftBase ?? file.base) : nil
  }
}
