extension Bindings {
  /// Every key, by what it is for, with all that there is to say about it, as the manual lists them.
  package static var reference: [(title: String, rows: [(keys: String, help: String)])] {
    HelpSection.all(of: standard.rows, from: .lesson).map { section in
      (
        section.title,
        section.rows.map { row in
          var seen: Set<String> = []
          let sentences = row.bindings.map(\.help).filter { seen.insert($0).inserted }
          return (row.keys(ascii: true), sentences.joined(separator: " "))
        }
      )
    }
  }
}
