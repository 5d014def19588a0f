import Notebook
import TestSupport
import Testing

@Suite struct LessonFolderTests {
  @Test func theFlagAloneCountsThenTheVariableThenThePlacesAroundTheProgram() {
    let program = "/opt/x/.build/debug/qkv"
    #expect(LessonFolder(chosen: "/a", variable: "/b", executable: program).tried == ["/a"])
    #expect(LessonFolder(chosen: nil, variable: "/b", executable: program).tried == ["/b"])
    #expect(
      LessonFolder(chosen: nil, variable: "", executable: program).tried == [
        "/opt/x/.build/debug/Lessons", "/opt/x/.build/share/qkv/Lessons", "/opt/x/Lessons",
      ])
    #expect(
      LessonFolder(chosen: nil, variable: nil, executable: "/usr/bin/qkv").tried == [
        "/usr/bin/Lessons", "/usr/share/qkv/Lessons",
      ])
    #expect(LessonFolder(chosen: nil, variable: nil, executable: nil).tried == [])
  }

  @Test func lessonsAreTheNumberedMarkdownFilesInOrder() throws {
    let folder = try TemporaryFolder()
    for name in ["10-b.md", "02-a.md", "README.md", "03-c.txt"] { try folder.write(name, "") }
    let lessons = LessonFolder(chosen: folder.path, variable: nil, executable: nil)
    #expect(try lessons.files() == ["02-a.md", "10-b.md"])
  }

  @Test func whereNoneIsFoundThePlacesAreListed() {
    let lessons = LessonFolder(chosen: nil, variable: nil, executable: "/nowhere/bin/qkv")
    #expect(
      throws: LessonLookupFailure.noFolder(
        tried: ["/nowhere/bin/Lessons", "/nowhere/share/qkv/Lessons"])
    ) { try lessons.files() }
  }
}
