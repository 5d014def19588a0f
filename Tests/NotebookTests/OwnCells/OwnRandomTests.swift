import AttentionEngine
import CellLanguage
import TestSupport
import Testing

@testable import Notebook

/// Whatever a reader adds, in whatever order: the lesson stays what it is, and nothing is lost.
@Suite struct OwnRandomTests {
  private static let texts: [(kind: BlockKind, text: String)] = [
    (.code, "x = 1"), (.code, "y = array(Q) @ K.T\ny + 1"), (.code, "K = 3"), (.code, "x + y"),
    (.code, "def f(a):\n  return softmax(a) @ Q\nz = f(K @ Q)"), (.code, "exp = 4"),
    (.code, "w = ..."), (.code, "assert x == 1, \"one\""), (.prose, "words {x + 1:.1f}"),
    (.prose, "- a\n- {Q[0, 1]:.0f}\n\n```\ncode\n```"), (.prose, "$\\sqrt{d}$"),
  ]

  private func lessonPanels(_ session: Session) -> [[String]] {
    session.original.cells.map { cell in
      session.panels(of: cell.id).map { "\($0.id) \($0.name ?? "") \(Self.text($0.content))" }
    }
  }

  private static func text(_ content: Panel.Content) -> String {
    if case .array(let array) = content { "\(array.tensor)" } else { "\(content)" }
  }

  @Test func theLessonStaysAndNothingIsLost() throws {
    var random = SeededRandom(seed: 3)
    for _ in 0..<15 {
      var session = try OwnLesson.session()
      let lesson = lessonPanels(session)
      let start = session.sketch
      for _ in 0..<40 {
        try change(&session, &random)
        #expect(lessonPanels(session) == lesson)
        #expect(session.cellOrder.filter { $0 < 4 } == [0, 1, 2, 3])
        let back = try Session(lesson: OwnLesson.lesson(), progress: session.progress(step: 0))
        #expect(back.sketch == session.sketch)
        #expect(LessonText(back).text == LessonText(session).text)
      }
      while session.redo() != nil {}
      let end = session.sketch
      while session.undo() != nil {}
      #expect(session.sketch == start)
      while session.redo() != nil {}
      #expect(session.sketch == end)
    }
  }

  private func change(_ session: inout Session, _ random: inout SeededRandom) throws {
    let items = session.lesson.steps.indices.flatMap { session.outline(ofStep: $0) }
    let item = try #require(items.randomElement(using: &random))
    let own = items.filter(\.isOwn).randomElement(using: &random)?.id ?? item.id
    let (kind, text) = try #require(Self.texts.randomElement(using: &random))
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1: _ = try session.insert(kind, text, .after(item.id))
    case 2: _ = try session.insert(kind, text, .before(item.id))
    case 3: _ = try session.move(own, by: Int.random(in: -4...4, using: &random))
    case 4: _ = try? session.delete(own)
    case 5: _ = try? session.setText(of: own, to: text)
    case 6: _ = session.undo()
    default: _ = session.redo()
    }
  }
}
