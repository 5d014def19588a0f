import Terminal
import Testing

@testable import NotebookUI

/// What a config makes of the settings.
@Suite struct SettingsTests {
  private func settings(_ text: String) -> Settings { Settings(config: Array(text.utf8)) }

  @Test func withoutAConfigAllIsByDefault() {
    let settings = Settings()
    #expect(
      Setting.all.map { "\($0.name) = \($0.value(settings.options))" } == [
        "theme = auto", "color = auto", "ascii = no", "mouse = yes",
        "copy = yes", "digits = auto", "nudge = 0.1", "reveal = guesses",
      ])
    #expect(Setting.all.allSatisfy { settings.origin(of: $0) == .standard })
    #expect(settings.problems == [])
  }

  private static let values: [(String, String)] = [
    ("theme = dark", "theme = dark"), ("theme = LIGHT", "theme = light"),
    ("color = never", "color = never"), ("colour = 256", "color = 256"),
    ("ascii = yes", "ascii = yes"), ("ascii = true", "ascii = yes"), ("mouse = off", "mouse = no"),
    ("digits = 0", "digits = 0"), ("digits = 12", "digits = 12"),
    ("digits = auto", "digits = auto"),
    ("nudge = 0.25", "nudge = 0.25"), ("nudge = 1e-3", "nudge = 0.001"),
    ("nudge = 1000", "nudge = 1000"), ("reveal = all", "reveal = all"),
    ("reveal = Pauses", "reveal = pauses"),
  ]

  @Test(arguments: values)
  func aValueIsInForce(_ row: (entry: String, value: String)) throws {
    let settings = settings("\n" + row.entry)
    #expect(settings.problems == [])
    let name = String(row.value.prefix { $0 != " " })
    let setting = try #require(Setting.named(name))
    #expect("\(name) = \(setting.value(settings.options))" == row.value)
    #expect(settings.origin(of: setting) == .config(line: 2))
  }

  private static let faults: [(String, String)] = [
    ("theme = drak", "theme is auto, dark or light, not 'drak'; did you mean dark?"),
    ("theme = 7", "theme is auto, dark or light, not '7'"),
    ("color = nevr", "color is auto, always, never, 8, 16 or 256, not 'nevr'; did you mean never?"),
    ("ascii = maybe", "ascii is yes or no, not 'maybe'"),
    ("digits = 13", "digits is auto or a number from 0 to 12, not '13'"),
    ("digits = -1", "digits is auto or a number from 0 to 12, not '-1'"),
    (
      "digits = 99999999999999999999",
      "digits is auto or a number from 0 to 12, not '99999999999999999999'"
    ),
    ("nudge = 0", "nudge is a number above 0, to 1000, not '0'"),
    ("nudge = nan", "nudge is a number above 0, to 1000, not 'nan'"),
    ("nudge = 0x10", "nudge is a number above 0, to 1000, not '0x10'"),
    ("nudge = 1e999", "nudge is a number above 0, to 1000, not '1e999'"),
    ("nudge = 1,5", "nudge is a number above 0, to 1000, not '1,5'"),
    ("reveal = guess", "reveal is guesses, pauses or all, not 'guess'"),
    ("colr = never", "'colr' is no setting; did you mean color?"),
    ("undo = u", "'undo' is no setting; keys stand below [keys]"),
    (
      "tabs = 4",
      "'tabs' is no setting; there are theme, color, ascii, mouse, copy, digits, nudge, reveal, and [keys]"
    ),
    ("mouse = no\nmouse = off", "mouse stands in line 1 already; this line counts"),
  ]

  @Test(arguments: faults)
  func aFaultIsNamedAndTheRestWorks(_ row: (String, String)) {
    let settings = settings(row.0 + "\n# behind it\ntheme = light")
    let line = row.0.contains("\n") ? 2 : 1
    #expect(settings.problems.map(\.text) == ["line \(line): \(row.1)"])
    #expect(settings.options.theme == .light)
  }

  @Test func aFlagGoesBeforeTheConfig() throws {
    var settings = settings("theme = light\nnudge = 2")
    try settings.set("theme", to: "dark", flag: "--theme dark")
    #expect(settings.options.theme == .dark)
    #expect(settings.options.nudge == 2)
    #expect(settings.origin(of: Setting.all[0]) == .flag("--theme dark"))
    let problem = #expect(throws: ConfigProblem.self) {
      try settings.set("digits", to: "many", flag: "--set digits=many")
    }
    #expect(problem?.text == "digits is auto or a number from 0 to 12, not 'many'")
  }

  // MARK: - Keys

  @Test func keysAreRebound() {
    let settings = settings("[keys]\nundo = U Ctrl-_\nnext step = X\nundo = Z, Ctrl-Y")
    #expect(
      settings.problems.map(\.text) == ["line 4: undo stands in line 2 already; this line counts"])
    let bindings = settings.options.bindings
    #expect(bindings.action(for: KeyPress(.character("Z")), in: .lesson) == .undo)
    #expect(bindings.action(for: KeyPress(.character("y"), control: true), in: .quiz) == .undo)
    #expect(bindings.action(for: KeyPress(.character("X")), in: .quiz) == .nextStep)
    #expect(bindings.action(for: KeyPress(.character("u")), in: .lesson) == nil)
    #expect(bindings.action(for: KeyPress(.character("n")), in: .lesson) == nil)
  }

  private static let keyFaults: [(String, String)] = [
    ("explan = x", "there is no command 'explan' to give a key to; did you mean explain?"),
    ("undo = Ctrl-C", "Ctrl-C always quits; choose another key"),
    ("undo = Ctrl-I", "'Ctrl-I' is the same as Tab to a terminal; write Tab"),
    (
      "accept = o",
      "o is text where accept is done; choose a key that types nothing, such as F2 or Ctrl-O"
    ),
    ("back = none", "back needs a key; name one"),
    ("pin = \(String(repeating: "p ", count: 17))", "pin has more than 16 keys"),
    ("type-number = x", "type-number has the keys that type it, and no others"),
    (
      "undo = e",
      "e can't be undo: it is explain; give explain another key too, or choose one that is free"
    ),
    ("undo = 5", "5 can't be undo: it is type-number; choose another key"),
    (
      "explain = x\nundo = x",
      "x can't be undo: it is explain (line 2); give explain another key too, or choose one that is free"
    ),
  ]

  @Test(arguments: keyFaults)
  func aFaultyKeyIsNamedAndTheRestWorks(_ row: (String, String)) {
    let settings = settings("[keys]\n" + row.0 + "\npin = Z")
    let line = row.0.contains("\n") ? 3 : 2
    #expect(settings.problems.map(\.text) == ["line \(line): \(row.1)"])
    let bindings = settings.options.bindings
    #expect(bindings.action(for: KeyPress(.character("Z")), in: .lesson) == .pin)
    #expect(bindings.action(for: KeyPress(.character("u")), in: .lesson) == .undo)
  }

  // MARK: - The default config

  @Test func theDefaultConfigSaysWhatIsSoAnyway() {
    #expect(Settings(config: Array(DefaultConfig.text.utf8)).problems == [])
    let entered = Settings(config: Array(DefaultConfig.entries.utf8))
    #expect(entered.problems == [])
    for setting in Setting.all {
      #expect(setting.value(entered.options) == setting.standard)
      #expect(entered.origin(of: setting) != .standard)
    }
    #expect(entered.wishes.count == Action.allCases.filter { !$0.hasFixedKeys }.count)
    let rows = entered.options.bindings.rows
    #expect(rows.map(\.action) == Bindings.standard.rows.map(\.action))
    for (row, standard) in zip(rows, Bindings.standard.rows) {
      #expect(row.keys == standard.keys, "\(row.action)")
      #expect(row.keyNames == standard.keyNames)
      #expect(row.hint?.key == standard.hint?.key)
      #expect(row.help == standard.help)
    }
  }
}
