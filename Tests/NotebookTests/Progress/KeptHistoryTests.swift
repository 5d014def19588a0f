import TestSupport
import Testing

@testable import Notebook

/// The text in which a history is kept, and its bounds.
@Suite struct KeptHistoryTests {
  private func edited() throws -> Session {
    var session = try OwnLesson.session()
    let q = try #require(session.panelID(forName: "Q"))
    _ = try session.setEntry(q, at: [0, 1], to: "2")
    _ = try session.insert(.prose, "Mine.", .after(session.block("Two inputs.")))
    _ = try session.setEntry(q, at: [1, 1], to: "3")
    _ = session.undo()
    return session
  }

  private func read(_ text: String) throws -> KeptHistory? {
    try KeptHistory.read(Array(text.utf8), lesson: "own")
  }

  @Test func form() throws {
    var session = try OwnLesson.session()
    let q = try #require(session.panelID(forName: "Q"))
    _ = try session.setEntry(q, at: [0, 1], to: "2")
    let pin = session
    _ = try session.setEntry(q, at: [1, 1], to: "3")
    _ = session.undo()
    let text = try keptText(of: &session, pin: pin)
    #expect(
      text.replacing(/"sum": "[0-9a-f]{16}"/, with: "\"sum\": …") == """
        {"qkv": 1, "kind": "history", "sum": …, "lesson": "own", \
        "pin": {"edits": {"Q": "Q = [[1, 2], [0, 1]]"}, "texts": {}}, \
        "undo": [{"edits": {"Q": null}, "of": "Q", "at": [0, 1]}], \
        "redo": [{"edits": {"Q": "Q = [[1, 2], [0, 3]]"}, "of": "Q", "at": [1, 1]}]}

        """)
  }

  @Test("a text in which one byte is another is dropped whole, or says the same")
  func damage() throws {
    var session = try edited()
    let text = try keptText(of: &session, pin: session)
    let whole = try #require(try read(text))
    var random = SeededRandom(seed: 5)
    for index in text.utf8.indices {
      var bytes = Array(text.utf8)
      let place = text.utf8.distance(from: text.utf8.startIndex, to: index)
      bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      let read = try? KeptHistory.read(bytes, lesson: "own")
      #expect(read == nil || read == whole)
    }
    for count in 0..<text.utf8.count - 1 {
      let cut = try KeptHistory.read(Array(text.utf8.prefix(count)), lesson: "own")
      #expect(cut == nil)
    }
  }

  @Test(
    "what another lesson, or anything else, left is none",
    arguments: [
      "", "null", "[]", "{}", "{\"qkv\": 1, \"kind\": \"progress\", \"lessons\": {}}",
      "{\"qkv\": 0, \"kind\": \"history\"}", String(repeating: "[", count: 100_000),
    ])
  func other(text: String) throws {
    #expect(try read(text) == nil)
    var session = try edited()
    let mine = try keptText(of: &session, pin: nil)
    #expect(try KeptHistory.read(Array(mine.utf8), lesson: "softmax") == nil)
    #expect(try read(mine + String(repeating: " ", count: KeptHistory.byteLimit)) == nil)
  }

  @Test("one of a newer version is told from one that is damaged")
  func newer() {
    let text = Array("{\"qkv\": 2, \"kind\": \"history\", \"undo\": 7}".utf8)
    #expect(throws: ProgressReadingProblem.newer(version: 2)) {
      try KeptHistory.read(text, lesson: "own")
    }
  }

  @Test("the newest edits are kept, a thousand at most, in bounded bytes")
  func bounds() throws {
    var session = try OwnLesson.session()
    let q = try #require(session.panelID(forName: "Q"))
    for value in 2..<1302 { _ = try session.setEntry(q, at: [0, 0], to: "\(value)") }
    let text = try keptText(of: &session, pin: nil)
    let kept = try #require(try read(text))
    #expect(kept.undo.count == 1000)
    #expect(kept.undo.last?.edits == ["Q": "Q = [[1300, 0], [0, 1]]"])
    #expect(kept.undo.first?.edits == ["Q": "Q = [[301, 0], [0, 1]]"])
    // In memory all of them.
    var count = 0
    while session.undo() != nil { count += 1 }
    #expect(count == 1300)
  }

  @Test("a long text takes the place of many short ones, and none is larger than what is read")
  func longTexts() throws {
    var session = try OwnLesson.session()
    for index in 0..<40 {
      let comment = String(repeating: "x", count: 9000)
      let s = try #require(session.panelID(forName: "S"))
      _ = try session.setFormula(s, to: "h\(index) = \(index)  # \(comment)\nS = h\(index)")
      _ = session.resetPanel(s)
    }
    let text = try keptText(of: &session, pin: session)
    #expect(text.utf8.count < KeptHistory.byteLimit)
    let kept = try #require(try read(text))
    #expect((10...21).contains(kept.undo.count))
  }
}
