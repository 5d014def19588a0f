import CellLanguage
import Notebook
import Terminal

/// What is said about the focus below the step.
struct FocusExplanation {
  let text: String
  /// The entries that took part, by their offsets.
  var sources: [PanelID: Set<Int>] = [:]
}

extension State {
  /// How the focused entry was computed, or why there is none.
  var explanation: FocusExplanation? {
    guard let reading, let focus = reading.focus else {
      return (wordsAtLessonEnd ?? wordsOfHeldBack).map { FocusExplanation(text: $0) }
    }
    if let question = focus.question {
      let atEnd = reading.board.isPassed(question) ? wordsAtLessonEnd : nil
      return (atEnd ?? reading.words(aboutQuestion: question)).map { FocusExplanation(text: $0) }
    }
    if case .block(let block) = focus {
      return reading.words(about: block).map { FocusExplanation(text: $0) }
    }
    guard let panel = reading.focusedPanel else { return nil }
    let lines = Frame.explainLines(size)
    // A second line loses some columns to its indentation and to the break between words.
    let width = (size.width - 2) * lines - (lines - 1) * 12
    guard let position = focus.position else {
      return reading.words(about: panel, width: width).map { FocusExplanation(text: $0) }
    }
    if reading.isVeiled(panel, at: position) {
      return FocusExplanation(text: reading.words(aboutVeiled: panel.entryName(position)))
    }
    let change = reading.pinnedWords(panel, at: position).map { "  \($0)" } ?? ""
    guard
      let line = reading.session.explain(
        panel.id, at: position, width: width - TextWidth.columns(of: change), ascii: isASCII,
        digits: reading.digits(of: panel),
        shown: reading.hasHiddenParts ? Set(reading.shownBlocks.flatMap(\.cells)) : nil,
        isAsked: reading.isAsking)
    else { return nil }
    if line.sources.contains(where: { reading.isVeiled($0) }) {
      return FocusExplanation(
        text: "\(panel.entryName(position)) comes of a number that is to be guessed first.",
        sources: reading.offsets(of: line.sources))
    }
    let how = line.isBare ? "  \(reading.keyName(.explain)) tells how" : ""
    let text = line.text + change
    return FocusExplanation(
      text: TextWidth.columns(of: text + how) <= width ? text + how : text,
      sources: reading.offsets(of: line.sources))
  }
}

extension State {
  /// What to do where all of a step's cells are held back.
  private var wordsOfHeldBack: String? {
    guard let reading, !isRoom, reading.hasHiddenParts else { return nil }
    let numbers = size.width < 60 ? "the rest" : "the cells that tell"
    return "When you have guessed, \(keyName(.nextStep)) shows \(numbers)."
  }

  /// What is said where the cursor stands on something that can't be seen.
  func wordsOutOfView(on page: StepPage) -> FocusExplanation? {
    guard let reading, let focus = reading.focus, let line = lineOutOfSight(on: page) else {
      return nil
    }
    let name =
      reading.focusedPanel.map { panel in
        focus.position.map { panel.entryName($0) } ?? panel.name ?? "This"
      } ?? "The question"
    let isUp = line < reading.scroll
    let way = isUp ? "up: \(keyName(.backward))" : "down: \(keyName(.forward))"
    let words = "\(name) is further \(way)."
    let hasRoom = TextWidth.columns(of: words) <= size.width - 2
    return FocusExplanation(text: hasRoom ? words : "Further \(way).")
  }

  /// Whether the cursor stands on something that can't be seen.
  var isFocusOutOfSight: Bool { page.flatMap { lineOutOfSight(on: $0) } != nil }

  /// The line of the step that the cursor stands on, where it is out of sight.
  private func lineOutOfSight(on page: StepPage) -> Int? {
    guard let reading, let focus = reading.focus, let line = page.line(of: focus) else {
      return nil
    }
    let height = frame(of: page).body.height
    return line < reading.scroll || line >= reading.scroll + height ? line : nil
  }
}

extension Reading {
  fileprivate func offsets(of sources: [NamedEntry]) -> [PanelID: Set<Int>] {
    sources.reduce(into: [:]) { offsets, source in
      for panel in panels(showing: source.name) {
        guard let shape = panel.tableShape, let place = shape.place(of: source.position) else {
          continue
        }
        offsets[panel.id, default: []].insert(shape.offset(of: place))
      }
    }
  }

  /// The panel that defines a name, and those of this step that show it again.
  private func panels(showing name: String) -> [Panel] {
    panels.filter { $0.name == name || ($0.name == nil && $0.formula == name) }
  }

  /// What something of one's own is, where that can't be seen.
  fileprivate func words(about block: BlockID) -> String? {
    switch kind(of: block) {
    case .heading:
      "The title of the step: \(keyName(.moveUp)) and \(keyName(.moveDown)) move the whole step, \(keyName(.deleteBlock)) deletes it."
    case .prose: session.isAuthoring ? nil : "Your own text: \(keyName(.edit)) changes it."
    case .pause: "qkv demo pauses here."
    case .note: "A note for the speaker: qkv notes shows it."
    case .code: "A cell that readers don't see."
    case .head, .listing, .task, nil: nil
    }
  }

  /// What can be done in a question.
  fileprivate func words(aboutQuestion id: String) -> String? {
    if board.isPassed(id) {
      return quiz(id).map { "Solved; \($0.numbers) say why each is right or not." }
        ?? "Solved; it stays so whatever is tried now."
    }
    guard let quiz = quiz(id) else {
      let enter = bindings.key(.accept, in: .editing)
      return "Type a number such as 0.5 or 1/3, or \(enter) and then sqrt(2); \(enter) answers."
    }
    return quiz.hasSeveralRight
      ? "Several are right: mark with 1 to \(quiz.lastNumber); \(keyName(.answerQuiz)) answers."
      : "\(quiz.numbers) choose; \(keyName(.answerQuiz)) answers."
  }

  /// Why a name failed, where nothing of this step says it.
  func hiddenCause(_ name: String) -> String? {
    guard !panels.contains(where: { $0.name == name }),
      case .failure(let problem)? = session.panelID(forName: name).flatMap({ session.panel($0) })?
        .content
    else { return nil }
    return problem.message
  }

  /// What a panel without entries has to say.
  fileprivate func words(about panel: Panel, width: Int) -> String? {
    let name = panel.called(or: "This")
    switch panel.content {
    case .hole: return "\(name) is yours to write: \(keyName(.edit)) begins."
    case .failure(let problem): return problem.message
    case .waiting(let cause, .hole): return "\(name) waits for \(cause), which is yours to write."
    case .waiting(let cause, .failure):
      return hiddenCause(cause).map { "\(name) waits for \(cause): \($0)." }
        ?? "\(name) waits for \(cause), which failed: mend that first."
    case .text: return session.explainText(panel, width: width)
    case .array: return nil
    }
  }
}

extension Quiz {
  fileprivate var lastNumber: Int { min(9, options.count) }

  /// The keys of its options.
  fileprivate var numbers: String { "1 \(lastNumber == 2 ? "or" : "to") \(lastNumber)" }
}
