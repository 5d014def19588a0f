package import CellLanguage

/// A cell's text as it is now, read: its statements, and the entries of those that are inputs.
struct CellText: Sendable {
  let program: Program
  /// For each statement, its entries where it is a literal.
  let literals: [LiteralInput?]

  init(_ program: Program) {
    self.program = program
    literals = program.statements.map { LiteralInput($0) }
  }

  init(_ text: String, in source: Source, limits: Limits) {
    let changed = Source(text, name: source.name, firstLine: source.firstLine)
    self.init(Program(parsing: changed, limits: limits))
  }

  var source: Source { program.source }

  func statement(_ index: Int) -> Statement? {
    program.statements.indices.contains(index) ? program.statements[index] : nil
  }

  func literal(_ index: Int) -> LiteralInput? {
    literals.indices.contains(index) ? literals[index] : nil
  }

  /// The text of a statement.
  func text(_ index: Int) -> String? {
    statement(index).map { source.text(in: $0.range) }
  }

  /// The place behind the last statement, where a cell that can't be read in whole shows its text.
  func isUnreadable(at index: Int) -> Bool { index == program.statements.count }

  /// The whole text with another in place of a range.
  func replacing(_ range: SourceRange, with text: String, limits: Limits) -> CellText {
    CellText(source.replacing(range, with: text).text, in: source, limits: limits)
  }

  /// Whether the statements other than one, in whose place `count` stand now, are as in an older text.
  func agrees(with old: CellText, besides index: Int, taking count: Int = 1) -> Bool {
    program.statements.count == old.program.statements.count + count - 1
      && program.diagnostics.count <= old.program.diagnostics.count
      && old.program.statements.indices.allSatisfy {
        $0 == index || text($0 < index ? $0 : $0 + count - 1) == old.text($0)
      }
  }
}

extension LiteralInput {
  /// The text range of an entry; nil outside the shape.
  func range(at position: [Int]) -> SourceRange? {
    guard position.count == shape.count else { return nil }
    var offset = 0
    for (index, size) in zip(position, shape) {
      guard (0..<size).contains(index) else { return nil }
      offset = offset * size + index
    }
    return entries[offset]
  }
}

extension Session {
  /// A cell as it is now, read.
  package func program(of cell: CellID) -> Program { cells[cell].program }
}
