import AttentionEngine
import CellLanguage
package import Notebook
import Terminal

/// Plays a demonstration: says which key comes next, by what is on the screen.
///
/// It looks where the cursor is before each move, so a demonstration goes on from wherever the presenter left it.
package struct Player: Sendable {
  enum Move: Hashable {
    case key(KeyPress)
    /// Words for those who watch.
    case say(String)
    /// What is proved of the numbers here; nothing is shown.
    case expect(Demonstration.Expectation)
    case over
  }

  package let demonstration: Demonstration
  /// The act that is being played, counted from 0.
  package private(set) var act = 0
  /// The keys of the act that are still to come, once its place is reached.
  private var pending: [KeyPress]?

  package init(_ demonstration: Demonstration) {
    self.demonstration = demonstration
  }

  /// What the act says as its author wrote it; nil at the end.
  var actText: String? { demonstration.acts[safe: act]?.text }

  /// After somebody else has used the keys: what was being typed begins anew, what was pressed is not pressed again.
  mutating func restartAct() {
    if pending?.isEmpty == true { return finishAct() }
    if case .set = demonstration.acts[safe: act]?.kind { pending = nil }
  }

  /// What comes next.
  ///
  /// - Throws: why the demonstration can't go on from here.
  mutating func next(in state: State) throws(PlayFault) -> Move {
    while let kind = demonstration.acts[safe: act]?.kind {
      if let move = try move(kind, state) { return move }
      finishAct()
    }
    return .over
  }

  private mutating func finishAct() {
    act += 1
    pending = nil
  }

  /// nil where the act is over.
  private mutating func move(_ kind: Demonstration.Kind, _ state: State) throws(PlayFault) -> Move?
  {
    switch kind {
    case .go(let target): return try Route(target, state).key.map { .key($0) }
    case .press(let key, let times):
      if pending == nil { pending = Array(repeating: KeyPress(key), count: times) }
    case .set(let target, let text):
      guard pending == nil else { break }
      let route = try Route(target, state)
      if let key = route.key { return .key(key) }
      pending = try route.typing(text)
    case .say(let text):
      finishAct()
      return .say(text)
    case .expect(let expectation):
      finishAct()
      return .expect(expectation)
    }
    guard pending?.isEmpty == false, let key = pending?.removeFirst() else { return nil }
    return .key(key)
  }
}

extension KeyPress {
  /// The key that an author named.
  init(_ key: Demonstration.Key) {
    switch key {
    case .character(let character): self = .character(character)
    case .control(let character): self = .control(character)
    case .named(let named): self = KeyPress.named(named)
    }
  }

  private static func named(_ name: Demonstration.Key.Named) -> KeyPress {
    switch name {
    case .enter: .plain(.enter)
    case .escape: .plain(.escape)
    case .tab: .plain(.tab)
    case .backTab: .shift(.tab)
    case .space: .character(" ")
    case .up: .plain(.up)
    case .down: .plain(.down)
    case .left: .plain(.left)
    case .right: .plain(.right)
    case .home: .plain(.home)
    case .end: .plain(.end)
    }
  }
}
