import Notebook

extension Panel {
  /// An entry by its labels, or its indices where there are none: `K[cat, y]`, `A[1, 0]`; a single number by its name.
  func entryName(_ position: [Int]) -> String {
    let name = shownName ?? "value"
    guard !position.isEmpty else { return name }
    let parts = position.enumerated().map { axis, index in
      switch position.count - 1 - axis {
      case 0: columnLabels[safe: index] ?? String(index)
      case 1: rowLabels[safe: index] ?? String(index)
      default: String(index)
      }
    }
    return "\(name)[\(parts.joined(separator: ", "))]".onOneLine()
  }
}

extension Lesson {
  /// The step in which a cell stands.
  func step(of cell: CellID) -> Int? {
    steps.firstIndex { step in step.blocks.contains { $0.cells.contains(cell) } }
  }
}

extension Block {
  /// The cells in it, those of an exercise included.
  var cells: [CellID] {
    switch self {
    case .cell(let id): [id]
    case .exercise(let exercise): exercise.blocks.flatMap(\.cells)
    default: []
    }
  }
}
