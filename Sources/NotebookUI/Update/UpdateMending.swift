import CellLanguage
import Notebook
import Terminal

/// What is to be mended in a notebook of one's own: found as soon as there is time, told, listed, gone to.
extension State {
  // MARK: - Proving

  /// Has the notebook that was saved proved.
  mutating func proveSaved(_ file: NotebookFile) {
    guard let session = reading?.session, session.isAuthoring else { return }
    proving = Proving(text: session.markdown, file: file, isAsked: false)
  }

  /// Lists what is to be mended in the notebook as it is now.
  mutating func askForProof() {
    guard let session = reading?.session, let file = session.file else {
      message = .refusal(
        "A notebook of your own is proved here; qkv verify proves a lesson.")
      return
    }
    let text = session.markdown
    if let mending, mending.text == text, !mending.problems.isEmpty { return showMending() }
    proving = Proving(text: text, file: file, isAsked: true)
    message = .note(TextFilter.visible("Looking what is to be mended in \(file.name) …"))
  }

  /// Proves what waits for it.
  ///
  /// - Parameter isInterrupted: asked again and again; where it is so, all is left for later.
  /// - Returns: what there is to say; nil where nothing was done.
  mutating func prove(unless isInterrupted: @escaping () -> Bool = { false }) -> Message? {
    guard let proving else { return nil }
    var index = LessonIndex()
    for lesson in shelf.lessons {
      if let (path, text) = lesson.source { index.add(path: path, text: text) }
    }
    let verifier = Self.verifier(index)
    guard
      let verified = verifier.verify(
        path: proving.file.path, text: proving.text, unless: isInterrupted)
    else { return nil }
    self.proving = nil
    let mending = Mending(
      text: proving.text, name: proving.file.name, problems: verified.problems)
    self.mending = mending
    if proving.isAsked, !mending.problems.isEmpty, layer == .lesson, reading?.editing == nil,
      reading?.writing == nil
    {
      showMending()
      return nil
    }
    return .note(TextFilter.visible(words(of: mending, isSaved: !proving.isAsked)))
  }

  /// `mine.md is saved; 2 things to mend. Line 28: the option has no reason. F4 shows them.`
  private func words(of mending: Mending, isSaved: Bool) -> String {
    let lead = isSaved ? "\(mending.name) is saved; " : "\(mending.name): "
    guard let first = mending.problems.first?.problem else {
      return lead + "verify finds nothing to mend."
    }
    let goes = mending.problems.count == 1 ? "goes there" : "shows them"
    return lead
      + "\(mending.count). Line \(first.line): \(first.message). \(keyName(.verify)) \(goes)."
  }

  // MARK: - The list

  private mutating func showMending() {
    message = nil
    layers.append(.mending)
  }

  mutating func performInMending(_ action: Action) -> [Effect] {
    guard let mending else { return [] }
    let page = max(1, mendingHeight / 3)
    switch action {
    case .up: choose(mending.chosen - 1)
    case .down: choose(mending.chosen + 1)
    case .backward: choose(mending.chosen - page)
    case .forward: choose(mending.chosen + page)
    case .open: goToMend()
    case .back: layers.removeAll { $0 == .mending }
    default: break
    }
    return []
  }

  private mutating func choose(_ index: Int) {
    let last = (mending?.problems.count ?? 1) - 1
    mending?.chosen = max(0, min(index, last))
  }

  /// A click chooses a problem; another one goes there.
  mutating func clickMending(_ point: Point) -> [Effect] {
    guard let mending, let index = mendingIndex(atRow: point.y) else { return [] }
    if index == mending.chosen { return performInMending(.open) }
    choose(index)
    return []
  }

  /// Goes to the place of the chosen problem and opens its text there, with what is wrong beside it.
  private mutating func goToMend() {
    layers.removeAll { $0 == .mending }
    guard let mending, let found = mending.problems[safe: mending.chosen]?.problem,
      let place = reading?.session.place(ofLine: found.line)
    else { return }
    if let step = reading?.session.step(of: place.block) { reading?.go(toStep: step) }
    if let focus = reading?.focus(on: place.block) { reading?.focus = focus }
    showFocus()
    let words = TextFilter.visible("\(found.message); \(found.advice)")
    // What is said of a title is mostly meant for its step.
    guard place.kind != .heading else {
      message = .refusal("\(reading?.sentence(words) ?? words).")
      return
    }
    if place.kind == .head { editHead() } else { edit(place.block) }
    show(found, atLine: place.line)
  }

  /// Puts the caret on a line of what is being written, with what is wrong with it.
  private mutating func show(_ found: LessonProblem, atLine line: Int) {
    guard var field = reading?.writing?.editor.field else { return }
    let lines = field.lines
    let line = max(0, min(line, lines.count - 1))
    let start = lines[..<line].reduce(0) { $0 + $1.utf8.count + 1 }
    let (from, to) = found.range(in: lines[line])
    field.moveTo(utf8Offset: start + from)
    reading?.writing?.editor.move(to: field.caret)
    reading?.writing?.problem = Diagnostic(
      code: "lesson", TextFilter.visible(found.message),
      at: SourceRange(start + from, start + to),
      help: TextFilter.visible(found.advice))
    showCaret()
  }
}

extension LessonProblem {
  /// Where a line has what the message names, in bytes: what is still to be written, a word in quotes, a quoted number; else
  /// all of it but its indentation.
  fileprivate func range(in line: String) -> (from: Int, to: Int) {
    let named = [
      ("‹", "›", true), ("\"", "\"", false), ("{", "}", true),
    ].compactMap { open, close, isWhole -> Range<String.Index>? in
      guard let first = message.range(of: open),
        let last = message[first.upperBound...].range(of: close)
      else { return nil }
      let text =
        isWhole
        ? message[first.lowerBound..<last.upperBound] : message[first.upperBound..<last.lowerBound]
      return text.isEmpty ? nil : line.range(of: String(text))
    }
    let indent = line.prefix { $0 == " " }.utf8.count
    guard let place = named.first else { return (indent, line.utf8.count) }
    return (line[..<place.lowerBound].utf8.count, line[..<place.upperBound].utf8.count)
  }
}

extension StringProtocol {
  /// The first place of a text in this one.
  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
