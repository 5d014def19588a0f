import Testing

@testable import NotebookUI

/// The syntax of the config.
@Suite struct ConfigTextTests {
  private func read(_ text: String) -> ConfigText {
    ConfigText(Array(text.utf8), sections: ["keys"])
  }

  private static let entries: [(String, String)] = [
    ("theme = dark", "1 theme: dark"),
    ("theme=dark", "1 theme: dark"),
    ("  theme  =  dark  ", "1 theme: dark"),
    ("theme = dark\r\nmouse = no\r\n", "1 theme: dark | 2 mouse: no"),
    ("\u{FEFF}theme = dark", "1 theme: dark"),
    ("# all\n\n\ttheme = dark # at night", "3 theme: dark"),
    ("theme = dark#", "1 theme: dark#"),
    ("[keys]\nundo = u Ctrl-Z", "2 keys.undo: u, Ctrl-Z"),
    ("[ Keys ] # mine\nundo = \"#\" \"a b\"", "2 keys.undo: #, a b"),
    ("[keys]\nundo = = \"", "2 keys.undo: =, \""),
    ("undo = \"\"", "1 undo: \"\""),
  ]

  @Test(arguments: entries)
  func entriesAreRead(_ row: (String, String)) {
    let text = read(row.0)
    let words = text.entries.map { entry in
      "\(entry.line) \(entry.section.isEmpty ? "" : entry.section + ".")\(entry.name): "
        + entry.words.joined(separator: ", ")
    }
    #expect(words.joined(separator: " | ") == row.1)
    #expect(text.problems == [])
  }

  private static let faults: [(String, String)] = [
    ("dark", "line 1: 'dark' is no entry; write NAME = VALUE, or # before it"),
    (
      "a\u{1B}[31m", "line 1: 'a^[[31m' is no entry; write NAME = VALUE, or # before it"
    ),
    (
      String(repeating: "x", count: 100),
      "line 1: '\(String(repeating: "x", count: 39))…' is no entry; write NAME = VALUE, or # before it"
    ),
    (
      "\n= dark",
      "line 2: a name is missing before =; write NAME = VALUE; a # in it stands in quotes: \"#\""
    ),
    (
      "undo = #",
      "line 1: 'undo' has no value; write NAME = VALUE; a # in it stands in quotes: \"#\""
    ),
    (
      "[kyes]\nundo = u",
      "line 1: there is no section [kyes], and what stands in it is left out; did you mean [keys]?"
    ),
  ]

  @Test(arguments: faults)
  func aFaultIsNamed(_ row: (String, String)) {
    let text = read(row.0 + "\n[keys]\nundo = u")
    #expect(text.problems.map(\.text) == [row.1])
    // The rest works.
    #expect(text.entries.map(\.name) == ["undo"])
  }

  @Test func aLineThatIsNoTextDisturbsNoOther() {
    let bytes: [UInt8] =
      Array("theme = dark\nname = ".utf8) + [0xFF, 0xFE] + Array("\nmouse = no".utf8)
    let text = ConfigText(bytes, sections: [])
    #expect(text.entries.map(\.name) == ["theme", "mouse"])
    #expect(
      text.problems.map(\.text) == [
        "line 2: this is not text in UTF-8; save the file as UTF-8"
      ])
  }

  @Test func aFileThatIsNoConfigIsNotReadToItsEnd() {
    let text = read(String(repeating: "a = b\n", count: 20_000))
    #expect(text.entries.count == 1000)
    #expect(
      text.problems.map(\.text) == [
        "line 1001: a config has at most 1000 lines; what stands from here on is left out"
      ])
  }

  /// Whatever the bytes, reading ends, and each line gives an entry or a problem at most.
  @Test func anyBytesAreRead() {
    var state: UInt64 = 7
    func next() -> UInt8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    for _ in 0..<300 {
      let bytes = (0..<200).map { _ in
        next() < 128 ? Array("=[]#\"\n keysundo".utf8)[Int(next()) % 15] : next()
      }
      let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).count
      let text = ConfigText(bytes, sections: ["keys"])
      #expect(text.entries.count + text.problems.count <= lines)
      _ = Settings(config: bytes)
    }
  }
}
