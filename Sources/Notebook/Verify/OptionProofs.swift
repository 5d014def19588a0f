import AttentionEngine
import CellLanguage

extension LessonProofs {
  /// Labels, positions and sliders fit the values of their cell's statements.
  mutating func proveOptions() {
    for cell in lesson.cells where cell.program.diagnostics.isEmpty {
      let panels = session.panels(of: cell.id)
      // Of what isn't computed yet nothing is known.
      guard !panels.isEmpty, panels.allSatisfy(\.content.isComputed) else { continue }
      let arrays = panels.compactMap { panel in
        if case .array(let array) = panel.content { array } else { nil }
      }
      prove(cell.options.rows, "rows", axis: 2, arrays, cell)
      prove(cell.options.columns, "cols", axis: 1, arrays, cell)
      proveEditable(cell)
      proveFirst(cell)
      proveSlider(cell, arrays)
      proveStep(cell)
    }
  }

  private func line(of option: String, in cell: LessonCell) -> Int {
    let found = cell.program.options.last { $0.name == option }
    return cell.source.position(at: found?.range.start ?? 0).line
  }
}

// MARK: - Labels

extension LessonProofs {
  /// - Parameter axis: counted from the last, which is 1.
  private mutating func prove(
    _ labels: AxisLabels?, _ option: String, axis: Int, _ arrays: [NDArray], _ cell: LessonCell
  ) {
    guard let labels else { return }
    let line = line(of: option, in: cell)
    guard let count = count(labels, option, line) else { return }
    let sizes = arrays.compactMap { $0.shape.count >= axis ? $0.shape[$0.shape.count - axis] : nil }
    guard let wrong = sizes.first(where: { $0 != count }) else {
      if sizes.isEmpty { reportUnlabelled(option, line, arrays.first) }
      return
    }
    let what = option == "rows" ? "row" : "column"
    report(
      .option, line,
      "\(option) has \(count) \(count == 1 ? "label" : "labels"), where there"
        + " \(wrong == 1 ? "is 1 \(what)" : "are \(wrong) \(what)s")",
      advice: "write one label for each \(what)")
  }

  /// How many labels there are; nil where that can't be told, which is reported.
  private mutating func count(_ labels: AxisLabels, _ option: String, _ line: Int) -> Int? {
    switch labels {
    case .list(let list): return list.count
    case .name(let name):
      if case .list(let items)? = session.sheet.value(of: name),
        items.allSatisfy({ if case .string = $0 { true } else { false } })
      {
        return items.count
      }
      report(
        .option, line, "\(name) is no list of texts in this lesson",
        advice: "for a single label write #| \(option): [\(name)]")
      return nil
    }
  }

  private mutating func reportUnlabelled(_ option: String, _ line: Int, _ array: NDArray?) {
    guard let array else {
      return report(
        .option, line, "\(option) labels what is no array of numbers", advice: "delete the line")
    }
    if array.shape.isEmpty {
      report(
        .option, line, "\(option) labels a single number", advice: "delete the line")
    } else {
      report(
        .option, line, "rows labels a vector, which is shown as one row",
        advice: "write #| cols: instead")
    }
  }
}

// MARK: - Inputs

extension LessonProofs {
  private func literals(of cell: LessonCell) -> [LiteralInput] {
    cell.program.statements.compactMap { LiteralInput($0) }
  }

  private mutating func proveEditable(_ cell: LessonCell) {
    guard let positions = cell.options.editable else { return }
    let line = line(of: "editable", in: cell)
    let literals = literals(of: cell)
    guard let first = literals.first else {
      return report(
        .option, line, "editable stands at a formula, which has no entries to edit",
        advice: "delete the line, or write the numbers out")
    }
    if cell.options.locked {
      report(
        .option, line, "the cell is locked, so no entry of it is editable",
        advice: "keep editable or locked")
    }
    for position in positions {
      guard !literals.contains(where: { $0.range(at: position) != nil }) else { continue }
      let shape = first.shape.map(String.init).joined(separator: "×")
      report(
        .option, line,
        "there is no entry \(position.map(String.init).joined(separator: " ")) in \(first.name)",
        advice: first.shape.isEmpty
          ? "\(first.name) is a single number; delete the line"
          : "\(first.name) is \(shape); positions are counted from 0")
    }
  }

  private mutating func proveFirst(_ cell: LessonCell) {
    guard cell.options.first, cell.options.hidden else { return }
    report(
      .option, line(of: "first", in: cell), "first stands at what isn't shown",
      advice: "put it where the text says to begin")
  }

  private mutating func proveSlider(_ cell: LessonCell, _ arrays: [NDArray]) {
    guard let slider = cell.options.slider else { return }
    let line = line(of: "slider", in: cell)
    guard !literals(of: cell).isEmpty else {
      return report(
        .option, line, "a slider stands at a formula, which can't be nudged",
        advice: "delete the line, or write the numbers out")
    }
    if slider.step > slider.high - slider.low {
      report(
        .option, line, "the slider's step is larger than its range",
        advice: "write low, high and step: #| slider: 0 3 0.5")
    }
    let entries = arrays.flatMap(\.tensor.entries)
    if let outside = entries.first(where: { !($0 >= slider.low && $0 <= slider.high) }) {
      report(
        .option, line,
        "the slider goes from \(shortest(slider.low)) to \(shortest(slider.high)), and"
          + " \(shortest(outside)) lies outside of it",
        advice: "begin inside the range, or widen it")
    }
  }
}

extension LessonProofs {
  fileprivate mutating func proveStep(_ cell: LessonCell) {
    guard cell.options.step != nil else { return }
    let problem: (message: String, advice: String)? =
      if cell.options.slider != nil {
        ("the slider has a step already", "keep one of them")
      } else if literals(of: cell).isEmpty || cell.options.locked {
        ("step stands where nothing can be nudged", "put it at an input that may be changed")
      } else {
        nil
      }
    guard let problem else { return }
    report(.option, line(of: "step", in: cell), problem.message, advice: problem.advice)
  }
}

/// A number in as few digits as tell it: `0.5`, `3`.
func shortest(_ number: Double) -> String {
  let text = PythonFloat.repr(number)
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

extension Panel.Content {
  fileprivate var isComputed: Bool {
    switch self {
    case .array, .text: true
    case .failure, .waiting, .hole: false
    }
  }
}
