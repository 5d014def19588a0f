import Notebook
import Testing

@Suite struct MarkdownTests {
  @Test(
    "CommonMark's examples",
    arguments: [
      ("### foo", "<h3>foo</h3>"),
      ("####### foo", "<p>####### foo</p>"),
      ("#5 bolt", "<p>#5 bolt</p>"),
      ("### foo *bar* \\*baz\\*", "<h3>foo <em>bar</em> *baz*</h3>"),
      ("###   foo   ###   ", "<h3>foo</h3>"),
      ("### foo#", "<h3>foo#</h3>"),
      ("***\n---\n_ _ _", "<hr />\n<hr />\n<hr />"),
      ("--\n**", "<p>-- **</p>"),
      ("aaa\n\nbbb", "<p>aaa</p>\n<p>bbb</p>"),
      ("aaa\n   bbb", "<p>aaa bbb</p>"),
      ("> bar\nbaz", "<blockquote>\n<p>bar baz</p>\n</blockquote>"),
      (
        "> ### Foo\n> bar\n> baz",
        "<blockquote>\n<h3>Foo</h3>\n<p>bar baz</p>\n</blockquote>"
      ),
      (
        "> foo\n\n> bar",
        "<blockquote>\n<p>foo</p>\n</blockquote>\n<blockquote>\n<p>bar</p>\n</blockquote>"
      ),
      (
        "> > > foo\nbar",
        "<blockquote>\n<blockquote>\n<blockquote>\n<p>foo bar</p>\n</blockquote>\n</blockquote>\n</blockquote>"
      ),
      (">", "<blockquote>\n</blockquote>"),
      ("- foo\n- bar\n+ baz", "<ul>\n<li>foo</li>\n<li>bar</li>\n</ul>\n<ul>\n<li>baz</li>\n</ul>"),
      (
        "1. foo\n2. bar\n3) baz",
        "<ol>\n<li>foo</li>\n<li>bar</li>\n</ol>\n<ol start=\"3\">\n<li>baz</li>\n</ol>"
      ),
      ("Foo\n- bar", "<p>Foo</p>\n<ul>\n<li>bar</li>\n</ul>"),
      ("the number is\n14.  doors", "<p>the number is 14.  doors</p>"),
      ("- a\n - b\n  - c", "<ul>\n<li>a</li>\n<li>b</li>\n<li>c</li>\n</ul>"),
      (
        "- foo\n  - bar\n    - baz",
        "<ul>\n<li>foo\n<ul>\n<li>bar\n<ul>\n<li>baz</li>\n</ul>\n</li>\n</ul>\n</li>\n</ul>"
      ),
      ("- foo\n\n  bar", "<ul>\n<li>foo\n<p>bar</p>\n</li>\n</ul>"),
      ("- foo\n-\n- bar", "<ul>\n<li>foo</li>\n<li></li>\n<li>bar</li>\n</ul>"),
      ("10) foo\n    - bar", "<ol start=\"10\">\n<li>foo\n<ul>\n<li>bar</li>\n</ul>\n</li>\n</ol>"),
      ("1234567890. not ok", "<p>1234567890. not ok</p>"),
      ("-1. not ok", "<p>-1. not ok</p>"),
      ("- a\n> b", "<ul>\n<li>a</li>\n</ul>\n<blockquote>\n<p>b</p>\n</blockquote>"),
    ])
  func commonMark(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(
    "tables as on GitHub",
    arguments: [
      (
        "| foo | bar |\n| --- | --- |\n| baz | bim |",
        "<table leading leading>\nfoo | bar\nbaz | bim\n</table>"
      ),
      (
        "| abc | def |\n| :-: | -----------: |\nbar | baz",
        "<table center trailing>\nabc | def\nbar | baz\n</table>"
      ),
      (
        "| f\\|oo |\n| ------ |\n| b `\\|` az |",
        "<table leading>\nf|oo\nb <code>|</code> az\n</table>"
      ),
      ("| abc | def |\n| --- |\n| bar |", "<p>| abc | def | | --- | | bar |</p>"),
      ("| a | b |\n| --- | --- |\n| c |", "<table leading leading>\na | b\nc | \n</table>"),
      ("| a |\n| --- |\n\ntext", "<table leading>\na\n</table>\n<p>text</p>"),
    ])
  func tables(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test("a row with too many cells and an underlined heading are reported")
  func problems() {
    let text = "| a |\n| --- |\n| b | c |\n\ntitle\n==="
    #expect(
      Markdown.read(MarkdownLine.lines(of: text)).problems.map { "\($0.line): \($0.message)" } == [
        "3: the row has 2 cells, the table 1 columns",
        "6: a line under a paragraph makes a heading in Markdown",
      ])
  }

  @Test(
    "text made to break parsers stays linear and shallow",
    arguments: [
      (">", 9_000, ""), ("- ", 4_000, "a"), ("> ", 50_000, ""), ("1. ", 3_000, ""),
      ("\n", 50_000, ""), ("- a\n\n", 10_000, ""), ("> a\n\n", 10_000, ""),
      ("a | b\n", 10_000, ""), ("| a |\n| --- |\n", 5_000, ""),
    ])
  func pathological(piece: String, count: Int, end: String) {
    let text = String(repeating: piece, count: count) + end
    #expect(Markdown.read(MarkdownLine.lines(of: text)).problems.count <= 2)
  }

  @Test("a list item goes on behind any number of blank lines")
  func blankLinesInAnItem() {
    let text = "- a" + String(repeating: "\n", count: 50_000) + "  b"
    #expect(Markdown.read(MarkdownLine.lines(of: text)).problems.count <= 2)
  }

  @Test("list levels beyond the limit are refused and said")
  func levels() {
    let text = (0..<40).map { String(repeating: "  ", count: $0) + "- a" }.joined(separator: "\n")
    #expect(
      Markdown.read(MarkdownLine.lines(of: text)).problems.first?.message
        == "quotes and lists stand more than 32 deep inside one another")
  }
}
