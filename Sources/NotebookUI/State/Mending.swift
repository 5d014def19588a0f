package import Notebook

/// A notebook that is to be proved.
package struct Proving: Hashable, Sendable {
  /// What `qkv verify` would read: the notebook as it is written here.
  let text: String
  let file: NotebookFile
  /// Whether the author asked what is to be mended; else it was saved, and a line says how it stands.
  let isAsked: Bool
}

/// What `qkv verify` finds in a notebook that is written here.
package struct Mending: Hashable, Sendable {
  /// What was proved.
  let text: String
  /// The file's name.
  let name: String
  package let problems: [VerifyProblem]
  package var chosen = 0

  /// `2 things to mend`
  var count: String { "\(problems.count) thing\(problems.count == 1 ? "" : "s") to mend" }
}

extension State {
  /// What proves lessons: their steps are laid out and their demonstrations played as the notebook does.
  package static func verifier(_ index: LessonIndex) -> LessonVerifier {
    LessonVerifier(
      index: index, measure: { State.fit(of: $0, step: $1, columns: 80, lines: 24) },
      rehearse: { State.rehearse($2, in: $0, step: $1) })
  }
}

extension Reading {
  /// Whether keys are text.
  var isTyping: Bool { editing != nil || writing != nil }
}
