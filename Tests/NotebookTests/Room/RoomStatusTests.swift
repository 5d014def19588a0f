import Testing

@testable import Notebook

@Suite struct RoomStatusTests {
  static var sample: RoomStatus {
    var status = RoomStatus(
      lesson: "scaling", title: "5  Why divide by √d", minutes: 12, step: 2, stepCount: 9,
      stepTitle: "Loud \"scores\"", part: 1, partCount: 3,
      notes: [RoomStatus.Note(part: 1, text: "Ask."), RoomStatus.Note(part: 3, text: "Wait.")],
      behindPause: "S", nextStep: "", play: "")
    status.started = 123_456
    status.stepStarted = 234_567
    return status
  }

  private func read(_ text: String) -> RoomStatus? {
    (try? JSONReader.read(Array(text.utf8))).flatMap { RoomStatus($0) }
  }

  @Test func comesBackAsItWasWritten() {
    #expect(read(Self.sample.json.text) == Self.sample)
  }

  @Test(arguments: [
    ("\"qkv\": 1", "\"qkv\": 2"), ("\"demo\"", "\"answers\""), ("\"step\": 2", "\"step\": -2"),
    ("\"step\": 2", "\"step\": \"2\""), ("\"minutes\": 12", "\"minutes\": 1e99"),
    ("\"started\": 123456", "\"started\": 99999999999999999"), ("\"notes\": [", "\"nots\": ["),
    ("\"title\"", "\"titel\""),
  ])
  func whatCannotBeBelievedIsNothing(_ old: String, _ new: String) {
    let text = Self.sample.json.text
    #expect(text.contains(old))
    #expect(read(text.replacing(old, with: new)) == nil)
  }

  @Test func textsAreCutAndFiltered() throws {
    var status = Self.sample
    status.title = "a\u{1B}[31mb\u{202E}"
    status.play = String(repeating: "x", count: 10_000)
    status.notes = Array(repeating: RoomStatus.Note(part: 1, text: "n"), count: 1000)
    let back = try #require(read(status.json.text))
    #expect(back.title == "a^[[31mb<U+202E>")
    #expect(back.play.count == 4000)
    #expect(back.notes.count == 50)
  }
}
