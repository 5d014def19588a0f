/// Why progress can't be read or kept: which file, what is wrong, what to try.
package struct ProgressProblem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// There is no folder to keep it in.
    case noPlace
    /// Another program holds the lock; it may work a moment later.
    case busy
    /// What stands there is not to be touched: a newer version's, or no ordinary file.
    case untouchable
    case unreadable, unwritable
  }

  package let kind: Kind
  package let path: String
  package let message: String
  package let advice: String?

  package init(_ kind: Kind, path: String, _ message: String, advice: String? = nil) {
    self.kind = kind
    self.path = path
    self.message = message
    self.advice = advice
  }

  /// Why something couldn't be written, by the system's number.
  init(writing path: String, code: Int32) {
    let trouble = WritingTrouble(code)
    let advice =
      switch trouble.cure {
      case .room: "make room"
      case .anotherStart: "start qkv without it"
      case .anotherPlace, .anotherName: "set XDG_DATA_HOME to a folder that can be written"
      }
    self.init(.unwritable, path: path, trouble.message, advice: advice)
  }

  /// In one line: `/home/ann/.local/share/qkv: the disk is full; make room`.
  package var line: String {
    (path.isEmpty ? "" : path + ": ") + message + (advice.map { "; " + $0 } ?? "")
  }
}
