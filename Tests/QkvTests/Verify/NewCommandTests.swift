import Notebook
import TestSupport
import Testing

/// `qkv new`: what it writes passes `qkv verify`, whatever the file is called.
@Suite struct NewCommandTests {
  @Test(arguments: [
    ("05-why-divide.md", "lesson 5, id why-divide"),
    ("my lesson.md", "id my-lesson"),
    ("12-Größe & Maß.md", "lesson 12, id grosse-mass"),
    ("注意.md", "id lesson"),
    ("7.md", "id 7"),
    ("it's \"quoted\".md", "id it-s-quoted"),
    ("a:b # c.md", "id a-b-c"),
    ("{x} `y` *z*.md", "id x-y-z"),
  ])
  func whatIsWrittenIsWell(name: String, told: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/" + name
    let made = try qkv("new", path)
    #expect(made.code == 0)
    let advice = "write it in the notebook or in any editor, and then prove it"
    #expect(made.output.hasPrefix("wrote \(path): \(told)\n\(advice)\n  qkv "))
    #expect(made.error == "")
    #expect(
      try qkv("verify", path, "--lessons", folder.path)
        == HeadlessRun(
          ending: .exit(0),
          output: "1 lesson, 3 exercises, 1 quiz, 1 prediction: all is well\n", error: ""))
  }

  @Test func anEmptyNotebookIsWellToo() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/notes.md"
    let made = try qkv("new", path, "--empty", "--title", "My: notes")
    #expect(made.code == 0 && made.output.hasPrefix("wrote \(path): id notes\n"))
    #expect(
      folder.read("notes.md") == """
        ---
        qkv: 1
        id: notes
        title: "My: notes"
        summary: A notebook of my own.
        minutes: 10
        ---

        # My: notes

        ## First step

        """)
    #expect(
      try qkv("verify", path, "--lessons", folder.path)
        == HeadlessRun(
          ending: .exit(0),
          output: "1 lesson, 0 exercises, 0 quizzes, 0 predictions: all is well\n",
          error: ""))
  }

  @Test func whatIsWrittenIsTheTemplate() throws {
    let folder = try TemporaryFolder()
    let made = try qkv("new", folder.path + "/05-why-divide.md", "--title", " Why: divide ")
    #expect(
      made.output == """
        wrote \(folder.path)/05-why-divide.md: lesson 5, id why-divide
        write it in the notebook or in any editor, and then prove it
          qkv \(folder.path)/05-why-divide.md
          qkv verify \(folder.path)/05-why-divide.md
        Lessons/README.md says how lessons are written.

        """)
    let text = try #require(folder.read("05-why-divide.md"))
    #expect(text == LessonTemplate.text(id: "why-divide", title: "Why: divide"))
    #expect(text.hasPrefix("---\nqkv: 1\nid: why-divide\ntitle: \"Why: divide\"\nsummary: "))
  }

  @Test(
    "A title is kept as it is given",
    arguments: ["Q, K and V", "'quoted'", "\"quoted\"", "- no list", "{braces}", "a: b \"c\" 'd'"])
  func title(title: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/01-a.md"
    #expect(try qkv("new", path, "--title", title).code == 0)
    let text = try #require(folder.read("01-a.md"))
    #expect(LessonReader.read(text: text, name: "01-a.md").lesson?.title == title)
    #expect(try qkv("verify", path, "--lessons", folder.path).code == 0)
  }

  @Test func whatIsThereIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("01-mine.md", "mine")
    #expect(
      try qkv("new", path)
        == HeadlessRun(
          ending: .exit(65), output: "",
          error: "qkv: \(path): this is there already, and is left as it is\n"))
    #expect(folder.read("01-mine.md") == "mine")
  }

  @Test func aNumberAndAnIdOfANeighbourAreRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("06-sums.md", LessonTemplate.text(id: "sums", title: "Sums"))
    let number = try qkv("new", folder.path + "/06-other.md")
    #expect(number.code == 64)
    #expect(
      number.error == "qkv: 06-sums.md has the number 6 already\nthe first free number is 7\n")
    let id = try qkv("new", folder.path + "/07-sums.md")
    #expect(
      id.error
        == "qkv: 06-sums.md has the id sums already\nthe id comes from the file's name: take another\n"
    )
    #expect(folder.read("06-other.md") == nil)
    #expect(folder.read("07-sums.md") == nil)
  }

  @Test(
    "Wrong usage says what to write",
    arguments: [
      (["new"], 64, "qkv: which file?\nfor example qkv new Lessons/27-my-lesson.md\n"),
      (["new", "a.md", "b.md"], 64, "qkv: one file at a time; 'b.md' is a second\n"),
      (
        ["new", "mine"], 64, "qkv: a lesson's file ends in .md, and 'mine' doesn't\nwrite mine.md\n"
      ),
      (
        ["new", "x/"], 64,
        "qkv: a lesson's file ends in .md, and 'x/' doesn't\nwrite for example x/my-lesson.md\n"
      ),
      (["new", "/no/such/a.md"], 65, "qkv: /no/such/a.md: there is no such folder\n"),
      (["new", "/no/a.md", "--title", " "], 64, "qkv: the title is empty\nwrite --title TITLE\n"),
      (
        ["new", "/no/a.md", "--title", "a\u{1B}b"], 64,
        "qkv: the title has a character that can't be shown: a^[b\nleave it out\n"
      ),
    ])
  func wrongUsage(words: [String], code: Int32, error: String) throws {
    let home = try TemporaryFolder()
    let run = try HeadlessRun(Launch.product("qkv", words, home: home))
    #expect(run == HeadlessRun(ending: .exit(code), output: "", error: error))
  }
}
