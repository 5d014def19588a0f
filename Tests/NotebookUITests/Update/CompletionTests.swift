import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Names and functions while a formula is typed.
@Suite struct CompletionTests {
  private func typing(_ text: String, size: Size = Size(width: 80, height: 24)) -> State {
    var state = Sample.reading(at: "A[the, cat]", size: size)
    for event in keys("<Enter><C-u>" + text) { _ = state.update(event) }
    return state
  }

  /// What is typed, and the text then.
  private static let completions: [(String, String)] = [
    ("softm<C-n>", "softmax"), ("A = log_<C-n>", "A = log_softmax"),
    ("soft<C-n><C-n>", "soft"), ("log<C-p>", "log_softmax"), ("log<C-p><C-p>", "log2"),
    ("linea<C-n>(Q", "linear_attention(Q"),
    ("1<C-n>", "1"), ("Q.T<C-n>", "Q.T"), ("Q @ <C-n>", "Q @ "), ("xyz<C-n>", "xyz"),
    ("soft<C-n><C-n><C-n>", "softmax"),
  ]

  @Test(arguments: completions)
  func completes(_ row: (String, String)) {
    #expect(typing(row.0).reading?.editing?.field.text == row.1)
  }

  /// What is typed, and the line below it.
  private static let lines: [(String, String)] = [
    ("A = softm", "softmax(x, axis=-1)  "), ("A = softmax(Q @ K.T, ", "softmax(x, axis=-1)  "),
    ("A = log", "log2  log_softmax"), ("A = softmax(Q) + 1", ""),
    ("A = softmax(zeros((2, 3)), ", "softmax(x, axis=-1)  "),
  ]

  @Test(arguments: lines)
  func saysWhatFits(_ row: (String, String)) {
    let shown = typing(row.0).draw().rows[22]
    #expect(row.1.isEmpty ? shown.isEmpty : shown.hasPrefix(" " + row.1), "\(shown)")
  }

  @Test func aFormulaBeingCompleted() {
    #expect(
      Array(typing("A = softm<C-n>").draw().rows[20...]) == [
        "──────────────────────────────────────────────────────────────── A: 0  ░▒▓█ 1 ──",
        " A = softmax",
        " softmax(x, axis=-1)  exp(x) / sum(exp(x)) along an axis",
        " ⏎ accept  Esc give up  Ctrl-N complete  Ctrl-J new line                F1 help",
      ])
  }

  /// What stands below can't be used: O is computed from A.
  @Test func namesFromBelowAreNotOffered() {
    #expect(typing("A = K<C-n>").reading?.editing?.field.text == "A = K")
    #expect(typing("A = O<C-n>").reading?.editing?.field.text == "A = O")
  }

  @Test func aFunctionOfOnesOwnSaysWhatItTakes() {
    let body = """
      ## First

      ```python {.qkv}
      def near(x, by=0.1):
          \"\"\"Whether x is small.\"\"\"
          return abs(x) < by
      y = near(1)
      ```

      """
    for text in ["cnear(", "onear(", "ofar(near("] {
      guard let state = try? OwnNotebook.opened(body, text) else { continue }
      let rows = state.draw().rows
      #expect(rows.contains(" near(x, by=0.1)  Whether x is small."), "\(rows)")
    }
  }

  @Test func aFormulaKeepsItsName() {
    let shown = typing("softmax(Q) + 1").draw().rows[22]
    #expect(shown == " A keeps its name: what you type is its formula.")
  }

  @Test func anEntryHasNothingToComplete() {
    var state = Sample.reading(at: "K[cat, y]")
    for event in keys("1<C-n>") { _ = state.update(event) }
    #expect(state.reading?.editing?.field.text == "1")
  }
}
