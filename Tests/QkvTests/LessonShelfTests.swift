import Notebook
import Testing

@testable import qkv

@Suite struct LessonShelfTests {
  @Test func whereNoneIsFoundThePlacesAreListed() {
    let lessons = LessonFolder(chosen: nil, variable: nil, executable: "/nowhere/bin/qkv")
    let failure = #expect(throws: CommandFailure.self) { try LessonShelf.all(in: lessons) }
    #expect(
      failure
        == CommandFailure(
          "no lessons were found",
          advice: """
            looked in:
              /nowhere/bin/Lessons
              /nowhere/share/qkv/Lessons
            name their folder with --lessons DIR or QKV_LESSONS
            """, status: 65))
  }
}
