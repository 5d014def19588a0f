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
    self.init(word: word, fitting: names)
  }

  init?(word: String, fitting names: [String]) {
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
  ///
  /// - Parameter known: what is known of the functions.
  static func function(
    at caret: Int, in characters: [Character], known: KnownFunctions
  ) -> FunctionLine? {
    let current = word(before: caret, in: characters)
    if let row = known[current] { return row }
    var depth = 0
    for index in characters[..<caret].indices.reversed() {
      switch characters[index] {
      case ")", "]": depth += 1
      case "[": depth -= 1
      case "(" where depth > 0: depth -= 1
      case "(":
        if let row = known[word(before: index, in: characters)] { return row }
      case "\n": return nil
      default: break
      }
    }
    return nil
  }
}

/// While Ctrl-N goes through what fits: what was typed, what it may become, and which of it stands there.
package struct Completing: Hashable, Sendable {
  let word: String
  /// The word itself stands last.
  let names: [String]
  private(set) var index: Int

  init(_ completion: Completion) {
    word = completion.word
    names = completion.names + [completion.word]
    index = completion.names.count
  }

  /// Puts the next or the one before of what fits in the place of the word; behind the last comes the word itself.
  mutating func step(by step: Int, in field: inout TextField) {
    let old = names[index].count
    index = (index + step + names.count) % names.count
    field.replace(field.caret - old..<field.caret, with: Array(names[index]))
  }
}

extension State {
  /// What can be completed at the caret of the formula or the cell being typed.
  var completion: Completion? {
    guard let reading else { return nil }
    if let writing = reading.writing { return reading.completion(in: writing) }
    guard let editing = reading.editing, case .formula(let panel) = editing.target else {
      return nil
    }
    return Completion(editing.field, own: reading.session.names(above: panel))
  }

  /// Completes the word before the caret of a formula.
  mutating func complete(by step: Int) {
    guard let editing = reading?.editing, case .formula = editing.target,
      var completing = editing.completing ?? completion.map({ Completing($0) })
    else { return }
    var field = editing.field
    completing.step(by: step, in: &field)
    reading?.editing?.field = field
    reading?.editing?.completing = completing
    reading?.editing?.problem = nil
  }
}

extension Session {
  /// The names that are defined before a panel, the nearest first: no other can stand in its formula.
  fileprivate func names(above panel: PanelID) -> [String] {
    let cells = cellOrder.prefix { $0 != panel.cell }
    let beside = panels(of: panel.cell).filter { $0.id.statement < panel.statement }
    return beside.reversed().flatMap { $0.definedNames }
      + cells.reversed().flatMap { names(of: $0) }
  }

  /// The names that a cell defines.
  func names(of cell: CellID) -> [String] {
    panels(of: cell).flatMap(\.definedNames)
  }
}

extension Panel {
  /// `n` and `d` of `n, d = Q.shape`.
  fileprivate var definedNames: [String] {
    (name ?? "").split { $0 == "," || $0 == " " }.map { String($0) }
  }
}
