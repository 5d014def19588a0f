import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// The keys of a line of the help.
@Suite struct HelpKeysTests {
  private func keys(_ brief: String, _ config: String = "") -> String? {
    let settings = Settings(config: Array("[keys]\n\(config)\n".utf8))
    let rows = HelpSection.all(of: settings.options.bindings.rows, from: .lesson).flatMap(\.rows)
    return rows.first { $0.brief.hasPrefix(brief) }?.keys(ascii: false)
  }

  @Test(arguments: [
    ("next, previous step", "", "n b"),
    ("next, previous step", "next-step = F8 w", "F8 w, b"),
    ("next, previous step", "next-step = none", ":next step b"),
    ("next, previous step", "next-step = F8 w\nprevious-step = F7 z", "F8 F7 w z"),
    ("pin, unpin", "", "p"), ("pin, unpin", "pin = none", ":pin"),
    ("from entry to entry", "", "←↓↑→ hjkl"),
    ("undo, redo", "redo = Ctrl-R U", "u, Ctrl-R U"),
    ("read on, read back", "", "PgDn Space, PgUp"),
  ])
  func ofALine(_ brief: String, _ config: String, _ expected: String) {
    #expect(keys(brief, config) == expected)
  }
}
