/// Something wrong in a lesson's file: where, what, and what to write instead.
package struct LessonProblem: Hashable, Sendable {
  package let file: String
  /// Counted from 1.
  package let line: Int
  package let message: String
  package let advice: String
  /// Whether all else can be read and shown all the same, and what is wrong with it: a cell, a draft.
  package let isBearable: Bool

  package init(
    file: String, line: Int, message: String, advice: String, isBearable: Bool = false
  ) {
    self.file = file
    self.line = line
    self.message = message
    self.advice = advice
    self.isBearable = isBearable
  }
}

extension LessonProblem: CustomStringConvertible {
  /// `05-scaling.md:12: "rwos" is no option of a cell; did you mean "rows"?`
  package var description: String { "\(file):\(line): \(message); \(advice)" }
}
