/// Why a file can't be used: which one, where in it, and what is wrong.
package struct FileProblem: Error, Hashable, Sendable {
  package let path: String
  /// What is wrong, with the line or byte where there is one.
  package let message: String

  package init(path: String, _ message: String) {
    self.path = path
    self.message = message
  }
}
