import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Text being written, and how it will be seen.
@Suite struct PreviewScreenTests {
  private static let rule =
    " ── as it will be seen ────────────────────────────────────────────────────────"
  private static let written =
    "tThe *first* is {Q[0]:.2f},<Enter>and $x^2$.<Enter><Enter>- one {A:.1f}"

  /// The last rows of the screen, without the keys.
  private func rows(_ keys: String, _ width: Int, _ height: Int, last: Int) throws -> [String] {
    let size = Size(width: width, height: height)
    let state = try OwnNotebook.opened(OwnNotebook.body, keys, size: size)
    return Array(state.draw().rows.suffix(last + 1).dropLast())
  }

  @Test func belowWhereTheScreenIsNarrow() throws {
    #expect(
      try rows(Self.written, 80, 24, last: 12) == [
        "── New text below Q · Markdown ─────────────────────────────────────────────────",
        " The *first* is {Q[0]:.2f},",
        " and $x^2$.",
        "",
        " - one {A:.1f}",
        Self.rule,
        " The first is 1.00, and x².",
        "",
        " • one {A:.1f}",
        " ✗ {A:.1f} A is not defined",
        "",
        "",
      ])
  }

  @Test func besideWhereItIsWide() throws {
    #expect(
      try rows(Self.written, 100, 30, last: 6) == [
        " The *first* is {Q[0]:.2f},                      │ The first is 1.00, and x².",
        " and $x^2$.                                      │",
        "                                                 │ • one {A:.1f}",
        " - one {A:.1f}                                   │ ✗ {A:.1f} A is not defined",
        "",
        "",
      ])
  }

  @Test func inItsPlaceWhereThereIsNoRoom() throws {
    let written = [" and $x^2$.", "", " - one {A:.1f}", ""]
    #expect(try rows(Self.written, 40, 12, last: 4) == written)
    #expect(
      try rows(Self.written + "<A-p>", 40, 12, last: 4) == [
        "", " • one {A:.1f}", " ✗ {A:.1f} A is not defined", "",
      ])
    // Whoever writes on sees what they write.
    #expect(
      try rows(Self.written + "<A-p>!", 40, 12, last: 4) == [
        " and $x^2$.", "", " - one {A:.1f}!", "",
      ])
  }

  @Test func itCanBeHidden() throws {
    let shown = try rows(Self.written + "<A-p>", 80, 24, last: 12)
    #expect(!shown.contains(Self.rule) && shown.contains(" - one {A:.1f}"))
    #expect(try rows(Self.written + "<A-p><A-p>", 80, 24, last: 12).contains(Self.rule))
  }

  /// What can't be read says so by its line, and in the place of the number.
  @Test func whatIsWrongIsNamed() throws {
    #expect(
      try rows("tOne.<Enter>{Q[0}", 80, 24, last: 10) == [
        " One.",
        " {Q[0}",
        "",
        Self.rule,
        " ✗ line 2: \"Q[0\" can't be read: this '[' is never closed; write {{ for a brace",
        "   in the text",
        "",
        " One. {Q[0}",
        "",
        "",
      ])
  }

  @Test func aTaskIsSeenWithItsAnswers() throws {
    #expect(
      try rows("nc", 80, 24, last: 6) == [
        Self.rule, " Which?", " ✓ This. — Yes.", " ✗ That. — No.", "", "",
      ])
  }

  /// In a lesson of others too, whose prose holds no steps.
  @Test func inALessonThatIsRead() {
    let state = after("t## Two<Enter>Words, {A[0, 0]:.1f}.", Sample.reading(at: "K[cat, y]"))
    #expect(
      Array(state.draw().rows.suffix(10).dropLast()) == [
        Self.rule,
        " ✗ line 1: a heading of two # would begin a step of the lesson; write ### for a",
        "   heading", "", " Two", "", " Words, 0.4.", "", "",
      ])
  }
}
