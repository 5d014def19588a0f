import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// What is said to a quiz where the step leaves little room.
@Suite struct QuizLinesTests {
  /// A step with a column of so many numbers before the quiz, answered by both right options.
  private func answered(below rows: Int) -> [String] {
    let text = """
      ---
      qkv: 1
      id: a
      title: A
      ---
      ## One
      ```python {.qkv}
      W = ones((\(rows), 1))
      ```
      <!-- quiz: zero points=2 -->
      Which of these are 0?
      - [x] 1 - 1 — One less *one*.
      - [ ] 1 + 1 — That is 2.
      - [x] 0 · 7 — Nothing, seven times.
      <!-- end -->
      """
    let lesson = LessonReader.read(text: text, name: "a.md").lesson!
    var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: [lesson]))
    state.open(lesson)
    for event in keys("13<Enter>") { _ = state.update(event) }
    let rows = state.draw().rows
    let first = rows.firstIndex { $0.contains("Which") } ?? 0
    return Array(rows[first..<21].reversed().drop { $0.isEmpty }.reversed())
  }

  @Test func reasonsHaveLinesOfTheirOwn() {
    #expect(
      answered(below: 8) == [
        " Which of these are 0?",
        "   1 ✓ 1 - 1",
        "   2 ☐ 1 + 1",
        " ▸ 3 ✓ 0 · 7",
        "   ✓ Right · 2 points.",
        "   ✓ 1 is right. One less one.",
        "   ✓ 3 is right. Nothing, seven times.",
      ])
  }

  @Test func whereTheyDoNotFitTheyFollowOneAnother() {
    #expect(
      answered(below: 10) == [
        " Which of these are 0?",
        "   1 ✓ 1 - 1",
        "   2 ☐ 1 + 1",
        " ▸ 3 ✓ 0 · 7",
        "   ✓ Right · 2 points. 1: One less one. 3: Nothing, seven times.",
      ])
  }
}
