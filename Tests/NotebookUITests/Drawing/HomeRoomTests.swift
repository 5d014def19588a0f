import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// The list of the lessons at the sizes that people have: nothing is cut, whatever was solved.
@Suite struct HomeRoomTests {
  /// Title, summary, minutes, tasks: as those of the course.
  private static let course: [(title: String, summary: String, minutes: Int, tasks: Int)] = [
    ("The notebook, hands on", "Edit, undo, ask why. All of it on a 2×2.", 17, 6),
    (
      "From lookup to soft lookup",
      "Half a match counts. The answer is an average, weighted by likeness.", 18, 7
    ),
    (
      "Dot products measure likeness",
      "Multiply and add up. And a token need not like itself best.", 18, 7
    ),
    (
      "Softmax and temperature", "Weights from scores. Soft or sharp, they keep the order.", 17,
      7
    ),
    (
      "Why divide by √d",
      "Calm scores learn. More numbers make them louder, √d calms them.", 20, 9
    ),
    (
      "Weighted sums of values", "K leads, V answers. Together they give a blend of values.",
      19, 7
    ),
    (
      "Steering attention", "Say where it looks. From the answer you want back to the query.", 25,
      11
    ),
    (
      "Self-attention", "A text asks itself. Queries, keys and values come from its tokens.",
      20, 9
    ),
    (
      "The causal mask: GPT",
      "No reading ahead. Who writes the next word must not have read it.", 18, 7
    ),
    (
      "Padding and variable length: BERT",
      "Texts of any length. One block holds all, and blanks are guessed in it.", 21, 7
    ),
    (
      "Several heads", "Two looks at once. Several heads keep apart what each has seen.", 19, 7
    ),
    (
      "Order from positions", "Who came first? Attention can't tell, unless something says it.",
      20, 8
    ),
  ]

  private let lessons = Self.course.enumerated().compactMap { index, entry in
    let quizzes = (1...entry.tasks).map {
      "## Step\n<!-- quiz: q\($0) -->\nWhich?\n- [x] A.\n- [ ] B.\n<!-- end -->\n"
    }
    let needs = index == 0 ? "" : "l\(index)"
    return LessonReader.read(
      text: "---\nqkv: 1\nid: l\(index + 1)\ntitle: \"\(entry.title)\"\n"
        + "summary: \"\(entry.summary)\"\nneeds: [\(needs)]\nminutes: \(entry.minutes)\n---\n"
        + quizzes.joined(),
      name: (index < 9 ? "0" : "") + "\(index + 1)-l.md"
    ).lesson
  }

  /// Half solved, wholly solved, merely opened, not begun.
  private func progress(_ index: Int, of lesson: Lesson) -> LessonProgress? {
    guard index % 4 < 3 else { return nil }
    var kept = LessonProgress()
    kept.step = index % 4 == 2 ? 0 : 3
    let ids = lesson.tasks.map(\.id)
    for id in ids.prefix(index % 4 == 0 ? ids.count / 2 : index % 4 == 1 ? ids.count : 0) {
      kept.attempts[id] = Attempt()
      kept.attempts[id]?.isPassed = true
    }
    return kept
  }

  private func home(
    _ width: Int, _ height: Int, selected: Int = 2, count: Int = 12, ascii: Bool = false
  ) -> State {
    let some = (0..<count).map { lessons[$0 % lessons.count] }
    var state = State(
      size: Size(width: width, height: height), shelf: Shelf(lessons: some), ascii: ascii)
    for (index, lesson) in some.enumerated() {
      state.progress[lesson.id] = progress(index, of: lesson)
    }
    state.home.selected = selected
    return state
  }

  @Test func onASmallScreenEachHasItsFirstSentence() {
    #expect(
      home(80, 24).draw().rows == [
        " qkv  attention, in numbers that you can change          12 lessons, 3 h 52 min",
        "────────────────────────────────────────────────────────────────────────────────",
        "    1  The notebook, hands on              Edit, undo, ask why.   3/6 ✓  17 min",
        "    2  From lookup to soft lookup          Half a match counts.   7/7 ✓  18 min",
        " ▸  3  Dot products measure likeness       Multiply and add up.   0/7 ✓  18 min",
        "    4  Softmax and temperature             Weights from scores.          17 min",
        "    5  Why divide by √d                    Calm scores learn.     4/9 ✓  20 min",
        "    6  Weighted sums of values             K leads, V answers.    7/7 ✓  19 min",
        "    7  Steering attention                  Say where it looks.   0/11 ✓  25 min",
        "    8  Self-attention                      A text asks itself.           20 min",
        "    9  The causal mask: GPT                No reading ahead.      3/7 ✓  18 min",
        "   10  Padding and variable length: BERT   Texts of any length.   7/7 ✓  21 min",
        "   11  Several heads                       Two looks at once.     0/7 ✓  19 min",
        "   12  Order from positions                Who came first?               20 min",
        "",
        "",
        "",
        "",
        "",
        "",
        "────────────────────────────────────────────────────────────────────────────────",
        " Multiply and add up. And a token need not like itself best.",
        " 7 steps, builds on 2 From lookup to soft lookup",
        " ⏎ open  ↑↓ choose  q quit  / search  : commands                         ? help",
      ])
  }

  @Test func aNarrowerOneHasTitlesAlone() {
    #expect(
      home(60, 20).draw().rows == [
        " qkv  attention, in numbers that you can change",
        "────────────────────────────────────────────────────────────",
        "    1  The notebook, hands on                 3/6 ✓  17 min",
        "    2  From lookup to soft lookup             7/7 ✓  18 min",
        " ▸  3  Dot products measure likeness          0/7 ✓  18 min",
        "    4  Softmax and temperature                       17 min",
        "    5  Why divide by √d                       4/9 ✓  20 min",
        "    6  Weighted sums of values                7/7 ✓  19 min",
        "    7  Steering attention                    0/11 ✓  25 min",
        "    8  Self-attention                                20 min",
        "    9  The causal mask: GPT                   3/7 ✓  18 min",
        "   10  Padding and variable length: BERT      7/7 ✓  21 min",
        "   11  Several heads                          0/7 ✓  19 min",
        "   12  Order from positions                          20 min",
        "",
        "────────────────────────────────────────────────────────────",
        " Multiply and add up. And a token need not like itself",
        " best.",
        " 7 steps, builds on 2 From lookup to soft lookup",
        " ⏎ open  ↑↓ choose  q quit  / search  : commands     ? help",
      ])
  }

  @Test func theSmallestLeavesMinutesToTheChosenOne() {
    #expect(
      home(40, 12).draw().rows == [
        " qkv  attention, in numbers",
        "────────────────────────────────────────",
        "   1 The notebook, hands on         3/6",
        "   2 From lookup to soft lookup     7/7",
        " ▸ 3 Dot products measure likeness  0/7",
        "   4 Softmax and temperature",
        "   5 Why divide by √d               4/9",
        "   6 Weighted sums of values        7/7",
        "──────────────────────────── ↓ 6 more ──",
        " Multiply and add up. And a token need",
        " not like itself best.",
        " ⏎ open  ↑↓ choose  q quit       ? help",
      ])
    #expect(
      home(40, 22, selected: 9).draw().rows == [
        " qkv  attention, in numbers",
        "────────────────────────────────────────",
        "   1 The notebook, hands on         3/6",
        "   2 From lookup to soft lookup     7/7",
        "   3 Dot products measure likeness  0/7",
        "   4 Softmax and temperature",
        "   5 Why divide by √d               4/9",
        "   6 Weighted sums of values        7/7",
        "   7 Steering attention            0/11",
        "   8 Self-attention",
        "   9 The causal mask: GPT           3/7",
        " ▸10 Padding and variable length    7/7",
        "  11 Several heads                  0/7",
        "  12 Order from positions",
        "",
        "",
        "",
        "────────────────────────────────────────",
        " Texts of any length. One block holds",
        " all, and blanks are guessed in it.",
        " continue at step 4 of 7, 21 min",
        " ⏎ continue  ↑↓ choose  q quit   ? help",
      ])
  }

  @Test(
    arguments: [
      (80, 24), (60, 20), (40, 12), (40, 22), (120, 30), (120, 40), (200, 60), (100, 24),
    ],
    [false, true])
  func nothingIsCut(size: (Int, Int), ascii: Bool) {
    for count in [12, 26] {
      for selected in [0, 2, 9, count - 1] {
        let state = home(size.0, size.1, selected: selected, count: count, ascii: ascii)
        let rows = state.draw().rows
        #expect(!rows.contains { $0.contains("…") || $0.contains("...") })
      }
    }
  }

  /// Each of the course has its first sentence beside it on 80 columns, and its progress, however much is solved.
  @Test func theCourseIsListedWhole() {
    let lessons = ShippedLessons.names.compactMap { ShippedLessons.lesson($0) }
    var state = State(size: Size(width: 80, height: 24), shelf: Shelf(lessons: lessons))
    #expect(HomeLayout(state).columns.summary != nil)
    for lesson in lessons {
      var kept = LessonProgress()
      for id in lesson.tasks.map(\.id) {
        kept.attempts[id] = Attempt()
        kept.attempts[id]?.isPassed = true
      }
      state.progress[lesson.id] = kept
    }
    let rows = state.draw().rows
    for (lesson, row) in zip(lessons, rows.dropFirst(2)) {
      #expect(row.contains(lesson.title) && row.contains("\(lesson.tasks.count) ✓"))
      #expect(row.contains(HomeSummary(lesson.summary).opening))
    }
  }
}
