import CellLanguage
import Notebook
import Testing

/// What each form of a check says where it doesn't hold.
struct FindingTests {
  @Test func formsOfChecks() {
    let cases: [(check: String, answer: String, text: String)] = [
      (
        "allclose(out, X)", "X + [[0, 0], [0.5, 0]]",
        "out[cat, f] is 3.50, expected 3 (1 of 4 entries)"
      ),
      (
        "allclose(X, out)", "X + [[0, 0], [0.5, 0]]",
        "out[cat, f] is 3.50, expected 3 (1 of 4 entries)"
      ),
      (
        "allclose(out[1], [3, 4], atol=0.01)", "X * 1.001 + [[0, 0], [0, 1]]",
        "out[cat, g] is 5.00, expected 4 (1 of 2 entries)"
      ),
      (
        "allclose(out[:, 1], X[:, 1])", "X + [[0, 0], [0, 0.25]]",
        "out[cat, g] is 4.25, expected 4 (1 of 2 entries)"
      ),
      (
        "allclose(out.sum(axis=1), 1)", "X / X.sum()",
        "out.sum(axis=1)[the] is 0.30, expected 1 (2 of 2 entries)"
      ),
      (
        "allclose(sum(out, axis=0), 1)", "X / X.sum()",
        "sum(out, axis=0)[f] is 0.40, expected 1 (2 of 2 entries)"
      ),
      ("allclose(triu(out, 1), 0)", "X", "triu(out, 1)[the, g] is 2, expected 0 (1 of 4 entries)"),
      ("allclose(out / 2, X)", "X", "(out / 2)[1, 1] is 2.00, expected 4 (4 of 4 entries)"),
      ("allclose(out, X)", "X[0]", "out.shape is (2,), expected (2, 2)"),
      ("allclose(out, X)", "zeros((3, 2))", "out.shape is (3, 2), expected (2, 2)"),
      (
        "allclose(out, [[nan, 2], [3, 4]], equal_nan=True)", "[[nan, 2], [3, 5]]",
        "out[cat, g] is 5.00, expected 4.00 (1 of 4 entries)"
      ),
      (
        "allclose(out, [[nan, 2], [3, 4]])", "[[nan, 2], [3, 4]]",
        "out[the, f] is nan, expected nan (1 of 4 entries)"
      ),
      ("all(out == X)", "X + 1", "out[the, f] is 2, expected 1 (4 of 4 entries)"),
      ("(out == X).all()", "-X", "out[cat, g] is -4, expected 4 (4 of 4 entries)"),
      ("all(out >= 0)", "X - 2", "out[the, f] is -1, expected at least 0 (1 of 4 entries)"),
      ("all(0 <= out)", "X - 2", "out[the, f] is -1, expected at least 0 (1 of 4 entries)"),
      (
        "all(abs(out - X) < 0.005)", "X + 0.01",
        "out[the, f] is 1.010, expected 1, within 0.005 (4 of 4 entries)"
      ),
      (
        "all(isfinite(out))", "X / 0",
        "out[the, f] is inf, expected a finite number (4 of 4 entries)"
      ),
      ("not any(isnan(out))", "X * nan", "out[the, f] is nan, expected no nan (4 of 4 entries)"),
      ("not any(out < 0)", "X - 2", "out[the, f] is -1, expected at least 0 (1 of 4 entries)"),
      ("abs(out[0, 1] - 2) < 0.005", "X * 1.01", "out[the, g] is 2.020, expected 2, within 0.005"),
      ("abs(2 - out[0, 1]) <= 0.5", "X * 2", "out[the, g] is 4, expected 2, within 0.5"),
      ("out[0, 0] < -0.8", "X", "out[the, f] is 1, expected less than -0.80"),
      ("-0.8 > out[0, 0]", "X", "out[the, f] is 1, expected less than -0.80"),
      ("0 < out[0, 0] < 1", "X", "out[the, f] is 1, expected less than 1"),
      ("out.shape == (2, 2)", "X[0]", "out.shape is (2,), expected (2, 2)"),
      ("out.shape[1] == 3", "X", "out.shape[1] is 2, expected 3"),
      ("len(out) == 3", "X", "len(out) is 2, expected 3"),
      ("out.argmax() == 0", "X", "out.argmax() is 3, expected 0"),
      ("out.sum() != 10", "X", "out.sum() is 10, expected anything but 10"),
      ("out[0, 0] == 1 and out[1, 1] == 1", "X", "out[cat, g] is 4, expected 1"),
      ("out[0, 0] == 1 or out[1, 1] == 1", "X * 0", "out[0, 0] == 1 or out[1, 1] == 1 is False"),
      ("sum(out != X) == 1", "X", "sum(out != X) is 0, expected 1"),
      ("out[0, 0] == 1 / 3", "X * 0.333333", "out[the, f] is 0.3333330, expected 0.3333333"),
      ("small(out)", "X", "small(out) is False"),
      ("out.max() < tau * 1000", "X * 1e9", "out.max() is 4.00e+09, expected less than 500.00"),
      ("out is None", "X", "out is an array of 2×2, expected None"),
      (
        "out @ X == X", "X",
        "out @ X == X: 4 values are neither true nor false as one"
      ),
    ]
    for (check, answer, text) in cases {
      let lesson = GradedLesson(
        before: [
          "#| rows: the, cat\n#| cols: f, g\nX = array([[1, 2], [3, 4]])", "tau = 0.5",
          "def small(a): return all(a < tau)",
        ],
        starter: ["#| rows: the, cat\n#| cols: f, g\nout = ..."],
        check: ["assert \(check), \"so\""],
        edits: "out")
      let verdict = lesson.verdict(answer)
      #expect(verdict.checks.map { $0.finding?.text } == [text], "\(check) of \(answer)")
    }
  }

  @Test("after another shape no entries are told, which a right answer doesn't have")
  func shapesFirst() {
    let lesson = GradedLesson(
      before: ["rate = [10, 14]", "hours = array([[1, 0], [2, 2]])"], starter: ["pay = ..."],
      check: [
        "assert pay.shape == (2,), \"one number each\"",
        "assert allclose(pay[1], 48), \"the second\"",
        "assert allclose(hours.sum(axis=1)[0], 2), \"another thing\"",
      ], edits: "pay")
    #expect(
      words(lesson.verdict("pay = hours * rate")) == [
        "failed", "failed one number each: pay.shape is (2, 2), expected (2,)",
        "failed the second: pay has another shape: that comes first",
        "failed another thing: hours.sum(axis=1)[0] is 1, expected 2",
      ])
    #expect(
      words(lesson.verdict("pay = rate")).dropFirst().first
        == "failed the second: pay[1] is 14, expected 48")
  }

  @Test("a name that only the check has is told to nobody")
  func namesOfChecks() {
    let lesson = GradedLesson(
      before: ["X = array([1, 2, 3])"], starter: ["out = ..."],
      check: [
        "changes = sum(out != X)", "assert changes == 1, \"one changes\"",
        "assert allclose(out[0], 1), \"the first stays\"",
      ], edits: "out")
    #expect(
      words(lesson.verdict("out = X + 1")) == [
        "failed", "failed one changes: found 3, expected 1",
        "failed the first stays: out[0] is 2, expected 1",
      ])
  }

  @Test("labels are the lesson's, by a name as well, and digits those of the cell")
  func labelsAndDigits() {
    let lesson = GradedLesson(
      before: ["tokens = ['the', 'cat']"],
      starter: [
        "#| cols: tokens\n#| digits: 4\nw = [1, 1]", "#| rows: tokens\nW = array([w, w]) * 2",
      ],
      check: [
        "assert allclose(w, [0.5, 0.25]), \"weights\"",
        "assert allclose(W[1], [1, 0.5]), \"doubled\"",
      ], edits: "w")
    #expect(
      words(lesson.verdict("w = [0.5, 1]")) == [
        "failed", "failed weights: w[cat] is 1.0000, expected 0.2500 (1 of 2 entries)",
        "failed doubled: W[cat, 1] is 2.00, expected 0.50 (1 of 2 entries)",
      ])
  }
}
