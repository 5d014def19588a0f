import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// The notebook with other keys: what they do, and what is said of them.
@Suite struct RebindingTests {
  private func state(_ config: String, at place: String = "K[cat, y]") -> State {
    let settings = Settings(config: Array("[keys]\n\(config)".utf8))
    #expect(settings.problems == [])
    var state = Sample.reading(at: place)
    let reading = state.reading
    state = State(
      size: state.size, shelf: state.shelf, bindings: settings.options.bindings)
    if let lesson = reading?.lesson { state.open(lesson) }
    state.reading?.focus = reading?.focus
    return state
  }

  private func press(_ text: String, _ state: inout State) {
    for event in keys(text) { _ = state.update(event) }
  }

  @Test func footerHelpPaletteAndMessagesNameTheNewKeys() {
    var state = state(
      "undo = U\nback = x Esc\nexplain = F9\nnext-step = X\nhelp = F1 h\nleft = Left")
    #expect(
      state.draw().rows.last
        == " ⏎ edit  ± 0.1  F9 why  Tab move  X next  v view  x home  p pin         F1 help")
    press("2<Enter>U", &state)
    #expect(state.message == .note("Undone: K[cat, y]. Ctrl-R redoes it."))
    press("XXXXXXXX", &state)
    #expect(state.message == .note("The lesson ends here. x goes back to the lessons."))
    press(":undo", &state)
    #expect(state.draw().rows.contains { $0.contains("undo") && $0.contains(" U ") })
    press("<Esc>h", &state)
    #expect(state.draw().rows.contains("  U Ctrl-R         undo, redo, without limit"))
    #expect(
      state.bindings.binding(.resetLesson, in: .lesson)?.help
        == "Reset the lesson, pressed twice; U undoes.")
  }

  @Test func theSignOfANumberIsNoNudgeWhereNothingNudgesWithIt() {
    var state = state("nudge-down = _\nnudge-up = Ctrl-A")
    #expect(state.draw().rows.last?.contains("Ctrl-A/_ 0.1") == true)
    press("_", &state)
    #expect(state.reading?.session.canUndo == true)
    press("5", &state)
    // What follows the nudge is a new number, not the rest of one.
    #expect(state.reading?.editing?.field.text == "5")
    press("<Esc>-5", &state)
    #expect(state.reading?.editing?.field.text == "-5")
  }

  private static let tables: [(config: String, key: String, context: Context, action: Action?)] = [
    // Everywhere that the action has keys.
    ("down = z Down", "z", .lesson, .down), ("down = z Down", "z", .home, .down),
    ("down = z Down", "j", .lesson, nil), ("down = z Down", "<Down>", .walk, .down),
    // Where text is typed, letters are text, and the keys there stay.
    ("down = z Down", "z", .finding, nil), ("down = z Down", "<Tab>", .finding, .down),
    ("down = Ctrl-T", "<C-t>", .help, .down), ("down = Ctrl-T", "<Down>", .help, .down),
    ("redraw = X Ctrl-G", "X", .lesson, .redraw), ("redraw = X Ctrl-G", "X", .editing, nil),
    ("redraw = X Ctrl-G", "<C-g>", .editing, .redraw),
    ("redraw = X Ctrl-G", "<C-l>", .editing, nil),
    ("redraw = X", "<C-l>", .editing, .redraw),
    // What an action has in some places only, it doesn't get in the others.
    ("read-on = f Space", " ", .lesson, .forward), ("read-on = f Space", " ", .quiz, .markOption),
    ("read-on = f Space", "f", .quiz, .forward), ("back = x Esc", "<Esc>", .home, nil),
    ("back = x Esc", "x", .home, .back), ("back = Esc", "q", .home, .back),
    ("read-on = f", "f", .walk, .forward),
    // A letter that begins a number gives way; a digit doesn't.
    ("next-step = m\nmouse = M", "m", .guess, .nextStep),
    // There is always a way out.
    ("quit = Q", "Q", .lesson, .leave), ("quit = Q", "<C-c>", .lesson, .leave),
    ("quit = Q", "<C-c>", .editing, .leave), ("pin = none", "p", .lesson, nil),
    ("accept = Ctrl-O", "<C-o>", .editing, .accept), ("accept = Ctrl-O", "<Enter>", .editing, nil),
  ]

  @Test(arguments: tables)
  func aKeyDoes(_ row: (config: String, key: String, context: Context, action: Action?)) {
    let settings = Settings(config: Array("[keys]\n\(row.config)".utf8))
    #expect(settings.problems == [])
    guard case .key(let key)? = keys(row.key).first else {
      Issue.record("no key")
      return
    }
    #expect(settings.options.bindings.action(for: key, in: row.context) == row.action)
  }

  /// Whatever is wished, no key means two things, there is a way out, and help.
  @Test func anyWishesLeaveAWholeTable() {
    var state: UInt64 = 11
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let keys =
      Bindings.all.flatMap(\.keys) + "abcXYZ!§ü".map { KeyPress(.character($0)) }
      + [KeyPress(.function(9)), KeyPress(.character("x"), control: true)]
    let actions = Action.allCases.filter { !$0.hasFixedKeys }
    for _ in 0..<20 {
      var wishes: [Action: Rebinding.Wish] = [:]
      for line in 0..<8 {
        let action = actions[next(actions.count)]
        let wanted = (0...next(3)).map { _ in keys[next(keys.count)] }
        wishes[action] = Rebinding.Wish(
          action, action == .leave ? [.control("c")] + wanted : wanted, line: line)
      }
      let bindings = Rebinding(wishes.values.sorted { $0.line < $1.line }).bindings
      for context in Context.allCases {
        var seen: [KeyPress: Action] = [:]
        for row in bindings.rows where row.contexts.contains(context) {
          #expect(!row.keys.isEmpty, "\(row.action)")
          for key in row.keys {
            #expect(seen[key] == nil || seen[key] == row.action, "\(key.name) in \(context)")
            seen[key] = row.action
          }
        }
        let reached = Set(seen.values)
        #expect(reached.contains(.leave))
        #expect(reached.contains(.help) || context == .help)
        #expect(reached.contains(.back) || context == .editing || context == .writing)
      }
    }
  }
}
