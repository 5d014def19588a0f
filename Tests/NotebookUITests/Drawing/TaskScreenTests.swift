import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// How tasks look, as literals.
@Suite struct TaskScreenTests {
  private func rows(_ state: State, _ text: String) -> [String] {
    var state = state
    for event in keys(text) { _ = state.update(event) }
    return state.draw().rows
  }

  /// The step alone, up to its last line.
  private func page(_ state: State, _ text: String) -> [String] {
    let page = rows(state, text).dropFirst(2).prefix { !$0.hasPrefix("──") }
    return page.reversed().drop { $0.isEmpty }.reversed()
  }

  @Test func aQuizAnsweredWrongly() {
    #expect(
      rows(Sample.task(step: 1), "1") == [
        " 7  Tasks › One right                                       0/5 ✓   step 1 of 5",
        "────────────────────────────────────────────────────────────────────────────────",
        " Every number of V is doubled. What happens?",
        " ▸ 1 ✗ The weights double as well.",
        "   2 ○ Nothing.",
        "   3 ○ The outputs double.",
        "   ✗ 1 is not right. V isn't in their formula.",
        "",
        "   V  2×2  ✎",
        "        0    1",
        "   0    1    2",
        "   1    3    5",
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
        " Press 1 to 3, or arrows and Enter.",
        " 1-3 choose  ⏎ answer  Tab matrix  n next  S solution  q home  / search  ? help",
      ])
  }

  /// Another option of it says what is wrong with it.
  @Test func aQuizSolved() {
    #expect(
      page(Sample.task(step: 1), "3") == [
        " Every number of V is doubled. What happens?",
        "   1 ○ The weights double as well.",
        "   2 ○ Nothing.",
        " ▸ 3 ✓ The outputs double.",
        "   ✓ Right · 1 point. A weighted sum of doubled rows is twice the sum.",
        "",
        "   V  2×2  ✎",
        "        0    1",
        "   0    1    2",
        "   1    3    5",
      ])
    #expect(
      page(Sample.task(step: 1), "31") == [
        " Every number of V is doubled. What happens?",
        " ▸ 1 ✗ The weights double as well.",
        "   2 ○ Nothing.",
        "   3 ✓ The outputs double.",
        "   ✗ 1 is not right. V isn't in their formula.",
        "",
        "   V  2×2  ✎",
        "        0    1",
        "   0    1    2",
        "   1    3    5",
      ])
  }

  @Test func aQuizWithSeveralRight() {
    #expect(
      page(Sample.task(step: 2), "1") == [
        " Which of these are 0?",
        " ▸ 1 ☑ 1 - 1",
        "   2 ☐ 1 + 1",
        "   3 ☐ 0 · 7",
        "   Several are right.",
      ])
    #expect(
      page(Sample.task(step: 2), "12<Enter>") == [
        " Which of these are 0?",
        "   1 ✓ 1 - 1",
        " ▸ 2 ✗ 1 + 1",
        "   3 ☐ 0 · 7",
        "   ✓ 1 is right. One less one.",
        "   ✗ 2 is not right. That is 2.",
      ])
    #expect(
      page(Sample.task(step: 2), "1<Enter>") == [
        " Which of these are 0?",
        " ▸ 1 ✓ 1 - 1",
        "   2 ☐ 1 + 1",
        "   3 ☐ 0 · 7",
        "   ✓ 1 is right. One less one.",
        "   ✗ Not yet: something that is right isn't marked.",
      ])
    #expect(
      page(Sample.task(step: 2), "13<Enter>") == [
        " Which of these are 0?",
        "   1 ✓ 1 - 1",
        "   2 ☐ 1 + 1",
        " ▸ 3 ✓ 0 · 7",
        "   ✓ Right · 1 point.",
        "   ✓ 1 is right. One less one.",
        "   ✓ 3 is right. Nothing, seven times.",
      ])
  }

  /// What was tried and is wrong stays marked when the right one is found.
  @Test func triedOptionsStayMarked() {
    #expect(
      Array(page(Sample.task(step: 1), "123").prefix(5)) == [
        " Every number of V is doubled. What happens?",
        "   1 ✗ The weights double as well.",
        "   2 ✗ Nothing.",
        " ▸ 3 ✓ The outputs double.",
        "   ✓ Right · 1 point. A weighted sum of doubled rows is twice the sum.",
      ])
  }

  /// The lines of its reason are kept free: nothing moves with the answer.
  @Test func aPrediction() {
    #expect(
      page(Sample.task(step: 3), "") == [
        "   half =  0.50   ✎",
        "",
        " What is half of half?",
        " ▸ Your guess: ______",
        "",
        "",
        "   third =  0.33   ✎",
      ])
    #expect(
      page(Sample.task(step: 3), ".3") == [
        "   half =  0.50   ✎",
        "",
        " What is half of half?",
        " ▸ Your guess: .3",
        "",
        "",
        "   third =  0.33   ✎",
      ])
    #expect(
      page(Sample.task(step: 3), ".4<Enter>") == [
        "   half =  0.50   ✎",
        "",
        " What is half of half?",
        " ▸ Your guess: .4  ✗ not yet · within 0.05 counts",
        "",
        "",
        "   third =  0.33   ✎",
      ])
    #expect(
      page(Sample.task(step: 3), ".3<Enter>") == [
        "   half =  0.50   ✎",
        "",
        " What is half of half?",
        " ▸ Your guess: .3  ✓ right · 1 point",
        "   It is 0.25.",
        "",
        "   third =  0.33   ✎",
      ])
    #expect(
      page(Sample.task(step: 3), "SS") == [
        "   half =  0.50   ✎",
        "",
        " What is half of half?",
        " ▸ Your guess: ______",
        "   It is 0.25.",
        "",
        "   third =  0.33   ✎",
      ])
  }

  @Test func aFormulaToWrite() {
    #expect(
      rows(Sample.task(step: 4), "") == [
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
      page(Sample.task(step: 4), "<Enter>array(V) ** 2<Enter>") == [
        " Twice V.",
        "",
        "   W = array(V) ** 2  2×2",
        "        0    1",
        "   0   [1]   4",
        "   1    9   25",
        "",
        " Done when · 2 points",
        " A known mistake: that is the square, not the double",
        " ✓ passed   as many entries as V",
        " ✗ not yet  each entry twice",
        "     expected 10, found 25 at W[1, 1]",
      ])
    #expect(
      page(Sample.task(step: 4), "<Enter>[[2, 4], [6, 10]]<Enter>") == [
        " Twice V.",
        "",
        "   W  2×2  ✎",
        "        0    1",
        "   0   [2]   4",
        "   1    6   10",
        "",
        " Done when · 2 points",
        " ✓ passed   as many entries as V",
        " ✗ not yet  each entry twice",
        "     expected -2.12, found 6 at W[1, 0], with V = [[-0.90, 1.76], [-1.06,",
        "     1.13]], random input 1 of 20",
      ])
    #expect(
      page(Sample.task(step: 4), "<Enter>Q<Enter>") == [
        " Twice V.",
        "",
        " ▸ W = Q",
        "       ^ Q is not defined",
        "       did you mean V?",
        "",
        " Done when · 2 points",
        " ✗ not yet  as many entries as V",
        "     W can't be computed: Q is not defined; did you mean V?",
        " ✗ not yet  each entry twice",
        "     as above",
      ])
  }

  /// Every ✗ says what was found; where that has no room between the checks, it can be scrolled to.
  @Test func everyFailedCheckSaysWhatItFound() {
    let small = Sample.task(step: 4, size: Size(width: 80, height: 13))
    let square = "<Enter>array(V) ** 2<Enter>"
    // As far as the cursor stays in sight; what is still below is said there.
    #expect(rows(small, square)[10].hasSuffix(" ↓ 4 more lines ──"))
    #expect(
      rows(small, square)[11] == " Not yet: each entry twice: expected 10, found 25 at W[1, 1]")
    #expect(
      page(small, square + "<PgDn>") == [
        " Done when · 2 points",
        " A known mistake: that is the square, not the double",
        " ✓ passed   as many entries as V",
        " ✗ not yet  each entry twice",
        "",
        " What the checks found",
        " ✗ each entry twice",
        "     expected 10, found 25 at W[1, 1]",
      ])
  }

  /// Below each where there is room; the same is said once.
  @Test func everyCheckIsFollowedByWhatItFound() {
    #expect(
      findings([("a", "1"), ("b", "2"), ("c", "1")], .all) == ["1", "", "2", "", "as above", ""])
    #expect(findings([("a", "1"), ("b", "2")], .first) == ["1", "", "", "✗ b", "2"])
    #expect(findings([("a", "1"), ("b", "2")], .nothing) == ["", "", "✗ a", "1", "✗ b", "2"])
    #expect(findings([("a", "1"), ("b", "1")], .first) == ["1", "", ""])
  }

  /// What stands below each check, an empty line after it, then the rest.
  private func findings(
    _ checks: [(message: String, found: String)], _ shown: CheckFindings.Shown
  ) -> [String] {
    let findings = CheckFindings(
      checks: checks.map {
        CheckResult(message: $0.message, status: .failed, finding: Finding(problem: $0.found))
      },
      prose: ProseLayout(live: { _ in "" }, isASCII: false), width: 40)
    let below = checks.indices.flatMap { findings.lines(below: $0, shown) + [StyledLine()] }
    return (below + findings.rest(besides: shown).dropFirst()).map { line in
      line.runs.map(\.text).joined().trimmed()
    }
  }

  @Test func aFormulaSolved() {
    #expect(
      rows(Sample.task(step: 4), "<Enter>array(V) * 2<Enter>") == [
        " 7  Tasks › A formula                                       1/5 ✓   step 4 of 5",
        "────────────────────────────────────────────────────────────────────────────────",
        " Twice V.",
        "",
        "   W = array(V) * 2  2×2",
        "        0    1",
        "   0   [2]   4",
        "   1    6   10",
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
      page(Sample.task(step: 4), "HSS") == [
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
      page(Sample.task(step: 5), "") == [
        " Bring the sum to 5.",
        "",
        "   t  2  ✎      total = t[0] + t[1] =  3",
        "      a    b",
        "      1   [2]",
        "",
        " Done when · 1 point",
        " ✗ not yet  the sum is 5",
        "     expected 5, within 0.01, found 3 at total",
      ])
  }

  /// Boxes and words in the place of signs.
  @Test func signsInASCII() {
    #expect(
      page(Sample.task(step: 1, ascii: true), "1") == [
        " Every number of V is doubled. What happens?",
        " ▸ 1 [!] The weights double as well.",
        "   2 [ ] Nothing.",
        "   3 [ ] The outputs double.",
        "   [!] 1 is not right. V isn't in their formula.",
        "",
        "   V  2×2  ✎",
        "        0    1",
        "   0    1    2",
        "   1    3    5",
      ])
    #expect(
      page(Sample.task(step: 4, ascii: true), "<Enter>V<Enter>") == [
        " Twice V.",
        "",
        "   W = V  2×2",
        "        0    1",
        "   0   [1]   2",
        "   1    3    5",
        "",
        " Done when · 2 points",
        " [x] passed   as many entries as V",
        " [!] not yet  each entry twice",
        "     expected 10, found 5 at W[1, 1]",
      ])
  }

  @Test func whatIsSaidToAnAnswerIsScrolledIntoView() {
    #expect(
      rows(Sample.task(step: 1, size: Size(width: 40, height: 12)), "1") == [
        " 7  Tasks › One right       step 1 of 5",
        "────────────────────────────────────────",
        " Every number of V is doubled. What",
        " happens?",
        " ▸ 1 ✗ The weights double as well.",
        "   2 ○ Nothing.",
        "   3 ○ The outputs double.",
        "   ✗ 1 is not right. V isn't in their",
        "     formula.",
        "────────────────────── ↓ 5 more lines ──",
        " Press 1 to 3, or arrows and Enter.",
        " 1-3 choose  ⏎ answer  q home    ? help",
      ])
  }
}
