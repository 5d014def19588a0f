import CellLanguage
import Notebook

/// A text of a lesson that can be searched, and where it stands.
struct SearchText: Hashable {
  enum Place: Hashable {
    case prose
    case panel(PanelID)
    /// An exercise, a quiz or a prediction, by its id.
    case task(String)
  }

  let step: Int
  /// How many of the step's parts stand as far as this, counted from 1: its pauses divide it.
  let part: Int
  let place: Place
  let text: String
}

/// All texts of a lesson that a reader may see, in text order: hints, solutions and reasons are not given away.
struct SearchTexts {
  private(set) var all: [SearchText] = []
  private let live: (LiveNumber) -> String
  private let panels: (CellID) -> [(PanelID, String)]
  private var step = 0
  private var part = 1

  /// A lesson as it stands in its file.
  ///
  /// - Parameter step: the index of the one step that is asked for; nil for all.
  init(_ lesson: Lesson, step: Int? = nil) {
    self.init(lesson, step: step, live: { _ in "…" }) { cell in
      let cell = lesson.cells[cell]
      return cell.program.statements.enumerated().map { index, statement in
        (
          PanelID(cell: cell.id, statement: index),
          cell.program.source.text(in: statement.range)
        )
      }
    }
  }

  /// A lesson as the reader has it.
  init(_ session: Session) {
    self.init(session.lesson, live: { session.text(of: $0) }) { cell in
      session.panels(of: cell).map { ($0.id, session.formulaText($0.id)) }
    }
  }

  private init(
    _ lesson: Lesson, step only: Int? = nil, live: @escaping (LiveNumber) -> String,
    panels: @escaping (CellID) -> [(PanelID, String)]
  ) {
    self.live = live
    self.panels = { lesson.cells[$0].options.hidden ? [] : panels($0) }
    for (index, step) in lesson.steps.enumerated() where only == nil || index == only {
      self.step = index
      part = 1
      add(step.title)
      for block in step.blocks { add(block, of: lesson) }
    }
  }

  private mutating func add(_ block: Block, of lesson: Lesson) {
    switch block {
    case .prose(let prose): add(prose)
    case .cell(let cell): addPanels(of: cell, lesson)
    case .listing(_, let text): text.split(separator: "\n").forEach { add(String($0), .prose) }
    case .exercise(let exercise):
      for block in exercise.blocks { add(block, of: lesson) }
      for message in exercise.checks.flatMap(\.messages) { add(message, .task(exercise.id)) }
    case .quiz(let quiz):
      for block in quiz.question { add(block, .task(quiz.id)) }
      for option in quiz.options { add(option.text, .task(quiz.id)) }
    case .predict(let predict): for block in predict.question { add(block, .task(predict.id)) }
    case .pause: part += 1
    case .note, .play: break
    }
  }

  private mutating func addPanels(of cell: CellID, _ lesson: Lesson) {
    if let title = lesson.cells[cell].options.title {
      add(title, .panel(PanelID(cell: cell, statement: 0)))
    }
    for (panel, text) in panels(cell) { add(text, .panel(panel)) }
  }

  private mutating func add(_ block: ProseBlock, _ place: SearchText.Place = .prose) {
    switch block {
    case .paragraph(let inlines), .heading(_, let inlines): add(inlines, place)
    case .list(_, _, let items): for block in items.joined() { add(block, place) }
    case .quote(let blocks): for block in blocks { add(block, place) }
    case .table(let header, _, let rows):
      for cell in (header + rows.joined()) { add(cell, place) }
    case .rule: break
    }
  }

  private mutating func add(_ inlines: [Inline], _ place: SearchText.Place = .prose) {
    add(plainText(inlines, live: live), place)
  }

  /// The lines of a text as one, without the blanks that lined them up.
  private static func joined(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline)
      .map { String($0).trimmed() }.joined(separator: " ").onOneLine()
  }

  private mutating func add(_ text: String, _ place: SearchText.Place) {
    all.append(SearchText(step: step, part: part, place: place, text: Self.joined(text)))
  }
}
