import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Nothing that was written is lost because it can't be read.
@Suite struct UnreadableWritingTests {
  /// Keys in a lesson, and what the reader then has of their own.
  private static let acts: [(keys: String, own: [String])] = [
    ("oB = (<C-s>", []), ("oB = (<C-s><C-s>", ["B = ("]), ("oB = (<Esc><Enter>", ["B = ("]),
    ("oB = (<C-s><C-s>u", []), ("oB = (<C-s><C-s>u<C-r>", ["B = ("]),
    ("oB = (<C-s><C-s><Enter>1)<C-s>", ["B = (1)"]),
    ("oB = 1<C-s>c +<Esc><Enter>", ["B = 1 +"]),
    ("oB = 1<C-s>c +<C-s> 2<C-s>", ["B = 1 + 2"]),
    ("o# later<Esc><Enter>", ["# later"]),
    // What isn't a cell is kept as a draft, and gone on with as what it was to be.
    ("t{1 +}<C-s>", []), ("t{1 +}<C-s><C-s>", ["~~~draft\n{1 +}\n~~~"]),
    ("t{1 +}<Esc><Enter>", ["~~~draft\n{1 +}\n~~~"]),
    ("t{1 +}<Esc><Enter><Enter><BS> 1}<C-s>", ["{1 + 1}"]),
    ("t{1 +}<Esc><Enter><Enter>?<Esc><Enter>", ["~~~draft\n{1 +}?\n~~~"]),
    ("tmine<C-s><Enter> {1 +}<Esc><Enter>", ["~~~draft\nmine {1 +}\n~~~"]),
    ("tmine<C-s><Enter> {1 +}<Esc><Enter>u", ["mine"]),
    // What was thrown away comes back where the same is begun.
    ("oB = 1<Esc><Esc>o<A-u><C-s>", ["B = 1"]), ("oB = 1<Esc><Esc>t<A-u><C-s>", []),
    ("oB = 1<Esc><Esc>oC = 2<C-s>", ["C = 2"]),
    ("oB = 1<Esc><Esc>oC = 2<C-s>o<A-u><C-s>", ["C = 2"]),
    ("tmine<C-s><Enter>, all<Esc><Esc><Enter><A-u><C-s>", ["mine, all"]),
    ("tmine<C-s><Enter>, all<Esc><Esc><Enter><C-s>", ["mine"]),
  ]

  @Test(arguments: acts)
  func isKept(_ act: (keys: String, own: [String])) {
    #expect(after(act.keys, Sample.reading(at: "K[cat, y]")).reading?.ownTexts == act.own)
  }

  /// Keys, and what is said then.
  private static let words: [(keys: String, message: String)] = [
    ("oB = (<C-s><C-s>", "Kept as it is, with what is wrong; Enter goes on with it."),
    ("t{1 +}<Esc><Enter>", "Kept as a draft, which isn't read; Enter goes on with it."),
    ("oB = 1<Esc><Esc>", "Thrown away; o, then Alt+u brings it back."),
    ("tmine<C-s><Enter>!<Esc><Esc>", "Thrown away; Enter, then Alt+u brings it back."),
  ]

  @Test(arguments: words)
  func says(_ row: (keys: String, message: String)) {
    #expect(after(row.keys, Sample.reading(at: "K[cat, y]")).message?.text == row.message)
  }

  /// The end of the program is no reason to lose a title or a head.
  @Test(arguments: [
    ("N{1 +}", "## A\n\n~~~draft\n{1 +}\n~~~\n"),
    ("oB = (", "## A\n\n```python {.qkv}\nB = (\n```\n"),
    ("t{1 +}", "## A\n\n~~~draft\n{1 +}\n~~~\n"),
  ])
  func leavingKeepsAll(_ row: (keys: String, body: String)) throws {
    let state = try OwnNotebook.opened("## A\n", row.keys + "<C-c>")
    let markdown = state.reading?.session.markdown ?? ""
    #expect(String(markdown.dropFirst(OwnNotebook.head.count)) == row.body)
  }

  @Test func theProblemSaysThatItCanBeKept() {
    let state = after("oB = (<C-s>", Sample.reading(at: "K[cat, y]"))
    #expect(
      Array(state.draw().rows.suffix(7)) == [
        "── New cell below K ────────────────────────────────────────────────────────────",
        " 1 B = (",
        "       ^ this '(' is never closed",
        "",
        " Ctrl-S again keeps it as it is.",
        "",
        " Ctrl-S keep  Esc leave  Alt+u undo                                     F1 help",
      ])
  }

  @Test func theCellShowsItsTextAndWhatIsWrong() {
    let state = after(
      "odef f(x):<Enter>y = (<Enter>return y<Esc><Enter>", Sample.reading(at: "K[cat, y]"))
    #expect(
      Array(state.draw().rows[5...9]) == [
        "",
        "   Q  query  2×2  ✎",
        "            x      y",
        "   the   1.00   0.00",
        "   cat   0.00   1.00",
      ])
  }

  @Test func aDraftIsSeen() {
    let state = after("tSee {1 +}.<Esc><Enter>", Sample.reading(at: "K[cat, y]"))
    #expect(
      Array(state.draw().rows[12...14]) == [
        "▸See {1 +}.  ◆ yours",
        " a draft, which isn't read: Enter goes on with it",
        "",
      ])
  }
}
