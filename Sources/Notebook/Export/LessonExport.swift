import AttentionEngine
import CellLanguage

/// A lesson as a program that needs Python with NumPy alone, and ends with its numbers asserted.
package struct LessonExport {
  /// What a lesson is made of, its tasks told in prose.
  enum Piece {
    case step([Inline])
    case prose(ProseBlock)
    case listing(language: String, text: String)
    case cell(CellID)
  }

  let session: Session
  /// Every name that the lesson gives a value.
  private let ownNames: Set<String>

  package init(_ session: Session) {
    self.session = session
    ownNames = Set(
      session.cellOrder.flatMap { session.sheet.units[$0].flatMap(\.definedNames) })
  }

  var title: String {
    let number = session.lesson.number.map { "\($0) " } ?? ""
    return number + session.lesson.title
  }

  func code(ofCell id: CellID, isPrinted: Bool) -> String {
    PythonCell(
      program: session.sheet.programs[id], units: session.sheet.units[id],
      definitions: session.sheet.definitions, ownNames: ownNames
    ).text(isPrinted: isPrinted)
  }

  // MARK: - Prose

  var pieces: [Piece] {
    session.lesson.steps.flatMap { [.step($0.title)] + $0.blocks.flatMap(pieces) }
  }

  private func pieces(_ block: Block) -> [Piece] {
    switch block {
    case .prose(let block): [.prose(block)]
    case .cell(let id): [.cell(id)]
    case .listing(let language, let text): [.listing(language: language, text: text)]
    case .pause, .note, .play: []
    case .exercise(let exercise): pieces(exercise)
    case .quiz(let quiz):
      ([said("Question:")] + quiz.question + [items(quiz.options.map(\.text))]).map(Piece.prose)
    case .predict(let predict): ([said("Predict:")] + predict.question).map(Piece.prose)
    }
  }

  private func pieces(_ exercise: Exercise) -> [Piece] {
    let points = exercise.points == 1 ? "1 point" : "\(exercise.points) points"
    let checks = exercise.checks.flatMap(\.messages).map { [Inline.text($0)] }
    let ending =
      checks.isEmpty ? [] : [Piece.prose(said("It will be checked that:")), .prose(items(checks))]
    return [.prose(said("Exercise \(exercise.id), \(points)"))]
      + exercise.blocks.flatMap(pieces) + ending
  }

  private func said(_ text: String) -> ProseBlock { .paragraph([.text(text)]) }

  private func items(_ texts: [[Inline]]) -> ProseBlock {
    .list(ordered: false, start: 1, items: texts.map { [.paragraph($0)] })
  }

  // MARK: - What stands before and behind the cells

  /// The imports, and the functions that NumPy lacks and the lesson uses.
  var preparation: String {
    let functions = PythonPrelude.functions(for: usedFunctions)
    var imports = ["import numpy as np", "from numpy import *"]
    // Older ones leave these out of what * brings, newer ones add a bool of their own.
    imports += ["from numpy import abs, max, min, round", "from builtins import bool"]
    if functions.contains(where: { $0.text.contains("math.") }) {
      imports.insert("import math", at: 0)
    }
    if texts.contains(where: { $0.contains("numpy.") }) { imports.append("import numpy") }
    let quiet = "np.seterr(all=\"ignore\")  # nan and inf are numbers here"
    return ([(imports + ["", quiet]).joined(separator: "\n")] + functions.map(\.text))
      .joined(separator: "\n\n\n")
  }

  private var texts: [String] {
    session.cellOrder.map { session.sheet.programs[$0].source.text }
  }

  /// Those that the statements that run need; `randn` only where its numbers are not written out.
  private var usedFunctions: Set<String> {
    let units = session.cellOrder.flatMap { session.sheet.units[$0] }.filter {
      if case .value = $0.outcome { true } else { false }
    }
    var used = Set(units.flatMap { $0.statement.usedNames.map(\.0) })
    let codes = session.cellOrder.map { code(ofCell: $0, isPrinted: false) }
    if !codes.contains(where: { $0.contains("randn(") }) { used.remove("randn") }
    return used.intersection(PythonPrelude.names).subtracting(ownNames)
  }

  /// The most entries of an array that are asserted.
  private static let assertedEntries = 4096

  /// Every number and array of the lesson, asserted.
  var assertions: String {
    session.sheet.definitions.compactMap { name, value in
      LessonExport.array(of: value).map { LessonExport.assertion(name, $0) }
    }.joined(separator: "\n")
  }

  private static func array(of value: Value) -> NDArray? {
    switch value {
    case .array(let array): array.asNumPy
    case .integer(let number, _): NDArray(Tensor(scalar: Double(number)), dtype: .int64)
    case .float(let number, _): NDArray(Tensor(scalar: number))
    case .boolean(let flag, _): NDArray(Tensor(scalar: flag ? 1 : 0), dtype: .bool)
    default: nil
    }
  }

  private static func assertion(_ name: String, _ array: NDArray) -> String {
    let sizes = array.shape.map(String.init).joined(separator: ", ")
    let shape = array.shape.count == 1 ? "(\(sizes),)" : "(\(sizes))"
    var (actual, expected) = (name, array)
    if array.tensor.count > assertedEntries {
      actual = "np.ravel(\(name))[:\(assertedEntries)]"
      let entries = Array(array.tensor.entries.prefix(assertedEntries))
      expected = NDArray(Tensor(shape: [assertedEntries], entries: entries), dtype: array.dtype)
    }
    let literal = PythonLiteral.text(of: expected)
    let isEqual =
      array.dtype == .bool
      ? "np.array_equal(\(actual), \(literal))"
      : "np.allclose(\(actual), \(literal), rtol=1e-9, atol=1e-12, equal_nan=True)"
    return "assert np.shape(\(name)) == \(shape), \"\(name)\"\nassert \(isEqual), \"\(name)\""
  }
}

extension NDArray {
  fileprivate var asNumPy: NDArray { NDArray(dtype: dtype, trace: trace) }
}
