import Terminal

/// A text of several lines being written: a cell, or prose.
package struct TextEditor: Hashable, Sendable {
  /// What is written decides what Enter, Tab and Backspace do about blanks.
  package enum Kind: Hashable, Sendable {
    /// A program: blanks at the beginning of a line are four by four.
    case code
    /// Markdown: two by two, for lists.
    case prose
    /// A title, which has one line.
    case line

    var indent: Int { self == .code ? 4 : 2 }
  }

  /// More than a cell or a paragraph should have; what is pasted beyond is left out.
  package static let capacity = 20_000

  package let kind: Kind
  package private(set) var field: TextField
  private var history = EditorHistory()
  /// The column that up and down go along, in columns of the terminal.
  var goal: Int?

  package init(_ text: String = "", kind: Kind) {
    self.kind = kind
    field = TextField(
      String(text.map { $0.isNewline ? "\n" : $0 }), multiline: kind != .line,
      capacity: Self.capacity)
  }

  package var text: String { field.text }
  package var isEmpty: Bool { field.isEmpty }
  package var caret: Int { field.caret }
  package var characters: [Character] { field.characters }

  // MARK: - Changing

  /// A change that can be taken back.
  mutating func change(_ make: (inout TextField) -> Void) {
    let before = field
    make(&field)
    goal = nil
    if field.characters == before.characters {
      if field.caret != before.caret { history.close() }
    } else {
      history.record(from: before, to: field)
    }
  }

  /// Puts the caret before a character, as up, down and clicks do.
  mutating func move(to index: Int, goal: Int? = nil) {
    field.move(to: index)
    history.close()
    self.goal = goal
  }

  /// What couldn't be put in.
  struct LeftOut: Hashable {
    /// Characters that can't be shown.
    var controls = 0
    /// Characters beyond the capacity.
    var excess = 0
    var capacity = TextEditor.capacity
  }

  /// Puts pasted text in, its line ends as they are.
  mutating func paste(_ text: String) -> LeftOut {
    var left = LeftOut(capacity: field.capacity)
    var clean = ""
    var room = field.capacity - field.characters.count
    for character in text {
      let shown =
        character == "\t"
        ? Array(repeating: " ", count: kind.indent)
        : character.isNewline ? [character] : TextField.printable(character)
      guard !shown.isEmpty else {
        left.controls += 1
        continue
      }
      guard room >= shown.count else {
        left.excess += 1
        continue
      }
      room -= shown.count
      clean += String(shown)
    }
    change { $0.insert(clean) }
    return left
  }

  /// A new line with the blanks of this one; behind a colon, with four more.
  mutating func breakLine() {
    guard kind != .line else { return }
    let before = lineBeforeCaret
    var blanks = before.prefix { $0 == " " }.count
    if kind == .code, before.last(where: { $0 != " " }) == ":" { blanks += kind.indent }
    change { $0.insert("\n" + String(repeating: " ", count: blanks)) }
  }

  private var lineBeforeCaret: ArraySlice<Character> {
    field.characters[(field.caret - field.caretPlace.column)..<field.caret]
  }

  /// Whether nothing but blanks stands before the caret on its line.
  var isAtIndentation: Bool { lineBeforeCaret.allSatisfy { $0 == " " } }

  /// Blanks up to the next place that lines are indented to.
  mutating func indent() {
    guard kind != .line else { return }
    let missing = kind.indent - lineBeforeCaret.count % kind.indent
    change { $0.insert(String(repeating: " ", count: missing)) }
  }

  /// Takes the blanks of one indentation from the beginning of the line.
  mutating func outdent() {
    let start = field.caret - field.caretPlace.column
    let blanks = field.characters[start...].prefix { $0 == " " }.count
    let taken = min(blanks, kind.indent)
    guard taken > 0 else { return }
    let caret = field.caret
    change {
      $0.replace(start..<start + taken, with: [])
      $0.move(to: max(start, caret - taken))
    }
  }

  /// Backspace in the blanks before a line of code takes one indentation.
  private mutating func deleteBackward() {
    let before = lineBeforeCaret
    guard kind == .code, !before.isEmpty, before.allSatisfy({ $0 == " " }) else {
      return change { $0.deleteBackward() }
    }
    let taken = (before.count - 1) % kind.indent + 1
    change { $0.replace($0.caret - taken..<$0.caret, with: []) }
  }

  /// Home: to the first letter of the line; from there, to its beginning.
  private mutating func moveHome() {
    let place = field.caretPlace
    let start = field.caret - place.column
    let blanks = field.characters[start...].prefix { $0 == " " }.count
    move(to: place.column == blanks ? start : start + blanks)
  }

  // MARK: - Keys

  /// Keys that move the caret inside its line and change the text, as in a shell.
  mutating func apply(_ key: KeyPress) {
    switch (key.key, key.control, key.alt) {
    case (.backspace, _, false), (.character("h"), true, false): deleteBackward()
    case (.home, true, _): move(to: 0)
    case (.end, true, _): move(to: field.characters.count)
    case (.home, _, _): moveHome()
    case (.up, _, _), (.down, _, _): break
    default: change { $0.apply(key) }
    }
  }

  // MARK: - Taking back

  /// Has another text to take back to.
  mutating func offer(_ text: String) {
    var other = field
    other.replace(0..<other.characters.count, with: Array(text))
    history.record(from: other, to: field)
    history.close()
  }

  /// - Returns: whether there was anything to take back.
  mutating func undo() -> Bool {
    guard let step = history.takeBack() else { return false }
    field.replace(step.start..<step.start + step.inserted.count, with: step.removed)
    field.move(to: step.caretBefore)
    goal = nil
    return true
  }

  /// - Returns: whether there was anything to do again.
  mutating func redo() -> Bool {
    guard let step = history.doAgain() else { return false }
    field.replace(step.start..<step.start + step.removed.count, with: step.inserted)
    field.move(to: step.caretAfter)
    goal = nil
    return true
  }
}
