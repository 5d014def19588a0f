import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// A notebook of one's own, written by keys.
@Suite struct NotebookWritingTests {
  private static let input: String = "```python {.qkv}\nQ = [1, 2]\n```\n"

  /// What stands in the file behind its head, keys, and what stands there then.
  private static let acts: [(body: String, keys: String, after: String)] = [
    ("## A\n", "tWords.<C-s>", "## A\n\nWords.\n"),
    ("## A\n", "oQ = [1, 2]<C-s>", "## A\n\n" + input),
    ("## A\n", "tOne.<C-s>tTwo.<C-s>", "## A\n\nOne.\n\nTwo.\n"),
    ("## A\n", "tOne.<C-s>TTwo.<C-s>", "## A\n\nTwo.\n\nOne.\n"),
    ("## A\n", "<Enter><C-u>B<Enter>", "## B\n"),
    ("## A\n", "NB<Enter>tWords.<C-s>", "## A\n\n## B\n\nWords.\n"),
    ("## A\n\n## B\n\nWords.\n", "K", "## A\n\n## B\n\nWords.\n"),
    ("## A\n\n## B\n\nWords.\n", "J", "## B\n\nWords.\n\n## A\n"),
    ("## A\n\n## B\n\nWords.\n", "D", "## B\n\nWords.\n"),
    ("## A\n\n## B\n\nWords.\n", "Du", "## A\n\n## B\n\nWords.\n"),
    ("## A\n\nOne.\n\n" + input, "2<Enter>", "## A\n\nOne.\n\n```python {.qkv}\nQ = [2, 2]\n```\n"),
    ("## A\n\nOne.\n\n" + input, "K", "## A\n\n" + input + "\nOne.\n"),
    ("## A\n\nOne.\n\n" + input, "<S-Tab><Enter> Two.<C-s>", "## A\n\nOne. Two.\n\n" + input),
    ("## A\n\nOne.\n\n" + input, "D", "## A\n\nOne.\n"),
  ]

  @Test(arguments: acts)
  func keysWriteTheFile(_ act: (body: String, keys: String, after: String)) throws {
    let state = try OwnNotebook.opened(act.body, act.keys)
    let markdown = try #require(state.reading?.session.markdown)
    #expect(String(markdown.dropFirst(OwnNotebook.head.count)) == act.after)
  }

  /// What Ctrl-S asks for, in the step and behind a command.
  private static let savings: [(keys: String, effects: [Effect])] = [
    ("<C-s>", [.write(to: nil)]), (":write<Enter>", [.write(to: nil)]),
    (":write other.md<Enter>", [.write(to: "other.md")]),
  ]

  @Test(arguments: savings)
  func saves(_ row: (keys: String, effects: [Effect])) throws {
    var state = try OwnNotebook.opened()
    var effects: [Effect] = []
    for event in keys(row.keys) { effects = state.update(event) }
    #expect(effects == row.effects)
  }

  /// The editor's Ctrl-S keeps, that of the step saves: it says so.
  @Test func whatIsKeptIsStillToBeSaved() throws {
    let kept = try OwnNotebook.opened(OwnNotebook.body, "tWords.<C-s>")
    #expect(kept.message == .note("Kept in the notebook; Ctrl-S saves mine.md."))
    #expect(kept.reading?.writing == nil && kept.reading?.session.isUnsaved == true)
  }

  @Test func theTitleSaysWhetherItIsSaved() throws {
    #expect(try OwnNotebook.opened().draw().rows[0].contains("✓ saved"))
    let changed = try OwnNotebook.opened(OwnNotebook.body, "2<Enter>")
    #expect(changed.draw().rows[0].contains("● not saved"))
    let home = try OwnNotebook.opened(OwnNotebook.body, "2<Enter>q")
    #expect(home.message?.text == "mine.md isn't saved yet; what you wrote is kept.")
  }

  /// Markdown that is pasted becomes what it says.
  @Test func aPastedTaskIsATask() throws {
    let quiz = "<!-- quiz: q -->\nWhich?\n- [x] A. — Yes.\n- [ ] B. — No.\n<!-- end -->"
    var state = try OwnNotebook.opened("## A\n", "t")
    _ = state.update(.paste(quiz))
    _ = state.update(.control("s"))
    #expect(state.reading?.session.markdown.hasSuffix("## A\n\n\(quiz)\n") == true)
    #expect(state.context == .quiz)
  }

  /// A step that is gone isn't shown: the one before is.
  @Test func undoingAStepGoesBack() throws {
    let state = try OwnNotebook.opened("## A\n", "NB<Enter>u")
    #expect(state.reading?.step == 0)
    #expect(state.reading?.lesson.steps.count == 1)
    #expect(state.draw().rows[0].contains("A"))
  }

  @Test func theOnlyStepStays() throws {
    let state = try OwnNotebook.opened("## A\n", "D")
    #expect(state.message?.text == "This is the only step; Enter changes its title.")
  }

  // MARK: - Screens

  private func opened(
    _ body: String, _ keys: String = "", size: Size = Size(width: 80, height: 24)
  ) -> State {
    (try? OwnNotebook.opened(body, keys, size: size))
      ?? State(size: size, shelf: Shelf(lessons: []))
  }

  @Test func anEmptyStepSaysWhatToPress() throws {
    #expect(
      opened("## First\n").draw().rows == [
        " Mine › ▸First                                            ✓ saved   step 1 of 1",
        "────────────────────────────────────────────────────────────────────────────────",
        " This step is empty.",
        "",
        " t          writes text: Markdown, with numbers in braces",
        " o          writes a cell: Q = [[1, 0], [0, 1]], or a formula",
        " :add quiz  adds a quiz to fill in; likewise prediction, exercise, hint, pause,",
        "            note, demonstration",
        " N          adds the next step",
        " F2         changes the notebook's title and summary",
        " Ctrl-S     saves it all in the file",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "────────────────────────────────────────────────────────────────────────────────",
        " The title of the step: K and J move the whole step, D deletes it.",
        " ⏎ change  o add cell  t add text  N step  D delete  K J move  q home    ? help",
      ])
  }

  @Test func textIsGoneTo() throws {
    #expect(
      Array(opened(OwnNotebook.body, "<S-Tab>").draw().rows[0...6]) == [
        " Mine › First                                     0/1 ✓   ✓ saved   step 1 of 2",
        "────────────────────────────────────────────────────────────────────────────────",
        "▸Some words, 1.0.",
        "",
        "   Q  2  ✎",
        "        0      1",
        "        1      2",
      ])
  }

  @Test func theSmallestScreen() throws {
    let small = Size(width: 40, height: 12)
    #expect(
      opened(OwnNotebook.body, "<S-Tab><S-Tab><Enter>", size: small).draw().rows == [
        " Mine › ▸First              step 1 of 2",
        "────────────────────────────────────────",
        " Some words, 1.0.",
        "",
        " Q  2  ✎",
        "      0      1",
        "── The title ────────── ↓ 1 more line ──",
        " First",
        "",
        "",
        "",
        " ⏎ keep  Esc close  Alt+u undo  F1 help",
      ])
  }
}
