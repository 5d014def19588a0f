import CellLanguage
import Testing

@testable import Notebook

/// The forms that an author fills.
@Suite struct SkeletonTests {
  private func verified(_ text: String) -> [String] {
    let verifier = LessonVerifier(index: LessonIndex()) { _, _ in
      StepFit(lines: 10, available: 19)
    }
    return verifier.verify(path: "mine.md", text: text).problems.map {
      "\($0.problem.line): \($0.problem.message)"
    }
  }

  /// What `verify` says of each, as it is added and once its gaps are filled.
  static let forms: [(skeleton: Skeleton, gaps: Int)] = [
    (.quiz, 7), (.prediction, 2), (.exercise, 7), (.pause, 0), (.note, 1), (.demonstration, 1),
  ]

  @Test(arguments: forms)
  func everyGapIsNamed(_ row: (skeleton: Skeleton, gaps: Int)) throws {
    var session = try WrittenNotebook.session()
    let text = row.skeleton.text(in: session, at: .init("Q[0, 1]", edit: "Q[the, 1] = 2"))
    #expect(Skeleton.gaps(in: Array(text)).count == row.gaps)
    // Read as it is; what is wanted is named.
    _ = try session.insert(.prose, text, .after(session.written("## First")))
    let still = verified(session.markdown).filter { $0.hasSuffix("is still to be written") }
    #expect(still.count == row.gaps)
  }

  @Test func idsAndNamesAreNew() throws {
    var session = try WrittenNotebook.session()
    for _ in 0..<3 {
      let place = Insertion.end(ofStep: 1)
      for skeleton in [Skeleton.quiz, .exercise] {
        _ = try session.insert(.prose, skeleton.text(in: session), place)
      }
    }
    #expect(
      session.original.tasks.map(\.id) == [
        "scores", "q", "quiz", "exercise", "quiz-2", "exercise-2", "quiz-3", "exercise-3",
      ])
    let edits = session.original.exercises.map(\.edits)
    #expect(edits == [["S"], ["answer"], ["answer_2"], ["answer_3"]])
  }

  @Test func anEntryUnderTheCursorIsTakenUp() throws {
    let session = try WrittenNotebook.session()
    let entry = Skeleton.Entry("K[1, 0]", edit: "K[1, 0] = 2")
    #expect(
      Skeleton.prediction.text(in: session, at: entry) == """
        <!-- predict: prediction answer="K[1, 0]" within=0.05 -->
        ‹Which number is asked for?›

        — It is {K[1, 0]:.2f}: ‹why›
        <!-- end -->
        """)
    #expect(
      Skeleton.demonstration.text(in: session, at: entry)
        == "<!-- play: say ‹what to watch›; K[1, 0] = 2; u -->")
    #expect(
      Skeleton.demonstration.text(in: session) == "<!-- play: say ‹what to watch›; Tab -->")
  }

  /// Words are all that is missing.
  @Test func aFilledFormIsWell() throws {
    let head =
      "---\nqkv: 1\nid: mine\ntitle: Mine\nsummary: S.\nminutes: 5\n---\n\n# Mine\n\n## First\n\n"
    let empty = try OwnLesson.session()
    func filled(_ skeleton: Skeleton) -> String {
      var text = Array(skeleton.text(in: empty))
      for (index, gap) in Skeleton.gaps(in: text).enumerated().reversed() {
        text.replaceSubrange(gap, with: Array("word \(index)"))
      }
      return head + String(text) + "\n"
    }
    #expect(verified(filled(.quiz)) == [])
    #expect(verified(filled(.prediction)) == [])
    #expect(verified(filled(.note)) == [])
    #expect(verified(filled(.pause)) == [])
    #expect(verified(filled(.exercise)) == [])
  }

  @Test func aHintComesBehindTheOthers() throws {
    let text = """
      <!-- exercise: e edits=S -->
      ```python {.qkv}
      S = ...
      ```
      <!-- hint: one
           of two lines -->
      ```python {.qkv .solution}
      S = 1
      ```
      <!-- end -->
      """
    #expect(
      Skeleton.addingHint(to: text)
        == text.replacing(
          "lines -->\n", with: "lines -->\n<!-- hint: ‹a question that leads on› -->\n"))
    #expect(
      Skeleton.addingHint(to: "<!-- exercise: e edits=S -->\nWords.\n<!-- end -->")
        == "<!-- exercise: e edits=S -->\nWords.\n<!-- hint: ‹a question that leads on› -->\n<!-- end -->"
    )
    for other in ["", "Words.", "<!-- quiz: q -->\n- [x] a — b\n<!-- end -->"] {
      #expect(Skeleton.addingHint(to: other) == nil)
    }
  }

  @Test func gapsStandOnOneLine() {
    #expect(Skeleton.gaps(in: Array("a ‹b› ‹c\n› ‹‹d›› e")) == [2..<5, 12..<15])
  }
}
