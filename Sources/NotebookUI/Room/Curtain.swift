package import Notebook

/// How far each step of a lesson is revealed: up to one of its pauses.
package struct Curtain: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// In front of a room: it holds at every pause, and can be drawn again.
    case room
    /// For a reader: at every pause.
    case pauses
    /// For a reader: where something is to be guessed first.
    case guesses
  }

  /// A pause that was passed: where the presenter was before, how far the step was scrolled for what came, and how many
  /// parts of it are shown since.
  struct Opening: Hashable {
    let focus: Focus?
    let scroll: Int
    var scrollThen: Int
    let parts: Int
  }

  package let kind: Kind
  /// The pauses that were passed, by the indices of their steps.
  private var openings: [Int: [Opening]] = [:]
  /// The steps before this one were read before.
  private let firstUnread: Int

  package init(_ kind: Kind = .room, firstUnread: Int = 0) {
    self.kind = kind
    self.firstUnread = firstUnread
  }

  /// How many of a step's parts may be shown because its pauses were passed, at least the first.
  func openedParts(ofStep step: Int) -> Int {
    step < firstUnread ? .max : openings[step]?.last?.parts ?? 1
  }

  func lastOpening(ofStep step: Int) -> Opening? { openings[step]?.last }

  mutating func open(_ opening: Opening, inStep step: Int) {
    openings[step, default: []].append(opening)
  }

  mutating func setScroll(_ scroll: Int, inStep step: Int) {
    guard let count = openings[step]?.count, count > 0 else { return }
    openings[step]?[count - 1].scrollThen = scroll
  }

  mutating func close(inStep step: Int) -> Opening? { openings[step]?.popLast() }
}

extension Step {
  /// What its pauses divide it into.
  package var partCount: Int { blocks.pauseCount + 1 }

  /// The part that a cell stands in, counted from 1.
  func part(of cell: CellID) -> Int? {
    (1...partCount).first { part in
      blocks(shownParts: part).joined().contains { $0.cells.contains(cell) }
    }
  }

  /// Its blocks up to the end of a part, counted from 1. An exercise that is not shown to its end has no checks yet.
  ///
  /// - Returns: for each block what is shown of it.
  func blocks(shownParts parts: Int) -> [[Block]] {
    var left = parts
    return blocks.map { left > 0 ? [$0].shown(&left) : [] }
  }
}

extension [Block] {
  fileprivate var pauseCount: Int {
    reduce(0) { count, block in
      switch block {
      case .pause: count + 1
      case .exercise(let exercise): count + exercise.blocks.pauseCount
      default: count
      }
    }
  }

  /// - Parameter left: how many parts may still be shown; 0 when the end of the last was reached.
  fileprivate func shown(_ left: inout Int) -> [Block] {
    var shown: [Block] = []
    for block in self {
      switch block {
      case .pause: left -= 1
      case .exercise(let exercise):
        let inside = exercise.blocks.shown(&left)
        shown += left > 0 ? [block] : inside
      default: shown.append(block)
      }
      if left == 0 { break }
    }
    return shown
  }
}

/// What of a step's page may be seen.
struct RevealedParts {
  /// The texts from the beginning.
  let texts: Int
  let cells: Set<CellID>

  /// nil where all may be seen.
  init?(_ reading: Reading, ascii: Bool) {
    guard reading.hasHiddenParts else { return nil }
    let shown = reading.shownByBlock
    texts = reading.elements(of: shown, ascii: ascii).count {
      if case .text = $0 { true } else { false }
    }
    cells = Set(shown.joined().flatMap(\.cells))
  }
}
