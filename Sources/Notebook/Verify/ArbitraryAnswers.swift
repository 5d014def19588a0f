import AttentionEngine
import CellLanguage

/// Answers that nobody means: zeros, random numbers, large ones, in the form of the right answer and in others.
struct ArbitraryAnswers {
  struct Answer {
    let program: Program
    /// Whether it has the shape of the solution.
    let hasRightForm: Bool
  }

  private let solved: SolvedExercise
  /// The lesson as a reader opens it.
  private let session: Session

  init(_ solved: SolvedExercise, _ session: Session) {
    self.solved = solved
    self.session = session
  }

  /// All finite: that NaN fails a comparison says nothing of what is compared.
  private enum Fill: CaseIterable { case zeros, random, opposite, ones, small, large }

  var all: [Answer] {
    let filled = Fill.allCases.compactMap { fill in
      program { text(of: $0, filledWith: fill) }.map { Answer(program: $0, hasRightForm: true) }
    }
    let misshapen = ["zeros((7, 5))", "ones((3,))", "ones((2, 3, 4)) > 2"].compactMap {
      value in
      program { isLiteral($0) ? nil : "\($0) = \(value)" }
        .map { Answer(program: $0, hasRightForm: false) }
    }
    return filled + misshapen
  }

  /// The solution's own numbers; nil where it is no formula, or gives something else than numbers.
  var typedIn: Program? {
    let formulas = solved.exercise.edits.filter { name in
      solved.statement(defining: name).map { LiteralInput($0) == nil } == true && !isLiteral(name)
    }
    guard !formulas.isEmpty else { return nil }
    return program { name in
      guard formulas.contains(name) else {
        return solved.statement(defining: name).map { solved.solution.source.text(in: $0.range) }
          ?? session.sheet.unit(defining: name)?.text
      }
      return array(name).map { array in
        "\(name) = " + literal(array.shape, array.tensor.entries.map { number($0, array.dtype) })
      }
    }
  }

  /// Nil where one of the names has no text.
  private func program(_ text: (String) -> String?) -> Program? {
    let texts = solved.exercise.edits.compactMap(text)
    guard texts.count == solved.exercise.edits.count else { return nil }
    return Program(parsing: Source(texts.joined(separator: "\n")))
  }

  // MARK: - Texts

  /// Whether the reader may only change numbers of it.
  private func isLiteral(_ name: String) -> Bool { starter(name) != nil }

  private func starter(_ name: String) -> (literal: LiteralInput, unit: SheetUnit)? {
    guard let unit = session.sheet.unit(defining: name), let literal = LiteralInput(unit.statement)
    else { return nil }
    return (literal, unit)
  }

  private func array(_ name: String) -> NDArray? {
    switch solved.value(of: name) {
    case .array(let array)? where array.tensor.count <= 10_000: array
    case .integer(let number, _)?: NDArray(Tensor(scalar: Double(number)), dtype: .int64)
    case .float(let number, _)?: NDArray(Tensor(scalar: number))
    default: nil
    }
  }

  private func text(of name: String, filledWith fill: Fill) -> String? {
    if let (literal, unit) = starter(name) { return filled(literal, unit, fill) }
    if case .function(let closure)? = solved.value(of: name) {
      let parameters = closure.function.parameters.map {
        closure.source.text(in: $0.range)
      }
      return "def \(name)(\(parameters.joined(separator: ", "))): return \(entries(fill, 1)[0])"
    }
    guard let array = array(name) else { return nil }
    return "\(name) = " + literal(array.shape, entries(fill, array.tensor.count))
  }

  /// The starter's text with other numbers wherever they may be changed.
  private func filled(_ literal: LiteralInput, _ unit: SheetUnit, _ fill: Fill) -> String {
    let editable = session.lesson.cells[unit.cell].options.editable
    var source = unit.source
    let entries = entries(fill, literal.entries.count)
    for offset in literal.entries.indices.reversed() {
      let position = Shape.position(of: offset, in: literal.shape)
      guard editable?.contains(position) != false else { continue }
      source = source.replacing(literal.entries[offset], with: entries[offset])
    }
    let removed = source.text.utf8.count - unit.source.text.utf8.count
    let range = SourceRange(unit.statement.range.start, unit.statement.range.end + removed)
    return source.text(in: range)
  }

  private func entries(_ fill: Fill, _ count: Int) -> [String] {
    switch fill {
    case .zeros: return Array(repeating: "0.0", count: count)
    case .ones: return Array(repeating: "1.0", count: count)
    case .random: return random(count).map { shortest($0) }
    case .opposite: return random(count).map { shortest(-$0) }
    case .small: return random(count).map { shortest($0 / 1000) }
    case .large: return random(count).map { shortest($0 * 1000) }
    }
  }

  /// Numbers between -2 and 2 with three decimals, the same each time.
  private func random(_ count: Int) -> [Double] {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (Double((state >> 33) % 3999) + 1) / 1000 - 2
    }
  }

  private func number(_ entry: Double, _ dtype: DType) -> String {
    ValueText.number(entry, dtype)
  }

  /// `array([[1, 2], [3, 4]])`
  private func literal(_ shape: [Int], _ entries: [String]) -> String {
    if shape.isEmpty { return entries[0] }
    guard !entries.isEmpty else {
      return "zeros((\(shape.map { "\($0)," }.joined(separator: " "))))"
    }
    func rows(_ shape: ArraySlice<Int>, _ entries: ArraySlice<String>) -> String {
      guard let size = shape.first else { return entries.first ?? "0" }
      let count = entries.count / size
      let parts = (0..<size).map { index in
        let start = entries.startIndex + index * count
        return rows(shape.dropFirst(), entries[start..<(start + count)])
      }
      return "[" + parts.joined(separator: ", ") + "]"
    }
    return "array(" + rows(shape[...], entries[...]) + ")"
  }
}
