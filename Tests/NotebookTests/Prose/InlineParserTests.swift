import Notebook
import Testing

/// Examples of CommonMark 0.31.2 for the part of it that lessons use; a soft line break is a blank here.
@Suite struct InlineParserTests {
  @Test(
    "CommonMark's examples",
    arguments: [
      // Backslash escapes
      (##"\!\"\#\$\%\&\'\(\)"##, "!&quot;#$%&amp;'()"),
      (#"\→\A\a\ \3\φ\«"#, #"\→\A\a\ \3\φ\«"#),
      (#"\*not emphasized*"#, "*not emphasized*"),
      (#"\\*emphasis*"#, #"\<em>emphasis</em>"#),
      (#"`` \[\` ``"#, #"<code>\[\`</code>"#),
      // Entities
      ("&nbsp; &amp; &#35; &#1234; &#0;", "\u{A0} &amp; # Ӓ \u{FFFD}"),
      ("&#X22; &#XD06; &#xcab;", "&quot; ആ ಫ"),
      ("&nbsp &x; &#; &#x;", "&amp;nbsp &amp;x; &amp;#; &amp;#x;"),
      // Code spans
      ("`foo`", "<code>foo</code>"),
      ("`` foo ` bar ``", "<code>foo ` bar</code>"),
      ("` `` `", "<code>``</code>"),
      ("`  ``  `", "<code> `` </code>"),
      ("` a`", "<code> a</code>"),
      ("*foo`*`", "*foo<code>*</code>"),
      ("```foo``", "```foo``"),
      ("`foo", "`foo"),
      ("`foo``bar``", "`foo<code>bar</code>"),
      // Emphasis
      ("*foo bar*", "<em>foo bar</em>"),
      ("a * foo bar*", "a * foo bar*"),
      ("a*\"foo\"*", "a*&quot;foo&quot;*"),
      ("foo*bar*", "foo<em>bar</em>"),
      ("_foo bar_", "<em>foo bar</em>"),
      ("_ foo bar_", "_ foo bar_"),
      ("foo_bar_", "foo_bar_"),
      ("foo-_(bar)_", "foo-<em>(bar)</em>"),
      ("_foo*", "_foo*"),
      ("*(*foo*)*", "<em>(<em>foo</em>)</em>"),
      ("**foo bar**", "<strong>foo bar</strong>"),
      ("** foo bar**", "** foo bar**"),
      ("foo**bar**", "foo<strong>bar</strong>"),
      ("__foo, __bar__, baz__", "<strong>foo, <strong>bar</strong>, baz</strong>"),
      ("**foo*", "*<em>foo</em>"),
      ("*foo**", "<em>foo</em>*"),
      ("***foo** bar*", "<em><strong>foo</strong> bar</em>"),
      ("*foo **bar***", "<em>foo <strong>bar</strong></em>"),
      ("*foo**bar**baz*", "<em>foo<strong>bar</strong>baz</em>"),
      ("*foo**bar*", "<em>foo**bar</em>"),
      ("foo***bar***baz", "foo<em><strong>bar</strong></em>baz"),
      ("****foo****", "<strong><strong>foo</strong></strong>"),
      ("_____foo_____", "<em><strong><strong>foo</strong></strong></em>"),
      ("*foo _bar* baz_", "<em>foo _bar</em> baz_"),
      ("**foo **bar baz**", "**foo <strong>bar baz</strong>"),
      ("*a `*`*", "<em>a <code>*</code></em>"),
      // Links
      ("[link](/uri \"title\")", "<a href=\"/uri\">link</a>"),
      ("[](./target.md)", "<a href=\"./target.md\"></a>"),
      ("[link]()", "<a href=\"\">link</a>"),
      ("[link](/my uri)", "[link](/my uri)"),
      ("[link](</my uri>)", "<a href=\"/my uri\">link</a>"),
      (#"[link](\(foo\))"#, "<a href=\"(foo)\">link</a>"),
      ("[link](foo(and(bar)))", "<a href=\"foo(and(bar))\">link</a>"),
      ("[link](foo(and(bar))", "[link](foo(and(bar))"),
      ("[link [bar]](/uri)", "<a href=\"/uri\">link [bar]</a>"),
      ("[link [bar](/uri)", "[link <a href=\"/uri\">bar</a>"),
      (
        "[link *foo **bar** `#`*](/uri)",
        "<a href=\"/uri\">link <em>foo <strong>bar</strong> <code>#</code></em></a>"
      ),
      ("[foo [bar](/uri)](/uri)", "[foo <a href=\"/uri\">bar</a>](/uri)"),
      ("*[foo*](/uri)", "*<a href=\"/uri\">foo*</a>"),
      ("[foo *bar](baz*)", "<a href=\"baz*\">foo *bar</a>"),
      ("*foo [bar* baz]", "<em>foo [bar</em> baz]"),
      ("[foo`](/uri)`", "[foo<code>](/uri)</code>"),
      // Line breaks
      ("foo  \nbaz", "foo<br />baz"),
      ("foo\\\nbaz", "foo<br />baz"),
      ("foo       \n     bar", "foo<br />bar"),
      ("*foo  \nbar*", "<em>foo<br />bar</em>"),
      ("foo  ", "foo"),
      ("foo \n baz", "foo  baz".replacing("  ", with: " ")),
    ])
  func commonMark(markdown: String, expected: String) {
    #expect(html(markdown) == "<p>\(expected)</p>")
  }

  @Test(
    "mathematics and live numbers",
    arguments: [
      ("the $\\sqrt{d_k}$ of it", "the <math>√d_k</math> of it"),
      ("it costs $5 or $6", "it costs $5 or $6"),
      ("$ x$ and $x $", "$ x$ and $x $"),
      (#"\$x$"#, "$x$"),
      ("`$x$`", "<code>$x$</code>"),
      ("it is {std(q @ k.T):.1f}.", "it is <live std(q @ k.T) : .1f>."),
      ("{A[1:2].sum():.2f}", "<live A[1:2].sum() : .2f>"),
      ("{A[0, 1]}", "<live A[0, 1] : >"),
      ("{{not live}}", "{not live}"),
      ("`{code}`", "<code>{code}</code>"),
      ("*{x:.1%} of it*", "<em><live x : .1%> of it</em>"),
      ("$\\frac{a}{b}$ and {x}", "<math>a/b</math> and <live x : >"),
    ])
  func ours(markdown: String, expected: String) {
    #expect(html(markdown) == "<p>\(expected)</p>")
  }

  @Test("problems name the line they stand on")
  func problems() {
    let text = "one\ntwo {x\nthree $\\frobnicate$\n{}"
    let problems = Markdown.read(MarkdownLine.lines(of: text)).problems
    #expect(
      problems.map { "\($0.line): \($0.message)" } == [
        "2: a brace is opened and not closed",
        "3: the command \\frobnicate isn't known",
        "4: no expression stands in the braces",
      ])
  }

  @Test(
    "text made to break parsers stays linear and shallow",
    arguments: [
      "*a ", "a* ", "**a *b ", "[", "[a](", "![[]()", "`", "`a``b", "{", "$a", "$a$ ", "\\", "&#",
      "_a*",
      "[a](<b", "[a](b \"", "{{", "*a_ ", "***",
    ])
  func pathological(piece: String) {
    let text = String(repeating: piece, count: 20_000)
    #expect(!Markdown.read(MarkdownLine.lines(of: text)).blocks.isEmpty)
  }

  @Test("emphasis inside emphasis is refused beyond the limit")
  func nested() {
    let text = String(repeating: "*a ", count: 40) + "b" + String(repeating: " a*", count: 40)
    #expect(
      Markdown.read(MarkdownLine.lines(of: text)).problems.map(\.message) == [
        "emphasis stands more than 32 deep inside itself"
      ])
  }
}
