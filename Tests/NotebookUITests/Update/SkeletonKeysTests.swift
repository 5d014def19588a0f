import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Adding questions and the like to a notebook of one's own, by keys.
@Suite struct SkeletonKeysTests {
  private func behindHead(_ state: State) -> String {
    String((state.reading?.session.markdown ?? "").dropFirst(OwnNotebook.head.count))
  }

  @Test func aQuizIsFilledIn() throws {
    let state = try OwnNotebook.opened(
      "## A\n",
      ":add quiz<Enter>Why?<Tab>So.<Tab>It is.<Tab>No.<Tab>It isn't.<Tab>Never.<Tab>Nor that.<C-s>")
    #expect(
      behindHead(state) == """
        ## A

        <!-- quiz: quiz -->
        Why?
        - [x] So. — It is.
        - [ ] No. — It isn't.
        - [ ] Never. — Nor that.
        <!-- end -->

        """)
    #expect(state.context == .quiz)
    #expect(behindHead(after("u", state)) == "## A\n")
  }

  /// Keys, and what stands in the file then.
  private static let acts: [(keys: String, after: String)] = [
    (":add pause<Enter>", "## A\n\n<!-- pause -->\n"),
    (":add note<Enter>Wait.<C-s>", "## A\n\n<!-- note: Wait. -->\n"),
    (":add quiz<Enter><Esc><Esc>", "## A\n"), (":add hint<Enter>", "## A\n"),
    (":add q<Enter><C-s>", "## A\n\n" + "<!-- quiz: quiz -->\n‹What is asked?›\n"),
  ]

  @Test(arguments: acts)
  func keysAdd(_ row: (keys: String, after: String)) throws {
    #expect(behindHead(try OwnNotebook.opened("## A\n", row.keys)).hasPrefix(row.after))
  }

  @Test func aHintIsAddedToTheExercise() throws {
    let state = try OwnNotebook.opened(
      "## A\n", ":add exercise<Enter><C-s>:add hint<Enter>Once more<C-s>")
    #expect(
      behindHead(state).contains(
        "<!-- hint: ‹a question that leads on› -->\n<!-- hint: Once more -->\n"))
  }

  @Test func aPredictionIsAboutTheEntryUnderTheCursor() throws {
    let state = try OwnNotebook.opened(OwnNotebook.body, "l:add pred<Enter><C-s>")
    #expect(behindHead(state).contains("<!-- predict: prediction answer=\"Q[1]\" within=0.05 -->"))
    let played = try OwnNotebook.opened(OwnNotebook.body, "l:add dem<Enter>Q moves<C-s>")
    #expect(behindHead(played).contains("<!-- play: say Q moves; Q[1] = 1; u -->"))
  }

  @Test func onlyAnAuthorAdds() {
    let state = after(":add quiz<Enter>", Sample.reading(at: "K[cat, y]"))
    #expect(
      state.message
        == .refusal("A quiz is added to a notebook of your own: qkv new FILE.md begins one."))
    #expect(after(":add", Sample.reading()).choices.map(\.lead).contains("add quiz") == false)
    #expect(
      after(":add hint<Enter>", Sample.reading()).message
        == .refusal("A hint is added to a notebook of your own: qkv new FILE.md begins one."))
  }

  @Test func aHintNeedsAnExercise() throws {
    #expect(
      try OwnNotebook.opened("## A\n", ":add hint<Enter>").message
        == .refusal(
          "A hint belongs to an exercise: move the cursor there, or add one with :add exercise."))
  }

  @Test func theFormSaysHowItIsFilled() throws {
    let state = try OwnNotebook.opened("## A\n", ":add note<Enter>")
    #expect(state.reading?.writing?.editor.caret == 11)
    #expect(
      state.draw().rows.contains(
        " Tab: the next ‹…›, which goes when you type. Ctrl-S keeps it."))
  }

  @Test func thePaletteListsThem() throws {
    let state = try OwnNotebook.opened("## A\n", ":add ")
    #expect(
      state.choices.map(\.lead) == [
        "add quiz", "add prediction", "add exercise", "add hint", "add pause", "add note",
        "add demonstration", "add cell below", "add cell above", "add text below",
        "add text above", "add step",
      ])
  }
}
