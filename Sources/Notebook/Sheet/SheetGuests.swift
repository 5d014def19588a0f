import CellLanguage

/// Cells of the reader's between those of the lesson, and what they may not do.
///
/// In a notebook of Python's the later definition would hold for what follows. Here every number on the screen follows
/// from the whole text, so a name means one thing, and what a lesson says of its names stays true: a guest takes no
/// name that the lesson, the other cells or the language has, wherever it stands. It has a budget of its own too.
struct SheetGuests: Sendable {
  /// Whose a name is.
  enum Owner: Hashable, Sendable {
    case lesson
    /// Cells that are no guests define it, though the lesson as it was written doesn't.
    case others
    case language
  }

  private let cells: Set<Int>
  private let reserved: Set<String>
  private let others: Set<String>

  init(of sheet: Sheet) {
    cells = sheet.guests
    reserved = sheet.reserved
    others =
      cells.isEmpty
      ? []
      : Set(
        sheet.order.filter { !sheet.guests.contains($0) }
          .flatMap { sheet.units[$0].flatMap(\.definedNames) })
  }

  func contains(_ cell: Int) -> Bool { cells.contains(cell) }

  /// Who keeps a cell from defining a name; nil where it may.
  func owner(of name: String, against cell: Int) -> Owner? {
    guard cells.contains(cell) else { return nil }
    if reserved.contains(name) { return .lesson }
    if others.contains(name) { return .others }
    return Sheet.isBuiltin(name) ? .language : nil
  }
}
