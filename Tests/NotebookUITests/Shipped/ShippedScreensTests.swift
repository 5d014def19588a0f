import AttentionEngine
import CellLanguage
import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// Every step of every lesson that is shipped, on the screens that lessons are made for.
@Suite struct ShippedScreensTests {
  /// Judges each step at each size; what is wrong is told with its place.
  private func judge(_ name: String, _ faults: (State) -> [String]) throws {
    let lesson = try #require(ShippedLessons.lesson(name))
    var found: [String] = []
    for size in ShippedLessons.sizes {
      for step in lesson.steps.indices {
        let state = ShippedLessons.opened(lesson, step: step, size: size)
        found += faults(state).map { "step \(step + 1), \(size.width)×\(size.height): \($0)" }
      }
    }
    #expect(found == [])
  }

  @Test("nothing is cut off", arguments: ShippedLessons.names)
  func whole(name: String) throws {
    try judge(name) { state in
      guard let page = state.page else { return ["no page"] }
      let body = state.frame.body
      var faults = page.texts.filter { $0.at.x + $0.line.width > body.width }.map {
        "too wide: \($0.line.text)"
      }
      faults += page.panels.filter { $0.at.x + $0.box.size.width > body.width }.map {
        "too wide: \($0.box.panel.name ?? "a panel")"
      }
      faults += page.panels.filter { $0.box.layout?.isWhole == false }.map {
        "shown in part: \($0.box.panel.name ?? "a panel")"
      }
      let rows = state.draw().rows
      if rows[0].contains("…") { faults.append("the title is cut: \(rows[0])") }
      if page.height > body.height { faults.append("taller than the screen: \(page.height)") }
      return faults
    }
  }

  @Test("nothing lies on anything else", arguments: ShippedLessons.names)
  func apart(name: String) throws {
    try judge(name) { state in
      guard let page = state.page else { return ["no page"] }
      let areas =
        page.texts.filter { !$0.line.runs.isEmpty }.map {
          (
            name: $0.line.text,
            area: Rectangle(x: $0.at.x, y: $0.at.y, width: $0.line.width, height: 1)
          )
        }
        + page.panels.map {
          (
            name: $0.box.panel.name ?? "a panel",
            area: Rectangle(
              x: $0.at.x, y: $0.at.y, width: $0.box.size.width, height: $0.box.size.height)
          )
        }
      return areas.indices.flatMap { index in
        areas.indices.dropFirst(index + 1).compactMap { other in
          let shared = areas[index].area.intersection(areas[other].area)
          return shared.width > 0 && shared.height > 0
            ? "\(areas[index].name) and \(areas[other].name)" : nil
        }
      }
    }
  }

  /// Each number stands in its slot, at the same distance from its right end as the others of its column.
  @Test("columns are in line", arguments: ShippedLessons.names)
  func aligned(name: String) throws {
    try judge(name) { state in
      let grid = state.draw()
      guard let page = state.page, let reading = state.reading else { return ["no page"] }
      let body = state.frame.body
      return page.panels.flatMap { item -> [String] in
        guard let table = item.box.table, case .array(let array) = item.box.panel.content,
          !table.shape.shape.isEmpty
        else { return [] }
        return table.places.compactMap { place in
          let position = table.shape.position(place)
          if reading.isVeiled(item.box.panel, at: position) { return nil }
          guard var slot = item.box.slot(position)?.moved(by: item.at) else { return nil }
          slot.x += body.x
          slot.y += body.y - reading.scroll
          guard body.y..<body.y + body.height ~= slot.y else { return nil }
          let text = grid.text(in: slot).joined()
          let number = table.format.text(array.tensor.entries[table.shape.offset(of: place)])
          let isFocused = reading.focus == Focus(panel: item.box.id, position: position)
          let expected = isFocused ? "[\(number)]" : "\(number) "
          return text.hasSuffix(expected) ? nil : "\(item.box.panel.entryName(position)): “\(text)”"
        }
      }
    }
  }

  @Test("the way out, undo, pin and help are named", arguments: ShippedLessons.names)
  func footer(name: String) throws {
    try judge(name) { state in
      var state = state
      var faults = missing([.back, .help], in: state)
      guard state.reading?.focusedPanel != nil, state.context == .lesson else { return faults }
      faults += missing([.pin], in: state)
      guard state.reading?.focusIsEditable == true else { return faults }
      _ = state.update(.character("+"))
      if state.reading?.session.canUndo == true {
        faults += missing([.back, .help, .undo, .pin], in: state)
      }
      return faults
    }
  }

  private func missing(_ actions: [Action], in state: State) -> [String] {
    let row = state.draw().rows[state.size.height - 1]
    let named = Set(state.footer.hints.map(\.action))
    return actions.filter { !named.contains($0) }.map { "no \($0): \(row)" }
  }

  @Test("the cursor stays in sight when the window shrinks", arguments: ShippedLessons.names)
  func shrinking(name: String) throws {
    let lesson = try #require(ShippedLessons.lesson(name))
    var lost: [String] = []
    for step in lesson.steps.indices {
      var state = ShippedLessons.opened(
        lesson, step: step, size: Size(width: 200, height: 60))
      for focus in state.reading?.stops ?? [] {
        state.reading?.focus = focus
        // As it was opened, the step is read from its beginning.
        if state.reading?.isAsOpened == true { continue }
        _ = state.update(.resize(Size(width: 80, height: 24)))
        _ = state.update(.resize(Size(width: 40, height: 12)))
        let body = state.frame.body
        let y = state.draw().cursor?.y ?? -1
        if !(body.y..<body.y + body.height ~= y) { lost.append("step \(step + 1): \(focus)") }
        _ = state.update(.resize(Size(width: 200, height: 60)))
      }
    }
    #expect(lost == [])
  }
}
