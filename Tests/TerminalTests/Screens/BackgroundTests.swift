import CTestSupport
import TestSupport
import Testing

@testable import Terminal

/// What lies behind the text, asked of terminals that answer and of those that don't.
@Suite struct BackgroundTests {
  static let answers: [(answer: String, background: Background?)] = [
    ("11;rgb:0000/0000/0000", .dark), ("11;rgb:1e1e/1e1e/2e2e", .dark),
    ("11;rgb:ffff/ffff/ffff", .light), ("11;rgb:fdfd/f6f6/e3e3", .light), ("11;rgb:0/2/3", .dark),
    ("11;rgb:00/2b/36", .dark), ("11;rgba:ffff/ffff/ffff/8000", .light), ("11;#fff", .light),
    ("11;#002b36", .dark), ("11;#ffffffffffff", .light), ("11;rgb:7777/7777/7777", .light),
    ("10;rgb:ffff/ffff/ffff", nil), ("11;", nil), ("11;rgb:", nil), ("11;rgb:ff/ff", nil),
    ("11;rgb:fffff/0/0", nil), ("11;rgb:-1/0/0", nil), ("11;rgb:gg/00/00", nil), ("11;#ff", nil),
    ("11;white", nil), ("11;?", nil), ("", nil),
  ]

  @Test(arguments: answers)
  func answersOfTerminals(_ row: (answer: String, background: Background?)) {
    #expect(Background(answer: Array(row.answer.utf8)) == row.background)
  }

  @Test(
    arguments: [
      ("15;0", .dark), ("0;15", .light), ("0;default;15", .light), ("12;8", .dark), ("0;7", .light),
      ("7;6", .dark), ("15;default", nil), ("", nil), ("0;16", nil), ("0;-1", nil), ("0;007", nil),
    ] as [(String, Background?)])
  func variables(_ value: String, background: Background?) {
    #expect(Background(colorFGBG: value) == background)
  }

  @Test(
    arguments: [
      ("xterm-256color", nil, .automatic, .none, true),
      ("xterm", "0;15", .light, .variable("0;15"), true),
      ("tmux-256color", "15;0", .dark, .variable("15;0"), true),
      ("linux", nil, .dark, .terminal, false),
      ("linux", "0;15", .light, .variable("0;15"), false), ("vt100", nil, .automatic, .none, false),
      (nil, nil, .automatic, .none, false), ("screen", "x", .automatic, .none, true),
    ] as [(String?, String?, Theme, BackgroundGuess.Source, Bool)])
  func guesses(
    _ term: String?, _ variable: String?, theme: Theme, source: BackgroundGuess.Source, asks: Bool
  ) {
    let guess = BackgroundGuess(term: term, colorFGBG: variable)
    #expect(guess.theme == theme)
    #expect(guess.source == source)
    #expect(guess.canAsk == asks)
  }

  // MARK: - In the midst of keys

  /// However it is cut, an answer is one event and takes no key with it.
  @Test(arguments: ["\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\", "\u{1B}]11;rgb:ffff/ffff/ffff\u{7}"])
  func anAnswerAmongKeys(_ answer: String) {
    let bytes = Array(("a" + answer + "b").utf8)
    for cut in bytes.indices {
      var decoder = KeyDecoder()
      let events = decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...])
      #expect(events == [.character("a"), .background(.light), .character("b")])
    }
  }

  @Test(arguments: [
    "\u{1B}]10;rgb:ffff/ffff/ffff\u{7}", "\u{1B}]11;rgb:ffff/ffff/ffff\u{18}",
    "\u{1B}P11;rgb:ffff/ffff/ffff\u{1B}\\",
    "\u{1B}]11;rgb:ffff/ffff/ffff" + String(repeating: " ", count: 100) + "\u{7}",
  ])
  func otherAnswersSayNothing(_ answer: String) {
    var decoder = KeyDecoder()
    #expect(decoder.feed((answer + "b").utf8) == [.character("b")])
  }

  // MARK: - With a terminal

  private static let question = "\u{1B}]11;?\u{1B}\\"

  private func start(
    _ arguments: [String] = [], term: String = "xterm-256color", _ variables: [String: String] = [:]
  ) throws -> TerminalRun {
    let home = try TemporaryFolder()
    var launch = Launch.product("ScreenFixture", arguments, home: home).setting("TERM", to: term)
    for (name, value) in variables { launch = launch.setting(name, to: value) }
    let run = try TerminalRun(launch)
    #expect(run.waits(for: "ready"))
    return run
  }

  /// The title's colour: of the 256, 75 on dark, 25 on light, 63 where nobody knows.
  private func ends(_ run: TerminalRun) {
    run.send("q")
    #expect(run.ending() == .exit(0))
    #expect(run.modes == TerminalRun.newModes)
  }

  @Test func theFirstFrameWaitsForNothing() throws {
    let run = try start()
    #expect(run.waits(for: Self.question))
    let text = run.text
    let frame = try #require(text.range(of: "ready"))
    let question = try #require(text.range(of: Self.question))
    #expect(frame.lowerBound < question.lowerBound)
    run.send("a")
    #expect(run.waits(for: "key a"))
    ends(run)
  }

  /// The screen is drawn again in colours for what the terminal says, and the keys typed meanwhile are there.
  @Test func theAnswerChangesTheColours() throws {
    let run = try start()
    #expect(run.waits(for: Self.question))
    run.send("x".replacing("x", with: "a") + "\u{1B}]11;rgb:1c1c/1c1c/1c1c\u{1B}\\" + "b")
    #expect(run.waits(for: "key a"))
    #expect(run.waits(for: "background dark"))
    #expect(run.waits(for: "key b"))
    ends(run)
  }

  @Test(arguments: ["linux", "vt100", "ansi"])
  func aTerminalThatWouldPrintItIsNotAsked(_ term: String) throws {
    let run = try start(term: term)
    run.send("a")
    #expect(run.waits(for: "key a"))
    #expect(!run.text.contains("]11;"))
    ends(run)
  }

  @Test(
    arguments: [(["--dark"], [:]), (["--never"], [:]), ([], ["NO_COLOR": "1"])]
      as [([String], [String: String])])
  func nobodyIsAskedWhatIsKnown(_ arguments: [String], _ variables: [String: String]) throws {
    let run = try start(arguments, variables)
    run.send("a")
    #expect(run.waits(for: "key a"))
    #expect(!run.text.contains("]11;"))
    ends(run)
  }

  /// What is answered after the program has been told to end doesn't reach who has the terminal next.
  @Test func aLateAnswerIsSwallowed() throws {
    let run = try start()
    #expect(run.waits(for: Self.question))
    run.send("q\u{1B}]11;rgb:1c1c/1c1c/1c1c\u{1B}\\")
    #expect(run.ending() == .exit(0))
    #expect(run.modes == TerminalRun.newModes)
  }
}

extension String {
  fileprivate func range(of other: String) -> Range<String.Index>? { ranges(of: other).first }
}
