import Testing

@testable import Notebook

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is said where the system writes no file, and what can help.
@Suite struct WritingTroubleTests {
  private static let elsewhere = "set XDG_DATA_HOME to a folder that can be written"

  private static let ofProgress: [(code: Int32, line: String)] = [
    (ENOSPC, "/h/p: the disk is full; make room"),
    (EDQUOT, "/h/p: your share of the disk is used up; make room"),
    (EFBIG, "/h/p: a limit on the size of files is reached (ulimit -f); start qkv without it"),
    (EACCES, "/h/p: this may not be written; \(elsewhere)"),
    (EROFS, "/h/p: this lies on a file system that can only be read; \(elsewhere)"),
  ]

  @Test(arguments: ofProgress)
  func progress(row: (code: Int32, line: String)) {
    #expect(ProgressProblem(writing: "/h/p", code: row.code).line == row.line)
  }

  private static let ofNotebooks: [(code: Int32, words: String)] = [
    (ENOSPC, "/n/d.md: the disk is full; make room, or write it elsewhere, as :write ~/d.md"),
    (
      EDQUOT,
      "/n/d.md: your share of the disk is used up; make room, or write it elsewhere, "
        + "as :write ~/d.md"
    ),
    (
      EFBIG,
      "/n/d.md: a limit on the size of files is reached (ulimit -f); "
        + "only a shorter text can be saved until qkv is started without it"
    ),
    (EACCES, "/n/d.md: this may not be written; write it elsewhere, as :write ~/d.md"),
    (
      EROFS,
      "/n/d.md: this lies on a file system that can only be read; "
        + "write it elsewhere, as :write ~/d.md"
    ),
    (
      ENAMETOOLONG,
      "/n/d.md: the name is too long; write it under another name, as :write other.md"
    ),
  ]

  @Test(arguments: ofNotebooks)
  func notebooks(row: (code: Int32, words: String)) {
    let trouble = WritingTrouble(row.code)
    let problem = NotebookFile.Problem.file(
      FileProblem(path: "/n/d.md", trouble.message, cure: trouble.cure))
    #expect("\(problem.message); \(problem.advice)" == row.words)
  }
}
