/// What `qkv verify` proves of a lesson; each problem belongs to one rule, whose name stays the same for programs.
package enum VerifyRule: String, CaseIterable, Hashable, Sendable {
  /// The file is a lesson at all: it can be read as text, its marks, directives and cells are known and closed.
  case format
  /// The head says what lists need: a summary and a sane number of minutes.
  case head
  /// No other lesson of the folder has its id or its number.
  case identity
  /// `needs` names lessons that come before.
  case needs
  /// Every cell computes, and only exercises have holes.
  case cell
  /// Labels, editable positions and sliders fit the values they stand at.
  case option
  /// Every live number in the prose computes and can be written in its format.
  case live = "live-number"
  /// A number that the prose claims of a name is the one that the cells have.
  case claim
  /// A quiz has right and wrong options, each with its reason.
  case quiz
  /// A prediction's answer is one finite number, its question and reason are there.
  case prediction
  /// `edits` names what stands there to be changed.
  case edits
  /// `vary` names inputs of the lesson.
  case vary
  /// An exercise has a hint.
  case hint
  /// An exercise has a solution, and each passes every check and every variation.
  case solution
  /// What an exercise starts from isn't solved already.
  case starter
  /// Each wrong answer is rejected, and recognised as itself.
  case wrong = "wrong-answer"
  /// Every check can fail, and a formula can't be replaced by the numbers it gives.
  case check
  /// Every demonstration plays: each of its keys does something, and its numbers come out as it says.
  case play
  /// Every step fits 80×24 with its matrices in view.
  case fit
  /// The proofs end within bounds of time and number.
  case bound
}
