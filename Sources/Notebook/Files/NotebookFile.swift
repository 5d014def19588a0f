import CellLanguage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A notebook's file as it was when it was read or written last.
package struct NotebookFile: Hashable, Sendable {
  /// As the author calls it.
  package let path: String
  /// The same without links, by which a draft is kept.
  package let target: String
  package let text: String
  /// Whether a byte order mark stands before the text; it stays there.
  private let hasMark: Bool
  /// Whether the file was changed by others since what is written here was begun: it isn't written over.
  package var isOthers = false

  /// Why it wasn't written.
  package enum Problem: Error, Hashable, Sendable {
    /// Somebody else wrote it since.
    case changed(String)
    case exists(String)
    case file(FileProblem)

    package var message: String {
      switch self {
      case .changed(let path): "\(path) was changed by another program since it was opened here"
      case .exists(let path): "\(path) is there already"
      case .file(let problem): "\(problem.path): \(problem.message)"
      }
    }

    package var advice: String {
      switch self {
      case .changed: "write yours under another name, as :write other.md, and compare the two"
      case .exists: "take another name"
      case .file(let problem):
        switch problem.cure {
        case .room: "make room, or write it elsewhere, as :write ~/\(name(of: problem.path))"
        case .anotherPlace: "write it elsewhere, as :write ~/\(name(of: problem.path))"
        case .anotherStart: "only a shorter text can be saved until qkv is started without it"
        case .anotherName, nil: "write it under another name, as :write other.md"
        }
      }
    }

    private func name(of path: String) -> String {
      let name = path.split(separator: "/").last.map(String.init) ?? ""
      return name.hasSuffix(".md") ? name : "other.md"
    }
  }

  /// Reads a file that is to be written.
  package init(reading path: String) throws(FileProblem) {
    let bytes = try BoundedFile.read(path, limit: LessonReader.byteLimit)
    self.init(path: path, text: try BoundedFile.text(of: bytes, path: path), bytes: bytes)
  }

  /// A file whose text is known.
  package init(path: String, text: String) {
    self.init(path: path, text: text, hasMark: false)
  }

  private init(path: String, text: String, bytes: [UInt8]) {
    self.path = path
    self.text = text
    target = Self.real(path)
    hasMark = bytes.starts(with: Self.mark)
  }

  private init(path: String, text: String, hasMark: Bool) {
    self.path = path
    self.text = text
    self.hasMark = hasMark
    target = Self.real(path)
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func real(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// The name without folders.
  package var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Stands for the text that a draft was begun from.
  package var base: String {
    var hash = FNV1a()
    hash.add(text)
    return hash.hexadecimal
  }

  /// Whether this user may write it.
  package static func mayBeWritten(_ path: String) -> Bool { access(path, W_OK) == 0 }

  /// Why this user can't write it, as `mine.md may not be written`; nil where they can.
  package static func obstacle(to path: String) -> String? {
    // One that isn't there can be made.
    guard access(path, W_OK) != 0, errno != ENOENT else { return nil }
    let words = WritingTrouble(errno).message
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return words.hasPrefix("this ") ? name + words.dropFirst("this".count) : "\(name): \(words)"
  }

  /// Whether it lies in a folder, links followed.
  package static func lies(_ path: String, in folder: String) -> Bool {
    real(path).hasPrefix(real(folder) + "/")
  }

  // MARK: - Writing

  /// Puts a text in the place of the file's, whole or not at all; where the file was changed meanwhile it is left alone.
  ///
  /// - Returns: the file as it is now.
  package func saving(_ text: String) throws(Problem) -> NotebookFile {
    // Of a file that is gone there is nothing to be lost.
    if access(path, F_OK) != 0, errno == ENOENT { return try saving(text, as: path) }
    if isOthers { throw .changed(path) }
    do throws(FileProblem) {
      let isOurs = try WrittenFile.replace(bytes(of: text), at: path, where: bytes(of: self.text))
      guard isOurs else { throw FileProblem(path: "", "") }
    } catch {
      throw error.path.isEmpty ? .changed(path) : .file(error)
    }
    return NotebookFile(path: path, text: text, hasMark: hasMark)
  }

  /// Writes a text into a file that isn't there yet.
  ///
  /// - Returns: that file.
  package func saving(_ text: String, as path: String) throws(Problem) -> NotebookFile {
    guard access(path, F_OK) != 0 else { throw .exists(path) }
    do throws(FileProblem) {
      try WrittenFile.create((hasMark ? "\u{FEFF}" : "") + text, at: path)
    } catch {
      throw .file(error)
    }
    return NotebookFile(path: path, text: text, hasMark: hasMark)
  }

  private func bytes(of text: String) -> [UInt8] { (hasMark ? Self.mark : []) + Array(text.utf8) }
}
