import CellLanguage
import Notebook
import Terminal

/// How the list of lessons is laid out.
struct HomeLayout {
  static let top = 2

  let shelf: Shelf
  let size: Size
  /// Lines that a lesson takes.
  let linesEach: Int
  /// The first lesson in view.
  let first: Int
  /// Lines below the list, about the chosen lesson: what it is about, where the list has no room for all of that, and how
  /// far the reader is in it.
  let summaryLines: Int
  let standingLines: Int
  let visible: Int
  /// Lessons, and below them notebooks of one's own.
  let count: Int
  let columns: HomeColumns

  init(_ state: State) {
    let shelf = state.shelf
    let size = state.size
    self.shelf = shelf
    self.size = size
    let height = max(1, size.height - 5 - (shelf.problems.isEmpty ? 0 : shelf.problems.count + 1))
    self.count = state.choiceCount
    let count = max(1, count)
    linesEach = height >= count * 3 ? 3 : height >= count * 2 ? 2 : 1
    columns = HomeColumns(
      shelf.lessons, width: size.width, ascii: state.isASCII, summaries: linesEach == 1)
    let lines = shelf.lessons.map { HomeSummary($0).lines(width: size.width - 2).count }.max() ?? 1
    summaryLines = linesEach > 1 && columns.areSummariesWholeBelow ? 0 : min(2, max(1, lines))
    standingLines = linesEach > 1 || size.height >= 20 ? 1 : 0
    visible = max(1, (height + 1 - summaryLines - standingLines) / linesEach)
    let last = max(0, self.count - visible)
    // The chosen lesson in the middle, so that the list needs no memory of how far it was scrolled.
    first = max(0, min(last, state.home.selected - visible / 2))
  }

  var choiceLines: Int { summaryLines + standingLines }

  var shown: Range<Int> { first..<min(count, first + visible) }

  func row(of lesson: Int) -> Int {
    Self.top + (linesEach == 3 ? 1 : 0) + (lesson - first) * linesEach
  }

  func lesson(atRow row: Int) -> Int? {
    shown.first { (self.row(of: $0)..<self.row(of: $0) + linesEach).contains(row) }
  }
}

/// What a lesson is about, with as many of its sentences as there is room for.
struct HomeSummary {
  let text: String

  init(_ lesson: ShelvedLesson) { self.init(lesson.summary.onOneLine()) }

  init(_ text: String) { self.text = text }

  /// Whole sentences from the first on; nil where not even that one has room.
  func sentences(width: Int) -> String? {
    if TextWidth.columns(of: text) <= width { return text }
    return ends.last { TextWidth.columns(of: String(text[..<$0])) <= width }
      .map { String(text[..<$0]) }
  }

  /// Its first sentence alone, else all of it where it is one.
  var opening: String { ends.first.map { String(text[..<$0]) } ?? text }

  /// Where sentences end that others follow.
  private var ends: [String.Index] {
    zip(text.indices, text.indices.dropFirst()).filter { index, next in
      ".!?".contains(text[index]) && text[next] == " "
    }.map(\.1)
  }

  func lines(width: Int) -> [StyledLine] { LineWrapping.wrap([Run(text)], width: max(8, width)) }
}

/// The columns of the list: number, title, what the lesson is about, progress, minutes. They are the same for all lessons, and
/// stay as they are whatever the reader solves: for progress there is room up to the last task.
struct HomeColumns {
  /// Where titles begin.
  let title: Int
  let titleWidth: Int
  /// Where what lessons are about stands beside all titles; nil where that has no room for the first sentence of each.
  let summary: Int?
  let showsMinutes: Bool
  /// Whether progress ends in a sign, else it is the numbers alone.
  let marksProgress: Bool
  /// The columns for minutes, with the free ones before them.
  let minutesWidth: Int
  /// Whether all of what each lesson is about has room on a line of its own.
  let areSummariesWholeBelow: Bool
  private let width: Int

  init(_ lessons: [ShelvedLesson], width: Int, ascii: Bool, summaries: Bool) {
    self.width = width
    let titles = lessons.map { TextWidth.columns(of: $0.title.onOneLine()) }
    let widest = titles.max() ?? 0
    let minutes = 2 + max(6, lessons.map { Self.minutes($0).count }.max() ?? 0)
    minutesWidth = minutes
    areSummariesWholeBelow = lessons.allSatisfy {
      HomeSummary($0).sentences(width: width - 9) != nil
    }
    /// Whether a column of this width before what stands at the right leaves room for each lesson.
    func fits(_ start: Int, marks: Bool, minutes: Int, taking: (Int) -> Int) -> Bool {
      lessons.indices.allSatisfy { index in
        let progress = Self.widestProgress(lessons[index], marks: marks, ascii: ascii)
        return start + taking(index) <= width - 1 - minutes - (progress > 0 ? progress + 2 : 0)
      }
    }
    if summaries {
      let openings = lessons.map { TextWidth.columns(of: HomeSummary($0).opening) }
      for (gap, marks) in [(3, true), (2, true), (2, false)] {
        let start = 7 + widest + gap
        if fits(start, marks: marks, minutes: minutes, taking: { openings[$0] }) {
          (title, titleWidth, summary) = (7, widest, start)
          (showsMinutes, marksProgress) = (true, marks)
          return
        }
      }
    }
    summary = nil
    for marks in [true, false] where fits(7, marks: marks, minutes: minutes, taking: { titles[$0] })
    {
      (title, titleWidth, showsMinutes, marksProgress) = (7, width, true, marks)
      return
    }
    let isNarrow = width < 60
    title = isNarrow ? 5 : 7
    titleWidth = width
    showsMinutes = !isNarrow
    marksProgress = !isNarrow
  }

  static func minutes(_ lesson: ShelvedLesson) -> String { "\(lesson.minutes) min" }

  private static func widestProgress(_ lesson: ShelvedLesson, marks: Bool, ascii: Bool) -> Int {
    let count = lesson.taskIDs.count
    guard count > 0 else { return 0 }
    let numbers = "\(count)/\(count)".count
    return marks ? numbers + (ascii ? 5 : 2) : numbers
  }
}
