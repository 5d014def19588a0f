import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Every panel of every step of the shipped lessons, looked at in each of its views on the screen that lessons are made for.
@Suite struct ShippedViewsTests {
  private static let size = Size(width: 80, height: 24)

  /// Where a panel stands, and in which columns its numbers.
  private struct Place: Hashable {
    let id: PanelID
    let at: Point
    let slots: [Rectangle?]
  }

  private func places(_ page: StepPage) -> [Place] {
    page.panels.map { box, at in
      Place(id: box.id, at: at, slots: box.layout.map { $0.places.map($0.slot) } ?? [])
    }
  }

  /// Judges each step with each panel in each view that it offers.
  private func judge(
    _ name: String,
    _ faults: (_ panel: Panel, _ view: MatrixView, _ before: State, _ after: State)
      -> [String]
  ) throws {
    let lesson = try #require(ShippedLessons.lesson(name))
    var found: [String] = []
    for step in lesson.steps.indices {
      let state = ShippedLessons.opened(lesson, step: step, size: Self.size)
      for panel in state.reading?.panels ?? [] where state.reading?.veiled(panel).isEmpty == true {
        var before = state
        before.reading?.views[panel.id] = .table
        for view in panel.offeredViews {
          var after = state
          after.reading?.views[panel.id] = view
          after.reading?.refreshCurves()
          after.reading?.focus = Focus.first(of: panel)
          before.reading?.focus = after.reading?.focus
          before.reading?.refreshCurves()
          after.showFocusedPanel()
          found += faults(panel, view, before, after).map {
            "step \(step + 1), \(panel.called(or: "a panel")) as \(view): \($0)"
          }
        }
      }
    }
    #expect(found == [])
  }

  @Test("a heatmap moves nothing", arguments: ShippedLessons.names)
  func heatmap(name: String) throws {
    try judge(name) { panel, view, before, after in
      guard view == .heatmap, let page = before.page, let shaded = after.page else { return [] }
      var faults: [String] = []
      if page.height != shaded.height {
        faults.append("\(shaded.height) lines in place of \(page.height)")
      }
      if places(page) != places(shaded) { faults.append("something moved") }
      return faults
    }
  }

  @Test("no view is cut", arguments: ShippedLessons.names)
  func whole(name: String) throws {
    try judge(name) { panel, view, _, after in
      guard let page = after.page else { return ["no page"] }
      let body = after.frame.body
      return page.panels.flatMap { box, at -> [String] in
        var faults: [String] = []
        if at.x + box.size.width > body.width { faults.append("\(box.size.width) columns") }
        if box.layout?.isWhole == false && box.layout?.head == nil { faults.append("in part") }
        guard box.id == panel.id else { return faults }
        let y = at.y - (after.reading?.scroll ?? 0)
        if y < 0 || y + box.size.height > body.height { faults.append("out of view") }
        return faults
      }
    }
  }

  @Test("what shades and bars stand for is said", arguments: ShippedLessons.names)
  func legends(name: String) throws {
    try judge(name) { panel, view, _, after in
      guard view == .heatmap || view == .bars else { return [] }
      let box = after.page?.panels.first { $0.box.id == panel.id }?.box
      guard let legend = box?.legend else { return view == .bars ? [] : ["no legend"] }
      let rows = after.draw().rows
      return rows.contains {
        $0.contains(legend.line.text.trimmed) || $0.contains(legend.short.text.trimmed)
      } ? [] : ["the legend is nowhere"]
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
