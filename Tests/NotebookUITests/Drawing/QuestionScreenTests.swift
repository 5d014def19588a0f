import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// How quizzes and predictions look, as literals.
@Suite struct QuestionScreenTests {
  @Test func aQuizAnsweredWrongly() {
    #expect(
      Sample.task(step: 1).rows(after: "1<Enter>") == [
        " 7  Tasks › One right                                       0/5 ✓   step 1 of 5",
        "────────────────────────────────────────────────────────────────────────────────",
        " Every number of V is doubled. What happens?",
        " ▸ 1 ✗ The weights double as well.",
        "   2 ○ Nothing.",
        "   3 ○ The outputs double.",
        "   ✗ 1 is not right. V isn't in their formula.",
        "",
        "   V  2×2  ✎",
        "          0      1",
        "   0      1      2",
        "   1      3      5",
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
        " 1 to 3 choose; Enter answers.",
        " 1-3 choose  ⏎ answer  Tab move  n next  S solution  q home  / search    ? help",
      ])
  }

  /// Another option of it says what is wrong with it.
  @Test func aQuizSolved() {
    #expect(
      Sample.task(step: 1).page(after: "3<Enter>") == [
        " Every number of V is doubled. What happens?",
        "   1 ○ The weights double as well.",
        "   2 ○ Nothing.",
        " ▸ 3 ✓ The outputs double.",
        "   ✓ Right · 1 point. A weighted sum of doubled rows is twice the sum.",
        "",
        "   V  2×2  ✎",
        "          0      1",
        "   0      1      2",
        "   1      3      5",
      ])
    #expect(
      Sample.task(step: 1).page(after: "3<Enter>1<Enter>") == [
        " Every number of V is doubled. What happens?",
        " ▸ 1 ✗ The weights double as well.",
        "   2 ○ Nothing.",
        "   3 ✓ The outputs double.",
        "   ✗ 1 is not right. V isn't in their formula.",
        "",
        "   V  2×2  ✎",
        "          0      1",
        "   0      1      2",
        "   1      3      5",
      ])
  }

  @Test func aQuizWithSeveralRight() {
    #expect(
      Sample.task(step: 2).page(after: "1") == [
        " Which of these are 0?",
        " ▸ 1 ☑ 1 - 1",
        "   2 ☐ 1 + 1",
        "   3 ☐ 0 · 7",
        "   Several are right.",
      ])
    #expect(
      Sample.task(step: 2).page(after: "12<Enter>") == [
        " Which of these are 0?",
        "   1 ✓ 1 - 1",
        " ▸ 2 ✗ 1 + 1",
        "   3 ☐ 0 · 7",
        "   ✓ 1 is right. One less one.",
        "   ✗ 2 is not right. That is 2.",
      ])
    #expect(
      Sample.task(step: 2).page(after: "1<Enter>") == [
        " Which of these are 0?",
        " ▸ 1 ✓ 1 - 1",
        "   2 ☐ 1 + 1",
        "   3 ☐ 0 · 7",
        "   ✓ 1 is right. One less one.",
        "   ✗ Not yet: something that is right isn't marked.",
      ])
    #expect(
      Sample.task(step: 2).page(after: "13<Enter>") == [
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
      Array(Sample.task(step: 1).page(after: "1<Enter>2<Enter>3<Enter>").prefix(5)) == [
        " Every number of V is doubled. What happens?",
        "   1 ✗ The weights double as well.",
        "   2 ✗ Nothing.",
        " ▸ 3 ✓ The outputs double.",
        "   ✓ Right · 1 point. A weighted sum of doubled rows is twice the sum.",
      ])
  }

  /// Where several are right too, once they are found.
  @Test func triedOptionsOfSeveralStayMarked() {
    #expect(
      Sample.task(step: 2).page(after: "12<Enter>2") == [
        " Which of these are 0?",
        "   1 ☑ 1 - 1",
        " ▸ 2 ☐ 1 + 1",
        "   3 ☐ 0 · 7",
        "   Several are right.",
      ])
    let solved = Sample.task(step: 2).page(after: "12<Enter>23<Enter>")
    #expect(
      Array(solved.prefix(5)) == [
        " Which of these are 0?",
        "   1 ✓ 1 - 1",
        "   2 ✗ 1 + 1",
        " ▸ 3 ✓ 0 · 7",
        "   ✓ Right · 1 point.",
      ])
  }

  /// The number of an option says why it is right or not, and what was answered stays.
  @Test func numbersExplainASolvedQuiz() {
    let state = after("3<Enter>1", Sample.task(step: 1))
    #expect(state.reading?.attempt(at: "double").choices ?? [2] == [2])
    #expect(
      Array(state.page().prefix(5)) == [
        " Every number of V is doubled. What happens?",
        " ▸ 1 ✗ The weights double as well.",
        "   2 ○ Nothing.",
        "   3 ✓ The outputs double.",
        "   ✗ 1 is not right. V isn't in their formula.",
      ])
    let rows = state.draw().rows.suffix(2)
    #expect(rows.contains { $0.contains("Solved; 1 to 3 say why each is right or not.") })
    #expect(rows.last?.contains("1-3 why") == true)
  }

  /// The lines of its reason are kept free: nothing moves with the answer.
  @Test func aPrediction() {
    #expect(
      Sample.task(step: 3).page(after: "") == [
        "   half = 0.50  ✎",
        "",
        " What is half of half?",
        " ▸ Your guess: ______",
        "",
        "",
        "   third = 0.33  ✎",
      ])
    #expect(
      Sample.task(step: 3).page(after: ".3") == [
        "   half = 0.50  ✎",
        "",
        " What is half of half?",
        " ▸ Your guess: .3",
        "",
        "",
        "   third = 0.33  ✎",
      ])
    #expect(
      Sample.task(step: 3).page(after: ".4<Enter>") == [
        "   half = 0.50  ✎",
        "",
        " What is half of half?",
        " ▸ Your guess: .4  ✗ not yet · within 0.05 counts",
        "",
        "",
        "   third = 0.33  ✎",
      ])
    #expect(
      Sample.task(step: 3).page(after: ".3<Enter>") == [
        "   half = 0.50  ✎",
        "",
        " What is half of half?",
        " ▸ Your guess: .3  ✓ right · 1 point",
        "   It is 0.25.",
        "",
        "   third = 0.33  ✎",
      ])
    #expect(
      Sample.task(step: 3).page(after: "SS") == [
        "   half = 0.50  ✎",
        "",
        " What is half of half?",
        " ▸ Your guess: ______",
        "   It is 0.25.",
        "",
        "   third = 0.33  ✎",
      ])
  }

  /// Boxes and words in the place of signs.
  @Test func signsInASCII() {
    #expect(
      Sample.task(step: 1, ascii: true).page(after: "1<Enter>") == [
        " Every number of V is doubled. What happens?",
        " ▸ 1 [!] The weights double as well.",
        "   2 [ ] Nothing.",
        "   3 [ ] The outputs double.",
        "   [!] 1 is not right. V isn't in their formula.",
        "",
        "   V  2×2  ✎",
        "          0      1",
        "   0      1      2",
        "   1      3      5",
      ])
  }

  @Test func whatIsSaidToAnAnswerIsScrolledIntoView() {
    #expect(
      Sample.task(step: 1, size: Size(width: 40, height: 12)).rows(after: "1<Enter>") == [
        " 7  Tasks › One right       step 1 of 5",
        "────────────────────────────────────────",
        " Every number of V is doubled. What",
        " happens?",
        " ▸ 1 ✗ The weights double as well.",
        "   2 ○ Nothing.",
        "   3 ○ The outputs double.",
        "   ✗ 1 is not right. V isn't in their",
        "     formula.",
        "────────────────────── ↓ 5 more: PgDn ──",
        " 1 to 3 choose; Enter answers.",
        " 1-3 choose  n next  q home      ? help",
      ])
  }
}
