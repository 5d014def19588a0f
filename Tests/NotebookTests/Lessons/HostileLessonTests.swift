import CellLanguage
import Notebook
import TestSupport
import Testing

/// Lessons that were broken on purpose: reading one, opening it and editing in it must end.
@Suite struct HostileLessonTests {
  private static let pieces = [
    "```", "~~~", "{.qkv}", "{.qkv .check}", "<!--", "-->", "<!-- exercise: a edits=S -->",
    "<!-- end -->", "#|", "#| rows: S",
    "## ", "---", "{", "}", "{{", "$", "\\", "`", "**", "_", "[", "](", ">", "- [x] ", "|",
    "| --- |", "=", "(", ")", "[[1, 2]]",
    "S = ...", "def f(x):", "return f(x)", "\n", "\r", "\t", "\u{0}", "\u{1B}[31m", "\u{202E}",
    "\u{FEFF}", "😀", "e\u{301}",
    "1e999", "10**9", "zeros((10**9, 10**9))", "\\frac{", "\\sqrt", "^{", "_{", "&#0;",
    "&#xFFFFFFFF;", "[x for x in x]",
  ]

  @Test("a lesson with pieces put in, left out and exchanged", arguments: 0..<4)
  func mutated(seed: UInt64) {
    var random = Generator(state: seed)
    for name in LessonFiles.names {
      var lines = LessonFiles.text(of: name).split(
        separator: "\n", omittingEmptySubsequences: false
      )
      .map(String.init)
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        mutate(&lines[Int.random(in: 0..<lines.count, using: &random)], &random)
        lines.swapAt(
          .random(in: 0..<lines.count, using: &random), .random(in: 0..<lines.count, using: &random)
        )
      }
      use(lines.joined(separator: "\n"), name, &random)
    }
  }

  private func mutate(_ line: inout String, _ random: inout Generator) {
    let characters = Array(line)
    let cut = Int.random(in: 0...characters.count, using: &random)
    let resume =
      Bool.random(using: &random) ? cut : Int.random(in: cut...characters.count, using: &random)
    let piece = Self.pieces.randomElement(using: &random) ?? ""
    line = String(characters[..<cut]) + piece + String(characters[resume...])
  }

  /// Reads a lesson, opens it, edits in it, and looks at all there is.
  private func use(_ text: String, _ name: String, _ random: inout Generator) {
    let (lesson, problems) = LessonReader.read(text: text, name: name)
    #expect(problems.allSatisfy { $0.line >= 1 && !$0.advice.isEmpty })
    guard let lesson else { return }
    var limits = Limits()
    limits.steps = 100_000
    var session = Session(lesson: lesson, limits: limits)
    for panel in lesson.cells.flatMap({ session.panels(of: $0.id) }).shuffled(using: &random)
      .prefix(5)
    {
      guard case .array(let array) = panel.content else { continue }
      let position = array.shape.map { _ in 0 }
      _ = try? session.nudge(panel.id, at: position, by: 0.5)
      _ = session.explain(panel.id, at: position, width: 80, ascii: false)
      _ = try? session.setFormula(panel.id, to: session.formulaText(panel.id) + "  # again")
    }
    for live in lesson.liveNumbers { _ = session.text(of: live) }
    while session.undo() != nil {}
    #expect(lesson.cells.allSatisfy { session.source(of: $0.id) == $0.source })
  }
}
