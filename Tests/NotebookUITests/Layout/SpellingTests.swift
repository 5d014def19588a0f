import Testing

@testable import NotebookUI

@Suite struct SpellingTests {
  @Test(arguments: [
    ("divided by √2", "divided by sqrt 2"), ("√(a + b)", "sqrt(a + b)"), ("0.5·4 + 1", "0.5*4 + 1"),
    ("solved · 2 points", "solved . 2 points"), ("softmax(…)", "softmax(...)"), ("plain", "plain"),
  ])
  func prose(_ text: String, _ ascii: String) {
    #expect(Spelling.text(text, ascii: true) == ascii)
    #expect(Spelling.text(text, ascii: false) == text)
  }

  @Test(arguments: [
    ("↑ k", "Up k"), ("Shift+↑↓←→", "Shift+arrows"), ("Shift+↑", "Shift+Up"), ("⏎", "Enter"),
    ("0 … 9", "0 to 9"), ("↑↓", "arrows"),
  ])
  func keys(_ names: String, _ ascii: String) {
    #expect(Spelling.keys(names, ascii: true) == ascii)
    #expect(Spelling.keys(names, ascii: false) == names)
  }
}
