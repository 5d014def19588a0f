import CellLanguage
import Notebook
import Testing

/// What is said of files that aren't as they should be.
@Suite struct LessonProblemTests {
  @Test(
    "what is wrong is said with its line and what to write",
    arguments: [
      ("<!-- pasue -->", "10: \"pasue\" is no directive; did you mean pause?"),
      (
        "<!-- pause: now -->",
        "10: a pause says nothing but guess; write <!-- pause -->, or <!-- pause: guess --> where readers are to guess first"
      ),
      ("<!-- note -->", "10: the note is empty; write <!-- note: … -->"),
      ("<!-- note", "10: the comment that begins here isn't closed; end it with -->"),
      ("<!-- end -->", "10: nothing is open here that could end; delete <!-- end -->"),
      (
        "<!-- hint: x -->",
        "10: a hint stands outside of an exercise; put it between <!-- exercise: id --> and <!-- end -->"
      ),
      (
        "```python {.qkv}\n#| rwos: a, b\nx = 1\n```",
        "11: \"rwos\" is no option here; did you mean rows?"
      ),
      (
        "```python {.qkv}\n#| view: heatmpa\nx = 1\n```",
        "11: \"heatmpa\" is no view; did you mean heatmap?"
      ),
      (
        "```python {.qkv}\n#| slider: 3 0 1\nx = 1\n```",
        "11: a slider has a low, a high and a step, each a number; write them with blanks between, low below high: #| slider: 0 3 0.5"
      ),
      (
        "```python {.qkv}\n#| digits: -1\nx = 1\n```",
        "11: \"-1\" is no number of decimals; write a whole number from 0 to 15: #| digits: 3"
      ),
      (
        "```python {.qkv}\n#| editable: 0 -1\nx = 1\n```",
        "11: \"0 -1\" names no positions; write row and column, counted from 0, and a comma between positions: #| editable: 0 1, 2 0"
      ),
      ("```python {.qvk}\nx = 1\n```", "10: \".qvk\" is no mark of a fence; did you mean .qkv?"),
      ("```python {.check}\nx = 1\n```", "10: the fence has no mark .qkv; write {.qkv .check}"),
      (
        "```python {.qkv .check}\nassert 1\n```",
        "10: a fence marked .check stands outside of an exercise; put it between <!-- exercise: id --> and <!-- end -->"
      ),
      (
        "```python {.qkv}\n\n```",
        "10: the cell is empty; write a statement, or leave the fence out"
      ),
      (
        "``` x\ny",
        "10: the fence that begins here isn't closed; end it with ``` on a line of its own"
      ),
      (
        "# One",
        "10: a heading of one # stands inside the lesson; write ## for a step, ### for a heading in it"
      ),
      ("##", "10: the step has no title; write ## and a title"),
      ("a \u{1B}[31m", "10: a character that can't be shown stands here: ^[; delete it"),
      (
        "{Q +}",
        "10: \"Q +\" can't be read: expected a value after '+'; write {{ for a brace in the text"
      ),
      (
        "{Q:.2q}",
        "10: '.2q' is no number format of Python's; try .2f, .3g, e, % or d; write a format of Python's, as in {x:.2f}"
      ),
      ("{x = 1}", "10: \"x = 1\" is no expression; write {{ for a brace in the text"),
      (
        "$\\foo$",
        "10: the command \\foo isn't known; write the sign itself, or \\text{…} for words"
      ),
      (
        "<!-- quiz: q -->\n- [ ] a\n- [ ] b\n<!-- end -->",
        "10: no option of the quiz is right; mark the right one with - [x]"
      ),
      (
        "<!-- quiz: q -->\n- [x] a\n<!-- end -->",
        "10: the quiz has fewer than two options; write - [ ] and - [x] items"
      ),
      (
        "<!-- quiz: q -->\n- [x] a\n- [ ] b",
        "10: the quiz that begins here isn't ended before the end of the file; write <!-- end --> behind it"
      ),
      (
        "<!-- quiz: q points=-1 -->\n- [x] a\n- [ ] b\n<!-- end -->",
        "10: points is no whole number from 0 to 1000; write points=2"
      ),
      (
        "<!-- predict: p answer=\"1\" within=1 points=1e3 -->\n<!-- end -->",
        "10: points is no whole number from 0 to 1000; write points=2"
      ),
      (
        "<!-- exercise: e edits=S hidden=1001 -->\n```python {.qkv .check}\nassert 1\n```\n<!-- end -->",
        "10: hidden is no whole number from 0 to 1000; write hidden=2"
      ),
      (
        "<!-- exercise: e edits=S -->\n<!-- end -->",
        "10: the exercise has no check; add a fence ```python {.qkv .check} with assertions"
      ),
      (
        "<!-- predict: p answer=\"A[\" within=1 -->\n<!-- end -->",
        "10: \"A[\" can't be read: this '[' is never closed; write {{ for a brace in the text"
      ),
    ])
  func problems(body: String, expected: String) {
    let (_, problems) = LessonReader.read(
      text: LessonReaderTests.head + "## Step\n" + body, name: "t.md")
    #expect(problems.map(\.description) == ["t.md:" + expected])
  }

  @Test(
    "heads",
    arguments: [
      (
        "## Step",
        "1: the head is missing; begin with ---, then qkv: 1, id, title, summary, minutes, one a line, then ---"
      ),
      ("---\nqkv: 1\n## Step", "1: the head isn't closed; end it with --- on a line of its own"),
      ("---\nqkv: 1\nid: a\n---\n## Step", "1: the head has no title; add a line title: …"),
      (
        "---\nqkv: 2\nid: a\ntitle: b\n---\n## Step",
        "2: version \"2\" of the format isn't known; this program reads qkv: 1"
      ),
      (
        "---\nqkv: 1\nid: a b\ntitle: b\n---\n## Step",
        "3: \"a b\" is no id; write small letters, digits and dashes"
      ),
      (
        "---\nqkv: 1\nid: a\ntitel: b\ntitle: b\n---\n## Step",
        "4: \"titel\" is no key of the head; did you mean title?"
      ),
      (
        "---\nqkv: 1\nid: a\ntitle: b\n---\n",
        "1: the lesson has no step; begin one with ## and a title"
      ),
      (
        "\u{FEFF}---\r\nqkv: 1\r\nid: a\r\ntitle: b\r\nminutes: x\r\n---\r\n## Step",
        "5: \"x\" is no number of minutes; write minutes: 12"
      ),
    ])
  func heads(text: String, expected: String) {
    let (lesson, problems) = LessonReader.read(text: text, name: "t.md")
    #expect(problems.map(\.description) == ["t.md:" + expected])
    #expect(lesson != nil)
  }

  @Test("a file without a head can be read all the same")
  func noHead() throws {
    let lesson = try #require(
      LessonReader.read(text: "Hello\n\n## One\n", name: "my notes.md").lesson)
    #expect(lesson.title == "my notes")
    #expect(lesson.steps.map { html($0.title) } == ["", "One"])
  }

  @Test("sizes are bounded")
  func bounds() {
    let large = LessonReader.read(text: String(repeating: "a", count: 1_048_577), name: "t.md")
    #expect(large.lesson == nil)
    #expect(
      large.problems.map(\.description) == [
        "t.md:1: the file has 1048577 bytes, more than 1048576; split the lesson in two"
      ])
    let long = LessonReader.read(
      text: LessonReaderTests.head + "## Step\n" + String(repeating: "a", count: 10_001),
      name: "t.md")
    #expect(
      long.problems.map(\.description) == [
        "t.md:10: the line has more than 10000 characters; break it"
      ])
  }

  @Test(
    "hostile text is read in linear time, its problems capped",
    arguments: [
      "<!--\n", "<!-- a\n", "```\n", "```python {.qkv}\n", "## \n", "<!-- exercise: a -->\n",
      "<!-- quiz: a -->\n- [x]\n", "{\n", "> ", "- \n", "a\n\n", "```python {.qkv}\n#| a: b\n```\n",
      "\u{202E}\n", "---\n", "#| a\n",
      "| a | - |\n",
    ])
  func hostile(piece: String) {
    let text = LessonReaderTests.head + "## Step\n" + String(repeating: piece, count: 5_000)
    #expect(LessonReader.read(text: text, name: "t.md").problems.count <= 101)
  }
}
