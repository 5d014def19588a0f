import CellLanguage
import Testing

@testable import Notebook

/// A little notebook whose entries are asked about.
struct Explained {
  let session: Session

  /// - Parameter program: a cell a line.
  init(_ program: String) throws {
    try self.init(cells: program.split(separator: "\n").map(String.init))
  }

  init(cells: [String]) throws {
    let text = """
      ---
      qkv: 1
      id: one
      title: One
      summary: One.
      minutes: 1
      ---

      ## One

      """ + cells.map { "```python {.qkv}\n\($0)\n```\n" }.joined()
    session = Session(lesson: try #require(LessonReader.read(text: text, name: "01-one.md").lesson))
  }

  /// The explain line of an entry.
  func line(_ name: String, _ position: [Int], width: Int = 78) -> String? {
    let id = session.panelID(forName: name)!
    return session.explain(id, at: position, width: width, ascii: false)?.text
  }

  func tree(_ name: String, _ position: [Int]) -> DerivationRows {
    let id = session.panelID(forName: name)!
    guard let tree = session.derivation(of: id, at: position) else {
      fatalError("\(name): \(session.panel(id).map { words($0.content) } ?? "no panel")")
    }
    return DerivationRows(session: session, tree: tree)
  }

  func reach(_ name: String, _ position: [Int]) -> DerivationRows {
    let id = session.panelID(forName: name)!
    return DerivationRows(session: session, tree: session.reach(of: id, at: position)!)
  }
}

/// A tree with the words of its lines.
struct DerivationRows {
  let session: Session
  var tree: Derivation

  private var writer: DerivationWriter {
    DerivationWriter(session, root: tree.rows[0].node, step: 0, ascii: false)
  }

  var count: Int { tree.rows.count }

  mutating func open(_ label: String) {
    guard let index = tree.rows.firstIndex(where: { writer.label($0.node).hasPrefix(label) }) else {
      Issue.record("there is no \(label)")
      return
    }
    tree.open(index)
  }

  mutating func openAll(upTo count: Int) {
    var index = 0
    while index < tree.rows.count, tree.rows.count < count {
      tree.open(index)
      index += 1
    }
  }

  struct Row: CustomStringConvertible {
    let node: DerivationNode
    let label: String
    let value: String?
    let working: String
    var description: String { "\(label) = \(value ?? "") | \(working)" }
  }

  /// Every row in ASCII, with room for all its numbers.
  var rows: [Row] {
    let writer = DerivationWriter(session, root: tree.rows[0].node, step: 0, ascii: true)
    return tree.rows.map { row in
      Row(
        node: row.node, label: writer.label(row.node), value: writer.value(row.node),
        working: writer.working(row.node, width: 200))
    }
  }

  func lines(opening labels: [String], width: Int = 60) -> [String] {
    var told = self
    for label in labels { told.open(label) }
    return told.tree.rows.map { row in
      let head = [writer.label(row.node), writer.value(row.node)].compactMap { $0 }
      let parts = [head.joined(separator: " = "), writer.working(row.node, width: width)]
      return String(repeating: "  ", count: row.depth)
        + (parts + [writer.note(row.node) ?? ""]).filter { !$0.isEmpty }.joined(separator: " | ")
    }
  }
}
