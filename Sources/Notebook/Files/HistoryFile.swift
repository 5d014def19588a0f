#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files that keep what can be undone in lessons and what was pinned, one for each lesson: `history/scaling.json`
/// beside the progress.
///
/// They stand apart from it, so that saving progress takes no longer the more was done, and damage to one of them costs
/// nothing else. Of two notebooks in the same lesson the last one to write wins.
package struct HistoryFile: Sendable {
  private let folder: String
  private let lock: String

  /// - Parameter folder: where the progress is kept.
  package init(folder: String) {
    self.folder = folder + "/history"
    lock = folder + "/progress.lock"
  }

  package init(_ progress: ProgressFile) { self.init(folder: progress.folder) }

  /// An id that is no name of a file, as a stranger's lesson may have, is named by its hash.
  package func path(of lesson: String) -> String {
    let isPlain = lesson.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
    }
    if isPlain, (1...100).contains(lesson.utf8.count) { return "\(folder)/\(lesson).json" }
    var hash = FNV1a()
    hash.add(lesson)
    return "\(folder)/_\(hash.hexadecimal).json"
  }

  /// What is kept of a lesson; nil where nothing is, or nothing that can be read.
  ///
  /// - Throws: that a newer version wrote it: it is left alone.
  package func load(_ lesson: String) throws(ProgressProblem) -> KeptHistory? {
    let path = path(of: lesson)
    guard let bytes = try? BoundedFile.read(path, limit: KeptHistory.byteLimit) else { return nil }
    do throws(ProgressReadingProblem) {
      return try KeptHistory.read(bytes, lesson: lesson)
    } catch {
      throw ProgressProblem(.untouchable, path: path, error.message)
    }
  }

  /// Keeps the text that `Session.historyText` gives.
  package func save(
    _ text: String, of lesson: String, patience: Duration = ProgressFile.patience
  ) throws(ProgressProblem) {
    try DataFolder.make(folder)
    let lock = try FileLock(lock, patience: patience)
    defer { lock.release() }
    try ReplacedFile.write(Array(text.utf8), to: path(of: lesson))
  }

  /// Forgets what is kept of lessons.
  package func remove(_ lessons: some Sequence<String>) {
    for lesson in lessons { unlink(path(of: lesson)) }
  }
}
