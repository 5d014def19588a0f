import Terminal
import Testing

@testable import NotebookUI

@Suite struct TextEditorTests {
  /// A text with its caret marked by `|`, the keys, and the same after them.
  private static let code: [(before: String, keys: String, after: String)] = [
    ("|", "a<Enter>b", "a\nb|"),
    ("    x = 1|", "<Enter>y", "    x = 1\n    y|"),
    ("def f(x):|", "<Enter>return x", "def f(x):\n    return x|"),
    ("for i in x:  |", "<Enter>", "for i in x:  \n    |"),
    ("    a|b", "<Enter>", "    a\n    |b"),
    ("x|", "<Tab>", "x   |"), ("|", "<Tab><Tab>", "        |"),
    ("        |", "<BS>", "    |"), ("      |x", "<BS>", "    |x"), (" |", "<BS>", "|"),
    ("a    |", "<BS>", "a   |"), ("a\n|", "<BS>", "a|"),
    ("    a|b", "<S-Tab>", "a|b"), ("  a|", "<S-Tab>", "a|"), ("a|", "<S-Tab>", "a|"),
    ("  |  a", "<S-Tab>", "|a"),
    ("  ab|", "<Home>", "  |ab"), ("  |ab", "<Home>", "|  ab"), ("|  ab", "<Home>", "  |ab"),
    ("a|b\nc", "<End>", "ab|\nc"), ("ab\ncd|", "<C-a>", "ab\n|cd"), ("|ab\nc", "<C-e>", "ab|\nc"),
    ("ab\nc|d", "<C-k>", "ab\nc|"), ("ab\nc|d", "<C-u>", "ab\n|d"), ("a bc|", "<C-w>", "a |"),
    ("one t|wo", "<A-b>", "one |two"), ("one |two", "<A-b>", "|one two"),
    ("o|ne, two", "<A-f><A-f>", "one, two|"), ("|one two", "<A-d>", "| two"),
  ]

  @Test(arguments: code)
  func keysChangeCode(_ edit: (before: String, keys: String, after: String)) {
    #expect(typed(edit.keys, into: TextEditor(marked: edit.before, .code)).marked == edit.after)
  }

  private static let prose: [(before: String, keys: String, after: String)] = [
    ("- a|", "<Enter>b", "- a\nb|"), ("  - a|", "<Enter>- b", "  - a\n  - b|"),
    ("so:|", "<Enter>x", "so:\nx|"), ("|a", "<Tab>", "  |a"), ("   |", "<BS>", "  |"),
  ]

  @Test(arguments: prose)
  func keysChangeProse(_ edit: (before: String, keys: String, after: String)) {
    #expect(typed(edit.keys, into: TextEditor(marked: edit.before, .prose)).marked == edit.after)
  }

  @Test func aTitleHasOneLine() {
    var editor = TextEditor("A", kind: .line)
    editor.breakLine()
    editor.indent()
    let left = editor.paste("b\nc")
    #expect(left == TextEditor.LeftOut())
    #expect(editor.text == "Ab c")
  }

  // MARK: - Taking back

  /// What is typed, how often it is taken back, and what is left.
  private static let undos: [(keys: String, times: Int, after: String)] = [
    ("ab", 1, "|"), ("ab cd", 1, "ab |"), ("ab cd", 2, "ab|"), ("ab cd", 3, "|"),
    ("ab<Left>c", 1, "a|b"), ("ab<C-u>", 1, "ab|"), ("a<Enter>b", 1, "a\n|"),
    ("a<Enter>b", 2, "a|"), ("ab<BS>", 1, "ab|"), ("", 1, "|"),
  ]

  @Test(arguments: undos)
  func takesBack(_ row: (keys: String, times: Int, after: String)) {
    var editor = typed(row.keys, into: TextEditor(kind: .code))
    let written = editor.text
    let undone = (0..<row.times).map { _ in editor.undo() }
    #expect(editor.marked == row.after)
    let redone = undone.filter { $0 }.map { _ in editor.redo() }
    #expect(editor.text == written)
    #expect(!redone.contains(false))
    let more = editor.redo()
    #expect(!more)
  }

  @Test func whatIsTypedAfterAnUndoForgetsTheRest() {
    var editor = typed("ab cd", into: TextEditor(kind: .code))
    let undone = editor.undo()
    editor = typed("x", into: editor)
    let redone = editor.redo()
    #expect(undone && !redone)
    #expect(editor.text == "ab x")
  }

  // MARK: - Pasting

  @Test func aPasteKeepsItsLinesAndNoControls() {
    var editor = TextEditor("x = 1\n", kind: .code)
    let left = editor.paste("if x:\r\n\ty = 2\u{1B}[31m\u{202E}\n")
    #expect(editor.text == "x = 1\nif x:\n    y = 2[31m\n")
    #expect(left == TextEditor.LeftOut(controls: 2))
    let undone = editor.undo()
    #expect(undone && editor.text == "x = 1\n")
  }

  /// Of an emoji of several people each is kept, without what joins them.
  @Test func aPasteLosesJoinersAlone() {
    var editor = TextEditor("", kind: .prose)
    let left = editor.paste("👩\u{200D}👩\u{200D}👧 a\u{200B}b ❤\u{FE0F}\u{200D}🔥")
    #expect(editor.text == "👩👩👧 ab ❤\u{FE0F}🔥")
    #expect(left == TextEditor.LeftOut(controls: 1))
    var field = TextField()
    field.insert("👨\u{200D}👧")
    #expect(field.text == "👨👧")
  }

  @Test func aPasteIsCutAtTheCapacity() {
    var editor = TextEditor("ab", kind: .prose)
    let left = editor.paste(String(repeating: "1", count: TextEditor.capacity))
    #expect(editor.characters.count == TextEditor.capacity)
    #expect(left == TextEditor.LeftOut(excess: 2))
  }
}

/// An editor after keys, as the notebook hands them on.
private func typed(_ text: String, into editor: TextEditor) -> TextEditor {
  var editor = editor
  for case .key(let key) in keys(text) {
    switch (key.key, key.shift) {
    case (.enter, _): editor.breakLine()
    case (.tab, false): editor.indent()
    case (.tab, true): editor.outdent()
    default: editor.apply(key)
    }
  }
  return editor
}

extension TextEditor {
  /// The text with a bar where the caret is.
  var marked: String {
    String(characters[..<caret]) + "|" + String(characters[caret...])
  }

  init(marked: String, _ kind: Kind) {
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
    self.init(parts.joined(), kind: kind)
    move(to: parts[0].count)
  }
}
