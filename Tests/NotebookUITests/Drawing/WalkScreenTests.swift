import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Whole screens of derivations, as literals.
@Suite struct WalkScreenTests {
  private func screen(_ text: String, _ state: State) -> Grid { after(text, state).draw() }

  @Test func aWeightDownToTheInputs() {
    #expect(
      screen("e", Sample.reading(at: "A[cat, sat]")).rows == [
        " How A[cat, sat] came about                                         step 1 of 3",
        "────────────────────────────────────────────────────────────────────────────────",
        " A[cat, sat] = 0.40                    e^0.71 / (e^0.00 + e^0.71 + e^0.71)",
        " ├▾ with the maximum taken off = 0.40  e^(0.71 - 0.71) / (0.49 + 1.00 + 1.00)",
        " │ ├▸ maximum = 0.71                   max(0.00, 0.71, 0.71)",
        " │ └▸ sum of exponentials = 2.49       0.49 + 1.00 + 1.00",
        " ├▾ score[cat, the] = 0.00             (0.0×1.0 + 1.0×0.0) / 1.414",
        " │ ├▸ q_cat = (0.00, 1.00)             row cat of Q, an input",
        " │ └▸ k_the = (1.00, 0.00)             row the of K, an input",
        " ├▾ score[cat, cat] = 0.71             (0.0×0.0 + 1.0×1.0) / 1.414",
        " │ ├▸ q_cat = (0.00, 1.00)             row cat of Q, an input",
        " │ └▸ k_cat = (0.00, 1.00)             row cat of K, an input",
        " └▾ score[cat, sat] = 0.71             (0.0×1.0 + 1.0×1.0) / 1.414",
        "   ├▸ q_cat = (0.00, 1.00)             row cat of Q, an input",
        "   └▸ k_sat = (1.00, 1.00)             row sat of K, an input",
        "",
        "",
        "",
        "",
        "",
        "────────────────────────────────────────────────────────────────────────────────",
        " A[cat, sat] = e^0.71 / (e^0.00 + e^0.71 + e^0.71) = 2.03 / 5.06 = 0.40",
        "",
        " ↑↓ walk  q back to the step                                             ? help",
      ])
  }

  @Test func anOutputInANarrowTerminal() {
    let state = Sample.reading(at: "O[cat, f]", size: Size(width: 40, height: 12))
    #expect(
      screen("ejljlj", state).rows == [
        " How O[cat, f] came about   step 1 of 3",
        "────────────────────────────────────────",
        " O[cat, f] = 0.40       a_cat · V[:, f]",
        " ├▾ A[cat, the] = 0.20  e^0.00 / 5.06",
        " │ ├▾ maximum taken off = 0.20",
        " │ │ ├▸ maximum = 0.71",
        " │ │ └▸ sum of exponentials = 2.49",
        " │ ├▸ score[cat, the] = 0.00",
        "──────────────────────────── ↓ 5 more ──",
        " maximum = max(0.00, 0.71, 0.71) = 0.71",
        "",
        " → open  q back  ↑↓ walk         ? help",
      ])
  }

  @Test func whatAnInputReaches() {
    let state = Sample.reading(at: "K[cat, y]", size: Size(width: 60, height: 12))
    #expect(
      screen("ejl", state).rows == [
        " What K[cat, y] reaches                         step 1 of 3",
        "────────────────────────────────────────────────────────────",
        " K[cat, y] = 1.00         an input",
        " ├▾ both rows of A",
        " │ ├▸ A[the, the] = 0.40  e^0.71 / (2.03 + 1.00 + 2.03)",
        " │ ├▸ A[the, cat] = 0.20  e^0.00 / (2.03 + 1.00 + 2.03)",
        " │ ├▸ A[the, sat] = 0.40  e^0.71 / (2.03 + 1.00 + 2.03)",
        " │ ├▸ A[cat, the] = 0.20  e^0.00 / (1.00 + 2.03 + 2.03)",
        " │ ├▸ A[cat, cat] = 0.40  e^0.71 / (1.00 + 2.03 + 2.03)",
        "──────────────────────────────────────────────── ↓ 2 more ──",
        " both rows of A",
        " ← close  ⏎ go to A  q back to the step  ↑↓ walk     ? help",
      ])
  }

  @Test func onlyASCII() {
    var state = Sample.reading(at: "A[cat, sat]", size: Size(width: 60, height: 14))
    state = State(size: state.size, shelf: state.shelf, ascii: true)
    state.open(Sample.weightedSums)
    let rows = screen("<Tab><Tab><Tab>e", state).asciified().rows
    #expect(
      rows == [
        " How A[the, the] came about                     step 1 of 3",
        "------------------------------------------------------------",
        " A[the, the] = 0.40               e^0.71 / 5.06",
        " +v with the maximum taken off = 0.40",
        " | +> maximum = 0.71              max(0.71, 0.00, 0.71)",
        " | +> sum of exponentials = 2.49  1.00 + 0.49 + 1.00",
        " +> score[the, the] = 0.71        q_the @ k_the / sqrt(2)",
        " +> score[the, cat] = 0.00        q_the @ k_cat / sqrt(2)",
        " +> score[the, sat] = 0.71        q_the @ k_sat / sqrt(2)",
        "",
        "",
        "------------------------------------------------------------",
        " A[the, the] = e^0.71 / 5.06 = 0.40",
        " arrows walk  q back to the step                     ? help",
      ])
  }

  @Test func theLineUnderTheCursorStandsOut() {
    let grid = screen("ej", Sample.reading(at: "O[cat, f]"))
    #expect(
      grid.styles(row: 3) == [
        "rule: ├▾ ",
        "focus+bold: A[cat, the]",
        "focus:  = ",
        "focus+bold: 0.20",
      ])
    #expect(grid.cursor == Point(x: 4, y: 3))
  }

  /// Before a name is cut, fewer numbers of a long list stand behind it.
  @Test func aLongListMakesRoomForItsName() throws {
    let state = try OwnNotebook.opened(
      "## One\n\n```python {.qkv}\nplace = 3\n```\n```python {.qkv}\nweights_of_the_last = arange(8) / place\n```\n",
      "E", size: Size(width: 50, height: 12))
    #expect(
      state.draw().rows[2...3] == [
        " place = 3  an input", " └▸ all of weights_of_the_last = (0.00, …, 2.33)",
      ])
  }
}
