import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// How exercises look, as literals.
@Suite struct ExerciseScreenTests {
  @Test func aFormulaToWrite() {
    #expect(
      Sample.task(step: 4).rows(after: "") == [
        " 7  Tasks › A formula                                       0/5 ✓   step 4 of 5",
        "────────────────────────────────────────────────────────────────────────────────",
        " Twice V.",
        "",
        " ▸ W = ...  ✎",
        "   yours to fill: Enter to write it",
        "",
        " Done when · 2 points",
        " ○ open     as many entries as V",
        " ○ open     each entry twice",
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
        "",
        "────────────────────────────────────────────────────────────────────────────────",
        " W is yours to write: Enter begins.",
        " ⏎ edit formula  n next  H hint  q home  p pin  / search  : commands     ? help",
      ])
  }

  @Test func aFormulaThatIsNotRightYet() {
    #expect(
      Sample.task(step: 4).page(after: "<Enter>array(V) ** 2<Enter>") == [
        " Twice V.",
        "",
        "   W = array(V) ** 2  2×2",
        "          0      1",
        "   0     [1]     4",
        "   1      9     25",
        "",
        " Done when · 2 points",
        " A known mistake: that is the square, not the double",
        " ✓ passed   as many entries as V",
        " ✗ not yet  each entry twice",
        "     expected 10, found 25 at W[1, 1]",
      ])
    #expect(
      Sample.task(step: 4).page(after: "<Enter>[[2, 4], [6, 10]]<Enter>") == [
        " Twice V.",
        "",
        "   W  2×2  ✎",
        "          0      1",
        "   0     [2]     4",
        "   1      6     10",
        "",
        " Done when · 2 points",
        " ✓ passed   as many entries as V",
        " ✗ not yet  each entry twice",
        "     expected -2.12, found 6 at W[1, 0], with V = [[-0.90, 1.76], [-1.06,",
        "     1.13]], random input 1 of 20",
      ])
    #expect(
      Sample.task(step: 4).page(after: "<Enter>v<Enter>") == [
        " Twice V.",
        "",
        " ▸ W = v",
        "       ^ v is not defined",
        "       did you mean V?",
        "",
        " Done when · 2 points",
        " ✗ not yet  as many entries as V",
        "     W can't be computed: v is not defined; did you mean V?",
        " ✗ not yet  each entry twice",
        "     as above",
      ])
  }

  /// Every ✗ says what was found, once; where that has no room, it can be scrolled to.
  @Test func everyFailedCheckSaysWhatItFound() {
    let small = Sample.task(step: 4, size: Size(width: 80, height: 13))
    let square = "<Enter>array(V) ** 2<Enter>"
    // As far as the cursor stays in sight; what is still below is said there.
    #expect(small.rows(after: square)[10].hasSuffix(" ↓ 1 more line: PgDn ──"))
    #expect(
      small.rows(after: square)[11]
        == " Not yet: each entry twice: expected 10, found 25 at W[1, 1]")
    #expect(
      small.page(after: square + "<PgDn>") == [
        "   0     [1]     4",
        "   1      9     25",
        "",
        " Done when · 2 points",
        " A known mistake: that is the square, not the double",
        " ✓ passed   as many entries as V",
        " ✗ not yet  each entry twice",
        "     expected 10, found 25 at W[1, 1]",
      ])
  }

  @Test func aFormulaSolved() {
    #expect(
      Sample.task(step: 4).rows(after: "<Enter>array(V) * 2<Enter>") == [
        " 7  Tasks › A formula                                       1/5 ✓   step 4 of 5",
        "────────────────────────────────────────────────────────────────────────────────",
        " Twice V.",
        "",
        "   W = array(V) * 2  2×2",
        "          0      1",
        "   0     [2]     4",
        "   1      6     10",
        "",
        " ✓ Exercise solved · 2 points",
        " ✓ passed   as many entries as V",
        " ✓ passed   each entry twice",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "── Exercise solved · 2 points ──────────────────────────────────────────────────",
        " W[0, 0] = V[0, 0] × 2 = 1×2 = 2",
        " ⏎ edit formula  e why  n next  S show  v view  q home  u undo  p pin    ? help",
      ])
  }

  @Test func aHintAndTheSolution() {
    #expect(
      Sample.task(step: 4).page(after: "HSS") == [
        " Twice V.",
        "",
        " ▸ W = ...  ✎",
        "   yours to fill: Enter to write it",
        "",
        " Done when · 2 points · solution seen",
        " ○ open     as many entries as V",
        " ○ open     each entry twice",
        "",
        " Hint 1 of 2: adding V to itself will do",
        " One solution · S closes it, A puts it into the cells",
        "   W = array(V) * 2",
      ])
  }

  @Test func aStateToReach() {
    #expect(
      Sample.task(step: 5).page(after: "") == [
        " Bring the sum to 5.",
        "",
        "   t  2  ✎          total = t[0] + t[1] = 3",
        "        a      b",
        "        1     [2]",
        "",
        " Done when · 1 point",
        " ✗ not yet  the sum is 5",
        "     expected 5, within 0.01, found 3 at total",
      ])
  }

  /// Boxes and words in the place of signs.
  @Test func signsInASCII() {
    #expect(
      Sample.task(step: 4, ascii: true).page(after: "<Enter>V<Enter>") == [
        " Twice V.",
        "",
        "   W = V  2×2",
        "          0      1",
        "   0     [1]     2",
        "   1      3      5",
        "",
        " Done when · 2 points",
        " [x] passed   as many entries as V",
        " [!] not yet  each entry twice",
        "     expected 10, found 5 at W[1, 1]",
      ])
  }
}
