import Notebook
import Testing

@Suite struct ProgressDocumentTests {
  static let text = #"""
    {"qkv": 1, "kind": "progress", "last": "softmax", "theme": [1, null], "lessons": {
      "notebook": {"step": 0, "edits": {}, "tasks": {}, "sum": "86974878a4670bd9"},
      "softmax": {"step": 2, "edits": {"K": "K = [1, \"é\"]", "S": "S = ...\n"}, "tasks": {"guess": {"fingerprint": "", "passed": false, "hints": 0, "gave_up": true, "guess": "1/3"}, "scale": {"fingerprint": "abc", "passed": true, "hints": 2, "gave_up": false, "choices": [0, 3], "colour": "red"}}, "pinned": {"a": 1}, "sum": "4db657ec046602e2"}
    }}

    """#

  static var document: ProgressDocument {
    get throws { try read(text).document }
  }

  static func read(_ text: String) throws -> (document: ProgressDocument, notes: [String]) {
    try ProgressDocument.read(Array(text.utf8))
  }

  @Test("a document is read and written again as it was, members that nobody knows included")
  func roundTrip() throws {
    let (document, notes) = try Self.read(Self.text)
    #expect(document.text == Self.text)
    #expect(notes == [])
    #expect(document.unverified == [])
    #expect(document.last == "softmax")
    #expect(document.lessons.keys.sorted() == ["notebook", "softmax"])
    let lesson = try #require(document.lessons["softmax"])
    #expect(lesson.step == 2)
    #expect(lesson.edits == ["K": "K = [1, \"é\"]", "S": "S = ...\n"])
    var guess = Attempt()
    guess.gaveUp = true
    guess.guess = "1/3"
    var scale = Attempt()
    scale.fingerprint = "abc"
    scale.isPassed = true
    scale.hints = 2
    scale.choices = [0, 3]
    #expect(lesson.attempts == ["guess": guess, "scale": scale])
    #expect(try Self.read(ProgressDocument().text).document == ProgressDocument())
  }

  @Test(
    "what isn't progress is damaged, and what is newer is told apart",
    arguments: [
      ("", .damaged("this is empty")),
      ("{", .damaged("line 1, column 2: expected a name in quotes")),
      ("[]", .damaged("this is JSON, but not the progress of qkv")),
      (#"{"qkv": 1}"#, .damaged("this is JSON, but not the progress of qkv")),
      (#"{"qkv": 1, "kind": "answers"}"#, .damaged("this is JSON, but not the progress of qkv")),
      (#"{"qkv": 0, "kind": "progress"}"#, .damaged("this is JSON, but not the progress of qkv")),
      (#"{"qkv": "1", "kind": "progress"}"#, .damaged("this is JSON, but not the progress of qkv")),
      (#"{"qkv": 2, "kind": "progress", "lessons": 7}"#, .newer(version: 2)),
    ] as [(String, ProgressReadingProblem)])
  func refused(text: String, problem: ProgressReadingProblem) {
    #expect(throws: problem) { try Self.read(text) }
  }

  @Test("the words for a newer version")
  func newer() {
    #expect(
      ProgressReadingProblem.newer(version: 2).message
        == "this was written by a newer qkv (form 2, this one knows 1)")
  }

  @Test(
    "a member of the wrong type or size is left out with a note",
    arguments: [
      (#"{"step": -1}"#, "a.step"), (#"{"step": 1.5}"#, "a.step"), (#"{"step": 1e99}"#, "a.step"),
      (#"{"step": 100001}"#, "a.step"), (#"{"edits": []}"#, "a.edits"),
      (#"{"edits": {"K": 1}}"#, "a.K"), (#"{"tasks": {"t": 1}}"#, "a.t"),
      (#"{"tasks": {"t": {"hints": -1}}}"#, "a.t.hints"),
      (#"{"tasks": {"t": {"passed": "yes"}}}"#, "a.t.passed"),
      (#"{"tasks": {"t": {"choices": [-1]}}}"#, "a.t.choices"),
      (#"{"tasks": {"t": {"choices": ["0"]}}}"#, "a.t.choices"),
      (#"{"tasks": {"t": {"gave_up": 1}}}"#, "a.t.gave_up"),
      (#"{"tasks": {"t": {"solved": "S = 1"}}}"#, "a.t.solved"),
      (#"{"tasks": {"\u001b[2J": {"guess": 1}}}"#, "a.^[[2J.guess"),
      (#"7"#, "a"),
    ])
  func leftOut(lesson: String, path: String) throws {
    let text = #"{"qkv": 1, "kind": "progress", "lessons": {"a": \#(lesson)}}"#
    let (document, notes) = try Self.read(text)
    #expect(notes == ["\(path) isn't what it should be, and is left out"])
    let kept = document.lessons["a"] ?? LessonProgress()
    #expect(kept.step == 0 && kept.edits == [:])
    for attempt in kept.attempts.values { #expect(attempt == Attempt()) }
  }

  @Test("what solved a task is read as it was written")
  func solved() throws {
    var attempt = Attempt()
    attempt.solved = ["S": "S = 1", "T": "h = 2\nT = h"]
    var document = ProgressDocument()
    document.lessons["a", default: LessonProgress()].attempts["t"] = attempt
    #expect(
      document.text.contains(#""solved": {"S": "S = 1", "T": "h = 2\nT = h"}"#), "\(document.text)")
    #expect(try Self.read(document.text).document.lessons["a"]?.attempts["t"] == attempt)
  }

  @Test("texts longer than any cell are left out")
  func huge() throws {
    let long = String(repeating: "1", count: 1_048_577)
    let text = #"{"qkv": 1, "kind": "progress", "lessons": {"a": {"edits": {"K": "\#(long)"}}}}"#
    #expect(try Self.read(text).document.lessons["a"]?.edits == [:])
    #expect(throws: ProgressReadingProblem.self) {
      try ProgressDocument.read(Array(repeating: 0x20, count: 4 << 20 + 1))
    }
  }

  @Test("nothing counts as passed in a lesson that someone else wrote")
  func sums() throws {
    for (old, new) in [("\"passed\": true", "\"passed\": true "), ("K = [1", "K = [2")] {
      let (document, notes) = try Self.read(Self.text.replacing(old, with: new))
      #expect(notes == [])
      let isSame = old == new.dropLast()
      #expect(document.unverified == (isSame ? [] : ["softmax"]))
      #expect(document.lessons["softmax"]?.attempts["scale"]?.isPassed == isSame)
      #expect(try Self.read(document.text).document.unverified == [])
    }
    let unsigned =
      #"{"qkv": 1, "kind": "progress", "lessons": {"a": {"tasks": {"t": {"passed": true}}}}}"#
    let document = try Self.read(unsigned).document
    #expect(document.unverified == ["a"])
    #expect(document.lessons["a"]?.attempts["t"] == Attempt())
  }

  @Test("a byte flipped anywhere is damage, or leaves no pass but for the answer that was judged")
  func flips() throws {
    let bytes = Array(Self.text.utf8)
    let whole = try Self.document
    for index in bytes.indices {
      for mask in [1, 2, 0x20, 0x80] as [UInt8] {
        var flipped = bytes
        flipped[index] ^= mask
        guard let (document, _) = try? ProgressDocument.read(flipped) else { continue }
        for (id, lesson) in document.lessons
        where lesson.attempts.values.contains(where: \.isPassed) {
          #expect(whole.lessons[id] == lesson)
        }
      }
    }
  }

  @Test("lessons are forgotten one by one or all")
  func reset() throws {
    var document = try Self.document
    document.reset("softmax")
    #expect(
      document.text == #"""
        {"qkv": 1, "kind": "progress", "theme": [1, null], "lessons": {
          "notebook": {"step": 0, "edits": {}, "tasks": {}, "sum": "86974878a4670bd9"}
        }}

        """#)
    document.resetAll()
    #expect(document.isEmpty)
  }
}
