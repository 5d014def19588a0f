import CellLanguage
import Notebook

/// The result of a program for people: values as the notebook shows them, and what is wrong.
enum EvaluationText {
  /// The value of each statement, in text order.
  ///
  /// - Parameter digits: decimals of a number; nil leaves it to the cell's `#| digits`.
  static func values(of evaluation: Evaluation, digits: Int?) -> String {
    let lines = evaluation.units.flatMap { unit -> [String] in
      let program = evaluation.sheet.programs[unit.cell]
      return values(of: unit, digits: digits ?? program.digits)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func values(of unit: SheetUnit, digits: Int) -> [String] {
    guard case .value(let value) = unit.outcome else { return [] }
    switch unit.statement.kind {
    case .expression: return ValueLines.lines(name: nil, value, digits: digits)
    default:
      return unit.definitions.flatMap { ValueLines.lines(name: $0.name, $0.value, digits: digits) }
    }
  }

  /// What is wrong and what waits for it.
  static func talk(of evaluation: Evaluation) -> [String] {
    let problems = evaluation.diagnostics.map { DiagnosticText($0.diagnostic, in: $0.source).text }
    return problems + evaluation.units.compactMap(waiting)
  }

  private static func waiting(_ unit: SheetUnit) -> String? {
    guard case .waiting(let cause, let reason) = unit.outcome else { return nil }
    if case .hole(let name) = unit.statement.kind { return "\(name) is still to fill in" }
    let names =
      unit.definedNames.isEmpty ? unit.text.shown : unit.definedNames.joined(separator: ", ")
    return "\(names) waits for \(cause)\(reason == .hole ? ", which is still to fill in" : "")"
  }
}

extension Program {
  /// Decimals of a shown number, by the cell's own option.
  fileprivate var digits: Int {
    let chosen = options.last { $0.name == "digits" }.flatMap { Int($0.value) }
    return chosen.flatMap { (0...17).contains($0) ? $0 : nil } ?? 2
  }
}

extension String {
  /// The first line, filtered and cut for a message.
  fileprivate var shown: String {
    let line = split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return TextFilter.visible(line.count <= 40 ? line : line.prefix(39) + "…")
  }
}
