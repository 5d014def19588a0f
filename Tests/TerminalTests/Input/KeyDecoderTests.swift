import TestSupport
import Testing

@testable import Terminal

struct KeyDecoderTests {
  @Test(
    arguments: [
      ("a", [.character("a")]),
      ("aé日🙂", [.character("a"), .character("é"), .character("日"), .character("🙂")]),
      (" ~", [.character(" "), .character("~")]),
      ("\r\n", [.key(.enter), .control("j")]),
      ("\t", [.key(.tab)]),
      ("\u{8}\u{7F}", [.key(.backspace), .key(.backspace)]),
      ("\u{1}\u{3}\u{1A}", [.control("a"), .control("c"), .control("z")]),
      ("\u{C}\u{12}", [.control("l"), .control("r")]),
      ("\0", [.control(" ")]),
      ("\u{1C}\u{1D}\u{1E}\u{1F}", [.control("\\"), .control("]"), .control("^"), .control("_")]),
      ("\u{9B}A", [.character("A")]),
      ("\u{1B}\u{1B}x", [.key(.escape), .key(.character("x"), alt: true)]),
    ] as [(String, [Event])])
  func plainKeys(input: String, events: [Event]) {
    #expect(decode(input) == events)
  }

  @Test(
    arguments: [
      // Cursor keys, normal and application mode, and what modifiers do to them.
      ("O9999999999999999A", .key(.up)), ("[A", .key(.up)), ("[B", .key(.down)),
      ("[C", .key(.right)), ("[D", .key(.left)),
      ("OA", .key(.up)), ("OB", .key(.down)), ("OC", .key(.right)), ("OD", .key(.left)),
      ("[1;2A", .key(.up, shift: true)), ("[1;3B", .key(.down, alt: true)),
      ("[1;5C", .key(.right, control: true)), ("[1;6D", .key(.left, shift: true, control: true)),
      ("[1;8A", .key(.up, shift: true, control: true, alt: true)), ("[1;9A", .key(.up, alt: true)),
      ("[a", .key(.up, shift: true)), ("[d", .key(.left, shift: true)),
      ("Oa", .key(.up, control: true)), ("Oc", .key(.right, control: true)),
      ("\u{1B}[A", .key(.up, alt: true)), ("\u{1B}OC", .key(.right, alt: true)),
      // Home, End and the six keys, as xterm, the linux console, rxvt and screen send them.
      ("[H", .key(.home)), ("OH", .key(.home)), ("[1~", .key(.home)), ("[7~", .key(.home)),
      ("[F", .key(.end)), ("OF", .key(.end)), ("[4~", .key(.end)), ("[8~", .key(.end)),
      ("[2~", .key(.insert)), ("[3~", .key(.delete)), ("[5~", .key(.pageUp)),
      ("[6~", .key(.pageDown)), ("[3;5~", .key(.delete, control: true)),
      ("[1;5H", .key(.home, control: true)), ("[6;2~", .key(.pageDown, shift: true)),
      ("[3$", .key(.delete, shift: true)), ("[7^", .key(.home, control: true)),
      ("[5@", .key(.pageUp, shift: true, control: true)),
      // F1 to F12.
      ("OP", .key(.function(1))), ("OQ", .key(.function(2))), ("OR", .key(.function(3))),
      ("OS", .key(.function(4))), ("[P", .key(.function(1))), ("[S", .key(.function(4))),
      ("[[A", .key(.function(1))), ("[[E", .key(.function(5))), ("[11~", .key(.function(1))),
      ("[14~", .key(.function(4))), ("[15~", .key(.function(5))), ("[17~", .key(.function(6))),
      ("[18~", .key(.function(7))), ("[19~", .key(.function(8))), ("[20~", .key(.function(9))),
      ("[21~", .key(.function(10))), ("[23~", .key(.function(11))), ("[24~", .key(.function(12))),
      ("[1;2P", .key(.function(1), shift: true)), ("O2P", .key(.function(1), shift: true)),
      ("O1;5Q", .key(.function(2), control: true)), ("[15;5~", .key(.function(5), control: true)),
      ("[25~", .key(.function(13))), ("[11^", .key(.function(1), control: true)),
      // Tab, and the keypad in application mode.
      ("[Z", .key(.tab, shift: true)), ("[1;5Z", .key(.tab, shift: true, control: true)),
      ("OM", .key(.enter)), ("Op", .character("0")), ("Oy", .character("9")),
      ("Ok", .character("+")), ("Om", .character("-")), ("On", .character(".")),
      // Alt is an ESC before the key.
      ("x", .key(.character("x"), alt: true)), ("é", .key(.character("é"), alt: true)),
      ("\r", .key(.enter, alt: true)), ("\u{7F}", .key(.backspace, alt: true)),
      ("\u{1}", .key(.character("a"), control: true, alt: true)),
      // Keys that name themselves: modifyOtherKeys and CSI u.
      ("[27;5;9~", .key(.tab, control: true)), ("[27;2;13~", .key(.enter, shift: true)),
      ("[97;5u", .control("a")), ("[13;2u", .key(.enter, shift: true)), ("[27u", .key(.escape)),
      ("[97;2u", .character("A")), ("[9;2u", .key(.tab, shift: true)),
      ("[97:65;2:1u", .character("A")), ("[127;3u", .key(.backspace, alt: true)),
      // The mouse: SGR, X10 and urxvt reports.
      ("[<0;1;1M", .mouse(MouseEvent(.press, at: Point(x: 0, y: 0)))),
      ("[<0;80;24m", .mouse(MouseEvent(.release, at: Point(x: 79, y: 23)))),
      ("[<32;5;6M", .mouse(MouseEvent(.drag, at: Point(x: 4, y: 5)))),
      ("[<64;300;2M", .mouse(MouseEvent(.wheelUp, at: Point(x: 299, y: 1)))),
      ("[<65;1;2M", .mouse(MouseEvent(.wheelDown, at: Point(x: 0, y: 1)))),
      ("[<4;1;1M", .mouse(MouseEvent(.press, at: Point(x: 0, y: 0)))),
      ("[M !!", .mouse(MouseEvent(.press, at: Point(x: 0, y: 0)))),
      ("[M#+,", .mouse(MouseEvent(.release, at: Point(x: 10, y: 11)))),
      ("[M`!\"", .mouse(MouseEvent(.wheelUp, at: Point(x: 0, y: 1)))),
      ("[32;5;6M", .mouse(MouseEvent(.press, at: Point(x: 4, y: 5)))),
      ("[35;5;6M", .mouse(MouseEvent(.release, at: Point(x: 4, y: 5)))),
    ] as [(String, Event)])
  func sequences(afterEscape: String, event: Event) {
    #expect(decode("\u{1B}" + afterEscape + "q") == [event, .character("q")])
  }

  @Test(arguments: [
    // Focus, answers to questions, key releases, other buttons and motion without a button.
    "[I", "[O", "[?1;2c", "[>0;276;0c", "[24;80R", "[?2026;2$y", "[4;600;800t", "[0n", "[?1u",
    "[97;1:3u", "[57358u", "[<1;1;1M", "[<2;1;1M", "[<35;9;9M", "[<0;0;1M", "[<0;1M", "[<;;M",
    "[<0;99999999999999999999;1M", "[<66;1;1M", "[<128;1;1M", "[M\"!!", "[201~", "[99~", "[~",
    "[1;2;3;4;5X", "[=1 q", "[27;5;9;9~", "[99999999999999999999~", "Oz",
    "[?" + String(repeating: "1;", count: 5000) + "h",
    "]10;rgb:ffff/ffff/ffff\u{7}", "]10;rgb:ffff/ffff/ffff\u{1B}\\", "]52;c;aGVsbG8=\u{1B}\\",
    "P>|XTerm(390)\u{1B}\\", "P1$r0m\u{1B}\\", "_Gi=31;OK\u{1B}\\", "^private\u{1B}\\",
    "Xsos\u{1B}\\",
    "]0;cancelled\u{18}", "P\u{7}not the end\u{1B}\\", "]8;;qqq\u{1B}\\", "]\u{1B}\\",
  ])
  func swallowedWhole(afterEscape: String) {
    #expect(decode("\u{1B}" + afterEscape + "q") == [.character("q")])
  }

  @Test(
    arguments: [
      ("\u{1B}", [.key(.escape)]),
      ("\u{1B}\u{1B}", [.key(.escape), .key(.escape)]),
      ("\u{1B}\u{1B}\u{1B}", [.key(.escape), .key(.escape), .key(.escape)]),
      ("\u{1B}[", [.key(.character("["), alt: true)]),
      ("\u{1B}O", [.key(.character("O"), alt: true)]),
      ("\u{1B}]", [.key(.character("]"), alt: true)]),
      ("\u{1B}P", [.key(.character("P"), alt: true)]),
      ("\u{1B}\u{1B}[", [.key(.escape), .key(.character("["), alt: true)]),
      ("\u{1B}[1;", []), ("\u{1B}]0;title", []), ("\u{1B}[M!", []), ("\u{1B}[[", []),
      ("\u{1B}[<0;1", []),
      ("\u{1B}[200~abc", [.paste("abc")]),
      ("\u{1B}[200~abc\u{1B}[20", [.paste("abc")]),
    ] as [(String, [Event])])
  func silenceEndsWhatIsUnfinished(input: String, events: [Event]) {
    var decoder = KeyDecoder()
    let before = decoder.feed(input.utf8)
    #expect(decoder.patience != nil)
    #expect(before + decoder.flush() == events)
    #expect(decoder.patience == nil)
    #expect(decoder.feed("q".utf8) == [.character("q")])
  }

  @Test(
    arguments: [
      ("", nil), ("a", nil), ("\u{1B}", 25), ("\u{1B}[", 25), ("\u{1B}O", 25), ("\u{1B}]", 25),
      ("\u{1B}[1", 1000), ("\u{1B}]0;", 1000), ("\u{1B}[M", 1000), ("\u{1B}[200~abc", 5000),
    ] as [(String, Int?)])
  func patience(input: String, milliseconds: Int?) {
    var decoder = KeyDecoder()
    _ = decoder.feed(input.utf8)
    #expect(decoder.patience == milliseconds)
  }

  @Test(
    arguments: [
      ("\u{1B}[200~two\rlines\r\nand\nmore\u{1B}[201~q", [.paste("two\nlines\nand\nmore")]),
      ("\u{1B}[200~\u{1B}[201~q", [.paste("")]),
      ("\u{1B}[200~\u{1B}[A\u{3}\u{1B}\u{1B}[201~q", [.paste("\u{1B}[A\u{3}\u{1B}")]),
      ("\u{1B}[200~\u{1B}[20\u{1B}[201~q", [.paste("\u{1B}[20")]),
      ("\u{1B}[200~\u{1B}[200~日本\u{1B}[201~q", [.paste("\u{1B}[200~日本")]),
      ("\u{1B}[201~q", []),
    ] as [(String, [Event])])
  func pastes(input: String, events: [Event]) {
    #expect(decode(input) == events + [.character("q")])
  }

  @Test(arguments: [
    ("日本語", 9, "日本語"), ("日本語", 8, "日本"), ("日本語", 7, "日本"), ("日本語", 6, "日本"),
    ("a🙂b", 4, "a"), ("a🙂b", 5, "a🙂"), ("abcdef", 3, "abc"), ("abc", 0, ""),
  ])
  func aPasteIsCutAtTheCapBetweenCharacters(pasted: String, limit: Int, text: String) {
    var decoder = KeyDecoder(pasteLimit: limit)
    let events = decoder.feed("\u{1B}[200~\(pasted)\u{1B}[201~q".utf8)
    #expect(events == [.paste(text), .character("q")])
  }

  @Test func aPasteHoldsAMebibyte() {
    var decoder = KeyDecoder()
    _ = decoder.feed("\u{1B}[200~".utf8)
    _ = decoder.feed(repeatElement(UInt8(ascii: "x"), count: 1 << 20))
    let events = decoder.feed("yz\u{1B}[201~".utf8)
    #expect(events == [.paste(String(repeating: "x", count: 1 << 20))])
  }

  @Test func anAnswerWithoutEndBreaksOffAtTheCap() {
    var decoder = KeyDecoder()
    #expect(decoder.feed("\u{1B}]".utf8) == [])
    let endless = String(repeating: "x", count: KeyDecoder.answerLimit + 1)
    #expect(decoder.feed(endless.utf8) == [])
    #expect(decoder.feed("q".utf8) == [.character("q")])
  }

  /// Ctrl-C and ESC get through whatever was begun.
  @Test(arguments: ["[", "[1;", "O", "]0;title", "P", "[M!", "[<0;", "[["])
  func controlCGetsThrough(begun: String) {
    let events = decode("\u{1B}" + begun + "\u{3}" + "\u{1B}[A")
    #expect(events == [.control("c"), .key(.up)] || begun == "[[" && events == [.key(.up)])
  }

  @Test(
    arguments: [
      [0x80], [0xBF], [0xC0], [0xC1, 0x80], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98],
      [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5], [0xFF], [0xFE],
      [0xC3, 0xC3], [0xC2, 0x9B], [0xF0, 0x80, 0x80, 0x80],
    ] as [[UInt8]])
  func invalidBytesLoseOnlyThemselves(bytes: [UInt8]) {
    var decoder = KeyDecoder()
    #expect(decoder.feed(bytes + Array("qé".utf8)) == [.character("q"), .character("é")])
  }

  @Test func everyScalarIsItsOwnKey() {
    var decoder = KeyDecoder()
    for value in Array(UInt32(0xA0)...0x3000) + Array(stride(from: 0x3001, to: 0x110000, by: 61)) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(decoder.feed(String(scalar).utf8) == [.character(Character(scalar))])
    }
  }

  /// Any two bytes, then silence: at most what they begin is lost, and never the key after.
  @Test func everyPairOfBytesLeavesTheNextKey() {
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        var decoder = KeyDecoder()
        _ = decoder.feed([first, second])
        _ = decoder.flush()
        #expect(decoder.feed("q".utf8) == [.character("q")])
      }
    }
  }

  @Test(arguments: 0..<8) func anySplitGivesTheSameEvents(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<250 {
      let bytes = Self.hostileBytes(&random)
      var whole = KeyDecoder()
      let expected = whole.feed(bytes) + whole.flush()
      var split = KeyDecoder()
      var events: [Event] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 1...7, using: &random))
        rest = rest.dropFirst(piece.count)
        events += split.feed(piece)
      }
      events += split.flush()
      #expect(events == expected, "\(bytes)")
    }
  }

  /// Pieces of sequences, keys and noise, in any order.
  private static func hostileBytes(_ random: inout SeededRandom) -> [UInt8] {
    let pieces = [
      "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}]", "\u{1B}P", "\u{1B}\\", "\u{7}", "[", "<", "0;",
      "1",
      "9999", ";", ":", "M", "m", "~", "u", "A", "R", "$", "\u{1B}[200~", "\u{1B}[201~", "x", "日",
      "é", "\r", "\u{3}", "\u{18}", "?", " ",
    ]
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...30, using: &random) {
      if Int.random(in: 0..<5, using: &random) == 0 {
        bytes.append(UInt8.random(in: 0...255, using: &random))
      } else {
        bytes += Array((pieces.randomElement(using: &random) ?? "").utf8)
      }
    }
    return bytes
  }
}

/// The events of a whole input, and that cutting it after every byte gives the same ones.
private func decode(_ input: String) -> [Event] {
  var whole = KeyDecoder()
  let events = whole.feed(input.utf8)
  if input.utf8.count < 1000 {
    var split = KeyDecoder()
    #expect(input.utf8.flatMap { split.feed(CollectionOfOne($0)) } == events)
  }
  return events
}
