import CellLanguage
import Notebook
import TestSupport
import Testing

@Suite struct ShelvedLessonTests {
  private static let sound = "---\nqkv: 1\nid: sound\ntitle: Sound\n---\n## Step\nWords.\n"
  private static let faulty = sound.replacing("sound", with: "faulty")
    .replacing("Words.", with: "```python {.qkv}\nx = = 1\n```")

  @Test("a folder's lessons are there in order, each with its outline, and none is read")
  func shelved() throws {
    let folder = try TemporaryFolder()
    try folder.write("10-sound.md", Self.sound)
    try folder.write("02-faulty.md", Self.faulty)
    let bytes = try folder.write("03-bytes.md", bytes: [0x2D, 0xFF])
    let place = LessonFolder(chosen: folder.path, variable: nil, executable: nil)
    let (lessons, unreadable) = try LessonCatalogue(place).shelved()
    #expect(lessons.map(\.outline.id) == ["faulty", "sound"])
    #expect(lessons.map(\.outline.number) == [2, 10])
    #expect(lessons.map(\.problems) == [nil, nil])
    #expect(
      unreadable.map(\.description) == [
        "\(bytes):1: this is not text in UTF-8; a lesson is a file of at most 1 MiB in UTF-8"
      ])
  }

  @Test("read whole it is the lesson of its file, with what is wrong there")
  func read() throws {
    let path = "Lessons/02-faulty.md"
    var shelved = try #require(ShelvedLesson(path: path, text: Self.faulty))
    let file = LessonFile(path: path, text: Self.faulty)
    let whole = shelved.read()
    let lesson = try #require(whole)
    #expect(LessonOutline(lesson) == shelved.outline)
    #expect(lesson.cells.map(\.source.text) == file.lesson?.cells.map(\.source.text))
    #expect(shelved.problems == file.problems)
    #expect(shelved.problems?.map(\.line) == [8])
    #expect(shelved.id == "faulty")
  }

  @Test("one that was read before has nothing wrong with it")
  func readBefore() throws {
    let lesson = try #require(LessonReader.read(text: Self.sound, name: "sound.md").lesson)
    var shelved = ShelvedLesson(lesson)
    #expect(shelved.problems == [])
    #expect(shelved.read()?.id == "sound")
  }

  @Test("what is too large is none")
  func tooLarge() {
    let text = Self.sound + String(repeating: "x\n", count: 600_000)
    #expect(ShelvedLesson(path: "02-large.md", text: text)?.outline == nil)
  }
}
