/// A lesson of a list: what lists show of it, and its text, which is read whole when it is opened.
///
/// Reading a lesson whole takes a hundred times as long as its outline, and what it gives is a hundred times as large.
@dynamicMemberLookup
package struct ShelvedLesson: Sendable {
  package let outline: LessonOutline
  /// What is wrong with it; nil until it was read whole.
  package private(set) var problems: [LessonProblem]?
  private let content: Content

  private enum Content: Sendable {
    case file(path: String, text: String)
    case lesson(Lesson)
  }

  /// One that has been read.
  package init(_ lesson: Lesson) {
    outline = LessonOutline(lesson)
    problems = []
    content = .lesson(lesson)
  }

  /// - Returns: nil where the text is no lesson, however it is read.
  package init?(path: String, text: String) {
    guard let outline = LessonReader.outline(of: text, name: LessonFile.name(of: path)) else {
      return nil
    }
    self.outline = outline
    content = .file(path: path, text: text)
  }

  package subscript<Value>(dynamicMember member: KeyPath<LessonOutline, Value>) -> Value {
    outline[keyPath: member]
  }

  /// The file, where it was read from one.
  package var source: (path: String, text: String)? {
    if case .file(let path, let text) = content { (path, text) } else { nil }
  }

  /// The whole of it, as far as it can be read; what is wrong with it is known from then on.
  package mutating func read() -> Lesson? {
    switch content {
    case .lesson(let lesson): return lesson
    case .file(let path, let text):
      let file = LessonFile(path: path, text: text)
      problems = file.problems
      return file.lesson
    }
  }
}

extension LessonCatalogue {
  /// Every lesson of the folder in the order of the files' names, and what is wrong with files that can't be read.
  package func shelved() throws(LessonLookupFailure) -> (
    lessons: [ShelvedLesson], unreadable: [LessonProblem]
  ) {
    var lessons: [ShelvedLesson] = []
    var unreadable: [LessonProblem] = []
    for path in try paths() {
      do throws(FileProblem) {
        let text = try BoundedFile.readText(path, limit: LessonReader.byteLimit)
        if let lesson = ShelvedLesson(path: path, text: text) { lessons.append(lesson) }
      } catch {
        unreadable.append(LessonProblem(unreadable: error))
      }
    }
    return (lessons, unreadable)
  }
}
