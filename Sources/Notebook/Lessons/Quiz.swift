/// A question with options: `<!-- quiz: id -->`, prose, `- [x]` items, `<!-- end -->`.
package struct Quiz: Hashable, Sendable {
  package let id: String
  package let question: [ProseBlock]
  package let options: [Option]
  /// What it counts.
  package let points: Int
  /// The line of its directive in the file, counted from 1.
  package let line: Int

  package struct Option: Hashable, Sendable {
    package let text: [Inline]
    /// What stands behind the dash: why it is right or wrong.
    package let reason: [Inline]
    package let isRight: Bool
    /// Its line in the file, counted from 1.
    package let line: Int

    package init(text: [Inline], reason: [Inline], isRight: Bool, line: Int) {
      self.text = text
      self.reason = reason
      self.isRight = isRight
      self.line = line
    }
  }

  package init(
    id: String, question: [ProseBlock], options: [Option], points: Int = 1, line: Int
  ) {
    self.id = id
    self.points = points
    self.question = question
    self.options = options
    self.line = line
  }

  package var hasSeveralRight: Bool { options.count(where: \.isRight) > 1 }
}

/// A number to guess before it is shown: `<!-- predict: id answer="A[1,0]" within=0.05 -->`, prose, `<!-- end -->`.
package struct Predict: Hashable, Sendable {
  package let id: String
  package let question: [ProseBlock]
  /// An expression over the lesson's names.
  package let answer: String
  /// How far a guess may be off.
  package let tolerance: Double
  /// What is shown with the answer; it begins with a dash in the file.
  package let reason: [ProseBlock]
  /// What it counts.
  package let points: Int
  /// The line of its directive in the file, counted from 1.
  package let line: Int

  package init(
    id: String, question: [ProseBlock], answer: String, tolerance: Double, reason: [ProseBlock],
    points: Int = 1, line: Int
  ) {
    self.id = id
    self.points = points
    self.question = question
    self.answer = answer
    self.tolerance = tolerance
    self.reason = reason
    self.line = line
  }
}
