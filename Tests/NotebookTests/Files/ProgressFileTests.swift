import Notebook
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct ProgressFileTests {
  private let home: TemporaryFolder
  private let file: ProgressFile

  init() throws {
    home = try TemporaryFolder()
    file = ProgressFile(folder: home.path + "/data/qkv")
  }

  private func edit(_ name: String, _ lesson: String = "softmax") -> [ProgressChange] {
    [.edit("\(name) = 1", name: name, lesson: lesson)]
  }

  private func names() throws -> [String] {
    let folder = try #require(opendir(file.folder))
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  /// Puts something in the place of the file.
  private func stand(_ text: String) throws {
    try file.save(edit("Q"))
    try home.write("data/qkv/progress.json", text)
  }

  private var line: String { home.read("data/qkv/progress.json") ?? "" }

  @Test(
    "the folder follows the XDG specification",
    arguments: [
      ("/x", "/h", "/x/qkv"), ("x", "/h", "/h/.local/share/qkv"), ("", "/h", "/h/.local/share/qkv"),
      (nil, "/h", "/h/.local/share/qkv"), ("/x", nil, "/x/qkv"),
    ] as [(String?, String?, String)])
  func place(dataHome: String?, home: String?, folder: String) throws {
    #expect(try ProgressFile(dataHome: dataHome, home: home).folder == folder)
  }

  @Test(
    arguments: [
      (nil, nil, "neither XDG_DATA_HOME nor HOME is set; set XDG_DATA_HOME to a folder of yours"),
      ("x", "", "neither XDG_DATA_HOME nor HOME is set; set XDG_DATA_HOME to a folder of yours"),
      (nil, "h", "HOME is no absolute path; set XDG_DATA_HOME to a folder of yours"),
    ] as [(String?, String?, String)])
  func noPlace(dataHome: String?, home: String?, line: String) throws {
    let problem = #expect(throws: ProgressProblem.self) {
      try ProgressFile(dataHome: dataHome, home: home)
    }
    #expect(problem?.line == line)
  }

  @Test("the first save makes the folder and the file, for their owner alone")
  func first() throws {
    #expect(try file.load() == ProgressFile.Contents())
    #expect(home.read("data/qkv/progress.json") == nil)
    #expect(mode(file.folder) == 0)
    let saved = try file.save(edit("Q") + [.last("softmax")])
    #expect(try file.load() == saved)
    #expect(saved.document.lessons["softmax"]?.edits == ["Q": "Q = 1"])
    #expect(mode(home.path + "/data") == 0o700)
    #expect(mode(file.folder) == 0o700)
    #expect(mode(file.path) == 0o600)
    #expect(try names() == ["progress.json", "progress.lock"])
  }

  @Test("each writer adds to what is there by then")
  func writers() throws {
    let other = ProgressFile(folder: file.folder)
    for number in 0..<10 {
      try file.save(edit("a\(number)"))
      try other.save(edit("b\(number)", "dot"))
    }
    let lessons = try file.load().document.lessons
    #expect(lessons["softmax"]?.edits.count == 10)
    #expect(lessons["dot"]?.edits.count == 10)
  }

  @Test("two writers at once lose nothing of each other's")
  func crowd() async throws {
    let file = file
    await withTaskGroup(of: Void.self) { group in
      for writer in ["a", "b"] {
        group.addTask {
          for number in 0..<100 {
            // Each asks for the lock anew, as two programs would.
            let change = ProgressChange.edit("x = 1", name: "\(writer)\(number)", lesson: "dot")
            #expect(throws: Never.self) { try file.save([change], patience: .seconds(60)) }
          }
        }
      }
    }
    #expect(try file.load().document.lessons["dot"]?.edits.count == 200)
    #expect(try names() == ["progress.json", "progress.lock"])
  }

  @Test(
    "a damaged file is set aside once, under a name of its own",
    arguments: [
      ("", "this is empty"), ("{\"qkv\": 1", "line 1, column 10: expected ',' or '}'"),
      ("\u{0}\u{0}", "line 1, column 1: no value begins here"),
      ("{}", "this is JSON, but not the progress of qkv"),
      (
        String(repeating: "[", count: 100),
        "line 1, column 65: more than 64 brackets inside one another"
      ),
    ])
  func damaged(text: String, reason: String) throws {
    try stand(text)
    #expect(
      try file.load().notes == [
        "\(file.path) was damaged (\(reason)); it is kept as progress.damaged-1.json"
      ])
    #expect(home.read("data/qkv/progress.damaged-1.json") == text)
    #expect(try file.load() == ProgressFile.Contents())
    try file.save(edit("Q"))
    try home.write("data/qkv/progress.json", text)
    #expect(try file.save(edit("K")).document.lessons["softmax"]?.edits == ["K": "K = 1"])
    #expect(home.read("data/qkv/progress.damaged-2.json") == text)
    #expect(try file.load().document.lessons["softmax"]?.edits == ["K": "K = 1"])
  }

  @Test("a file with a part that can't be right is copied before it is written over")
  func flawed() throws {
    try file.save(edit("Q") + edit("K", "dot"))
    let text = line.replacing("\"Q = 1\"", with: "7")
    try home.write("data/qkv/progress.json", text)
    let contents = try file.load()
    #expect(
      contents.notes == [
        "\(file.path) was damaged in parts, or changed by another program, so that answers are "
          + "judged again; a copy is progress.damaged-1.json",
        "softmax.Q isn't what it should be, and is left out",
      ])
    #expect(contents.document.lessons["dot"]?.edits == ["K": "K = 1"])
    #expect(home.read("data/qkv/progress.damaged-1.json") == text)
    #expect(try file.load().notes == [])
    #expect(try file.load().document.lessons["dot"]?.edits == ["K": "K = 1"])
  }

  @Test("a newer version's file is left alone")
  func newer() throws {
    let text = "{\"qkv\": 2, \"kind\": \"progress\", \"lessons\": []}"
    try stand(text)
    for attempt in [{ _ = try file.load() }, { _ = try file.save(edit("K")) }]
      as [() throws -> Void]
    {
      let problem = #expect(throws: ProgressProblem.self) { try attempt() }
      #expect(
        problem?.line
          == "\(file.path): this was written by a newer qkv (form 2, this one knows 1); it is left "
          + "alone: use the newer qkv")
    }
    #expect(line == text)
  }

  @Test("what is no ordinary file is not touched, and nothing waits for it")
  func otherKinds() throws {
    try file.save(edit("Q"))
    for make in [{ mkdir(file.path, 0o700) }, { mkfifo(file.path, 0o600) }] {
      remove(file.path)
      #expect(make() == 0)
      for attempt in [{ _ = try file.load() }, { _ = try file.save(edit("K")) }]
        as [() throws -> Void]
      {
        let problem = #expect(throws: ProgressProblem.self) { try attempt() }
        #expect(problem?.line == "\(file.path): this is no ordinary file; move it away")
        #expect(problem?.kind == .untouchable)
      }
    }
  }

  @Test("a gigabyte is not read")
  func gigabyte() throws {
    try stand("{")
    #expect(truncate(file.path, 1 << 30) == 0)
    #expect(
      try file.load().notes == [
        "\(file.path) was damaged (it is larger than 4 MiB); it is kept as progress.damaged-1.json"
      ])
    #expect(try names() == ["progress.damaged-1.json", "progress.lock"])
  }

  @Test("a link is followed, and stays a link")
  func links() throws {
    try file.save(edit("Q"))
    #expect(mkdir(home.path + "/elsewhere", 0o700) == 0)
    #expect(rename(file.path, home.path + "/elsewhere/mine.json") == 0)
    #expect(symlink("../../elsewhere/mine.json", file.path) == 0)
    try file.save(edit("K"))
    var status = stat()
    #expect(lstat(file.path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(try file.load().document.lessons["softmax"]?.edits.keys.sorted() == ["K", "Q"])
    #expect(home.read("elsewhere/mine.json")?.contains("\"K = 1\"") == true)
    #expect(home.read("elsewhere/mine.json.new") == nil)
    remove(home.path + "/elsewhere/mine.json")
    let problem = #expect(throws: ProgressProblem.self) { try file.save(edit("K")) }
    #expect(problem?.line == "\(file.path): this is a link that leads nowhere; remove it")
  }

  @Test("a left-over of a killed writer goes with the next save")
  func leftOver() throws {
    try file.save(edit("Q"))
    try home.write("data/qkv/progress.json.new", "half")
    try file.save(edit("K"))
    #expect(try names() == ["progress.json", "progress.lock"])
    // Nobody can plant a link there for us to write through.
    #expect(symlink(home.path + "/victim", file.path + ".new") == 0)
    try file.save(edit("V"))
    #expect(home.read("victim") == nil)
  }

  @Test("who can't have the lock says so")
  func busy() throws {
    try file.save(edit("Q"))
    let descriptor = open(file.folder + "/progress.lock", O_RDWR)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX) == 0)
    #expect(try file.load().document.lessons.count == 1)
    let problem = #expect(throws: ProgressProblem.self) {
      try file.save(edit("K"), patience: .milliseconds(1))
    }
    #expect(problem?.kind == .busy)
    #expect(
      problem?.line
        == "\(file.folder)/progress.lock: another qkv has been writing all the time; close it")
  }

  @Test("a part of the path that is no folder is named")
  func noFolder() throws {
    try home.write("file", "")
    let file = ProgressFile(folder: home.path + "/file/qkv")
    let problem = #expect(throws: ProgressProblem.self) { try file.save(edit("Q")) }
    #expect(#expect(throws: ProgressProblem.self) { try file.load() } == problem)
    #expect(
      problem?.line
        == "\(home.path)/file/qkv: a part of the path is no folder; set XDG_DATA_HOME to a folder "
        + "that can be written")
    #expect(try ProgressFile(folder: home.path + "/none/qkv").load() == ProgressFile.Contents())
  }

  @Test("more than is ever read is not written")
  func tooMuch() throws {
    try file.save(edit("Q"))
    let before = line
    let text = "K = " + String(repeating: "1", count: 1 << 20 - 4)
    let problem = #expect(throws: ProgressProblem.self) {
      try file.save((0..<4).map { .edit(text, name: "K\($0)", lesson: "softmax") })
    }
    #expect(
      problem?.line
        == "\(file.path): with this it would be larger than 4 MiB; qkv progress --reset LESSON "
        + "makes room")
    #expect(line == before)
  }
}
