package import Terminal

/// The table of bindings with keys of the reader's choice.
///
/// An action's new keys take the place of its keys wherever it has some. Where text is typed, a key that types a character
/// is text, so there only other keys are taken, beside those that the action has there.
package struct Rebinding: Sendable {
  /// What the reader wants of one action.
  package struct Wish: Hashable, Sendable {
    package let action: Action
    package var keys: [KeyPress]
    /// Where it is written, counted from 1; 0 where it isn't from a file.
    package let line: Int

    package init(_ action: Action, _ keys: [KeyPress], line: Int) {
      self.action = action
      self.keys = keys
      self.line = line
    }
  }

  /// A key that can't have the meaning that is wanted.
  package struct Conflict: Hashable, Sendable {
    package let wish: Wish
    package let key: KeyPress
    /// What the key does.
    package let other: Action
    /// The line that gave it to the other one; nil where it is so by itself.
    package let otherLine: Int?
  }

  package let bindings: Bindings
  package let conflicts: [Conflict]
  /// What is done.
  package let wishes: [Wish]

  /// - Parameter wishes: one for an action at most.
  package init(_ wishes: [Wish]) {
    var wishes = wishes
    var conflicts: [Conflict] = []
    while let conflict = Self.conflict(in: wishes) {
      conflicts.append(conflict)
      wishes = wishes.compactMap { Self.without(conflict.key, of: conflict.wish, $0) }
    }
    self.conflicts = conflicts
    self.wishes = wishes
    bindings = Bindings(Self.rows(wishes))
  }

  /// The wish with a key less; one that has no key left is none.
  private static func without(_ key: KeyPress, of blamed: Wish, _ wish: Wish) -> Wish? {
    guard wish.action == blamed.action else { return wish }
    var wish = wish
    wish.keys.removeAll { $0 == key }
    return wish.keys.isEmpty ? nil : wish
  }

  // MARK: - Rows

  private static func rows(_ wishes: [Wish]) -> [Binding] {
    let wanted = Dictionary(wishes.map { ($0.action, $0.keys) }) { $1 }
    let rows = Bindings.all.flatMap { row in
      wanted[row.action].map { changed(row, $0) } ?? [row]
    }
    return paired(yielding(rows, wanted), wanted)
  }

  /// The hints that stand for several keys, as `±` and `↑↓` do.
  private static let partners: [Action: [Action]] = [
    .nudgeUp: [.nudgeUp, .nudgeDown], .down: [.up, .down],
    .acceptUp: [.acceptUp, .acceptDown, .acceptLeft, .acceptRight],
  ]

  /// Such hints with the keys by name, where one of them is another.
  private static func paired(
    _ rows: [Binding], _ wanted: [Action: [KeyPress]]
  ) -> [Binding] {
    rows.map { row in
      guard row.hint != nil, let partners = partners[row.action],
        partners.contains(where: { wanted[$0] != nil })
      else { return row }
      let standard = Bindings.all.first {
        $0.action == row.action && !$0.contexts.isDisjoint(with: row.contexts)
      }
      let first = partners.compactMap { partner in
        rows.first { $0.action == partner && !$0.contexts.isDisjoint(with: row.contexts) }?.keys
          .first
      }
      let usual = partners.compactMap { partner in
        Bindings.all.first { $0.action == partner && !$0.contexts.isDisjoint(with: row.contexts) }?
          .keys.first
      }
      let key = first == usual ? standard?.hint?.key : first.map(\.name).joined(separator: "/")
      return row.with(keys: row.keys, names: row.keyNames, hintKey: key, in: row.contexts)
    }
  }

  /// A row with other keys: two rows where they differ between places to read and places to type.
  private static func changed(_ row: Binding, _ keys: [KeyPress]) -> [Binding] {
    let typing = row.contexts.intersection(Context.typing)
    let reading = row.contexts.subtracting(Context.typing)
    let typed = typing.isEmpty ? [] : row.typingKeys(keys)
    let read = reading.isEmpty ? [] : row.readingKeys(keys)
    if typing.isEmpty || reading.isEmpty || typed == read {
      return [row.rebound(to: reading.isEmpty ? typed : read, in: row.contexts)]
    }
    return [row.rebound(to: read, in: reading), row.rebound(to: typed, in: typing)]
  }

  /// Letters that begin a number there give way to what the reader wants of them; a minus that nothing else needs begins one.
  private static func yielding(_ rows: [Binding], _ wanted: [Action: [KeyPress]]) -> [Binding] {
    let minus = KeyPress(.character("-"))
    return rows.map { row in
      guard row.action == .typeNumber else { return row }
      let others = rows.filter {
        wanted[$0.action] != nil && !$0.contexts.isDisjoint(with: row.contexts)
      }
      let taken = Set(others.flatMap(\.keys)).filter { $0.typed?.isLetter == true }
      var keys = row.keys.filter { !taken.contains($0) }
      let uses = rows.filter { !$0.contexts.isDisjoint(with: row.contexts) }.flatMap(\.keys)
      if !uses.contains(minus) { keys.append(minus) }
      return row.with(keys: keys)
    }
  }

  // MARK: - Conflicts

  /// The first key with two meanings in one place, and whom to blame: who wished it later.
  private static func conflict(in wishes: [Wish]) -> Conflict? {
    let rows = rows(wishes)
    for wish in wishes.reversed() {
      for row in rows where row.action == wish.action {
        for key in row.keys where wish.keys.contains(key) {
          let other = rows.first {
            $0.action != wish.action && $0.keys.contains(key)
              && !$0.contexts.isDisjoint(with: row.contexts)
          }
          guard let other else { continue }
          let line = wishes.first { $0.action == other.action && $0.keys.contains(key) }?.line
          return Conflict(wish: wish, key: key, other: other.action, otherLine: line)
        }
      }
    }
    return nil
  }
}

extension Context {
  /// Where the keys of characters type.
  static let typing: Set<Context> = [.editing, .writing, .help, .finding]
}

extension Bindings {
  /// Every key that an action has by itself, in any place.
  fileprivate static let standardKeys: [Action: Set<KeyPress>] = all.reduce(into: [:]) {
    $0[$1.action, default: []].formUnion($1.keys)
  }

  fileprivate static let doneWhileTyping: Set<Action> = {
    let others = all.filter { !$0.contexts.isSubset(of: Context.typing) }.map(\.action)
    return Set(Action.allCases).subtracting(others)
  }()
}

extension Binding {
  /// The keys that it can have where text is read.
  fileprivate func readingKeys(_ wanted: [KeyPress]) -> [KeyPress] {
    if wanted.isEmpty { return [] }
    if Set(wanted) == Bindings.standardKeys[action] { return keys }
    let fitting = fitting(wanted)
    return fitting.isEmpty ? keys : fitting
  }

  /// The keys that it can have where text is typed.
  fileprivate func typingKeys(_ wanted: [KeyPress]) -> [KeyPress] {
    if wanted.isEmpty { return [] }
    if Set(wanted) == Bindings.standardKeys[action] { return keys }
    let fitting = fitting(wanted.filter { $0.typed == nil })
    if action.isOnlyForTyping { return fitting.isEmpty ? keys : fitting }
    let isEverywhere = contexts.count == Context.allCases.count
    let kept = isEverywhere && !fitting.isEmpty ? [] : keys
    return kept + fitting.filter { !kept.contains($0) }
  }

  /// Without the keys that the action has in other places by itself and that mean something else here: it isn't asked for
  /// them here. Esc never quits the program.
  private func fitting(_ wanted: [KeyPress]) -> [KeyPress] {
    let elsewhere = Bindings.standardKeys[action] ?? []
    return wanted.filter { key in
      if keys.contains(key) { return true }
      if action == .back, contexts.contains(.home), key == KeyPress(.escape) { return false }
      return !elsewhere.contains(key)
        || contexts.allSatisfy { Bindings.standard.action(for: key, in: $0) == nil }
    }
  }

  fileprivate func rebound(to keys: [KeyPress], in contexts: Set<Context>) -> Binding {
    // The order that the table has is that of the hints.
    if Set(keys) == Set(self.keys) { return with(keys: self.keys, names: keyNames, in: contexts) }
    return with(
      keys: keys, names: keys.map(\.name).joined(separator: " "),
      hintKey: keys.first.map { $0 == KeyPress(.enter) ? "⏎" : $0.name }, in: contexts)
  }

  fileprivate func with(keys: [KeyPress]) -> Binding {
    with(keys: keys, names: keyNames, in: contexts)
  }
}

extension Action {
  /// Whether it is done only while text is typed.
  package var isOnlyForTyping: Bool {
    Bindings.all.filter { $0.action == self }.allSatisfy {
      $0.contexts.isSubset(of: Context.typing)
    }
  }

  /// Whether its keys are what they are: the digits of numbers, counts and options.
  package var hasFixedKeys: Bool { [.typeNumber, .pickOption, .count].contains(self) }

  /// Whether the notebook can't be used without it.
  package var isEssential: Bool {
    [.help, .back, .leave, .accept, .giveUp, .open].contains(self)
  }
}
