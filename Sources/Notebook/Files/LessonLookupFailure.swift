/// Why a lesson could not be found.
package enum LessonLookupFailure: Error, Hashable, Sendable {
  /// None of the places is a folder.
  case noFolder(tried: [String])
  case file(FileProblem)
  /// No lesson has this number, id or file name; the nearest id, where one is near.
  case unknown(String, near: String?)
}
