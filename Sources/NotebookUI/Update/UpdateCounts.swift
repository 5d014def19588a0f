import Notebook
import Terminal

/// Counts: `3j` moves three down.
extension State {
  /// More times nothing is done.
  private static let largestCount = 99

  /// Adds a digit to the count.
  mutating func addToCount(_ digit: Int) {
    let number = min(Self.largestCount, (count ?? 0) * 10 + digit)
    count = number > 0 ? number : nil
    message = count.map { .note("\($0)…  \(words(forCount: $0)); Esc forgets the count.") }
  }

  /// What a count is good for where the reader is: at home it is a lesson's number.
  private func words(forCount count: Int) -> String {
    guard context == .home else {
      return "the next key does it \(count == 1 ? "once" : "\(count) times")"
    }
    let lesson = shelf.lessons.first { $0.number == count }
    return lesson.map { "\(keyName(.open)) opens lesson \(count), \($0.title)" }
      ?? "there is no lesson \(count)"
  }

  /// A digit where no edit can begin is a count, and says why it is no number.
  mutating func countInstead(_ key: KeyPress?) -> Bool {
    guard let digit = key?.typed?.wholeNumberValue, digit > 0, context == .lesson, let reading,
      !reading.focusIsEditable
    else { return false }
    addToCount(digit)
    guard let panel = reading.focusedPanel else { return true }
    refuse(panel)
    message = message.map { .refusal("\(digit)…  \($0.text)") }
    return true
  }

  /// The digit that a key adds to a count: any with Alt, and behind one a plain one.
  func countDigit(_ key: KeyPress) -> Int? {
    guard case .character(let character) = key.key, let digit = character.wholeNumberValue,
      !key.control, (0...9).contains(digit)
    else { return nil }
    let action = bindings.action(for: key, in: context)
    if action == .count { return digit > 0 || count != nil ? digit : nil }
    return count != nil && action != nil && context != .editing ? digit : nil
  }

  /// Does an action as often as was asked for.
  mutating func perform(_ action: Action, key: KeyPress?, after nudging: Nudging?, count: Int)
    -> [Effect]
  {
    switch action {
    case .nudgeUp, .nudgeDown: return nudge(up: action == .nudgeUp, after: .plain, times: count)
    case .edit where context == .lesson && reading?.focusIsEditable == false:
      // Who types a number and Enter means the number.
      if let panel = reading?.focusedPanel { refuse(panel) }
      return []
    case .open where context == .home, .lastEntry where context == .home:
      guard let index = shelf.lessons.firstIndex(where: { $0.number == count }) else {
        message = .note("There is no lesson \(count).")
        return []
      }
      home.selected = index
      return action == .open ? perform(action) : []
    default: break
    }
    var effects = perform(action, key: key, after: nudging)
    guard action.takesCount else { return effects }
    for _ in 1..<count {
      let before = (reading?.focus, reading?.step, reading?.scroll, home.selected)
      effects = perform(action, key: key, after: nudging) + effects.filter { $0 != .save }
      if action.isMove, before == (reading?.focus, reading?.step, reading?.scroll, home.selected) {
        break
      }
    }
    return effects
  }
}

extension Action {
  /// Whether doing it again and again makes sense.
  fileprivate var takesCount: Bool {
    switch self {
    case .undo, .redo, .fewerDigits, .moreDigits, .largerNudge, .smallerNudge: true
    default: isMove
    }
  }

  fileprivate var isMove: Bool {
    switch self {
    case .left, .right, .up, .down, .nextPanel, .previousPanel, .nextStep, .previousStep, .forward,
      .backward, .nextHit, .previousHit, .jumpBack:
      true
    default: false
    }
  }
}
