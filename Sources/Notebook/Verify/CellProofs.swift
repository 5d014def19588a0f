import CellLanguage

/// Where a cell stands: in an exercise or in the open.
struct CellPlace {
  let cell: CellID
  let exercise: Exercise?
}

extension Lesson {
  /// Every cell with the exercise around it, in text order.
  var cellPlaces: [CellPlace] {
    steps.flatMap(\.blocks).flatMap { block in
      var exercise: Exercise?
      if case .exercise(let around) = block { exercise = around }
      return block.cellIDs.map { CellPlace(cell: $0, exercise: exercise) }
    }
  }
}

extension LessonProofs {
  /// Every cell computes; holes, and what waits for one, stand in the exercise that fills them.
  mutating func proveCells() {
    // What one cell used up isn't the fault of those behind it.
    var isExhausted = false
    for place in lesson.cellPlaces {
      // What can't be read is the reader's to report.
      guard lesson.cells[place.cell].program.diagnostics.isEmpty else { continue }
      for unit in session.sheet.units[place.cell] {
        if unit.exceedsBound {
          if isExhausted { continue }
          isExhausted = true
        }
        prove(unit, place.exercise)
      }
    }
  }

  private mutating func prove(_ unit: SheetUnit, _ exercise: Exercise?) {
    switch unit.outcome {
    case .value: break
    case .failure(let diagnostic): report(.cell, diagnostic, in: unit.source)
    case .waiting(_, .failure): break
    case .waiting(let hole, .hole):
      guard exercise?.edits.contains(hole) != true else { return }
      if case .hole = unit.statement.kind {
        reportHole(hole, unit.line, exercise)
      } else {
        let name = unit.definedNames.first ?? "this"
        report(
          .cell, unit.line, "\(name) waits for \(hole), a hole that isn't filled here",
          advice: "only the cells of the exercise that fills \(hole) may use it")
      }
    }
  }

  private mutating func reportHole(_ name: String, _ line: Int, _ exercise: Exercise?) {
    if exercise == nil {
      report(
        .cell, line, "\(name) is a hole outside of an exercise",
        advice: "put it between <!-- exercise: id edits=\(name) --> and <!-- end -->")
    } else {
      report(
        .cell, line, "\(name) is a hole that the reader may not fill",
        advice: "name it behind edits=")
    }
  }

  /// Every live number in the prose computes and can be written.
  mutating func proveLiveNumbers() {
    for step in lesson.steps {
      prove(step.title.flatMap(\.liveNumbers), nil)
      for block in step.blocks {
        if case .exercise(let exercise) = block {
          prove(block.liveNumbers, exercise)
        } else {
          prove(block.liveNumbers, nil)
        }
      }
    }
  }

  private mutating func prove(_ numbers: [LiveNumber], _ exercise: Exercise?) {
    // A number whose text can't be read is the reader's to report.
    for live in numbers where live.problem == nil {
      if case .waiting(let name, let reason) = session.outcome(of: live),
        reason == .failure || exercise?.edits.contains(name) == true
      {
        continue
      }
      guard let reason = session.reason(for: live) else { continue }
      report(
        .live, live.line, "{\(live.expression)} can't be shown: \(reason)",
        advice: "quote a value that the cells have before the reader does anything")
    }
  }
}

extension Sheet {
  /// Whether a statement takes more than it may.
  var exceedsBounds: Bool {
    units.joined().contains(where: \.exceedsBound)
  }
}

extension SheetUnit {
  fileprivate var exceedsBound: Bool {
    if case .failure(let diagnostic) = outcome { diagnostic.code == "bound" } else { false }
  }
}
