/// What became of a statement or a name: a value, a failure with its diagnostic, or waiting.
package enum Outcome: Sendable {
  case value(Value)
  case failure(Diagnostic)
  /// It needs a name whose own statement failed, is a hole or waits itself. The name is the first cause's.
  case waiting(for: String, reason: WaitingReason)
}

package enum WaitingReason: Hashable, Sendable {
  /// The name is a hole: `S = ...`.
  case hole
  /// The name's own statement failed.
  case failure
}
