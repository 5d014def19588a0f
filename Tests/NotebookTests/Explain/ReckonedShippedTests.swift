import AttentionEngine
import CellLanguage
import TestSupport
import Testing

@testable import Notebook

/// Whatever arithmetic the explain line and the derivations show in numbers gives the number that they show, in every
/// shipped lesson, as it is and solved.
@Suite struct ReckonedShippedTests {
  /// Arithmetic on the screen, and the number that it is said to give.
  private struct Told: Hashable {
    let arithmetic: String
    let value: String

    /// What is wrong with it; nil where it comes out, or isn't all numbers.
    var fault: String? {
      guard let found = Reckoner.value(of: arithmetic), let shown = Reckoner.value(of: value) else {
        return nil
      }
      if found.isNaN, shown.isNaN { return nil }
      let fraction = value.contains("e") ? "" : value.split(separator: ".").dropFirst().first ?? ""
      // Half of the last decimal, and what rounding the shown one may take away.
      let tolerance = fraction.reduce(0.501) { part, _ in part / 10 }
      let nearly = value.contains("e") ? shown.magnitude * 0.05 : tolerance
      return found == shown || (found - shown).magnitude <= nearly
        ? nil : "\(arithmetic) is \(found), not \(value)"
    }
  }

  @Test(arguments: LessonFiles.names, [false, true])
  func everyStage(_ file: String, _ isSolved: Bool) throws {
    let lesson = try #require(
      LessonReader.read(text: LessonFiles.text(of: file), name: file).lesson)
    var session = Session(lesson: lesson)
    if isSolved {
      for case .exercise(let exercise) in lesson.tasks {
        _ = session.adopt(Array(exercise.solutions.prefix(1)))
      }
    }
    var told: Set<Told> = []
    for step in lesson.steps.indices {
      for panel in session.panels(inStep: step) {
        guard case .array(let array) = panel.content else { continue }
        for offset in 0..<array.tensor.count {
          let position = Shape.position(of: offset, in: array.shape)
          told.formUnion(line(session, panel, position))
          guard !isSolved, offset < 5 else { continue }
          told.formUnion(derivation(session, panel, position, step))
        }
      }
    }
    let reckoned = told.filter { Reckoner.value(of: $0.arithmetic) != nil }
    #expect(reckoned.count > 20, "hardly anything was reckoned up")
    #expect(told.compactMap(\.fault).sorted() == [])
  }

  private func line(_ session: Session, _ panel: Panel, _ position: [Int]) -> [Told] {
    let text = session.explain(panel.id, at: position, width: 78, ascii: true)?.text ?? ""
    let stages = text.split(separator: "  ").first?.split(separator: " = ").map(String.init) ?? []
    guard let value = stages.last else { return [] }
    return stages.dropFirst().dropLast().map { Told(arithmetic: $0, value: value) }
  }

  private func derivation(
    _ session: Session, _ panel: Panel, _ position: [Int], _ step: Int
  ) -> [Told] {
    guard var tree = session.derivation(of: panel.id, at: position) else { return [] }
    tree.openLevels(upTo: 40)
    let writer = DerivationWriter(session, root: tree.rows[0].node, step: step, ascii: true)
    return tree.rows.flatMap { row -> [Told] in
      guard let value = writer.value(row.node), !value.hasPrefix("(") else { return [] }
      return writer.working(row.node, width: 60).split(separator: " = ").map {
        Told(arithmetic: String($0), value: value)
      }
    }
  }
}
