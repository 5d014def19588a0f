import Testing

@testable import Notebook

/// Numbers that prose gives a name as plain text.
@Suite struct ClaimReaderTests {
  private func claims(_ text: String) -> [String] {
    ClaimReader(MarkdownLine.lines(of: text, firstNumber: 10)).claims().map { claim in
      "\(claim.line): \(claim.expression) \(claim.isRough ? "≈" : "=") \(claim.text)"
    }
  }

  @Test(
    "What is stated is a claim",
    arguments: [
      ("`mix` is 4.", ["10: mix = 4"]),
      ("All of it: `A[cat, x]` = 0.23, no more.", ["10: A[cat, x] = 0.23"]),
      ("Its mean,\n`m`, sums up; `m` ≈ 2.72.", ["11: m ≈ 2.72"]),
      ("`O[1]` is (0.2, −0.4) and `n` is 3", ["10: O[1] = (0.2, −0.4)", "10: n = 3"]),
      ("`Q` is 2×4, ``K`` is 5×4.", ["10: Q = 2×4", "10: K = 5×4"]),
      ("The weight `p` is 1/3, because three share it.", ["10: p = 1/3"]),
      ("(here `T` = 1)", ["10: T = 1"]),
      ("At the start, `dots[cat, cat]` is 6.", ["10: dots[cat, cat] = 6"]),
      ("Now `dots[cat, cat]` is 6.", ["10: dots[cat, cat] = 6"]),
      ("It is {x:g} now, and `dots` is 2×3.", ["10: dots = 2×3"]),
      ("`dots[1, 1]` is 6 now", ["10: dots[1, 1] = 6"]),
      ("`n` is 3 at the start.", ["10: n = 3"]),
      ("For each token, `n` is 3.", ["10: n = 3"]),
      ("With these scores the sum `n` is 3.", ["10: n = 3"]),
      ("Near or far, every row counts: `n` = 3.", ["10: n = 3"]),
      ("Two sums. Add them: **`total` is 5**.", []),
    ])
  func stated(text: String, expected: [String]) {
    #expect(claims(text) == expected)
  }

  @Test(
    "What may be meant otherwise is none",
    arguments: [
      "When `cut` is 2, the rest is gone.",
      "Is it so that `mix` is 4?",
      "Set `w` to (0, 1, 0). `mix` is 4.",
      "Make it larger: `mix` is 4.",
      "For `T` = 2 they are close.",
      "At a temperature `T` = 2 they are close.",
      "With `T` = 2, `mix` is 4.",
      "`mix` is 4, with `T` = 2.",
      "With a larger temperature, `mix` is 4.",
      "For which row `mix` is 4, you know.",
      "After this `mix` is 4.",
      "`a` grew, or `mix` is 4.",
      "`mix` is 4 at `T` = 2.",
      "`mix` is 4 if nothing changes.",
      "`mix` is 4 times as large.",
      "`mix` is 4·2.",
      "`mix` is 4² here.",
      "`mix` is 0.5 of it.",
      "`mix` is not 4.",
      "`mix` is about four.",
      "`mix` is 3×2 + 1.",
      "`mix` is (4).",
      "`mix` isn't 4.",
      "mix is 4.",
      "`mix is 4.",
      "`mix` is 12345678901234567890.",
      "`mix` is",
      "`mix` =",
    ])
  func otherwise(text: String) {
    #expect(claims(text) == [])
  }
}
