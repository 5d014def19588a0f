import CellLanguage
import Notebook
package import Terminal

extension State {
  /// What an event does to the state; what it asks of the world beyond is returned.
  package mutating func update(_ event: Event) -> [Effect] {
    let before = sight
    sightShown = nil
    defer {
      if reading?.hasOldCurves == true { reading?.refreshCurves() }
      refreshStep()
      keepFocusInSight(since: before)
      dropPlayElsewhere()
    }
    switch event {
    case .resize(let size): return resize(size)
    case .resumed: return [.redraw]
    // The screen has chosen its colours.
    case .background: return []
    case .terminate(let signal):
      finishWriting()
      return [.save, .quit(128 &+ signal)]
    case .key(let key): return press(key)
    case .paste(let text): return paste(text)
    case .mouse(let mouse): return point(mouse)
    }
  }

  /// Which part of the table of bindings is in force.
  package var context: Context {
    if playing?.isInCharge == true, !isTooSmall, layer != .help { return .playing }
    return switch layer {
    case .home: .home
    case .help: .help
    case .finder: .finding
    case .walk: .walk
    case .copy: .copying
    case .mending: .mending
    case .notes: .notes
    case .lesson: reading?.context ?? .lesson
    }
  }

  /// Esc closes what is open, and takes back what is asked; a lesson it leaves when it is pressed again, since one is
  /// easily pressed too often.
  private mutating func press(_ key: KeyPress) -> [Effect] {
    guard key.key == .escape, !isTooSmall, count == nil, Context.reading.contains(context),
      bindings.action(for: key, in: context) == .back, reading?.hasOpenHelp != true
    else { return act(on: key) }
    let asked = confirming
    guard asked != .back else {
      let effects = act(on: key)
      confirming = nil
      return effects
    }
    forgetLastKey()
    confirming = asked == nil ? .back : nil
    if asked == nil {
      message = .note("Esc again goes back to the lessons; \(keyName(.back)) goes at once.")
    }
    return []
  }

  /// What the last key brought about is on the screen until the next.
  private mutating func forgetLastKey() {
    message = nil
    lit = nil
    reading?.marks = [:]
    reading?.nudging = nil
  }

  private mutating func act(on key: KeyPress) -> [Effect] {
    // The list that was asked for comes in a moment: Enter means that, not what lies below.
    if proving?.isAsked == true, key.key == .enter, reading?.isTyping == false { return [] }
    message = nil
    lit = nil
    clicked = nil
    if isTooSmall { return pressTooSmall(key) }
    if context == .playing {
      if let action = bindings.action(for: key, in: .playing) { return perform(action) }
      takeOver()
    }
    reading?.marks = [:]
    let nudging = reading?.nudging
    reading?.nudging = nil
    let wasRefused = isNumberRefused
    isNumberRefused = false
    if context == .home ? isStray(key) : isOfStrayText(key) { return [] }
    let action = bindings.action(for: key, in: context)
    if let typed = key.typed, let action, beginsHole(insteadOf: action) {
      beginHole(with: String(typed))
      return []
    }
    if wasRefused, action == .edit, reading?.focusIsEditable == false,
      let panel = reading?.focusedPanel
    {
      // Who types a number and Enter means the number.
      refuse(panel)
      return []
    }
    // Who is asked for a key again and presses Enter means yes.
    if let asked = confirming, asked.isConfirmedByEnter, key.key == .enter, layer == .lesson {
      return perform(asked, key: key)
    }
    if action != confirming { confirming = nil }
    if layer == .lesson, case .maybeSign(let before) = nudging, let typed = key.typed,
      reading?.editing == nil, bindings.action(for: key, in: .lesson) == .typeNumber
    {
      reading?.session = before
      judge()
      beginTyping("-\(typed)")
      return [.save]
    }
    if let digit = countDigit(key) {
      addToCount(digit)
      return []
    }
    let times = count
    count = nil
    if key.key == .escape, times != nil { return [] }
    if let action, let times { return perform(action, key: key, after: nudging, count: times) }
    if let action { return perform(action, key: key, after: nudging) }
    type(key)
    return []
  }

  private mutating func pressTooSmall(_ key: KeyPress) -> [Effect] {
    switch bindings.action(for: key, in: .home) {
    case .back, .leave:
      finishTyping()
      return [.save, .quit(0)]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    default: return []
    }
  }

  /// Before the reader leaves: what is being typed is kept.
  private mutating func finishTyping() {
    if playing?.isInCharge != true { finishEditing() }
    finishWriting()
  }

  /// Does what a key, or a click on a hint, stands for.
  mutating func perform(_ action: Action, key: KeyPress? = nil, after nudging: Nudging? = nil)
    -> [Effect]
  {
    switch action {
    case .leave:
      finishTyping()
      return [.save, .quit(0)]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .help:
      // A demonstration waits behind it for its next key.
      if playing?.mode == .running { playing?.mode = .stepping }
      openHelp()
    case .mouse: return toggleMouse()
    case .search: openFinder(.text)
    case .palette: openFinder(.command)
    default:
      switch context {
      case .home: return performAtHome(action)
      case .lesson, .quiz, .guess, .block:
        return performInLesson(action, key: key, after: nudging)
      case .writing: return performWhileWriting(action)
      case .editing: return performWhileEditing(action)
      case .help: performInHelp(action)
      case .copying: return performInCopy(action)
      case .mending: return performInMending(action)
      case .finding: return performInFinder(action)
      case .walk: return performInWalk(action)
      case .playing: return performWhilePlaying(action)
      case .notes: return performInNotes(action)
      }
    }
    return []
  }

  private mutating func resize(_ size: Size) -> [Effect] {
    let follows =
      reading?.editing != nil || reading?.writing != nil
      || focusIsInView && reading?.isAsOpened == false
    self.size = size
    refreshStep()
    scrollIntoRange()
    if follows { showFocus() }
    showCaret()
    keepNotesInRange()
    walk?.keepInSight(height: WalkFrame(size: size).height)
    return []
  }

  /// More letters than a number or an expression that is typed into an entry has.
  static let longestEntry = 400

  private mutating func paste(_ text: String) -> [Effect] {
    guard !isTooSmall, text.contains(where: { !$0.isWhitespace }) else { return [] }
    message = nil
    takeOver()
    switch context {
    case .editing where reading?.editing?.takesNumber == true && isTooLong(text): break
    case .editing: insert(text)
    case .writing: writePasted(text)
    case .help: search { $0.insert(text.onOneLine()) }
    case .finding: changeFinder { $0.insert(text.onOneLine()) }
    case .lesson, .guess:
      reading?.marks = [:]
      reading?.nudging = nil
      if let effects = pasteMatrix(text) { return effects }
      if pasteFormula(text) { return [] }
      if !isTooLong(text) { beginTyping(text) }
    case .home, .quiz, .block, .walk, .copying, .mending, .playing, .notes:
      message = .refusal(
        "What was pasted goes nowhere here: nothing is being typed; \(keyName(.help)) lists what keys do."
      )
    }
    return []
  }

  /// Whether a text can't be a number, however it is written; says so.
  private mutating func isTooLong(_ text: String) -> Bool {
    guard text.utf8.count > Self.longestEntry else { return false }
    let words = "what was pasted has \(text.count) characters: that is no number"
    if let typed = reading?.editing?.field.text {
      reading?.editing?.problem = Diagnostic(
        code: "value", words, at: SourceRange(0, typed.utf8.count))
    } else {
      message = .refusal("\(words.capitalizedFirst).")
    }
    return true
  }

  /// A key that no binding has, into the text that is being typed.
  private mutating func type(_ key: KeyPress) {
    switch context {
    case .editing: edit(with: key)
    case .writing: write(with: key)
    case .help: typeInHelp(key)
    case .finding: changeFinder { $0.apply(key) }
    case .home where key.key == .escape: message = .note("\(keyName(.back)) quits the notebook.")
    case .lesson, .guess: adviseTyping(key)
    case .home, .quiz, .block, .walk, .copying, .mending, .playing, .notes: break
    }
  }

  /// On a number, letters are commands: one that means nothing may begin the name of a function.
  private mutating func adviseTyping(_ key: KeyPress) {
    guard let typed = key.typed else { return }
    // The minus as the screen writes it.
    if takesExpression, typed == "−" { return beginTyping("-") }
    if isOnHole, !typed.isWhitespace { return beginHole(with: String(typed)) }
    if takesExpression, ClosedScalar.begins(with: typed) { return beginTyping(String(typed)) }
    guard typed.isLetter || reading?.focusedFormulaIsOpen == true && !typed.isWhitespace else {
      return
    }
    isStrayText = true
    message = .note("\(typed) does nothing here; \(adviceOnTyping)")
  }

  /// Whether the cursor is where a number is typed.
  private var takesExpression: Bool {
    context == .guess
      || context == .lesson && reading?.focusIsEditable == true
        && reading?.focusedPanel?.isTruth == false
  }

  /// Whether a key goes on with a text that is typed where none is taken, and said so: no letter of it is a command.
  private mutating func isOfStrayText(_ key: KeyPress) -> Bool {
    guard isStrayText, Context.reading.contains(context), let typed = key.typed, !isOnHole else {
      isStrayText = false
      return false
    }
    message = .refusal(
      "\(typed == " " ? "That" : String(typed)) is typed into nothing; \(adviceOnTyping)")
    return true
  }

  private var adviceOnTyping: String {
    if takesExpression {
      return "an expression begins with \(keyName(.edit)): then log(2)."
    }
    return reading?.focusedFormulaIsOpen == true
      ? "\(keyName(.edit)) opens the formula: type it there."
      : "\(keyName(.help)) lists what keys do."
  }
}

extension Reading {
  /// Whether the cursor is on what was computed by a formula that may be edited.
  var focusedFormulaIsOpen: Bool {
    guard context == .lesson, let panel = focusedPanel, !panel.isInput else { return false }
    return !panel.options.locked && session.shownAgain(by: panel) == nil
  }
}
