import Terminal
import Testing

@testable import NotebookUI

@Suite struct TextFieldTests {
  /// A text with its caret marked by `|`, and the same after the keys.
  private static let edits: [(before: String, keys: [KeyPress], after: String)] = [
    ("|", [.typed("1"), .typed("/"), .typed("3")], "1/3|"),
    ("12|3", [KeyPress(.backspace)], "1|3"),
    ("12|3", [KeyPress(.delete)], "12|"),
    ("|12", [KeyPress(.backspace)], "|12"),
    ("12|", [KeyPress(.delete)], "12|"),
    ("12|", [KeyPress(.home), .typed("-")], "-|12"),
    ("|12", [KeyPress(.end), .typed("5")], "125|"),
    ("12|", [KeyPress(.left), KeyPress(.left), KeyPress(.left)], "|12"),
    ("1|2", [KeyPress(.right), KeyPress(.right)], "12|"),
    ("a b|c", [KeyPress(.character("u"), control: true)], "|c"),
    ("a b|c", [KeyPress(.character("k"), control: true)], "a b|"),
    ("one two |", [KeyPress(.character("w"), control: true)], "one |"),
    ("ab\nc|d", [KeyPress(.up)], "a|b\ncd"),
    ("abc|\nd", [KeyPress(.down)], "abc\nd|"),
    ("ab\ncd|", [KeyPress(.home)], "ab\n|cd"),
    ("a|b\ncd", [KeyPress(.end)], "ab|\ncd"),
    ("ab|", [KeyPress(.up)], "ab|"),
  ]

  @Test(arguments: edits)
  func keysChangeTheText(_ edit: (before: String, keys: [KeyPress], after: String)) {
    var field = TextField(marked: edit.before)
    for key in edit.keys { field.apply(key) }
    #expect(field.marked == edit.after)
  }

  @Test func aSingleLineTakesBreaksAsSpaces() {
    var field = TextField()
    field.insert("1,\n2\t3")
    #expect(field.text == "1, 2 3")
  }

  @Test func whatCantBeTypedIsLeftOut() {
    var field = TextField()
    field.insert("1\u{1B}[31m2\u{202E}3\u{7F}")
    #expect(field.text == "1[31m23")
  }

  @Test func aPasteIsCutAtTheCapacity() {
    var field = TextField()
    field.insert(String(repeating: "1", count: TextField.usualCapacity + 5))
    #expect(field.text.count == TextField.usualCapacity)
  }

  /// A text that is there already may be longer than what is typed: it can be gone on with, up to an end.
  @Test func aLongerTextIsGoneOnWith() {
    let long = String(repeating: "w", count: TextField.usualCapacity + 1)
    var field = TextField(long)
    field.insert("x")
    #expect(field.text == long + "x")
    field.insert(String(repeating: "1", count: 2000))
    #expect(field.text.count == long.count + 1000)
    field.insert("x")
    #expect(field.text.count == long.count + 1000)
    var editor = TextEditor(String(repeating: "w", count: TextEditor.capacity + 1), kind: .prose)
    editor.change { $0.insert("x") }
    #expect(editor.characters.count == TextEditor.capacity + 2)
  }

  @Test func anOffsetOfTheTextIsAPlaceForTheCaret() {
    var field = TextField("√2 + x")
    field.moveTo(utf8Offset: 3)
    #expect(field.marked == "√|2 + x")
  }
}

extension KeyPress {
  fileprivate static func typed(_ character: Character) -> KeyPress {
    KeyPress(.character(character))
  }
}

extension TextField {
  /// The text with a bar where the caret is.
  fileprivate var marked: String {
    String(characters[..<caret]) + "|" + String(characters[caret...])
  }

  fileprivate init(marked: String) {
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
    self.init(parts.joined(), multiline: marked.contains("\n"))
    moveTo(utf8Offset: parts[0].utf8.count)
  }
}
