/// The heads of a folder's lessons: what their ids, numbers and needs are proved against.
package struct LessonIndex: Sendable {
  package struct Entry: Sendable {
    /// The file's name without folders.
    package let name: String
    let realPath: String
    package let number: Int?
    package let id: String?
    let needs: [String]
  }

  package private(set) var entries: [Entry] = []

  /// No lessons at all.
  package init() {}

  /// All lessons of a folder that can be read; none where there is no folder.
  package init(of catalogue: LessonCatalogue) {
    for path in (try? catalogue.paths()) ?? [] {
      guard let text = try? LessonCatalogue.text(of: path) else { continue }
      add(path: path, text: text)
    }
  }

  /// Adds a lesson's file, unless it is there.
  package mutating func add(path: String, text: String) {
    let real = realPath(path)
    guard !entries.contains(where: { $0.realPath == real }) else { return }
    let head = LessonReader.frontMatter(of: text)
    let id = head.flatMap { $0.id.isEmpty ? nil : $0.id }
    entries.append(
      Entry(
        name: path.split(separator: "/").last.map(String.init) ?? path, realPath: real,
        number: LessonReader.number(of: path), id: id, needs: head?.needs ?? []))
  }

  func entry(_ id: String) -> Entry? { entries.first { $0.id == id } }

  /// The first number behind all that are taken.
  package var firstFreeNumber: Int { (entries.compactMap(\.number).max() ?? 0) + 1 }

  /// The ids from one lesson over what it needs back to it; nil where the way doesn't lead back.
  func circle(from start: String, through next: String) -> [String]? {
    var paths = [[start, next]]
    var seen: Set<String> = [next]
    while let path = paths.popLast() {
      for id in entry(path[path.count - 1])?.needs ?? [] {
        if id == start { return path + [start] }
        if seen.insert(id).inserted { paths.append(path + [id]) }
      }
    }
    return nil
  }
}
