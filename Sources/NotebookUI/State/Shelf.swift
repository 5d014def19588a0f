import CellLanguage
package import Notebook

/// The lessons to choose from.
package struct Shelf: Sendable {
  package internal(set) var lessons: [ShelvedLesson]
  /// Where lessons were looked for, said where none was found.
  package let places: [String]
  /// Of the files that can't be read at all, each in a line: which, where, why.
  private let unreadable: [String]

  package init(
    _ lessons: [ShelvedLesson], unreadable: [LessonProblem] = [], places: [String] = []
  ) {
    self.lessons = lessons
    self.unreadable = unreadable.map { TextFilter.visible($0.description) }
    self.places = places
  }

  /// Of lessons that have been read.
  package init(lessons: [Lesson], places: [String] = []) {
    self.init(lessons.map { ShelvedLesson($0) }, places: places)
  }

  /// What is known to be wrong with lessons, each in a line: which, where, why.
  package var problems: [String] {
    unreadable
      + lessons.flatMap { $0.problems ?? [] }.map { TextFilter.visible($0.description) }
  }

  /// Those of these ids, read whole.
  mutating func read(_ ids: Set<String>) -> [Lesson] {
    lessons.indices.filter { ids.contains(lessons[$0].id) }.compactMap { lessons[$0].read() }
  }

  /// The first lesson that nobody has read whole.
  var firstUnread: Int? { lessons.firstIndex { $0.problems == nil } }
}

extension State {
  /// Opens the lesson at an index of the shelf, and says what is wrong with it.
  mutating func openLesson(at index: Int) {
    guard let lesson = readLesson(at: index) else { return }
    open(lesson)
    let problems = shelf.lessons[index].problems ?? []
    guard let first = problems.first else { return }
    let more = problems.count > 1 ? " (the first of \(problems.count) faults)" : ""
    message = .refusal(TextFilter.visible(first.description) + more)
  }

  /// Reads a lesson of the shelf whole: what is wrong with it is known then, and which of the passes that were kept
  /// are passes of the lesson as it is.
  private mutating func readLesson(at index: Int) -> Lesson? {
    guard shelf.lessons.indices.contains(index), let lesson = shelf.lessons[index].read() else {
      return nil
    }
    if let kept = progress[lesson.id], !kept.isCurrent(in: lesson) {
      progress[lesson.id] = kept.reviewed(in: lesson)
    }
    return lesson
  }

  /// Whether the list on the screen may tell more when a lesson is read.
  var hasMoreToTell: Bool { layer == .home && shelf.firstUnread != nil }

  /// Reads the next lesson of which only the outline is known.
  ///
  /// - Returns: whether the list tells anything else now.
  mutating func readNextLesson() -> Bool {
    guard let index = shelf.firstUnread else { return false }
    let id = shelf.lessons[index].id
    let before = progress[id]
    _ = readLesson(at: index)
    return shelf.lessons[index].problems?.isEmpty == false || progress[id] != before
  }
}
