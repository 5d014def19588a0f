import CellLanguage
import Notebook
import Testing

struct FingerprintTests {
  static let text = """
    ---
    qkv: 1
    id: printed
    title: Printed
    ---
    ## Step
    ```python {.qkv}
    x = 0.6
    ```
    <!-- quiz: which -->
    Which **one** of `x`?
    - [ ] This. — No.
    - [x] That. — Yes.
    <!-- end -->
    <!-- predict: near answer="x" within=0.05 -->
    How much?
    — {x:.2f}
    <!-- end -->
    <!-- exercise: task points=2 edits=S -->
    Write it.
    ```python {.qkv}
    S = ...
    ```
    ```python {.qkv .check}
    #| vary: x
    assert S == x, "equal"
    ```
    <!-- hint: look -->
    ```python {.qkv .solution}
    S = x
    ```
    <!-- end -->
    """

  private func fingerprints(_ text: String) -> [String: String] {
    guard let lesson = LessonReader.read(text: text, name: "a.md").lesson else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: lesson.tasks.map { ($0.id, Fingerprint.of($0, in: lesson)) })
  }

  @Test("the same in every process")
  func stable() {
    // FNV-1a of "quiz", "Which one of x?", "wrong", "This.", … , each with a byte 0xFF behind it.
    #expect(
      fingerprints(Self.text) == [
        "which": "2f059a52ef3c262d", "near": "afbc9d5ebdfce635", "task": "d5e960cbecffe347",
      ])
  }

  @Test("a change of a task's text changes its fingerprint and no other")
  func changes() {
    let cases: [(old: String, new: String, changed: Set<String>)] = [
      ("Which **one**", "What **one**", ["which"]), ("[ ] This", "[x] This", ["which"]),
      ("That. —", "Those. —", ["which"]), ("answer=\"x\"", "answer=\"2*x\"", ["near"]),
      ("within=0.05", "within=0.1", ["near"]), ("How much?", "How many?", ["near"]),
      ("Write it.", "Write S.", ["task"]), ("S = ...", "S = 1", ["task"]),
      ("S == x,", "S == 2 * x,", ["task"]), ("vary: x", "vary: y", ["task"]),
      ("edits=S", "edits=S,x", ["task"]),
      // What an answer doesn't depend on.
      ("Which **one**", "Which *one*", []), ("Which **one** of", "Which one\nof", []),
      ("look", "look up", []), ("S = x", "S = 1 * x", []), ("points=2", "points=3", []),
      ("— Yes.", "— Quite so.", []), ("x = 0.6", "x = 0.7", []), ("{x:.2f}", "{x:.3f}", []),
      ("## Step", "## Another step", []),
    ]
    let before = fingerprints(Self.text)
    for (old, new, changed) in cases {
      guard let range = Self.text.range(of: old) else {
        Issue.record("\(old) isn't there")
        continue
      }
      let after = fingerprints(Self.text.replacingCharacters(in: range, with: new))
      #expect(Set(before.keys.filter { before[$0] != after[$0] }) == changed, "\(old) → \(new)")
    }
  }
}

extension String {
  fileprivate func range(of part: String) -> Range<String.Index>? {
    indices.first { self[$0...].hasPrefix(part) }
      .map { $0..<index($0, offsetBy: part.count) }
  }

  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
