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

  /// A nudge gives whole numbers decimals: their matrix and its neighbours stay where they are.
  @Test("a nudge moves no matrix", arguments: ShippedLessons.names)
  func nudged(name: String) throws {
    let lesson = try #require(ShippedLessons.lesson(name))
    var moved: [String] = []
    for step in lesson.steps.indices {
      let opened = ShippedLessons.opened(lesson, step: step, size: Size(width: 80, height: 24))
      for input in opened.reading?.panels ?? [] {
        guard input.isInput, !input.options.locked, !input.isTruth, input.tableShape != nil else {
          continue
        }
        var state = opened
        state.reading?.focus = Focus.first(of: input)
        let before = places(state)
        _ = state.update(.character("+"))
        if places(state) != before { moved.append("step \(step + 1), \(input.name ?? "")") }
      }
    }
    #expect(moved == [])
  }

  /// Comparing moves no matrix, and hides nothing of any.
  @Test("a pin moves no matrix", arguments: ShippedLessons.names)
  func pinned(name: String) throws {
    let lesson = try #require(ShippedLessons.lesson(name))
    var moved: [String] = []
    for step in lesson.steps.indices {
      var state = ShippedLessons.opened(lesson, step: step, size: Size(width: 80, height: 24))
      let before = places(state)
      _ = state.update(.character("p"))
      if places(state) != before { moved.append("step \(step + 1)") }
      let cut = state.page?.panels.filter { $0.box.layout?.isWhole == false } ?? []
      moved += cut.map { "step \(step + 1), \($0.box.panel.name ?? ""): cut" }
    }
    #expect(moved == [])
  }

  /// Who looks at one matrix in another way finds the columns of the others where they were.
  @Test("another view moves no neighbour aside", arguments: ShippedLessons.names)
  func viewed(name: String) throws {
    let lesson = try #require(ShippedLessons.lesson(name))
    var moved: [String] = []
    for step in lesson.steps.indices {
      let state = ShippedLessons.opened(lesson, step: step, size: Size(width: 80, height: 24))
      for panel in state.reading?.panels ?? [] {
        for view in panel.offeredViews {
          var other = state
          other.reading?.views[panel.id] = view
          other.reading?.refreshCurves()
          if columns(other, besides: panel.id) != columns(state, besides: panel.id) {
            moved.append("step \(step + 1), \(panel.called(or: "a panel")) as \(view)")
          }
        }
      }
    }
    #expect(moved == [])
  }

  /// Where panels stand from left to right, and their slots.
  private func columns(_ state: State, besides id: PanelID) -> [String] {
    (state.page?.panels ?? []).filter { $0.box.id != id }.map { box, at in
      let slots = box.layout.map { layout in layout.places.map { layout.slot($0)?.x ?? -1 } } ?? []
      return "\(box.panel.name ?? "") \(at.x) \(slots)"
    }
  }
}
