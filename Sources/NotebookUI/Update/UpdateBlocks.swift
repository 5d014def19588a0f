import CellLanguage
import Notebook
import Terminal

/// Cells, prose and steps of one's own: added, changed, moved and deleted.
extension State {
  mutating func performOnBlocks(_ action: Action) -> [Effect] {
    switch action {
    case .addCellBelow: add(.code, below: true)
    case .addCellAbove: add(.code, below: false)
    case .addTextBelow: add(.prose, below: true)
    case .addTextAbove: add(.prose, below: false)
    case .addStep: addStep()
    case .editBlock: editBlock()
    case .editHead: editHead()
    case .moveUp: return moveBlock(by: -1)
    case .moveDown: return moveBlock(by: 1)
    case .deleteBlock: return deleteBlock()
    default: break
    }
    return []
  }

  // MARK: - Adding

  private mutating func add(_ kind: BlockKind, below: Bool) {
    guard let reading else { return }
    let place: Insertion
    switch (reading.focusedBlock, below) {
    case (let block?, true): place = .after(block)
    // Above the title stands the step before.
    case (let block?, false):
      place =
        reading.kind(of: block) == .heading ? .start(ofStep: reading.step) : .before(block)
    case (nil, true):
      place = reading.lastShownBlock.map { .after($0) } ?? .end(ofStep: reading.step)
    case (nil, false): place = .start(ofStep: reading.step)
    }
    begin(Writing(.new(kind, place)))
  }

  private mutating func addStep() {
    guard let reading else { return }
    guard reading.session.isAuthoring else {
      message = .refusal("Steps are added to a notebook of your own: qkv new FILE.md begins one.")
      return
    }
    begin(Writing(.new(.heading, .end(ofStep: reading.step))))
  }

  // MARK: - Changing

  private mutating func editBlock() {
    guard let block = ownBlock("change") else { return }
    edit(block)
  }

  mutating func edit(_ block: BlockID) {
    guard let reading, let kind = reading.kind(of: block),
      let text = reading.session.text(of: block)
    else { return }
    // A draft is gone on with as what it was meant to be.
    let draft = DraftText.text(of: text)
    begin(Writing(.old(block, draft == nil ? kind : .prose), text: draft ?? text))
  }

  mutating func editHead() {
    guard let reading, let head = reading.session.head,
      let text = reading.session.text(of: head)
    else {
      message = .refusal("A notebook of your own has a title to change; this is a lesson's.")
      return
    }
    begin(Writing(.old(head, .head), text: text))
    // What is mostly changed is the title.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if let line = lines.firstIndex(where: { $0.hasPrefix("title:") }) {
      let end = lines[...line].reduce(-1) { $0 + $1.count + 1 }
      self.reading?.writing?.editor.move(to: end)
      showCaret()
    }
  }

  /// The block under the cursor, where it is the reader's own; else says why not.
  private mutating func ownBlock(_ verb: String) -> BlockID? {
    guard let reading, let block = reading.focusedBlock else {
      message = .note(
        "There is nothing of yours here to \(verb); \(keyName(.addCellBelow)) adds a cell.")
      return nil
    }
    guard reading.session.isOwn(block) else {
      message = .refusal(
        "This is the lesson's; only your own can be \(verb == "change" ? "rewritten" : verb + "d"). \(keyName(.addCellBelow)) adds a cell."
      )
      return nil
    }
    return block
  }

  // MARK: - Moving and deleting

  private mutating func moveBlock(by step: Int) -> [Effect] {
    guard let block = ownBlock("move") else { return [] }
    return arrange(step < 0 ? "It is the first already." : "It is the last already.") {
      session, reading throws(Diagnostic) in
      if reading.kind(of: block) == .heading {
        return try session.moveStep(reading.step, by: step)
      }
      return try session.move(block, by: step)
    }
  }

  private mutating func deleteBlock() -> [Effect] {
    guard let block = ownBlock("delete"), let reading else { return [] }
    let words = reading.words(of: block)
    if reading.kind(of: block) == .heading, reading.lesson.steps.count == 1 {
      message = .refusal(
        "This is the only step; \(keyName(.edit)) changes its title.")
      return []
    }
    let effects = arrange("") { session, reading throws(Diagnostic) in
      if reading.kind(of: block) == .heading { return try session.deleteStep(reading.step) }
      return try session.delete(block)
    }
    if !effects.isEmpty {
      message = .note(
        "Deleted \(words); \(keyName(.undo)) brings it back.")
    }
    return effects
  }

  /// A change of what stands where.
  private mutating func arrange(
    _ nothing: String, _ make: (inout Session, Reading) throws(Diagnostic) -> Change?
  ) -> [Effect] {
    guard let reading else { return [] }
    var session = reading.session
    do throws(Diagnostic) {
      guard let change = try make(&session, reading) else {
        message = .note(nothing)
        return []
      }
      self.reading?.session = session
      follow(change, before: reading.session)
      return [.save]
    } catch {
      let help = error.help.map { "; \($0)" } ?? ""
      message = .refusal("\(reading.sentence(error.message))\(help).")
      return []
    }
  }

  /// The cursor goes where a block was changed.
  mutating func follow(_ change: Change, before: Session) {
    reading?.repairStep()
    if let step = change.step, step != reading?.step { reading?.go(toStep: step) }
    if let block = change.block { reading?.reveal(block) }
    if let block = change.block, let focus = reading?.focus(on: block) {
      if reading?.focusedBlock != block { reading?.focus = focus }
    }
    reading?.repairFocus()
    mark(change, before: before)
    showFocus()
  }
}

extension State {
  /// Saves the notebook that is written here in its file.
  ///
  /// - Parameter name: that of another file; nil writes the notebook's own.
  mutating func writeFile(to name: String? = nil) -> [Effect] {
    guard reading?.session.isAuthoring == true else {
      message = wordsOfUnwritten
      return []
    }
    return [.write(to: name)]
  }
}
