import Notebook
import Terminal
import TestSupport

@testable import NotebookUI

/// The lessons of this checkout, opened as a reader would.
enum ShippedLessons {
  static let sizes = [(80, 24), (120, 40), (200, 60)].map { Size(width: $0, height: $1) }

  static let names = LessonFiles.names

  static func lesson(_ name: String) -> Lesson? {
    LessonReader.read(text: LessonFiles.text(of: name), name: name).lesson
  }

  static func opened(_ lesson: Lesson, step: Int, size: Size) -> State {
    var state = State(size: size, shelf: Shelf(lessons: [lesson]))
    state.open(lesson)
    state.reading?.go(toStep: step)
    state.refreshSpacing()
    return state
  }
}
