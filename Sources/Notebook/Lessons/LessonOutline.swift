/// What lists show of a lesson: its head, and how much there is to read and to pass.
package struct LessonOutline: Hashable, Sendable {
  /// The number that the file's name begins with, `NN-slug.md`; nothing for any other file.
  package let number: Int?
  package let id: String
  package let title: String
  package let summary: String
  package let needs: [String]
  package let minutes: Int
  package let stepCount: Int
  /// Of its exercises, quizzes and predictions, in text order.
  package let taskIDs: [String]
}

extension LessonOutline {
  /// Of a lesson that was read whole.
  package init(_ lesson: Lesson) {
    self.init(
      number: lesson.number, id: lesson.id, title: lesson.title, summary: lesson.summary,
      needs: lesson.needs, minutes: lesson.minutes, stepCount: lesson.steps.count,
      taskIDs: lesson.tasks.map(\.id))
  }

  init(_ matter: FrontMatter, _ counts: LessonCounts, name: String) {
    let fallback = LessonReader.baseName(name)
    self.init(
      number: LessonReader.number(of: name), id: matter.id.isEmpty ? fallback : matter.id,
      title: matter.title.isEmpty ? fallback : matter.title, summary: matter.summary,
      needs: matter.needs, minutes: matter.minutes, stepCount: counts.steps,
      taskIDs: counts.taskIDs)
  }
}

/// Counts what the pieces of a file would be put together to, and reads nothing of what stands in them.
struct LessonCounts {
  private(set) var steps = 0
  private(set) var taskIDs: [String] = []

  init(_ pieces: [LessonPiece]) {
    for piece in pieces { count(piece) }
  }

  private mutating func count(_ piece: LessonPiece) {
    switch piece {
    case .step: steps += 1
    case .prose: beginUntitled()
    case .fence(let fence): if fence.isShown { beginUntitled() }
    case .directive(let directive): count(directive)
    }
  }

  private mutating func count(_ directive: LessonDirective) {
    if let keys = directive.taskKeys {
      beginUntitled()
      taskIDs.append(DirectiveArguments(directive.text, keys: keys).id)
      return
    }
    switch directive.name {
    case "pause", "note": beginUntitled()
    case "play" where steps == 0:
      var reader = DemonstrationReader()
      _ = reader.acts(directive.text)
      if reader.problems.isEmpty { beginUntitled() }
    default: break
    }
  }

  /// What stands before the first step is one without a title.
  private mutating func beginUntitled() {
    if steps == 0 { steps = 1 }
  }
}
