/// What an author adds to a notebook besides cells and prose: a form to be filled.
///
/// Where words are wanted stands `‹what is wanted›`, which `verify` reports as long as it is there.
package enum Skeleton: String, Hashable, Sendable, CaseIterable {
  case quiz, prediction, exercise, hint, pause, note, demonstration

  /// An entry under the cursor, which a question or a demonstration may be about.
  package struct Entry: Hashable, Sendable {
    /// As cells write it: `A[0, 1]`.
    let expression: String
    /// As a demonstration names it and what may be typed there: `K[cat, y] = 2`; nil where it can't be edited.
    let edit: String?

    package init(_ expression: String, edit: String? = nil) {
      self.expression = expression
      self.edit = edit
    }
  }

  /// `a quiz`
  package var words: String {
    switch self {
    case .exercise: "an exercise"
    case .note: "a note for the speaker"
    default: "a \(rawValue)"
    }
  }

  /// What it is for, in a sentence.
  package var help: String {
    switch self {
    case .quiz: "A question with options, each with its reason."
    case .prediction: "A number to be guessed before it is shown."
    case .exercise: "Something to be done that is checked, with a hint and a solution."
    case .hint: "One more hint for the exercise under the cursor."
    case .pause: "Here a demonstration stops; behind an open question a reader, too."
    case .note: "What only the speaker sees."
    case .demonstration: "Keys that play themselves at F5, as somebody would press them."
    }
  }

  /// The form, with ids and names that are new in the notebook.
  package func text(in session: Session, at entry: Entry? = nil) -> String {
    switch self {
    case .quiz: quiz(id(in: session))
    case .prediction: prediction(id(in: session), of: entry?.expression ?? "1 + 1")
    case .exercise: exercise(id(in: session), name: name(in: session))
    case .hint: Self.hintForm
    case .pause: "<!-- pause -->"
    case .note: "<!-- note: ‹what to say, what to ask, what people answer› -->"
    case .demonstration:
      "<!-- play: say ‹what to watch›; "
        + (entry?.edit.map { "\($0); u" } ?? "Tab") + " -->"
    }
  }

  private func id(in session: Session) -> String {
    let taken = Set(session.original.tasks.map(\.id))
    return Self.free(rawValue, "-", taken)
  }

  private func name(in session: Session) -> String {
    Self.free("answer", "_", session.original.definedNames)
  }

  private static func free(_ word: String, _ joint: String, _ taken: Set<String>) -> String {
    var name = word
    var number = 1
    while taken.contains(name) {
      number += 1
      name = "\(word)\(joint)\(number)"
    }
    return name
  }
}

// MARK: - Forms

extension Skeleton {
  /// What stands for the words of a hint.
  package static let hintGap = "‹a question that leads on›"
  private static let hintForm = "<!-- hint: \(hintGap) -->"

  private func quiz(_ id: String) -> String {
    """
    <!-- quiz: \(id) -->
    ‹What is asked?›
    - [x] ‹the right answer› — ‹why it is right›
    - [ ] ‹a wrong one› — ‹why it is wrong›
    - [ ] ‹another mistake› — ‹why it is wrong, too›
    <!-- end -->
    """
  }

  private func prediction(_ id: String, of answer: String) -> String {
    """
    <!-- predict: \(id) answer="\(answer)" within=0.05 -->
    ‹Which number is asked for?›

    — It is {\(answer):.2f}: ‹why›
    <!-- end -->
    """
  }

  private func exercise(_ id: String, name: String) -> String {
    """
    <!-- exercise: \(id) edits=\(name) -->
    ‹What is \(name) to be?›

    ```python {.qkv}
    \(name) = ...
    ```
    ```python {.qkv .check}
    # ‹the goals, in place of this one: each an assertion›
    # #| vary: Q on top tries the answer on other numbers of an input Q
    assert abs(\(name) - 1) < 0.005, "‹what should be so›"
    ```
    \(Self.hintForm)
    ```python {.qkv .solution}
    \(name) = 1  # ‹what is right, in place of 1›
    ```
    ```python {.qkv .wrong}
    #| because: ‹what was overlooked by whoever enters this›
    \(name) = 2  # ‹a mistake that is likely, in place of 2›
    ```
    <!-- end -->
    """
  }

  /// An exercise's text with one more hint behind those that it has; nil where a text is no exercise.
  package static func addingHint(to text: String) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    func begins(_ line: String, _ name: String) -> Bool {
      line.drop { $0 == " " }.hasPrefix("<!-- \(name)")
    }
    guard lines.first.map({ begins($0, "exercise:") }) == true,
      let end = lines.lastIndex(where: { begins($0, "end") })
    else { return nil }
    // A hint may be of several lines.
    let last = lines.lastIndex { begins($0, "hint:") }
      .flatMap { first in lines[first...].firstIndex { $0.contains("-->") } }
    lines.insert(hintForm, at: last.map { $0 + 1 } ?? end)
    return lines.joined(separator: "\n")
  }

  /// Where words are wanted: `‹what is wanted›` on one line, counted in characters.
  package static func gaps(in text: [Character]) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var start: Int?
    for (index, character) in text.enumerated() {
      switch character {
      case "‹": start = index
      case "›":
        if let start { gaps.append(start..<index + 1) }
        start = nil
      case "\n": start = nil
      default: break
      }
    }
    return gaps
  }
}
