import CellLanguage
import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Matrices that come in by a paste and go out as text.
@Suite struct PastingTests {
  private func pasted(_ text: String, at entry: String, in state: State? = nil) -> State {
    var state = state ?? Sample.reading(at: entry)
    _ = state.update(.paste(text))
    return state
  }

  private func text(_ state: State) -> String? {
    state.reading.flatMap { reading in
      reading.focusedPanel.map { reading.session.formulaText($0.id) }
    }
  }

  /// What is pasted on Q, 2×2, and its text then.
  private static let fitting: [(String, String)] = [
    ("array([[5., 6.],\n       [7., 8.]])", "Q = [[5., 6.], [7., 8.]]"),
    ("[[5. 6.]\n [7. 8.]]", "Q = [[5., 6.], [7., 8.]]"), ("5,6\n7,8\n", "Q = [[5, 6], [7, 8]]"),
    ("5\t6\r\n7\t8", "Q = [[5, 6], [7, 8]]"), ("[5 6; 7 -Inf]", "Q = [[5, 6], [7, -inf]]"),
    ("[1/sqrt(2), 0; 0, 1]", "Q = [[1/sqrt(2), 0], [0, 1]]"),
  ]

  @Test(arguments: fitting)
  func aMatrixFillsTheInput(_ row: (String, String)) {
    var state = pasted(row.0, at: "Q[cat, x]")
    #expect(text(state) == row.1)
    #expect(state.message == .success("Q has the 4 numbers pasted; u undoes."))
    _ = state.update(.character("u"))
    #expect(text(state) == "Q = [[1.0, 0.0], [0.0, 1.0]]")
    #expect(state.reading?.session.canUndo == false)
  }

  private static let misfits: [(String, String, String)] = [
    ("Q[cat, x]", "[1 2 3; 4 5 6]", "Q is 2×2; what was pasted is 2×3."),
    ("K[cat, x]", "[1 2 3; 4 5 6]", "K is 3×2; what was pasted is 2×3, its transpose."),
    ("Q[cat, x]", "[1 2 3]", "Q is 2×2; what was pasted is 3 numbers."),
    ("Q[cat, x]", "[[1, 2], [3, q]]", "Entry [1, 1], 'q': an entry is a number; 'q' is a name."),
    ("Q[cat, x]", "1,5;2\n3;4", "Entry [0, 0], '1,5': decimals are written with a point."),
    ("Q[cat, x]", "[[1, 2], [3, 4]", "A bracket is not closed: ]"),
  ]

  @Test(arguments: misfits)
  func whatDoesNotFitIsTold(_ row: (String, String, String)) {
    let state = pasted(row.1, at: row.0)
    #expect(state.message == .refusal(row.2))
    #expect(state.reading?.session.canUndo == false)
  }

  @Test func lockedEntriesStay() {
    let state = Sample.task(step: 5)
    #expect(
      pasted("[2, 5]", at: "", in: state).message
        == .refusal("Entry [0] is fixed in this lesson: it is 1, not 2."))
    let fits = pasted("1\n4", at: "", in: state)
    #expect(text(fits) == "t = [1, 4]")
  }

  @Test func oneNumberIsTyped() {
    #expect(pasted("1/3", at: "Q[cat, x]").reading?.editing?.field.text == "1/3")
  }

  // MARK: - Copying

  @Test func aMatrixIsShownAsNumPyText() {
    var state = Sample.reading(at: "K[cat, y]", size: Size(width: 80, height: 12))
    #expect(state.update(.character("y")) == [.mouse(false)])
    #expect(
      state.draw().rows == [
        " K for NumPy  select it with the mouse and copy",
        "────────────────────────────────────────────────────────────────────────────────",
        "K = np.array([[1.0, 0.0],",
        "              [0.0, 1.0],",
        "              [1.0, 1.0]])",
        "", "", "", "", "",
        "────────────────────────────────────────────────────────────────────────────────",
        " q back to the step                                                      ? help",
      ])
    #expect(state.update(.character("q")) == [.mouse(true)])
    #expect(state.layer == .lesson)
  }

  private static let text =
    "K = np.array([[1.0, 0.0],\n              [0.0, 1.0],\n              [1.0, 1.0]])"

  @Test func theClipboardGetsIt() {
    var state = Sample.reading(at: "K[cat, y]")
    state.usesClipboard = true
    state.clipboardWay = .straight
    #expect(state.update(.character("y")) == [.copy(Self.text)])
    #expect(state.message == .note("K is sent to the clipboard as NumPy text; y again shows it."))
    #expect(state.layer == .lesson)
    // Asked again, it is there to be selected.
    #expect(state.update(.character("y")) == [.mouse(false)])
    #expect(state.draw().rows[0].hasPrefix(" K for NumPy  copied where the terminal lets it"))
  }

  /// Another key between is another copy; elsewhere, and where the reader wants it so, the page is shown at once.
  @Test func onlyWhereItCanBeReached() {
    var state = Sample.reading(at: "K[cat, y]")
    state.usesClipboard = true
    state.clipboardWay = .straight
    for event in keys("yh") { _ = state.update(event) }
    #expect(state.update(.character("y")) == [.copy(Self.text)])
    state = Sample.reading(at: "K[cat, y]")
    state.usesClipboard = true
    state.clipboardWay = .heldUp
    #expect(state.update(.character("y")) == [.copy(Self.text), .mouse(false)])
    state = Sample.reading(at: "K[cat, y]")
    state.clipboardWay = .straight
    #expect(state.update(.character("y")) == [.mouse(false)])
  }

  // MARK: - What is no matrix

  @Test func anEmptyPasteDoesNothing() {
    #expect(pasted("", at: "Q[cat, x]").reading?.editing == nil)
    #expect(pasted(" \n", at: "Q[cat, x]").reading?.editing == nil)
  }

  @Test func oneRowIsNoMatrixOfTwo() {
    #expect(
      pasted("1 2", at: "Q[cat, x]").message?.text.hasPrefix("Q is 2×2; what was pasted is 1×2")
        == true)
  }

  @Test func garbageIsRefused() {
    let state = pasted(String(repeating: "x", count: 300_000), at: "Q[cat, x]")
    #expect(state.message == .refusal("What was pasted has 300000 characters: that is no number."))
    #expect(state.reading?.editing == nil)
    var typing = Sample.reading(at: "Q[cat, x]")
    for event in keys("1") { _ = typing.update(event) }
    _ = typing.update(.paste(String(repeating: "x", count: 500)))
    #expect(typing.reading?.editing?.field.text == "1")
    #expect(
      typing.reading?.editing?.problem?.message
        == "what was pasted has 500 characters: that is no number")
  }

  @Test func aNarrowScreenBreaksTheTextBehindCommas() {
    var state = Sample.reading(at: "A[the, the]", size: Size(width: 40, height: 12))
    _ = state.update(.character("y"))
    #expect(
      Array(state.draw().rows[2...6]) == [
        "A = np.array([[0.4011120926797859,", "0.1977758146404282, 0.4011120926797859],",
        "              [0.1977758146404282,", "0.4011120926797859, 0.4011120926797859]]", "",
      ])
  }

  @Test func theMouseIsGivenToTheTerminalAndTakenBack() {
    var state = Sample.reading()
    #expect(state.update(.character("m")) == [.mouse(false)])
    #expect(state.update(.character("y")) == [.mouse(false)])
    #expect(state.update(.key(.escape)) == [.mouse(false)])
    #expect(state.update(.character("m")) == [.mouse(true)])
  }
}
