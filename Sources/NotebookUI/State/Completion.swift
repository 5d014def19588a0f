import CellLanguage
import Notebook

/// What the word before the caret may become in a formula: names of the lesson and functions.
struct Completion: Hashable {
  /// The letters typed.
  let word: String
  /// What begins with them, the lesson's names first.
  let names: [String]

  /// - Parameter own: the names that the lesson defines, in text order.
  init?(_ field: TextField, own: [String]) {
    let word = Self.word(before: field.caret, in: field.characters)
    guard let first = word.first, !first.isNumber else { return nil }
    var seen: Set<String> = []
    let names = (own + FunctionTable.names).filter {
      $0.hasPrefix(word) && $0 != word && seen.insert($0).inserted
    }
    guard !names.isEmpty else { return nil }
    self.word = word
    self.names = names
  }

  private static func word(before caret: Int, in characters: [Character]) -> String {
    let before = characters[..<caret]
    let start = before.lastIndex { !isPart($0) }.map { $0 + 1 } ?? 0
    // In the middle of a word nothing is completed, and behind a point stands an attribute.
    if caret < characters.count, isPart(characters[caret]) { return "" }
    if start > 0, characters[start - 1] == "." { return "" }
    return String(before[start...])
  }

  static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  /// The function whose call the caret stands in, or whose name it stands behind.
  static func function(at caret: Int, in characters: [Character]) -> FunctionRow? {
    let current = word(before: caret, in: characters)
    if let row = FunctionTable.row(named: current) { return row }
    var depth = 0
    for index in characters[..<caret].indices.reversed() {
      switch characters[index] {
      case ")", "]": depth += 1
      case "[": depth -= 1
      case "(" where depth > 0: depth -= 1
      case "(":
        if let row = FunctionTable.row(named: word(before: index, in: characters)) { return row }
      case "\n": return nil
      default: break
      }
    }
    return nil
  }
}

extension Editing {
  /// While Ctrl-N goes through them: what was typed, what it may become, and which of it stands there.
  package struct Completing: Hashable, Sendable {
    let word: String
    let names: [String]
    var index: Int
  }
}

extension State {
  /// What can be completed at the caret of the formula being typed.
  var completion: Completion? {
    guard let reading, let editing = reading.editing, case .formula = editing.target else {
      return nil
    }
    return Completion(editing.field, own: reading.session.names)
  }

  /// Puts the next or the one before of what fits in the place of the word; behind the last comes the word itself.
  mutating func complete(by step: Int) {
    guard let editing = reading?.editing, case .formula = editing.target else { return }
    var completing: Editing.Completing
    if let going = editing.completing {
      completing = going
    } else if let completion {
      completing = Editing.Completing(
        word: completion.word, names: completion.names + [completion.word],
        index: completion.names.count)
    } else {
      return
    }
    let count = completing.names.count
    let old = completing.names[completing.index]
    completing.index = (completing.index + step + count) % count
    for _ in old { reading?.editing?.field.deleteBackward() }
    reading?.editing?.field.insert(completing.names[completing.index])
    reading?.editing?.completing = completing
    reading?.editing?.problem = nil
  }
}

extension Session {
  /// The names that the cells define, in text order.
  fileprivate var names: [String] {
    cellOrder.flatMap { panels(of: $0) }.flatMap { panel in
      (panel.name ?? "").split { $0 == "," || $0 == " " }.map { String($0) }
    }
  }
}
