import Notebook
import TestSupport
import Testing

/// A lesson as `qkv new` writes it, with one thing changed, and all that `qkv verify` says of it.
struct PlantedFault: CustomTestStringConvertible {
  let what: String
  private let old: String
  private let new: String
  /// Each problem without its file: `21: "pasue" is no directive; did you mean pause?`
  private let problems: [String]

  init(_ what: String, _ old: String, _ new: String, _ problems: [String]) {
    self.what = what
    self.old = old
    self.new = new
    self.problems = problems
  }

  var testDescription: String { what }

  func expectNamed() throws {
    let sound = LessonTemplate.text(id: "mine", title: "Mine")
    let parts = sound.split(separator: old, maxSplits: 2, omittingEmptySubsequences: false)
    try #require(parts.count == 2, "the fault must fit in one place")
    let folder = try PlantedFault.folder()
    let path = try folder.write("07-mine.md", parts.joined(separator: new))
    let run = try qkv("verify", path, "--lessons", folder.path)
    let count = problems.count
    let lines =
      problems.map { "\(path):\($0)" }
      + ["\(count) \(count == 1 ? "problem" : "problems") in 1 of 1 lesson", ""]
    #expect(
      run
        == HeadlessRun(
          ending: .exit(2), output: lines.joined(separator: "\n"), error: ""))
  }

  /// A folder with a lesson before and one behind.
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (file, id) in [("04-softmax.md", "softmax"), ("09-causal-mask.md", "causal-mask")] {
      try folder.write(file, LessonTemplate.text(id: id, title: "Another"))
    }
    return folder
  }
}
