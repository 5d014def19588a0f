#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where one of several notebooks that write the same file keeps its draft, so that none takes the place of another's.
///
/// Each holds a lock, which falls when its process ends; a draft whose lock is free is one that was left behind.
package struct NotebookSlot {
  /// More at once share the last.
  private static let count = 9

  /// Under which the draft is kept: the file's whole path, with a number behind it for all but the first.
  package let key: String
  /// Whether another notebook writes the file too.
  package let isShared: Bool
  /// How many other drafts of the file were left behind.
  package let waiting: Int
  private let lock: FileLock?

  /// Takes the first free slot that has a draft, else the first free one.
  ///
  /// - Parameters:
  ///   - target: the file's whole path.
  ///   - drafts: all that are kept.
  ///   - folder: of the progress.
  package init(for target: String, drafts: [String: Draft], folder: String) {
    var hash = FNV1a()
    hash.add(target)
    let path = { (number: Int) in "\(folder)/writing/\(hash.hexadecimal)-\(number).lock" }
    try? DataFolder.make(folder + "/writing")
    let keys = (1...Self.count).map { $0 == 1 ? target : "\(target) (\($0))" }
    // A lock that is nowhere to be seen is nobody's.
    let isBusy = (1...Self.count).map { access(path($0), F_OK) == 0 && Self.isHeld(path($0)) }
    let free = keys.indices.filter { !isBusy[$0] }
    let left = free.filter { drafts[keys[$0]] != nil }
    let chosen = left.first ?? free.first ?? keys.count - 1
    key = keys[chosen]
    isShared = isBusy.contains(true)
    waiting = left.count { $0 != chosen }
    lock = try? FileLock(path(chosen + 1), patience: .zero)
  }

  private static func isHeld(_ path: String) -> Bool {
    guard let lock = try? FileLock(path, patience: .zero) else { return true }
    lock.release()
    return false
  }

  /// Gives the slot free, as the end of the process does.
  package func release() { lock?.release() }
}
