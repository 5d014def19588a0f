import AttentionEngine
import CellLanguage
import Notebook
import Terminal

extension State {
  // MARK: - Beginning

  /// Enter: the entry's own text, or the formula where the entries are computed. A truth value is turned over.
  mutating func beginEdit() -> [Effect] {
    if case .guess(let id) = reading?.focus {
      let guess = reading?.attempt(at: id).guess ?? ""
      begin(Editing(.guess(id), field: TextField(guess), fresh: true))
      return []
    }
    if case .block(let block) = reading?.focus {
      edit(block)
      return []
    }
    guard let reading, let focus = reading.focus, let panel = reading.focusedPanel else {
      return []
    }
    guard reading.focusTakesEntry, let position = focus.position else {
      if let block = reading.focusedCell, !panel.isInput {
        edit(block)
        return []
      }
      let isFormula = !panel.isInput || reading.session.hidesFormula(panel.id)
      if isFormula { beginFormula() } else { refuse(panel) }
      return []
    }
    if case .array(let array) = panel.content, array.dtype == .bool {
      let text = array.tensor[position] == 0 ? "True" : "False"
      self.reading?.lastChange = .turnOver
      return change { session throws(Diagnostic) in
        try session.setEntry(panel.id, at: position, to: text)
      }
    }
    let text = reading.session.entryText(panel.id, at: position) ?? ""
    var editing = Editing(.entry(panel.id, position: position), field: TextField(text))
    editing.isAsOpened = true
    begin(editing)
    return []
  }

  /// A number typed over an entry, its first characters given.
  mutating func beginTyping(_ text: String) {
    var field = TextField()
    field.insert(text.trimmed())
    if case .guess(let id) = reading?.focus { return begin(Editing(.guess(id), field: field)) }
    guard let reading, let focus = reading.focus, let panel = reading.focusedPanel else { return }
    guard reading.focusIsEditable, let position = focus.position else {
      isNumberRefused = true
      return refuse(panel)
    }
    if panel.isTruth, let first = field.text.first, "23456789.-i".contains(first) {
      return refuseNumber(on: panel)
    }
    message = wordsOfQuiz(for: field.text, on: panel).map { .note($0) } ?? message
    begin(Editing(.entry(panel.id, position: position), field: field))
  }

  /// Truth values aren't made numbers in passing.
  mutating func refuseNumber(on panel: Panel) {
    message = .refusal(
      "\(panel.name ?? "This") holds ✓ and ·: \(keyName(.edit)) turns an entry over, 1 and 0 set it."
    )
  }

  mutating func begin(_ editing: Editing) {
    reading?.editing = editing
    showFocus()
  }

  /// Says why an entry can't be edited, and what can.
  mutating func refuse(_ panel: Panel) {
    let name = panel.called(or: "This value")
    let text =
      if let words = reading?.session.wordsOfShownAgain(panel) {
        words
      } else if panel.options.locked {
        "\(name) is fixed in this lesson."
      } else if panel.isInput {
        "This entry of \(name) is fixed in this lesson."
      } else if case .hole = panel.content {
        "\(name) is yours to write: \(keyName(.edit)) begins."
      } else {
        "\(name) is computed: change what it is made from, or \(keyName(.edit)) edits its formula."
      }
    message = .refusal(text)
  }

  // MARK: - Typing

  mutating func edit(with key: KeyPress) {
    if key.key == .up || key.key == .down, reading?.editing?.field.multiline == false {
      message = .note("\(acceptingArrows) moves and goes on editing.")
    }
    if reading?.editing?.isAsOpened == true, let typed = key.typed, typed != "e",
      ClosedScalar.begins(with: typed)
    {
      reading?.editing?.field = TextField()
    }
    reading?.editing?.isAsOpened = false
    if key.typed != nil || [.backspace, .delete].contains(key.key) { replaceFresh() }
    reading?.editing?.isFresh = false
    reading?.editing?.completing = nil
    reading?.editing?.field.apply(key)
    reading?.editing?.problem = nil
  }

  private var acceptingArrows: String {
    let moves: [Action] = [.acceptUp, .acceptDown, .acceptLeft, .acceptRight]
    let keys = bindings.arrows(moves, in: .editing)
    return keys == "arrows" ? "Shift with an arrow key accepts," : "\(keys): each accepts,"
  }

  /// Typing over an entry that was come to replaces its number; moving in it edits it.
  private mutating func replaceFresh() {
    guard reading?.editing?.isFresh == true else { return }
    reading?.editing?.field = TextField()
  }

  mutating func insert(_ text: String) {
    replaceFresh()
    reading?.editing?.isFresh = false
    reading?.editing?.isAsOpened = false
    reading?.editing?.completing = nil
    reading?.editing?.field.insert(text.trimmed())
    reading?.editing?.problem = nil
  }

  mutating func performWhileEditing(_ action: Action) -> [Effect] {
    switch action {
    case .giveUp:
      keepBegunFormula()
      reading?.editing = nil
      return []
    case .newLine:
      guard reading?.editing?.field.multiline == true else { return accept(thenEdit: nil) }
      insertLineBreak()
      return []
    case .completeNext, .completePrevious:
      complete(by: action == .completeNext ? 1 : -1)
      return []
    case .accept: return accept(thenEdit: nil)
    case .acceptNext: return accept(thenEdit: .nextEntry)
    case .acceptPrevious: return accept(thenEdit: .previousEntry)
    case .acceptLeft: return accept(thenEdit: .left)
    case .acceptRight: return accept(thenEdit: .right)
    case .acceptUp: return accept(thenEdit: .up)
    case .acceptDown: return accept(thenEdit: .down)
    default: return []
    }
  }

  private mutating func insertLineBreak() {
    reading?.editing?.field.insert("\n")
    reading?.editing?.completing = nil
    reading?.editing?.problem = nil
  }

  // MARK: - Accepting

  enum Continuation { case nextEntry, previousEntry, left, right, up, down }

  /// Takes what was typed into the lesson. What can't be read stays in the edit, with what is wrong.
  mutating func accept(thenEdit next: Continuation?) -> [Effect] {
    guard let reading, let editing = reading.editing else { return [] }
    let text = editing.field.text
    let before = reading.session
    do throws(Diagnostic) {
      let change: Change?
      switch editing.target {
      case .guess(let id): return try accept(guess: text, of: id)
      case .entry(let panel, let position):
        change =
          before.entryText(panel, at: position) == text
          ? nil : try self.reading?.session.setEntry(panel, at: position, to: text)
      case .formula(let panel):
        try before.checkName(panel, in: text)
        change =
          before.formulaText(panel) == text
          ? nil : try self.reading?.session.setFormula(panel, to: text)
      }
      self.reading?.editing = nil
      if case .formula(let panel) = editing.target { self.reading?.begunFormulas[panel] = nil }
      if case .entry = editing.target { self.reading?.lastChange = .entry(text) }
      if case .formula = editing.target, let change,
        let formula = self.reading?.session.panel(change.panel)?.formula
      {
        self.reading?.lastChange = .formula(formula)
      }
      // Helpers before a definition move its panel.
      if let change, self.reading?.focus?.panel == editing.panel, change.panel != editing.panel {
        self.reading?.focus = Focus(panel: change.panel, position: nil)
      }
      if let change { mark(change, before: before) }
      if let next { moveEditing(next, from: editing) }
      return change == nil ? [] : [.save]
    } catch {
      self.reading?.editing?.problem = error
      showFocus()
      return []
    }
  }

  /// Before the reader leaves: a number or a formula that can be read is accepted; a guess isn't made in passing.
  mutating func finishEditing() {
    guard let editing = reading?.editing else { return }
    if case .guess = editing.target {} else { _ = accept(thenEdit: nil) }
    reading?.editing = nil
  }

  private mutating func moveEditing(_ next: Continuation, from editing: Editing) {
    guard case .entry(let panel, let position) = editing.target else { return }
    guard let to = reading?.position(next, from: position, in: panel) else { return }
    reading?.focus = Focus(panel: panel, position: to)
    let text = reading?.session.entryText(panel, at: to) ?? ""
    begin(Editing(.entry(panel, position: to), field: TextField(text), fresh: true))
  }

  /// Makes a change that takes no typing.
  mutating func change(_ make: (inout Session) throws(Diagnostic) -> Change) -> [Effect] {
    guard let before = reading?.session else { return [] }
    var session = before
    do throws(Diagnostic) {
      let change = try make(&session)
      reading?.session = session
      mark(change, before: before)
      return [.save]
    } catch {
      message = .refusal(error.message)
      return []
    }
  }

  /// Marks what a change moved, and keeps the cursor on something that is there.
  mutating func mark(_ change: Change, before: Session) {
    guard let reading else { return }
    if isNew, message == nil { message = secondHint.map { .note($0) } }
    isNew = false
    self.reading?.marks = reading.session.trends(of: change, since: before)
    self.reading?.repairFocus()
    judge()
    // The step stays where it is: the reader may be watching what lies far from the cursor.
    scrollIntoRange()
    showFindings(after: change)
  }
}

extension Reading {
  /// Whether Enter edits the focused entry. Where numbers stand for a formula it goes on with that, as it did before.
  var focusTakesEntry: Bool {
    focusIsEditable && focusedPanel.map { session.hidesFormula($0.id) } == false
  }

  /// The editable entry that one arrives at from another, or nil where there is none.
  fileprivate func position(
    _ next: State.Continuation, from position: [Int], in panel: PanelID
  ) -> [Int]? {
    guard let shape = shape(of: panel), var place = shape.place(of: position) else {
      return nil
    }
    repeat {
      switch next {
      case .left: place.column -= 1
      case .right: place.column += 1
      case .up: place.row -= 1
      case .down: place.row += 1
      case .nextEntry, .previousEntry:
        let step = next == .nextEntry ? 1 : -1
        guard let entry = shape.place(atOffset: shape.offset(of: place) + step) else { return nil }
        place = entry
      }
      guard shape.contains(place) else { return nil }
    } while !session.isEditable(panel, at: shape.position(place))
    return shape.position(place)
  }
}

extension Array {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

extension String {
  /// Without blanks at its ends.
  package func trimmed() -> String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
