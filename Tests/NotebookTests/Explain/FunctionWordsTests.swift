import CellLanguage
import Testing

@testable import Notebook

/// What is said of a panel that has no entries.
@Suite struct FunctionWordsTests {
  @Test(
    "functions, lists and parts",
    arguments: [
      ("unused", "unused is a function of nothing."),
      ("double", "double is a function of x; Y, Z and three call it."),
      ("mix", "mix is a function of a and b; W calls it."),
      ("tokens", "tokens is a list of 2."),
      ("word", "word is a string."),
      ("n", "n and d are the parts, in order."),
    ])
  func outsideOfTasks(_ name: String, _ words: String) throws {
    let session = try Explained(cells: [
      "def unused(): return 1", "def double(x):\n    return 2 * x",
      "mix = lambda a, b: a + b", "X = [1.0, 2.0]", "Y = double(X)", "Z = double(Y)",
      "three = double(Z)", "four = double(three)", "W = mix(X, X)", "tokens = [\"the\", \"cat\"]",
      "word = \"cat\"", "n, d = zeros((2, 3)).shape",
    ]).session
    let panel = try #require(session.panelID(forName: name).flatMap { session.panel($0) })
    #expect(session.explainText(panel, width: 78) == words)
  }

  @Test("a function that is asked for says what it gives for the lesson's own values")
  func inATask() {
    let cases: [(answer: String, width: Int, words: String)] = [
      (
        "def normed(x): return x / x.sum(axis=1, keepdims=True)", 90,
        "normed is a function of x; the checks call it: normed(Q) = [[1.00, 0.00], [0.00, 1.00]]"
      ),
      (
        "def normed(x): return x.sum()", 78,
        "normed is a function of x; the checks call it: normed(Q) = 2"
      ),
      (
        "def normed(x): return y", 78,
        "normed is a function of x; the checks call it, as normed(Q)."
      ),
      (
        "def normed(x):\n  for i in range(10**9): x = x + 1\n  return x", 50,
        "normed is a function of x; the checks call it."
      ),
    ]
    for (answer, width, words) in cases {
      var session = Session(lesson: FunctionAnswerTests.lesson.lesson)
      _ = session.adopt([Program(parsing: Source(answer))])
      let panel = session.panelID(forName: "normed").flatMap { session.panel($0) }
      #expect(panel.flatMap { session.explainText($0, width: width) } == words)
    }
  }
}
