import Notebook
import Terminal
import Testing

@testable import NotebookUI

@Suite struct ProseLayoutTests {
  private let layout = ProseLayout(live: { $0.expression == "x" ? "0.40" : "…" })

  private func text(_ blocks: [ProseBlock], width: Int = 30) -> [String] {
    layout.lines(blocks, width: width).map(\.text)
  }

  @Test func paragraphsStandApart() {
    #expect(
      text([.paragraph([.text("One.")]), .paragraph([.text("Two.")])]) == ["One.", "", "Two."])
  }

  @Test func liveNumbersAreQuoted() {
    let live = LiveNumber(expression: "x", format: ".2f", line: 1)
    let lines = layout.lines([.paragraph([.text("It is "), .live(live), .text(".")])], width: 30)
    #expect(lines.map(\.text) == ["It is 0.40."])
    #expect(lines[0].runs[1] == Run("0.40", .live))
  }

  @Test func aBrokenLineIsBroken() {
    #expect(text([.paragraph([.text("One,"), .lineBreak, .text("two.")])]) == ["One,", "two."])
  }

  @Test func itemsHangBehindTheirMarks() {
    let items: [[ProseBlock]] = [
      [.paragraph([.text("the first of the items")])], [.paragraph([.text("the second")])],
    ]
    #expect(
      text([.list(ordered: false, start: 1, items: items)], width: 16) == [
        "• the first of", "  the items", "• the second",
      ])
    #expect(
      text([.list(ordered: true, start: 9, items: items)], width: 40) == [
        "9.  the first of the items", "10. the second",
      ])
  }

  @Test func aQuoteHasALineAtItsSide() {
    #expect(
      text([.quote([.paragraph([.text("To be or not to be")])])], width: 12) == [
        "▏ To be or", "▏ not to be",
      ])
  }

  @Test func tablesAlignTheirColumns() {
    let table = ProseBlock.table(
      header: [[.text("name")], [.text("n")]], alignments: [.leading, .trailing],
      rows: [[[.code("Q")], [.text("2")]], [[.code("keys")], [.text("13")]]])
    #expect(text([table]) == ["name   n", "────────", "Q      2", "keys  13"])
  }

  @Test func aTableThatIsTooWideGivesWayInItsWidestColumn() {
    let table = ProseBlock.table(
      header: [[.text("a")], [.text("why")]], alignments: [.leading, .leading],
      rows: [[[.text("1")], [.text("because it is so")]]])
    #expect(
      text([table], width: 14) == [
        "a  why        ", "──────────────", "1  because it ", "   is so      ",
      ])
  }

  @Test func deepNestingStaysInsideTheWidth() {
    var block = ProseBlock.paragraph([.text("word word")])
    for _ in 0..<40 { block = .quote([block]) }
    #expect(layout.lines([block], width: 20).allSatisfy { $0.width <= 40 })
  }
}
