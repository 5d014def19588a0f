import CellLanguage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The file that keeps progress. Every reader finds it whole, and two writers lose nothing of each other's.
///
/// A writer takes a lock, reads the file anew, applies what it has to add, writes that beside the file, syncs and moves it
/// into place. A link is followed, and all of this happens beside the file that it leads to.
package struct ProgressFile: Hashable, Sendable {
  package let folder: String
  /// `progress.json` in the folder.
  package let path: String

  package init(folder: String) {
    self.folder = folder
    path = folder + "/progress.json"
  }

  /// The file by the environment's `XDG_DATA_HOME` and `HOME`.
  package init(dataHome: String?, home: String?) throws(ProgressProblem) {
    self.init(folder: try DataFolder.path(dataHome: dataHome, home: home))
  }

  /// What was read, and what there is to say about it.
  package struct Contents: Hashable, Sendable {
    package var document = ProgressDocument()
    /// Lines for the reader: what was left out, or set aside.
    package var notes: [String] = []

    package init(document: ProgressDocument = ProgressDocument(), notes: [String] = []) {
      self.document = document
      self.notes = notes
    }
  }

  /// How long a writer waits for others.
  package static let patience: Duration = .seconds(2)

  // MARK: - Reading and writing

  /// What is kept; nothing where there is no file yet. What is damaged is set aside under another name.
  package func load(patience: Duration = Self.patience) throws(ProgressProblem) -> Contents {
    switch try standing(at: try target()) {
    case .missing: return Contents()
    case .whole(let document): return Contents(document: document)
    case .flawed, .damaged: break
    }
    // Only who holds the lock moves files; by then another may have done it.
    do throws(ProgressProblem) {
      return try locked(patience) { (target) throws(ProgressProblem) in try mended(target) }
    } catch {
      return try unmended(because: error)
    }
  }

  /// Adds changes to what is kept, and gives what is kept then.
  @discardableResult
  package func save(
    _ changes: [ProgressChange], patience: Duration = Self.patience
  ) throws(ProgressProblem) -> Contents {
    try update(patience: patience) { $0.apply(changes) }
  }

  /// Changes what is kept, as it is by now.
  @discardableResult
  package func update(
    patience: Duration = Self.patience, _ change: (inout ProgressDocument) -> Void
  ) throws(ProgressProblem) -> Contents {
    try DataFolder.make(folder)
    return try locked(patience) { (target) throws(ProgressProblem) in
      var contents = try mended(target)
      let before = contents.document
      change(&contents.document)
      if contents.document != before { try write(contents.document, to: target) }
      return contents
    }
  }

  private func write(_ document: ProgressDocument, to target: String) throws(ProgressProblem) {
    let bytes = Array(document.text.utf8)
    guard bytes.count <= ProgressDocument.byteLimit else {
      throw ProgressProblem(
        .unwritable, path: path, "with this it would be larger than \(Self.limit)",
        advice: "qkv progress --reset LESSON makes room")
    }
    try ReplacedFile.write(bytes, to: target)
  }

  private static let limit = "\(ProgressDocument.byteLimit >> 20) MiB"

  /// Does something while no other writer does, to the file that the name leads to.
  private func locked<Result>(
    _ patience: Duration, _ body: (String) throws(ProgressProblem) -> Result
  ) throws(ProgressProblem) -> Result {
    let target = try target()
    let lock = try FileLock(ReplacedFile.folder(of: target) + "/progress.lock", patience: patience)
    defer { lock.release() }
    return try body(try self.target())
  }
}

// MARK: - What stands there

extension ProgressFile {
  private enum Standing {
    case missing
    case whole(ProgressDocument)
    /// Parts of it can't be what was written.
    case flawed(ProgressDocument, notes: [String])
    case damaged(String)
  }

  /// The file itself, where the name is a link.
  private func target() throws(ProgressProblem) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    var status = stat()
    guard errno == ENOENT, lstat(path, &status) == 0 else { return path }
    throw ProgressProblem(
      .untouchable, path: path, "this is a link that leads nowhere", advice: "remove it")
  }

  private func standing(at target: String) throws(ProgressProblem) -> Standing {
    var status = stat()
    guard stat(target, &status) == 0 else {
      if errno == ENOENT { return .missing }
      // The words of who would write there.
      if errno == ENOTDIR { throw ProgressProblem(writing: folder, code: ENOTDIR) }
      throw ProgressProblem(.unreadable, path: path, String(cString: strerror(errno)))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw ProgressProblem(
        .untouchable, path: path, "this is no ordinary file", advice: "move it away")
    }
    guard status.st_size <= ProgressDocument.byteLimit else {
      return .damaged("it is larger than \(Self.limit)")
    }
    let bytes: [UInt8]
    do throws(FileProblem) {
      bytes = try BoundedFile.read(target, limit: ProgressDocument.byteLimit)
    } catch {
      // It was moved away while we looked.
      if access(target, F_OK) != 0 { return .missing }
      throw ProgressProblem(.unreadable, path: path, error.message)
    }
    return try standing(of: bytes)
  }

  private func standing(of bytes: [UInt8]) throws(ProgressProblem) -> Standing {
    do throws(ProgressReadingProblem) {
      let (document, notes) = try ProgressDocument.read(bytes)
      return document.unverified.isEmpty && notes.isEmpty
        ? .whole(document) : .flawed(document, notes: notes)
    } catch {
      switch error {
      case .damaged(let message): return .damaged(message)
      case .newer:
        throw ProgressProblem(
          .untouchable, path: path, error.message, advice: "it is left alone: use the newer qkv")
      }
    }
  }
}

extension ProgressFile {
  /// What stands there, in a few words; nothing is moved or written.
  package var state: String {
    do throws(ProgressProblem) {
      switch try standing(at: try target()) {
      case .missing: return "nothing kept yet"
      case .whole(let document):
        let count = document.lessons.count
        return count == 1 ? "1 lesson kept" : "\(count) lessons kept"
      case .flawed: return "damaged in parts, or changed by another program"
      case .damaged(let message): return "damaged: \(message)"
      }
    } catch {
      return error.message
    }
  }
}

// MARK: - Damage

extension ProgressFile {
  /// What is kept, whatever is damaged set aside; only for who holds the lock.
  private func mended(_ target: String) throws(ProgressProblem) -> Contents {
    switch try standing(at: target) {
    case .missing: return Contents()
    case .whole(let document): return Contents(document: document)
    case .damaged(let message):
      let name = try SetAside.move(target)
      return Contents(notes: ["\(path) was damaged (\(message)); it is kept as \(name)"])
    case .flawed(let document, let notes):
      let name = try SetAside.copy(target)
      try write(document, to: target)
      return Contents(document: document, notes: ["\(Self.flaw(path)); a copy is \(name)"] + notes)
    }
  }

  /// The readable part of what can't be set aside; it won't be written over either.
  private func unmended(because problem: ProgressProblem) throws(ProgressProblem) -> Contents {
    switch try standing(at: try target()) {
    case .missing: return Contents()
    case .whole(let document): return Contents(document: document)
    case .flawed(let document, let notes):
      return Contents(document: document, notes: [Self.flaw(path)] + notes)
    case .damaged(let message):
      throw ProgressProblem(
        .unreadable, path: path,
        "it is damaged (\(message)) and can't be set aside: \(problem.message)",
        advice: problem.advice)
    }
  }

  private static func flaw(_ path: String) -> String {
    "\(path) was damaged in parts, or changed by another program, so that answers are judged again"
  }
}
