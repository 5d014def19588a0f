import Notebook
import Terminal
import Testing

@testable import NotebookUI

@Suite struct HomeTests {
  private func home(
    _ lessons: [Lesson] = Sample.shelf, width: Int = 80, height: Int = 12, places: [String] = []
  ) -> State {
    let shelf = Shelf(lessons: lessons, places: places)
    return State(size: Size(width: width, height: height), shelf: shelf)
  }

  @Test func listsLessonsWithWhatTheyAreAbout() {
    #expect(
      home().draw().rows == [
        " qkv  attention, in numbers that you can change               2 lessons, 27 min",
        "────────────────────────────────────────────────────────────────────────────────",
        "",
        " ▸  4  Softmax and temperature                                           15 min",
        "       From scores to weights that sum to 1.",
        "",
        "    6  Weighted sums of values                                           12 min",
        "       K decides where, V decides what.",
        "",
        "────────────────────────────────────────────────────────────────────────────────",
        " 1 step",
        " ⏎ open  ↑↓ choose  q quit  / search  : commands                         ? help",
      ])
  }

  @Test func whatThereIsToSayStandsBelowTheList() {
    var state = home()
    state.message = .note("Saved again.")
    #expect(
      state.draw().rows.suffix(3) == [
        "────────────────────────────────────────────────────────────────────────────────",
        " Saved again.",
        " ⏎ open  ↑↓ choose  q quit  / search  : commands                         ? help",
      ])
    state.message = .refusal(
      "What you do is not being saved. /home/ada/.local/share/qkv: this may not be written; set "
        + "XDG_DATA_HOME to a folder that can be written")
    #expect(
      state.draw().rows.suffix(4) == [
        "────────────────────────────────────────────────────────────────────────────────",
        " What you do is not being saved. /home/ada/.local/share/qkv: this may not be",
        " written; set XDG_DATA_HOME to a folder that can be written",
        " ⏎ open  ↑↓ choose  q quit  / search  : commands                         ? help",
      ])
  }

  @Test func manyLessonsTakeALineEachAndScroll() {
    let lessons = (1...26).map { (number: Int) in
      Sample.lesson(
        number, "l\(number)", "Lesson \(number)", summary: "About \(number).", minutes: 5)
    }
    var state = home(lessons)
    state.home.selected = 12
    #expect(
      state.draw().rows == [
        " qkv  attention, in numbers that you can change          26 lessons, 2 h 10 min",
        "──────────────────────────────────────────────────────────────────── ↑ 9 more ──",
        "   10  Lesson 10   About 10.                                              5 min",
        "   11  Lesson 11   About 11.                                              5 min",
        "   12  Lesson 12   About 12.                                              5 min",
        " ▸ 13  Lesson 13   About 13.                                              5 min",
        "   14  Lesson 14   About 14.                                              5 min",
        "   15  Lesson 15   About 15.                                              5 min",
        "   16  Lesson 16   About 16.                                              5 min",
        "─────────────────────────────────────────────────────────────────── ↓ 10 more ──",
        " About 13.",
        " ⏎ open  ↑↓ choose  q quit  / search  : commands                         ? help",
      ])
  }

  /// Behind the widest title.
  @Test func whatLessonsAreAboutStandsInOneColumn() {
    let titles = [
      "Short", "Padding and variable length: BERT", "A title that takes nearly half of the line",
    ]
    let lessons = (1...26).map { (number: Int) in
      Sample.lesson(
        number, "l\(number)", titles[number % 3], summary: "About \(number).", minutes: 5)
    }
    #expect(
      home(lessons).draw().rows[2...4] == [
        " ▸  1  Padding and variable length: BERT            About 1.              5 min",
        "    2  A title that takes nearly half of the line   About 2.              5 min",
        "    3  Short                                        About 3.              5 min",
      ])
  }

  /// On a taller screen with how far the reader is; a message takes the place of both.
  @Test func whereThereIsALineEachTheChosenOneIsToldBelow() {
    let lessons = (1...26).map { (number: Int) in
      Sample.lesson(
        number, "l\(number)", "Lesson \(number)", summary: "About \(number).", minutes: 5)
    }
    var state = home(lessons)
    state.size = Size(width: 80, height: 20)
    #expect(
      state.draw().rows.suffix(5) == [
        "   14  Lesson 14   About 14.                                              5 min",
        "─────────────────────────────────────────────────────────────────── ↓ 12 more ──",
        " About 1.",
        " 0 steps",
        " ⏎ open  ↑↓ choose  q quit  / search  : commands                         ? help",
      ])
    state.message = .note("Saved again.")
    #expect(
      state.draw().rows.suffix(4) == [
        "────────────────────────────────────────────────────────────────────────────────",
        " Saved again.",
        "",
        " ⏎ open  ↑↓ choose  q quit  / search  : commands                         ? help",
      ])
  }

  @Test func withoutLessonsThePlacesTriedAreNamed() {
    let state = home([], places: ["/usr/share/qkv/Lessons", "/home/ada/Lessons"])
    #expect(
      state.draw().rows == [
        " qkv  attention, in numbers that you can change",
        "────────────────────────────────────────────────────────────────────────────────",
        "",
        "   No lessons were found.",
        "",
        "   Looked in:",
        "     /usr/share/qkv/Lessons",
        "     /home/ada/Lessons",
        "",
        "   Give the folder that holds them: qkv --lessons FOLDER, or set QKV_LESSONS.",
        "────────────────────────────────────────────────────────────────────────────────",
        " q quit                                                                  ? help",
      ])
  }

  /// What was kept of a lesson stands at its line, and the one read last is chosen.
  @Test func showsHowFarTheReaderIs() {
    var kept = LessonProgress()
    kept.step = 1
    kept.attempts["doubled"] = Attempt()
    kept.attempts["doubled"]?.isPassed = true
    var state = home(Sample.shelf + [Sample.tasks])
    state.progress = ["tasks": kept]
    state.latest = "tasks"
    state.selectLatest()
    #expect(
      state.draw().rows == [
        " qkv  attention, in numbers that you can change               3 lessons, 32 min",
        "────────────────────────────────────────────────────────────────────────────────",
        "    4  Softmax and temperature                                           15 min",
        "       From scores to weights that sum to 1.",
        "    6  Weighted sums of values                                           12 min",
        "       K decides where, V decides what.",
        " ▸  7  Tasks                                                      1/5 ✓   5 min",
        "       One of each.",
        "",
        "────────────────────────────────────────────────────────────────────────────────",
        " continue at step 2 of 5",
        " ⏎ continue  ↑↓ choose  q quit  / search  : commands                     ? help",
      ])
    _ = state.update(.key(.enter))
    #expect(state.reading?.step == 1)
  }

  @Test func aNarrowListKeepsItsPartsApart() {
    var state = Sample.task(step: 4, size: Size(width: 40, height: 12))
    _ = state.update(.character("q"))
    #expect(
      state.draw().rows == [
        " qkv  attention, in numbers",
        "────────────────────────────────────────",
        "",
        " ▸  7  Tasks              0/5 ✓   5 min",
        "       One of each.",
        "",
        "",
        "",
        "",
        "────────────────────────────────────────",
        " continue at step 4 of 5",
        " ⏎ continue  ↑↓ choose  q quit   ? help",
      ])
  }

  @Test func theChosenLessonStandsOut() {
    let grid = home().draw()
    #expect(grid.styles(row: 3).contains("selection+bold: Softmax and temperature"))
    #expect(grid.cursor == Point(x: 1, y: 3))
  }

  private static let keys: [(before: Int, keys: String, after: Int)] = [
    (0, "j", 1), (1, "j", 1), (1, "k", 0), (0, "k", 0), (0, "G", 1), (1, "g", 0), (0, "jjkx", 0),
  ]

  @Test(arguments: keys)
  func keysChoose(_ row: (before: Int, keys: String, after: Int)) {
    var state = home()
    state.home.selected = row.before
    for event in Event.typing(row.keys) { #expect(state.update(event) == []) }
    #expect(state.home.selected == row.after)
  }

  @Test func aClickChoosesAndAnotherOpens() {
    var state = home()
    let click = Event.mouse(MouseEvent(.press, at: Point(x: 20, y: 7)))
    #expect(state.update(click) == [])
    #expect(state.home.selected == 1)
    #expect(state.layer == .home)
    #expect(state.update(click) == [])
    #expect(state.layer == .lesson)
    #expect(state.reading?.lesson.id == "weighted-sums")
  }

  @Test func qLeaves() {
    var state = home()
    #expect(state.update(.character("q")) == [.save, .quit(0)])
  }

  /// What is typed where it is no text may hold a q: an Esc after it doesn't quit.
  @Test func escapeStays() {
    var state = home()
    #expect(state.update(.key(.escape)) == [])
    #expect(state.message == .note("q quits the notebook."))
    #expect(state.draw().rows.contains { $0 == " q quits the notebook." })
  }
}
