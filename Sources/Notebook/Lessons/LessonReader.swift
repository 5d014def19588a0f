/// Reads a lesson from the text of its file.
package enum LessonReader {
  /// The lesson, as far as it could be read, and every problem found, in the order of the lines.
  ///
  /// - Parameter name: the file's name, `05-scaling.md`; it gives the number and stands in the problems.
  package static func read(text: String, name: String) -> (
    lesson: Lesson?, problems: [LessonProblem]
  ) {
    (nil, [])
  }
}
