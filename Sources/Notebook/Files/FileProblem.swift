/// Why a file can't be used: which one, where in it, and what is wrong.
package struct FileProblem: Error, Hashable, Sendable {
  package let path: String
  /// What is wrong, with the line or byte where there is one.
  package let message: String
  /// What can help where it couldn't be written; nil where that isn't known.
  package let cure: WritingTrouble.Cure?
  /// Whether the file is there, and what it holds can't be taken.
  package let isOfContents: Bool

  static let missing = "there is no such file"

  /// Whether there is no file of this name.
  package var isMissing: Bool { message == Self.missing }

  package init(
    path: String, _ message: String, cure: WritingTrouble.Cure? = nil, isOfContents: Bool = false
  ) {
    self.path = path
    self.message = message
    self.cure = cure
    self.isOfContents = isOfContents
  }
}
