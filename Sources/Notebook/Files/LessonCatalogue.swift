import CellLanguage

/// A lesson's file, read.
package struct LessonFile: Sendable {
  package let path: String
  package let lesson: Lesson?
  package let problems: [LessonProblem]
}

/// The lessons of a folder, and one of them by number, id or file.
package struct LessonCatalogue: Sendable {
  package let folder: LessonFolder

  package init(_ folder: LessonFolder) {
    self.folder = folder
  }

  /// Every lesson of the folder, in the order of the files' names.
  package func all() throws(LessonLookupFailure) -> [LessonFile] {
    let path = folder.path ?? ""
    var lessons: [LessonFile] = []
    for name in try folder.files() { lessons.append(try LessonCatalogue.read(path + "/" + name)) }
    return lessons
  }

  /// The lesson that a reader calls `6`, `06`, `weighted-sums`, `06-weighted-sums` or `notes/mine.md`.
  package func lesson(_ wanted: String) throws(LessonLookupFailure) -> LessonFile {
    if LessonCatalogue.isFile(wanted) { return try LessonCatalogue.read(wanted) }
    let heads = try heads()
    let number = Int(wanted)
    let found =
      heads.first { number != nil && LessonReader.number(of: $0.name) == number }
      ?? heads.first { $0.id == wanted } ?? heads.first { $0.name == wanted + ".md" }
    if let found { return try LessonCatalogue.read((folder.path ?? "") + "/" + found.name) }
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
    return try folder.files().map { (name) throws(LessonLookupFailure) in
      let text = try LessonCatalogue.text(of: path + "/" + name)
      return (name, LessonReader.frontMatter(of: text)?.id)
    }
  }

  private static func read(_ path: String) throws(LessonLookupFailure) -> LessonFile {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let (lesson, problems) = LessonReader.read(text: try text(of: path), name: name)
    return LessonFile(path: path, lesson: lesson, problems: problems)
  }

  private static func text(of path: String) throws(LessonLookupFailure) -> String {
    do throws(FileProblem) {
      return try BoundedFile.readText(path, limit: LessonReader.byteLimit)
    } catch {
      throw .file(error)
    }
  }
}
