package import Notebook
import Terminal

extension State {
  /// How a step of a lesson stands on a screen of this size, laid out as it is when the notebook shows it.
  package static func fit(of session: Session, step: Int, columns: Int, lines: Int) -> StepFit {
    let size = Size(width: columns, height: lines)
    var state = State(size: size, shelf: Shelf(lessons: []))
    state.reading = Reading(session: session, step: step)
    guard let page = state.page else { return StepFit(lines: 0, available: 0) }
    return StepFit(
      lines: page.heightUnsqueezed - page.findingCount,
      squeezed: page.heightBeforeRest - page.findingCount,
      available: state.frame.body.height,
      cut: page.panels.compactMap { $0.box.cut(at: $0.at, width: size.width) })
  }
}

extension PanelBox {
  /// What part of it is out of view: `E shows 12 of 40 columns`; nil where all is there.
  fileprivate func cut(at: Point, width: Int) -> String? {
    let name = panel.name ?? panel.formula.map { PanelHeader.oneLine($0) } ?? "a cell"
    guard figure == nil, let table else {
      return at.x + size.width > width ? "\(name) is cut at the right" : nil
    }
    if table.columns.count < table.shape.columns {
      return "\(name) shows \(table.columns.count) of \(table.shape.columns) columns"
    }
    if table.rows.count < table.shape.rows {
      return "\(name) shows \(table.rows.count) of \(table.shape.rows) rows"
    }
    return at.x + tableOrigin.x + table.size.width > width ? "\(name) is cut at the right" : nil
  }
}
