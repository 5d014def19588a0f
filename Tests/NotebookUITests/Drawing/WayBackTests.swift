import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// The footer says where the key leads that closes what is open.
@Suite struct WayBackTests {
  @Test(arguments: [
    ("?", "Esc back to the step"), ("e", "q back to the step"), ("e?", "Esc back to the tree"),
    ("o<F1>", "Esc back to the cell"), ("t<F1>", "Esc back to the text"),
    ("5<F1>", "Esc back to the number"), ("=<F1>", "Esc back to the formula"),
    (":<F1>", "Esc back to the commands"), ("/<F1>", "Esc back to the search"),
    ("y?", "Esc back to the text"),
  ])
  func inALesson(_ keys: String, _ words: String) {
    let row = after(keys, Sample.reading(at: "K[cat, y]")).draw().rows[23]
    #expect(row.contains(words), "\(row)")
  }

  @Test func inTheList() {
    let state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: Sample.shelf))
    #expect(after("?", state).draw().rows[23] == " Esc back to the lessons  ↑↓ scroll")
    #expect(after("/", state).draw().rows[23].contains("Esc back to the lessons"))
  }
}
