import Notebook
import TestSupport
import Testing

@Suite struct LessonCatalogueTests {
  private func catalogue() throws -> (LessonCatalogue, TemporaryFolder) {
    let folder = try TemporaryFolder()
    for (name, id) in [("02-lookup.md", "lookup"), ("10-padding.md", "bert")] {
      try folder.write(name, "---\nqkv: 1\nid: \(id)\ntitle: \(id)\n---\n## Step\n")
    }
    let place = LessonFolder(chosen: folder.path, variable: nil, executable: nil)
    return (LessonCatalogue(place), folder)
  }

  @Test(
    "a lesson is found by number, id or file name",
    arguments: [
      ("2", "lookup"), ("02", "lookup"), ("10", "bert"), ("bert", "bert"), ("10-padding", "bert"),
    ])
  func found(wanted: String, id: String) throws {
    let (catalogue, folder) = try catalogue()
    #expect(try catalogue.lesson(wanted).lesson?.id == id)
    #expect(try catalogue.lesson(folder.path + "/10-padding.md").lesson?.number == 10)
    #expect(try catalogue.all().map(\.lesson?.id) == ["lookup", "bert"])
  }

  @Test(
    "what isn't there is said, with what may have been meant",
    arguments: [
      ("lokup", LessonLookupFailure.unknown("lokup", near: "lookup")),
      ("7", .unknown("7", near: nil)), ("", .unknown("", near: nil)),
      (
        "../no-lesson-is-here",
        .file(FileProblem(path: "../no-lesson-is-here", "there is no such file"))
      ),
      ("/", .file(FileProblem(path: "/", "this is a folder, not a file"))),
    ])
  func missing(wanted: String, failure: LessonLookupFailure) throws {
    let (catalogue, folder) = try catalogue()
    #expect(throws: failure) { try catalogue.lesson(wanted) }
    #expect(catalogue.folder.path == folder.path)
  }
}
