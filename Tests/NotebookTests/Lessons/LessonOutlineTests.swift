import TestSupport
import Testing

@testable import Notebook

/// What lists show is what the whole lesson has.
@Suite struct LessonOutlineTests {
  private func expectSame(
    _ text: String, name: String = "05-awkward.md", at location: SourceLocation = #_sourceLocation
  ) {
    let whole = LessonReader.read(text: text, name: name).lesson.map { LessonOutline($0) }
    #expect(LessonReader.outline(of: text, name: name) == whole, sourceLocation: location)
  }

  @Test("of the example it is the head, the steps and the tasks")
  func example() {
    #expect(
      LessonReader.outline(of: LessonReaderTests.example, name: "05-scaling.md")
        == LessonOutline(
          number: 5, id: "scaling", title: "Why divide by √d",
          summary: "Long vectors make loud scores.", needs: ["softmax", "dots"], minutes: 12,
          stepCount: 2, taskIDs: ["scale", "why-scale", "guess"]))
  }

  @Test("of every lesson that is shipped", arguments: LessonFiles.names)
  func shipped(name: String) throws {
    let text = LessonFiles.text(of: name)
    expectSame(text, name: name)
    expectSame("\u{FEFF}" + text, name: name)
    expectSame(text.replacing("\n", with: "\r\n"), name: name)
    expectSame(text.replacing("\n", with: "\r"), name: name)
    expectSame(text.replacing("    ", with: "\t"), name: name)
    expectSame("", name: name)
  }

  private static let head = LessonReaderTests.head
  private static let awkward: [(what: String, text: String, steps: Int, tasks: [String])] = [
    ("nothing", "", 0, []),
    ("no head", "## A\n<!-- quiz: q -->\n<!-- end -->", 1, ["q"]),
    ("a head that isn't closed", "---\nid: a\n## A\n", 2, []),
    ("a head that knows no better", "---\nid: ü\ntitle:\nminutes: x\nneeds: [a, 'b'\n---\n", 0, []),
    ("prose before the first step", head + "# T\nwords\n## A\n", 2, []),
    ("a title before the first step", head + "# T\n\n## A\n", 1, []),
    ("a pause before the first step", head + "<!-- pause -->\n## A\n", 2, []),
    ("a hint before the first step", head + "<!-- hint: h -->\n## A\n", 1, []),
    ("an end before the first step", head + "<!-- end -->\n## A\n", 1, []),
    ("no directive before the first step", head + "<!-- qiuz: q -->\n## A\n", 1, []),
    ("a demonstration before the first step", head + "<!-- play: u; u -->\n## A\n", 2, []),
    ("one that plays nothing", head + "<!-- play: nothing at all -->\n## A\n", 1, []),
    ("a listing before the first step", head + "```\nx\n```\n## A\n", 2, []),
    ("a cell before the first step", head + "```python {.qkv}\nx = 1\n```\n## A\n", 2, []),
    (
      "a check before the first step", head + "```python {.qkv .check}\nassert x\n```\n## A\n", 1,
      []
    ),
    ("a check that is a listing", head + "```python {.check}\nassert x\n```\n## A\n", 2, []),
    ("a task before the first step", head + "<!-- exercise: e -->\n## A\n", 2, ["e"]),
    ("a heading in a fence", head + "## A\n```\n## no\n<!-- quiz: no -->\n```\n## B\n", 2, []),
    ("a heading in a long fence", head + "## A\n~~~~\n~~~\n## no\n~~~~\n## B", 2, []),
    ("a fence in a comment", head + "## A\n<!-- note: a\nb ``` c\n-->\n## B", 2, []),
    (
      "a comment that a fence ends", head + "## A\n<!-- note: a\n```\n## no\n```\n-->\n## B", 2, []
    ),
    (
      "a cell that isn't closed", head + "## A\n```python {.qkv}\nx = 1\n\n## B\n<!-- quiz: q -->",
      2, ["q"]
    ),
    ("a listing that isn't closed", head + "## A\n```\n## no\n<!-- quiz: no -->", 1, []),
    ("a comment that isn't closed", head + "## A\n<!-- quiz: q\n## B\n", 2, []),
    (
      "tasks in one another",
      head + "## A\n<!-- exercise: e edits=S -->\n<!-- quiz: q -->\n## B\n<!-- predict: p -->", 2,
      ["e", "q", "p"]
    ),
    (
      "an id twice", head + "## A\n<!-- quiz: q -->\n<!-- end -->\n<!-- quiz: q -->", 1, ["q", "q"]
    ),
    ("an id behind a setting", head + "## A\n<!-- quiz: points=2 q -->", 1, [""]),
    ("an id behind what can't be set", head + "## A\n<!-- quiz: within=2 q -->", 1, ["q"]),
    ("an id in quotes", head + "## A\n<!-- quiz: \"a b\" -->\n<!-- quiz -->", 1, ["a b", ""]),
    (
      "directives over lines",
      head + "## A\n<!--\n  exercise:\n  e\n  edits=S\n-->\n   <!--quiz:q-->",
      1, ["e", "q"]
    ),
    ("blanks that aren't ASCII", head + "## A\n<!--\u{A0}quiz\u{2003}q\u{A0}-->\n", 1, ["q"]),
    ("a colon that stands alone", head + "## A\n<!-- quiz : q -->\n", 1, [":"]),
    ("what is indented too far", head + "    ## A\n    <!-- quiz: q -->\n", 1, []),
    ("headings with marks behind", head + "## A ##\n##\n##B\n   ## C\n\t## D\n", 3, []),
    ("combining characters", head + "##\u{301} A\n## \u{301}\n ```\u{301}\n## B\n```\n", 2, []),
    (
      "a line of eleven thousand characters", head + "## A\n<!-- note: " + long + " -->\n## B\n", 2,
      []
    ),
    ("NUL and escapes", head + "## A\u{0}\n\u{1B}## B\n## C\u{202E}\n", 2, []),
  ]
  private static let long = String(repeating: "x", count: 11_000)

  @Test("of files that were written badly", arguments: awkward)
  func awkwardly(_ row: (what: String, text: String, steps: Int, tasks: [String])) {
    let outline = LessonReader.outline(of: row.text, name: "05-awkward.md")
    #expect(outline?.stepCount == row.steps)
    #expect(outline?.taskIDs == row.tasks)
    expectSame(row.text)
    expectSame(row.text.replacing("\n", with: "\r\n"))
    expectSame("\u{FEFF}" + row.text)
  }

  @Test("of a file of the largest size, and of none that is larger")
  func large() {
    let text = Self.head + "## A\n<!-- quiz: q -->\n<!-- end -->\n"
    let whole = text + String(repeating: "x\n", count: (1_048_576 - text.utf8.count) / 2)
    let outline = LessonReader.outline(of: whole, name: "05-awkward.md")
    #expect(outline?.stepCount == 1)
    #expect(outline?.taskIDs == ["q"])
    expectSame(whole)
    #expect(LessonReader.outline(of: whole + "xxx", name: "05-awkward.md") == nil)
    expectSame(whole + "xxx")
  }

  private static let pieces = [
    "## ", "### ", "# ", "---", "```", "~~~~", "```python {.qkv}", "```python {.qkv .check}",
    "<!--", "-->", "<!-- exercise: a edits=S -->", "<!-- quiz: b -->", "<!-- predict: c",
    "<!-- end -->", "<!-- play: u -->", "<!-- play: ? ? -->", "<!-- pause -->", "    ", "\t", "\r",
    "\n", "\u{0}", "\u{301}", "\u{FEFF}", "id: other", "\"",
  ]

  @Test("of lessons with lines exchanged, left out and put in", arguments: 0..<4 as Range<UInt64>)
  func mutated(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for name in LessonFiles.names {
      var lines = LessonFiles.text(of: name).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map { String($0) }
      for _ in 0..<6 {
        let line = Int.random(in: 0..<lines.count, using: &random)
        let piece = Self.pieces.randomElement(using: &random) ?? ""
        switch Int.random(in: 0..<4, using: &random) {
        case 0: lines[line] = piece
        case 1: lines[line] = piece + lines[line]
        case 2: lines.remove(at: line)
        default: lines.swapAt(line, .random(in: 0..<lines.count, using: &random))
        }
      }
      expectSame(lines.joined(separator: "\n"), name: name)
    }
  }
}
