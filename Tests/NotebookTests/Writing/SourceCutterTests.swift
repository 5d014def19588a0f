import TestSupport
import Testing

@testable import Notebook

/// Blocks that together are the text, whatever the text.
@Suite struct SourceCutterTests {
  private static let lines = [
    "", " ", "\t", "---", "qkv: 1", "# title", "## step", "  ## step", "    ## code", "###",
    "words", "- item", "> quote", "```", "```python {.qkv}", "  ~~~python {.qkv}", "~~~", "~~~~",
    "````", "```python {.qkv .check}", "x = 1", "<!-- pause -->", "<!-- note: a", "b -->", "-->",
    "<!-- exercise: e edits=x -->", "<!-- quiz: q -->", "<!-- end -->", "<!--", "- [x] a — b",
    "e\u{301}", "\u{FEFF}", "\u{202E}", "👩‍👩‍👧", "{1 + 1}", "\u{2028}", "\u{85}",
  ]

  @Test func nothingIsLostOrAdded() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<3000 {
      let count = Int.random(in: 0...24, using: &random)
      let text = (0..<count).map { _ in
        (Self.lines.randomElement(using: &random) ?? "")
          + (["\n", "\n", "\n", "\r\n", "\r", ""].randomElement(using: &random) ?? "")
      }.joined()
      for isHead in [true, false] {
        let parts = SourceCutter(text, isHead: isHead).parts
        let joined = parts.map(\.text).joined()
        #expect(joined.utf8.elementsEqual(text.utf8) || (!isHead && parts.isEmpty))
        for part in parts {
          let source = SourceText(part.text)
          let whole = String(source.lead + source.body + source.tail)
          #expect(whole.utf8.elementsEqual(part.text.utf8))
        }
      }
    }
  }

  /// A text, and what its parts are.
  static let texts: [(text: String, parts: [String])] = [
    ("", ["head ''"]), ("words", ["head ''", "prose 'words'"]),
    (
      "---\nqkv: 1\n---\n\n# T\n\n## A\n\ntext\n\n\n```python {.qkv}\nx = 1\n```\ny\n",
      [
        "head '---\nqkv: 1\n---\n\n# T\n\n'", "heading '## A\n\n'", "prose 'text\n\n\n'",
        "code '```python {.qkv}\nx = 1\n```\n'", "prose 'y\n'",
      ]
    ),
    (
      "---\n---\n## A\n<!-- quiz: q -->\n## no step\n- [x] a\n<!-- end -->\n",
      [
        "head '---\n---\n'", "heading '## A\n'", "task '<!-- quiz: q -->\n'",
        "heading '## no step\n'",
        "prose '- [x] a\n'", "note '<!-- end -->\n'",
      ]
    ),
    (
      "---\n---\n## A\n<!-- exercise: e edits=x -->\nDo.\n\n```python {.qkv}\nx = 1\n```\n<!-- end -->\n\n<!-- pause -->",
      [
        "head '---\n---\n'", "heading '## A\n'",
        "task '<!-- exercise: e edits=x -->\nDo.\n\n```python {.qkv}\nx = 1\n```\n<!-- end -->\n\n'",
        "pause '<!-- pause -->'",
      ]
    ),
  ]

  @Test(arguments: texts)
  func theParts(_ row: (text: String, parts: [String])) {
    let parts = SourceCutter(row.text, isHead: true).parts.map { "\($0.kind) '\($0.text)'" }
    #expect(parts == row.parts)
  }

  /// A fence, and the same around `a`, blank, `b`.
  static let fences: [(fence: String, with: String)] = [
    ("```python {.qkv}\nx\n```\n", "```python {.qkv}\na\n\nb\n```\n"),
    ("\n```python {.qkv}\n```\n\n", "\n```python {.qkv}\na\n\nb\n```\n\n"),
    ("  ~~~~ {.qkv}\n  x\n  ~~~~", "  ~~~~ {.qkv}\n  a\n\n  b\n  ~~~~"),
  ]

  @Test(arguments: fences)
  func whatAFenceHolds(_ row: (fence: String, with: String)) throws {
    let fenced = try #require(FencedText(row.fence))
    #expect(fenced.text(with: "a\n\nb", lineEnd: "\n") == row.with)
    let again = try #require(FencedText(row.with))
    #expect(again.content == "a\n\nb")
    #expect(again.text(with: again.content, lineEnd: "\n") == row.with)
  }
}
