/// What a reader entered for one task.
package enum Answer: Hashable, Sendable {
  /// Of an exercise: what defines each name that was changed, as text of the cell language: `S = Q @ K.T`, which
  /// helpers may precede. An expression alone stands for the value of the name.
  case edits([String: String])
  /// Of a quiz: the options chosen, counted from 0.
  case choices(Set<Int>)
  /// Of a prediction: the number as typed, `0.5` or `1/3`.
  case guess(String)
}
