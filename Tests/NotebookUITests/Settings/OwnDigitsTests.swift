import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// The decimals that a reader chose hold in cells of their own too, whatever is done to them.
@Suite struct OwnDigitsTests {
  private static let size = Size(width: 80, height: 24)
  private static let options = DisplayOptions(digits: 4)

  private func reading(_ keys: String) -> [String] {
    var state = State(
      size: Self.size, shelf: Shelf(lessons: [Sample.tasks]), options: Self.options, ascii: false)
    state.open(Sample.tasks)
    return state.rows(after: keys)
  }

  private func writing(_ keys: String) throws -> [String] {
    let file = NotebookFile(path: "mine.md", text: OwnNotebook.head + OwnNotebook.body)
    let lesson = try #require(LessonReader.read(text: file.text, name: file.name).lesson)
    var state = State(
      size: Self.size, shelf: Shelf(lessons: []), options: Self.options, ascii: false)
    state.take(file, of: lesson)
    state.open(lesson)
    return state.rows(after: keys)
  }

  /// Keys, and what is on the screen then.
  @Test(arguments: [
    ("ox = 1/3", "x = 0.3333"), ("ox = 1/3<C-s>", "x =[0.3333]"),
    ("ox = 1/3<C-s>c + 1<C-s>", "[1.3333]"), ("ox = 1/3<C-s>Du", "[0.3333]"),
    ("o#| digits: 1<Enter>x = 1/3<C-s>", "[0.3]"), ("ox = 1/3<C-s>>", "[0.33333]"),
  ])
  func theyHold(_ keys: String, _ text: String) throws {
    for rows in [reading(keys), try writing(keys)] {
      #expect(rows.contains { $0.contains(text) }, "\(rows.joined(separator: "\n"))")
    }
  }
}
