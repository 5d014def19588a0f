import CellLanguage

/// A lesson's file, read.
package struct LessonFile: Sendable {
  package let path: String
  /// As it stands in the file.
  package let text: String
  package let lesson: Lesson?
  package let problems: [LessonProblem]
}

extension LessonFile {
  /// Reads the lesson that a file's text holds.
  package init(path: String, text: String) {
    let (lesson, problems) = LessonReader.read(text: text, name: LessonFile.name(of: path))
    // By its folder as well: each command names a file in the same way.
    let placed = problems.map { problem in
      LessonProblem(
        file: path, line: problem.line, message: problem.message, advice: problem.advice)
    }
    self.init(path: path, text: text, lesson: lesson, problems: placed)
  }

  /// The file's name without its folders.
  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// A file that can't be read as text, which is no lesson.
  package init(unreadable problem: FileProblem) {
    self.init(
      path: problem.path, text: "", lesson: nil, problems: [LessonProblem(unreadable: problem)])
  }
}

extension LessonProblem {
  init(unreadable problem: FileProblem) {
    self.init(
      file: problem.path, line: 1, message: problem.message,
      advice: "a lesson is a file of at most 1 MiB in UTF-8")
  }
}

/// The lessons of a folder, and one of them by number, id or file.
package struct LessonCatalogue: Sendable {
  package let folder: LessonFolder

  package init(_ folder: LessonFolder) {
    self.folder = folder
  }

  /// Every lesson of the folder, in the order of the files' names; what can't be read has its problem.
  package func all() throws(LessonLookupFailure) -> [LessonFile] {
    let path = folder.path ?? ""
    var lessons: [LessonFile] = []
    for name in try folder.files() {
      lessons.append(try LessonCatalogue.read(path + "/" + name, isOfFolder: true))
    }
    return lessons
  }

  /// The whole path of every lesson's file, in order.
  package func paths() throws(LessonLookupFailure) -> [String] {
    try folder.files().map { (folder.path ?? "") + "/" + $0 }
  }

  /// The lesson that a reader calls `6`, `06`, `weighted-sums`, `06-weighted-sums` or `notes/mine.md`.
  package func lesson(_ wanted: String) throws(LessonLookupFailure) -> LessonFile {
    return try LessonCatalogue.read(try path(of: wanted))
  }

  /// Where the lesson is that a reader calls so.
  package func path(of wanted: String) throws(LessonLookupFailure) -> String {
    if LessonCatalogue.isFile(wanted) { return wanted }
    // A number stands in the file's name: nothing need be read.
    if let number = Int(wanted),
      let path = try paths().first(where: { LessonReader.number(of: $0) == number })
    {
      return path
    }
    let heads = try heads()
    let found = heads.first { $0.id == wanted } ?? heads.first { $0.name == wanted + ".md" }
    if let found { return (folder.path ?? "") + "/" + found.name }
    let near = NearNames.nearest(to: wanted, in: heads.compactMap(\.id)).first
    throw .unknown(wanted, near: near)
  }

  /// The ids of the lessons, in order.
  package func ids() throws(LessonLookupFailure) -> [String] {
    try heads().compactMap(\.id)
  }

  /// A file is told from a number or an id by its path or its ending.
  package static func isFile(_ wanted: String) -> Bool {
    wanted.contains("/") || wanted.hasSuffix(".md")
  }

  /// The names of the files with the ids in their heads, nothing else of them read.
  private func heads() throws(LessonLookupFailure) -> [(name: String, id: String?)] {
    let path = folder.path ?? ""
    return try folder.files().map { name in
      // One that can't be read has a name and a number.
      let text = try? LessonCatalogue.text(of: path + "/" + name)
      return (name, text.flatMap { LessonReader.frontMatter(of: $0)?.id })
    }
  }

  private static func read(
    _ path: String, isOfFolder: Bool = false
  ) throws(LessonLookupFailure) -> LessonFile {
    do throws(FileProblem) {
      return LessonFile(
        path: path, text: try BoundedFile.readText(path, limit: LessonReader.byteLimit))
    } catch {
      guard isOfFolder else { throw .file(error) }
      return LessonFile(unreadable: error)
    }
  }

  package static func text(of path: String) throws(LessonLookupFailure) -> String {
    do throws(FileProblem) {
      return try BoundedFile.readText(path, limit: LessonReader.byteLimit)
    } catch {
      throw .file(error)
    }
  }
}
