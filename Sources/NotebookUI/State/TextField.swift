import CellLanguage

/// A text being typed, and where in it.
package struct TextField: Hashable, Sendable {
  /// More than anyone types in a field; a paste is cut here.
  package static let usualCapacity = 4000
  private static let roomAtLeast = 1000

  package private(set) var characters: [Character]
  /// The character before which the next one goes; `characters.count` is the end.
  package private(set) var caret: Int
  /// Whether a line break may be typed.
  package let multiline: Bool
  /// The most characters that it takes.
  package let capacity: Int

  package init(
    _ text: String = "", multiline: Bool = false, capacity: Int = TextField.usualCapacity
  ) {
    self.characters = Array(text)
    self.caret = characters.count
    self.multiline = multiline
    // A longer text that is there already can be gone on with.
    self.capacity = max(capacity, characters.count + Self.roomAtLeast)
  }

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }

  /// The lines of the text; at least one.
  package var lines: [String] {
    characters.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  }

  /// The line that the caret stands in, and how many characters before it.
  package var caretPlace: (line: Int, column: Int) {
    let before = characters[..<caret]
    let line = before.count { $0 == "\n" }
    let start = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
    return (line, caret - start)
  }

  /// Puts text in at the caret. What can't be typed is left out; in a single line, breaks and tabs become spaces.
  package mutating func insert(_ text: String) {
    var typed: [Character] = []
    for character in text where characters.count + typed.count < capacity {
      if character.isNewline {
        typed.append(multiline ? "\n" : " ")
      } else if character == "\t" {
        typed.append(contentsOf: multiline ? "  " : " ")
      } else {
        typed += Self.printable(character)
      }
    }
    typed = Array(typed.prefix(max(0, capacity - characters.count)))
    characters.insert(contentsOf: typed, at: caret)
    caret += typed.count
  }

  /// What of a character can be shown: an emoji of several is each of them, without what joins them.
  static func printable(_ character: Character) -> [Character] {
    if isPrintable(character) { return [character] }
    let scalars = character.unicodeScalars.filter { !TextFilter.isFormat($0) }
    guard scalars.count < character.unicodeScalars.count else { return [] }
    return scalars.map { Character($0) }.filter(isPrintable)
  }

  /// Whether a character can be shown as what it is; controls and what hides or turns text around can't.
  static func isPrintable(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy {
      switch $0.properties.generalCategory {
      case .control, .format, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
  }

  package mutating func moveLeft() { caret = max(0, caret - 1) }
  package mutating func moveRight() { caret = min(characters.count, caret + 1) }

  /// Puts the caret before a character.
  package mutating func move(to index: Int) { caret = max(0, min(index, characters.count)) }

  /// To the beginning of the word, or of the one before.
  package mutating func moveWordLeft() {
    while caret > 0, !Self.isWord(characters[caret - 1]) { caret -= 1 }
    while caret > 0, Self.isWord(characters[caret - 1]) { caret -= 1 }
  }

  /// To the end of the word, or of the next.
  package mutating func moveWordRight() {
    while caret < characters.count, !Self.isWord(characters[caret]) { caret += 1 }
    while caret < characters.count, Self.isWord(characters[caret]) { caret += 1 }
  }

  static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  package mutating func moveToLineStart() { caret -= caretPlace.column }

  package mutating func moveToLineEnd() {
    caret = characters[caret...].firstIndex(of: "\n") ?? characters.count
  }

  package mutating func moveUp() { moveLine(by: -1) }
  package mutating func moveDown() { moveLine(by: 1) }

  private mutating func moveLine(by step: Int) {
    let lines = lines
    let place = caretPlace
    let line = place.line + step
    guard lines.indices.contains(line) else { return }
    let before = lines[..<line].reduce(0) { $0 + $1.count + 1 }
    caret = before + min(place.column, lines[line].count)
  }

  /// Puts the caret before the character at a UTF-8 offset of the text.
  package mutating func moveTo(utf8Offset: Int) {
    var offset = 0
    caret = 0
    while caret < characters.count && offset < utf8Offset {
      offset += characters[caret].utf8.count
      caret += 1
    }
  }

  package mutating func deleteBackward() {
    guard caret > 0 else { return }
    caret -= 1
    characters.remove(at: caret)
  }

  package mutating func deleteForward() {
    guard caret < characters.count else { return }
    characters.remove(at: caret)
  }

  package mutating func deleteToLineStart() {
    let start = caret - caretPlace.column
    characters.removeSubrange(start..<caret)
    caret = start
  }

  package mutating func deleteToLineEnd() {
    let end = characters[caret...].firstIndex(of: "\n") ?? characters.count
    characters.removeSubrange(caret..<end)
  }

  /// Puts other characters in the place of some, and the caret behind them.
  mutating func replace(_ range: Range<Int>, with other: [Character]) {
    characters.replaceSubrange(range, with: other)
    caret = range.lowerBound + other.count
  }

  package mutating func deleteWordForward() {
    let start = caret
    moveWordRight()
    replace(start..<caret, with: [])
  }

  package mutating func deleteWordBackward() {
    while caret > 0, characters[caret - 1].isWhitespace { deleteBackward() }
    while caret > 0, !characters[caret - 1].isWhitespace { deleteBackward() }
  }
}
