import CellLanguage
import Notebook
import Testing

struct QuestionVerdictTests {
  static let lesson: Lesson = {
    let text = """
      ---
      qkv: 1
      id: asked
      title: Asked
      ---
      ## Step
      ```python {.qkv}
      x = 0.6
      ```
      ```python {.qkv}
      y = [x, 1e9, -inf, nan]
      ```
      <!-- quiz: one points=3 -->
      Which?
      - [ ] This. — No.
      - [x] That. — Yes.
      <!-- end -->
      <!-- quiz: some points=0 -->
      Which?
      - [x] This. — Yes.
      - [ ] That. — No.
      - [x] Those. — Yes.
      <!-- end -->
      <!-- predict: near answer="y[0]" within=0.05 points=2 -->
      How much?
      — {y[0]:.2f}
      <!-- end -->
      <!-- predict: exact answer="y[1]" within=0 -->
      How much?
      <!-- end -->
      <!-- predict: endless answer="y[2]" within=0.1 -->
      How much?
      <!-- end -->
      <!-- predict: broken answer="z" within=0.1 -->
      How much?
      <!-- end -->
      """
    guard let lesson = LessonReader.read(text: text, name: "asked.md").lesson else {
      fatalError("the lesson can't be read")
    }
    return lesson
  }()

  private func verdict(_ id: String, _ answer: Answer?) -> [String] {
    var grader = Grader(lesson: Self.lesson)
    return Self.lesson.task(id).map { words(grader.verdict(on: answer, to: $0)) } ?? []
  }

  @Test func points() {
    #expect(Self.lesson.tasks.map(\.points) == [3, 0, 2, 1, 1, 1])
  }

  @Test func quizzes() {
    let cases: [(id: String, choices: Set<Int>?, words: [String])] = [
      ("one", [1], ["passed"]),
      ("one", [0], ["failed", "failed the right option: found option 1"]),
      ("one", [0, 1], ["failed", "failed the right option: found options 1 and 2"]),
      ("one", [], ["pending", "pending the right option"]),
      ("one", nil, ["pending", "pending the right option"]),
      (
        "one", [7],
        ["failed: there is no option 8: choose from 1 to 2", "pending the right option"]
      ),
      (
        "one", [-1, 1],
        ["failed: there is no option 0: choose from 1 to 2", "pending the right option"]
      ),
      (
        "one", [Int.max],
        [
          "failed: there is no option 9223372036854775807: choose from 1 to 2",
          "pending the right option",
        ]
      ),
      ("some", [0, 2], ["passed"]),
      ("some", [0], ["failed", "failed all right options and no other: found option 1"]),
      (
        "some", [0, 1, 2],
        ["failed", "failed all right options and no other: found options 1, 2 and 3"]
      ),
    ]
    for (id, choices, expected) in cases {
      #expect(verdict(id, choices.map { .choices($0) }) == expected)
    }
  }

  @Test func predictions() {
    let cases: [(id: String, guess: String, words: [String])] = [
      ("near", "0.6", ["passed"]), ("near", "0.65", ["passed"]), ("near", "0.55", ["passed"]),
      ("near", "3/5", ["passed"]), ("near", " 0.6 ", ["passed"]),
      (
        "near", "0.6501",
        ["failed", "failed the guess is within 0.05 of the answer: found 0.650, expected 0.600"]
      ),
      (
        "near", "0.549",
        ["failed", "failed the guess is within 0.05 of the answer: found 0.549, expected 0.600"]
      ),
      (
        "near", "0,6",
        [
          "failed: the guess can't be read: decimals are written with a point; write 0.6",
          "pending the guess is within 0.05 of the answer",
        ]
      ),
      (
        "near", "x",
        [
          "failed: the guess can't be read: an entry is a number; 'x' is a name",
          "pending the guess is within 0.05 of the answer",
        ]
      ),
      (
        "near", "",
        [
          "failed: the guess can't be read: a number is missing; as in 0.5, -inf or 1/sqrt(2)",
          "pending the guess is within 0.05 of the answer",
        ]
      ),
      (
        "near", "nan",
        [
          "failed: the guess can't be read: it is no number; as in 0.5, 1/3 or sqrt(2)",
          "pending the guess is within 0.05 of the answer",
        ]
      ),
      (
        "near", "inf",
        [
          "failed: a guess is finite: write a number, as in 0.5, 1/3 or sqrt(2)",
          "pending the guess is within 0.05 of the answer",
        ]
      ),
      (
        "near", "1e999",
        [
          "failed: a guess is finite: write a number, as in 0.5, 1/3 or sqrt(2)",
          "pending the guess is within 0.05 of the answer",
        ]
      ),
      (
        "near", "1/0",
        [
          "failed: the guess can't be read: division by zero; Python's numbers can't be divided by zero; NumPy's, such as an entry of an array, give inf",
          "pending the guess is within 0.05 of the answer",
        ]
      ),
      (
        "near", "[0.6]",
        [
          "failed: the guess can't be read: an entry is a number, or arithmetic on numbers; as in 0.5, -inf or 1/sqrt(2)",
          "pending the guess is within 0.05 of the answer",
        ]
      ),
      (
        "near", "9**9**9",
        [
          "failed: the guess can't be read: a whole number beyond 2⁵³ = 9,007,199,254,740,992 is not kept exactly; write it as a float: 9.0 in place of 9, or 1e20 in place of 10**20",
          "pending the guess is within 0.05 of the answer",
        ]
      ),
      (
        "near", "0.6\u{1B}[31m",
        [
          "failed: the guess can't be read: the character ^[ isn't part of Python",
          "pending the guess is within 0.05 of the answer",
        ]
      ),
      (
        "near", String(repeating: "1", count: 300),
        [
          "failed: the guess can't be read: it is longer than 200 bytes; write one number",
          "pending the guess is within 0.05 of the answer",
        ]
      ),
      ("exact", "1e9", ["passed"]), ("exact", "1000000000", ["passed"]),
      (
        "exact", "1000000000.5",
        [
          "failed",
          "failed the guess is within 0 of the answer: found 1.0000000005e+09, expected 1.0000000000e+09",
        ]
      ),
      (
        "endless", "-5",
        ["failed", "failed the guess is within 0.1 of the answer: found -5.00, expected -inf"]
      ), ("endless", "-inf", ["passed"]),
      (
        "broken", "1",
        [
          "failed: the lesson's own answer can't be computed: tell its author",
          "pending the guess is within 0.1 of the answer",
        ]
      ),
    ]
    for (id, guess, expected) in cases {
      #expect(verdict(id, .guess(guess)) == expected, "\(guess)")
    }
    #expect(verdict("near", nil) == ["pending", "pending the guess is within 0.05 of the answer"])
  }

  @Test("an answer of another kind is none")
  func otherKind() {
    #expect(verdict("one", .guess("1")) == ["failed: this is no answer to a quiz"])
    #expect(verdict("near", .choices([0])) == ["failed: this is no answer to a prediction"])
    #expect(
      verdict("near", .edits(["x": "x = 1"])) == ["failed: this is no answer to a prediction"])
  }
}
