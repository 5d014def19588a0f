import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Nothing moves when only numbers change, in any lesson that is shipped.
@Suite struct StillPlacesTests {
  private struct Place: Equatable, CustomStringConvertible {
    let name: String
    let at: Point
    var description: String { "\(name) at \(at.x), \(at.y)" }
  }

  private func places(_ state: State) -> [Place] {
    (state.page?.panels ?? []).map {
      Place(name: $0.box.panel.name ?? $0.box.panel.formula ?? "", at: $0.at)
    }
  }

  /// The first nudge gives whole numbers decimals: their matrix and its neighbours stay where they are.
  @Test("a nudge moves no matrix", arguments: ShippedLessons.names)
  func nudged(name: String) throws {
    let lesson = try #require(ShippedLessons.lesson(name))
    var moved: [String] = []
    for step in lesson.steps.indices {
      var state = ShippedLessons.opened(lesson, step: step, size: Size(width: 80, height: 24))
      guard
        let input = state.reading?.panels.first(where: { panel in
          panel.isInput && !panel.options.locked && !panel.isTruth && panel.tableShape != nil
        })
      else { continue }
      state.reading?.focus = Focus.first(of: input)
      let before = places(state)
      _ = state.update(.character("+"))
      if places(state) != before { moved.append("step \(step + 1)") }
    }
    #expect(moved == Self.tooFull[name, default: []])
  }

  /// The steps that have no room for decimals on this screen.
  private static let tooFull = [
    "04-softmax.md": ["step 6"], "05-scaling.md": ["step 11"], "09-causal-mask.md": ["step 11"],
    "11-heads.md": ["step 6", "step 12"],
  ]

  /// Comparing sends no matrix to another line.
  @Test("a pin moves no matrix to another line", arguments: ShippedLessons.names)
  func pinned(name: String) throws {
    let lesson = try #require(ShippedLessons.lesson(name))
    var moved: [String] = []
    for step in lesson.steps.indices {
      var state = ShippedLessons.opened(lesson, step: step, size: Size(width: 80, height: 24))
      let before = places(state).map(\.at.y)
      _ = state.update(.character("p"))
      if places(state).map(\.at.y) != before { moved.append("step \(step + 1)") }
    }
    #expect(moved == [])
  }
}
