/// Something wrong in a file of hidden checks. Who grades is told no more than where and of what kind, who wrote it all.
package struct HiddenProblem: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case form = "what stands here can't be read"
    case place = "this names no exercise of these lessons, or one that has checks already"
    case check = "this check can't be run"
    case vary = "vary names what can't be varied"
    case solution = "the exercise's own solution fails this check"
  }

  package let kind: Kind
  package let problem: LessonProblem

  /// `hidden.md:5: this check can't be run`
  package var withoutText: String { "\(problem.file):\(problem.line): \(kind.rawValue)" }
}

extension HiddenProblem: CustomStringConvertible {
  package var description: String { problem.description }
}
