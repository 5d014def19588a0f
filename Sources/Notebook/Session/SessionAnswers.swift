import CellLanguage

extension Session {
  /// What the reader entered for a task; nil where nothing was.
  package func answer(to task: LessonTask) -> Answer? {
    task.answer(edits: edits, attempts: attempts)
  }

  /// The names of the reader's own cells that the definitions of some names use. An answer is judged without them.
  package func ownNames(usedBy names: [String]) -> [String] {
    guard !isAuthoring, !ownCells.isEmpty else { return [] }
    let own = Set(ownCells.filter(placedCells.contains).flatMap { cells[$0].program.definedNames })
    var used: [String] = []
    for cell in Set(names.compactMap { panelID(forName: $0)?.cell }).sorted() {
      for name in cells[cell].program.usedNames where own.contains(name) && !used.contains(name) {
        if let definer = sheet.definers[name], ownCells.contains(definer.cell) { used.append(name) }
      }
    }
    return used
  }

  /// The names that an expression is computed from, and what those are computed from, down to the inputs.
  package func names(behind expression: String) -> Set<String> {
    let program = Program(parsing: Source(expression), limits: limits)
    var open = Array(program.usedNames)
    var known = Set(open)
    while let name = open.popLast() {
      for used in sheet.unit(defining: name)?.usedNames ?? [] where known.insert(used.name).inserted
      {
        open.append(used.name)
      }
    }
    return known
  }
}
