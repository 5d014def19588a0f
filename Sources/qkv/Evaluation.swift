import CellLanguage
import Notebook

/// A program that was run headless: what became of each statement, and of what could not be read.
struct Evaluation {
  let sheet: Sheet

  init(programs: [Program], inputs: [(name: String, value: Value)] = []) {
    sheet = Sheet(programs: programs, inputs: inputs)
  }

  /// Everything wrong, with the text its places lie in, in text order.
  var diagnostics: [(diagnostic: Diagnostic, source: Source)] { sheet.diagnostics }

  /// Every name with a value, in the order of definition; the inputs first.
  var definitions: [(name: String, value: Value)] { sheet.definitions }

  /// The statements in text order.
  var units: [SheetUnit] { Array(sheet.units.joined()) }
}
