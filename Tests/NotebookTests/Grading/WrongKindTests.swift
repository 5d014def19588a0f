import CellLanguage
import Notebook
import TestSupport
import Testing

/// Answers of another kind than is asked for, to every exercise of the lessons in this checkout: what is said of them is
/// whole and fits two lines of 80 columns.
struct WrongKindTests {
  private static let longest = 148
  private static let exercises = ShippedExerciseTests.exercises

  private static func answers(to name: String) -> [String] {
    [
      "\(name) = 1", "\(name) = nan", "\(name) = ones((7, 5))", "\(name) = ones((7, 5)) * nan",
      "\(name) = ones((2, 3, 4))", "\(name) = True", "\(name) = \"text\"", "\(name) = None",
      "\(name) = softmax", "\(name) = [1, \"a\"]", "\(name) = 1 / 0", "\(name) = nowhere + 1",
      "\(name) = zeros((2, 3)) @ zeros((2, 3))", "def \(name)(x): return x",
      "def \(name)(x): return nowhere", "def \(name)(x): return 1", "def \(name)(): return 1",
    ]
  }

  @Test(arguments: exercises.indices)
  func whatIsSaidIsWhole(index: Int) {
    let (lesson, exercise) = Self.exercises[index]
    var grader = Grader(lesson: lesson)
    for name in exercise.edits {
      for answer in Self.answers(to: name) {
        let verdict = grader.verdict(on: .edits([name: answer]), to: .exercise(exercise))
        let place: Comment = "\(lesson.id) \(exercise.id), \(answer)"
        #expect(!verdict.isPassed, place)
        let failed = verdict.checks.filter { $0.status == .failed }
        #expect(failed.allSatisfy { $0.finding != nil } || verdict.because != nil, place)
        let said = failed.compactMap(\.finding).filter { $0.input == nil }.map(\.text)
        for text in said + [verdict.refusal, verdict.because].compactMap(\.self) {
          #expect(text.count <= Self.longest, "\(place): \(text)")
          #expect(
            !text.isEmpty && !text.hasPrefix("…") && !text.contains("…:"), "\(place): \(text)")
        }
      }
    }
  }

  @Test("the kind that is asked for is named")
  func kindsAreNamed() {
    let cases: [(exercise: String, answer: String, words: String)] = [
      (
        "layer", "layer = softmax(Q @ K.T / sqrt(2)) @ V",
        "layer is an array of 3×2; a function is asked for, as def layer(x): return …"
      ),
      (
        "layer", "def layer(x): return nowhere",
        "layer(X): nowhere is not defined; did you mean where?"
      ),
      ("mask", "def A_R(x): return x", "A_R is a function; an array of 3×3 is asked for"),
      ("mask", "A_R = \"text\"", "A_R is a string; an array of 3×3 is asked for"),
    ]
    for (id, answer, words) in cases {
      guard let (lesson, exercise) = Self.exercises.first(where: { $0.exercise.id == id }) else {
        Issue.record("there is no exercise \(id)")
        continue
      }
      var grader = Grader(lesson: lesson)
      let verdict = grader.verdict(
        on: .edits([exercise.edits[0]: answer]), to: .exercise(exercise))
      #expect(verdict.checks.compactMap(\.finding).first?.text == words)
    }
  }
}
