import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// The derivation that stays open below the explanation of a tall screen.
@Suite struct BelowTests {
  private func reading(_ entry: String, _ width: Int, _ height: Int) -> State {
    Sample.reading(at: entry, size: Size(width: width, height: height))
  }

  /// What stands below the lower rule, without the keys.
  private func below(_ state: State) -> [String] {
    let rows = state.draw().rows
    guard let rule = rows.dropFirst(2).firstIndex(where: { $0.hasPrefix("──") }) else { return [] }
    return rows[(rule + 1)...].dropLast().reversed().drop { $0.isEmpty }.reversed()
  }

  @Test func aResultIsDerived() {
    #expect(
      below(reading("A[cat, sat]", 80, 40)) == [
        " A[cat, sat] = e^0.71 / (e^0.00 + e^0.71 + e^0.71) = 2.03 / 5.06 = 0.40",
        "",
        " How A[cat, sat] came about",
        " A[cat, sat] = 0.40                    e^0.71 / (e^0.00 + e^0.71 + e^0.71)",
        " ├▾ with the maximum taken off = 0.40  e^(0.71 - 0.71) / (0.49 + 1.00 + 1.00)",
        " │ ├▸ maximum = 0.71                   max(0.00, 0.71, 0.71)",
        " │ └▸ sum of exponentials = 2.49       0.49 + 1.00 + 1.00",
        " ├▸ score[cat, the] = 0.00             (0.0×1.0 + 1.0×0.0) / 1.414",
        " ├▸ score[cat, cat] = 0.71             (0.0×0.0 + 1.0×1.0) / 1.414",
        " └▸ score[cat, sat] = 0.71             (0.0×1.0 + 1.0×1.0) / 1.414",
      ])
  }

  @Test func whatHasNoRoomIsCounted() {
    #expect(
      below(reading("A[cat, sat]", 80, 32)).dropFirst(2) == [
        " How A[cat, sat] came about",
        " A[cat, sat] = 0.40                    e^0.71 / (e^0.00 + e^0.71 + e^0.71)",
        " ├▸ with the maximum taken off = 0.40  e^(0.71 - 0.71) / (0.49 + 1.00 + 1.00)",
        " ├▸ score[cat, the] = 0.00             (0.0×1.0 + 1.0×0.0) / 1.414",
        " … 2 more rows: e",
      ])
  }

  @Test func ofAnInputStandsWhatItReaches() {
    #expect(
      below(reading("K[cat, y]", 80, 40)).dropFirst(2) == [
        " What K[cat, y] reaches", " K[cat, y] = 1.00   an input", " ├▸ both rows of A",
        " └▸ both rows of O",
      ])
  }

  @Test func aWideScreenHasBoth() {
    let rows = below(reading("A[cat, sat]", 158, 40))
    #expect(rows[2].hasPrefix(" How A[cat, sat] came about "))
    #expect(rows[2].hasSuffix(" What A[cat, sat] reaches"))
    #expect(rows[4].hasPrefix(" ├▾ with the maximum taken off = 0.40 "))
    #expect(rows[4].hasSuffix(" └▸ row cat of O = (0.40, 0.60)"))
  }

  @Test func aLowScreenAndARoomHaveNone() {
    #expect(below(reading("A[cat, sat]", 80, 31)).count == 1)
    var room = reading("A[cat, sat]", 120, 40)
    room.isRoom = true
    #expect(below(room).count == 1)
  }

  /// The step keeps what it has on a screen of 24 lines; the rest is the derivation's.
  @Test(
    "how a tall screen is divided",
    arguments: [
      (31, 0, OpenDerivation.nowhere), (32, 0, .below(lines: 6)), (40, 0, .below(lines: 14)),
      (40, 19, .below(lines: 14)), (40, 20, .below(lines: 7)), (40, 26, .below(lines: 7)),
      (40, 27, .nowhere), (60, 19, .below(lines: 34)), (60, 20, .below(lines: 17)),
      (60, 36, .below(lines: 17)), (60, 37, .nowhere),
    ])
  func divided(height: Int, step: Int, open: OpenDerivation) {
    let size = Size(width: 100, height: height)
    #expect(OpenDerivation(size: size, isRoom: false, height: step) == open)
  }

  /// What is typed takes the place of the derivation before it takes any of the step's.
  @Test func nothingMovesWhileSomethingIsTyped() {
    var state = reading("A[cat, sat]", 80, 40)
    let before = state.draw().rows
    for key in "=Q @ V +".map({ Event.character($0) }) { _ = state.update(key) }
    #expect(state.draw().rows.prefix(20) == before.prefix(20))
    #expect(below(state).first?.contains("Q @ V +") == true)
    for key in [Event.key(.escape), .character("o")] { _ = state.update(key) }
    #expect(state.draw().rows.prefix(20) == before.prefix(20))
    #expect(!below(state).contains { $0.contains("came about") })
  }

  @Test func onWordsThereIsNone() {
    var state = reading("A[cat, sat]", 80, 40)
    for _ in 1...2 { _ = state.update(.character("n")) }
    #expect(below(state) == [" The lesson ends here."])
  }

  /// What stays open of itself must not answer what the step asks: it tells of what is shown, in every shipped step as it
  /// is opened.
  @Test("nothing that is held back is told", arguments: ShippedLessons.names)
  func holdsBack(name: String) throws {
    let lesson = try #require(ShippedLessons.lesson(name))
    var told: [String] = []
    for step in lesson.steps.indices {
      let state = ShippedLessons.opened(lesson, step: step, size: Size(width: 120, height: 40))
      guard var reading = state.reading else { continue }
      let shown = Set(reading.panels.flatMap { [$0.name, $0.formula].compactMap { $0 } })
      for panel in reading.panels where panel.isInput {
        reading.focus = Focus.first(of: panel)
        let rows = Aside(reading, .results, height: 30)?.tree.rows.dropFirst() ?? []
        let names = rows.filter { $0.depth == 1 }.compactMap(\.node.goal?.name)
        told += names.filter { !shown.contains($0) }.map { "step \(step + 1): \($0)" }
      }
    }
    #expect(told == [])
  }
}
