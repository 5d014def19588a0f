import CellLanguage
package import Notebook

/// A lesson open on the screen: what the session holds, and where the reader is in it.
package struct Reading: Sendable {
  package var session: Session
  package private(set) var step: Int
  package var focus: Focus?
  /// Where the cursor was when the step was opened.
  private var openedFocus: Focus?
  /// Whether nothing has moved since: the step is read from its beginning.
  var isAsOpened: Bool { scroll == 0 && focus == openedFocus }
  /// How many lines of the step are out of view above.
  package var scroll = 0
  package var editing: Editing?
  /// The cell, prose or title that is being written.
  package var writing: Writing?
  /// Formulas that were begun and can't be read, or are to fill a hole still: each is gone on with.
  var begunFormulas: [PanelID: String] = [:]
  /// What was thrown away instead of being kept.
  var thrown: ThrownText?
  package var nudgeStep = Self.standardNudge
  static let standardNudge = 0.1
  package var views: [PanelID: MatrixView] = [:]
  package var digits: [PanelID: Int] = [:]
  package var windows: [PanelID: TableWindow] = [:]
  /// How results that are plotted follow their sliders.
  package private(set) var curves: [PanelID: Curve] = [:]
  /// What `curves` was found from.
  private var curvesKey: CurvesKey?
  /// The terms of the field that the step uses.
  var terms: StepTerms?
  /// What the last edit changed, until the next key.
  package var marks: [PanelID: [Int: Trend]] = [:]
  /// The state of the lesson that all is compared with.
  package var pin: Session?
  /// Set while the last key was a nudge.
  package var nudging: Nudging?
  /// What `again` does.
  package var lastChange: LastChange?
  /// The demonstrations that were played, by the lines of their directives.
  var played: [Int: Played] = [:]
  /// The verdicts on the lesson's tasks, and what of their help is open.
  package var board: TaskBoard
  /// What keys do, for what the page says of them.
  let bindings: Bindings
  /// Where the cursor was in the steps that were left.
  private var visited: [Int: Focus] = [:]

  /// How much room the step leaves between its things.
  var spacing = Spacing.ordinary
  /// The columns of prose beside the cells of a wide screen; nil for the usual share.
  var proseWidth: Int?
  /// Whether formulas stand on one line each beside the prose, though their panels take another row so.
  var keepsFormulas = false
  /// For how many decimals whole numbers have room, at most.
  var reservedDecimals = 0
  /// What the numbers of the step's panels take.
  var keptFields: [PanelID: KeptField] = [:]
  /// Whether numbers have no more decimals than they need.
  var isSparing = false
  /// What of each step is revealed; nil shows all.
  package internal(set) var curtain: Curtain?

  package init(
    session: Session, step: Int = 0, curtain: Curtain? = nil, bindings: Bindings = .standard
  ) {
    self.session = session
    self.curtain = curtain
    self.bindings = bindings
    self.step = max(0, min(step, session.lesson.steps.count - 1))
    board = TaskBoard(lesson: session.original)
    _ = judge()
    focus = firstFocus
    openedFocus = focus
    refreshCurves()
  }

  /// As it is shown, the reader's own cells in it.
  package var lesson: Lesson { session.lesson }
  /// By itself: what tasks are judged by.
  package var original: Lesson { session.original }
  /// The panels of the step that may be seen.
  package var panels: [Panel] {
    let panels = session.panels(inStep: step)
    guard hasHiddenParts else { return panels }
    let shown = Set(shownBlocks.flatMap(\.cells))
    return panels.filter { shown.contains($0.id.cell) }
  }

  package var focusedPanel: Panel? {
    focus?.panel.flatMap { session.panel($0) }
  }

  /// Whether typing a number here changes an entry.
  package var focusIsEditable: Bool {
    guard case .panel(let panel, let position?) = focus else { return false }
    return session.isEditable(panel, at: position)
  }

  package mutating func go(toStep step: Int) {
    guard lesson.steps.indices.contains(step) else { return }
    visited[self.step] = focus
    self.step = step
    scroll = 0
    marks = [:]
    _ = judge()
    let first = firstFocus
    focus = visited[step] ?? first
    refreshCurves()
    repairFocus()
    // Where the cursor was left somewhere else, it is looked for there.
    openedFocus = focus == first ? focus : nil
  }

  /// What is the reader's to fill; else where the lesson says; else a question, and then the first entry that can be
  /// edited, or the first panel.
  var firstFocus: Focus? {
    let panels = panels
    let hole = panels.first { if case .hole = $0.content { true } else { false } }
    if let hole { return Focus.first(of: hole) }
    if let first = panels.first(where: { $0.options.first }) { return lastFocus(in: first) }
    let open = questions.first { !board.isPassed($0.question ?? "") }
    if let open { return open }
    // Of an exercise, what it asks to change.
    let edits = tasksOfStep.compactMap {
      if case .exercise(let exercise) = $0 { exercise } else { nil }
    }
    .flatMap(\.edits)
    if let asked = panels.first(where: { edits.contains($0.name ?? "") }) {
      return lastFocus(in: asked)
    }
    let inputs = panels.filter { $0.isInput && !$0.options.locked }
    return (inputs.first ?? panels.first).map { lastFocus(in: $0) } ?? questions.first
      ?? stops.last
  }

  /// Where the cursor comes to in each question of the step.
  var questions: [Focus] {
    tasksOfStep.compactMap { task in
      switch task {
      case .exercise: nil
      case .quiz(let quiz): quiz.options.isEmpty ? nil : .option(quiz: quiz.id, 0)
      case .predict(let predict): .guess(predict.id)
      }
    }
  }

  /// After a change of shape or of step the cursor stands on something that is there.
  package mutating func repairFocus() {
    let panels = panels
    guard let focus else {
      self.focus = firstFocus
      return
    }
    if case .block(let block) = focus {
      if session.step(of: block) != step { self.focus = firstFocus }
      return
    }
    if let id = focus.question {
      if !tasksOfStep.contains(where: { $0.id == id }) { self.focus = firstFocus }
      return
    }
    guard let panel = panels.first(where: { $0.id == focus.panel }) else {
      self.focus = firstFocus
      return
    }
    guard let shape = shape(of: panel) else {
      self.focus = Focus(panel: panel.id, position: nil)
      return
    }
    if let position = focus.position, shape.place(of: position) != nil { return }
    self.focus = Focus(panel: panel.id, position: shape.nearest(to: focus.position ?? []))
  }

  /// How the panel is looked at, and what else it offers.
  package func view(of panel: Panel) -> MatrixView {
    // What a picture shows can't be left out of it.
    if !veiled(panel).isEmpty { return .table }
    let offered = panel.offeredViews
    return views[panel.id].flatMap { offered.contains($0) ? $0 : nil } ?? offered.first ?? .table
  }

  /// How a panel's entries are laid out; nil where it has none.
  func shape(of panel: Panel) -> TableShape? {
    panel.tableShape.map {
      TableShape(
        shape: $0.shape, upright: view(of: panel) == .bars || curves[panel.id] != nil)
    }
  }

  func shape(of id: PanelID) -> TableShape? { session.panel(id).flatMap { shape(of: $0) } }

}

extension Reading {
  fileprivate struct CurvesKey: Hashable {
    let version: Int
    let panels: [PanelID]
  }

  /// Finds how the plotted results of the step follow their sliders, where that may have changed.
  mutating func refreshCurves() {
    let key = currentCurvesKey
    guard key != curvesKey else { return }
    curvesKey = key
    curves = key.panels.reduce(into: [:]) { $0[$1] = session.curve(of: $1) }
  }

  var hasOldCurves: Bool { currentCurvesKey != curvesKey }

  private var currentCurvesKey: CurvesKey {
    CurvesKey(
      version: session.version, panels: panels.filter { view(of: $0) == .line }.map(\.id))
  }
}

/// What a nudge may still turn into.
package enum Nudging: Sendable {
  /// A first `-`: before a digit it is the sign of a number, and the session is again as it was.
  case maybeSign(before: Session)
  case plain
}

/// Which way a number went.
package enum Trend: Hashable, Sendable {
  /// `other` is a change from or to what is no number; of a `new` entry nothing is said.
  case up, down, other, new, same
}

extension Panel {
  /// How its entries are laid out; nil where it has none.
  var tableShape: TableShape? {
    guard case .array(let array) = content else { return nil }
    let shape = TableShape(shape: array.shape)
    return shape.isEmpty ? nil : shape
  }
}

extension Focus {
  static func first(of panel: Panel) -> Focus {
    Focus(panel: panel.id, position: panel.tableShape.map { $0.nearest(to: []) })
  }
}

extension TableShape {
  /// A position that exists, as close as can be to one that may not.
  func nearest(to position: [Int]) -> [Int] {
    shape.enumerated().map { axis, size in
      let wanted = position.indices.contains(axis) ? position[axis] : 0
      return max(0, min(wanted, size - 1))
    }
  }
}
