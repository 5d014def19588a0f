import CellLanguage

/// What is said of names in a hand-in that no lesson has.
enum GradebookNotes {
  static func shown(_ id: String) -> String {
    let shown = id.unicodeScalars.prefix(64)
    return "'" + String(shown) + (shown.endIndex < id.unicodeScalars.endIndex ? "…'" : "'")
  }

  static func unknown(_ what: String, _ id: String, known: [String]) -> String {
    let near = NearNames.nearest(to: id, in: known).first
    return "unknown \(what) \(shown(id)) ignored" + (near.map { "; did you mean \($0)?" } ?? "")
  }

  /// A hand-in full of names doesn't fill a report.
  static func few<Item>(_ items: [Item], _ note: (Item) -> String) -> [String] {
    let limit = 10
    let few = items.prefix(limit).map(note)
    return items.count <= limit ? few : few + ["and \(items.count - limit) more of the kind"]
  }
}
