/// What of a step a reader sees at first.
package enum Reveal: String, CaseIterable, Hashable, Sendable {
  /// All but what an open question asks for, or where the lesson asks for a guess.
  case guesses
  /// No more than a room sees: up to the first pause.
  case pauses
  /// All of it.
  case all

  /// - Parameter firstUnread: the steps before it were read before.
  func curtain(firstUnread: Int) -> Curtain? {
    switch self {
    case .guesses: Curtain(.guesses, firstUnread: firstUnread)
    case .pauses: Curtain(.pauses, firstUnread: firstUnread)
    case .all: nil
    }
  }
}
