import CellLanguage

/// What is said about the order of definitions.
enum SheetMessages {
  /// A name that has a definition already.
  static func defined(
    _ name: String, at range: SourceRange, earlier: SheetPlace, cell: Int, isGuest: Bool = false
  ) -> Diagnostic {
    guard earlier.cell >= 0 else {
      return Diagnostic(
        code: "name", "\(name) has a value already: it is an input", at: range,
        help: "take another name")
    }
    let isHere = earlier.cell == cell
    return Diagnostic(
      code: "name", "\(name) is defined a second time", at: range,
      secondary: isHere ? Diagnostic.Label(earlier.range, "defined first here") : nil,
      help: isHere
        ? "a name is defined once; take another"
        : isGuest
          ? "it is defined first in a cell of your own; a name is defined once, take another"
          : "it is defined first on line \(earlier.line); a name is defined once, take another")
  }

  /// A name that a cell of the reader's can't have.
  static func taken(
    _ name: String, by owner: SheetGuests.Owner, at range: SourceRange
  ) -> Diagnostic {
    switch owner {
    case .lesson:
      Diagnostic(
        code: "name", "\(name) is the lesson's, and a name is defined once", at: range,
        help: "take another name; to change \(name), edit it where the lesson defines it")
    case .others:
      Diagnostic(
        code: "name", "\(name) is defined in a cell of the lesson, as you changed it", at: range,
        help: "take another name here, or delete this definition")
    case .language:
      Diagnostic(
        code: "name", "\(name) is a function or a constant already", at: range,
        help: "take another name")
    }
  }

  /// Arrays that are too much together.
  static func tooMuch(limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "bound", "all names together may hold \(limit) entries, and with this they hold more",
      at: range, help: "smaller arrays, or fewer of them")
  }

  /// A name whose definition comes only later.
  static func later(
    _ name: String, at range: SourceRange, isDirect: Bool, place: SheetPlace, unit: SheetUnit,
    guests: (definer: Bool, user: Bool) = (false, false)
  ) -> Diagnostic {
    let isItself =
      place.cell == unit.cell && unit.statement.range.start <= place.range.start
      && place.range.end <= unit.statement.range.end
    if isDirect, isItself {
      return Diagnostic(
        code: "name", "\(name) is used in its own definition", at: range,
        help: "a name is defined once, before its use; give the new value another name")
    }
    let isHere = place.cell == unit.cell
    return Diagnostic(
      code: "name",
      isDirect
        ? "\(name) is used before it is defined"
        : "what is called here uses \(name), which is defined only later",
      at: range, secondary: isHere ? Diagnostic.Label(place.range, "defined here") : nil,
      help: isHere
        ? "move its definition up"
        : guests.user
          ? "move this cell below its definition"
          : guests.definer
            ? "it is defined in a cell of your own; move that up"
            : "it is defined on line \(place.line); move its definition up")
  }
}
