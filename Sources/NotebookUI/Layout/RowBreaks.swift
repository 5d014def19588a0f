import Notebook
import Terminal

/// Which panels stand in a row together: in as few lines as can be, then so that those belong together that stand beside one
/// another. Inputs and what is computed from them are read from row to row, and none of several alike stands alone.
struct RowBreaks {
  let rows: [Range<Int>]

  /// What a line more counts, against what reads less well: a row of inputs and results, one that parts what is alike, one with a
  /// single panel of several.
  private static let line = 100
  private static let mixed = 25
  private static let parted = 25
  private static let lonely = 12

  init(_ boxes: [PanelBox], width: Int, gap: Int) {
    var costs = [0] + Array(repeating: Int.max, count: boxes.count)
    var starts = [0] + Array(repeating: 0, count: boxes.count)
    for end in boxes.indices.map({ $0 + 1 }) {
      var used = -gap
      for start in (0..<end).reversed() {
        used += boxes[start].size.width + gap
        if used > width && start < end - 1 { break }
        let cost = costs[start] + Self.cost(of: start..<end, boxes)
        // Of equals, the row below takes as few as it can: those above are full.
        if cost <= costs[end] && (cost < costs[end] || start > starts[end]) {
          costs[end] = cost
          starts[end] = start
        }
      }
    }
    var rows: [Range<Int>] = []
    var end = boxes.count
    while end > 0 {
      rows.insert(starts[end]..<end, at: 0)
      end = starts[end]
    }
    self.rows = rows
  }

  private static func cost(of row: Range<Int>, _ boxes: [PanelBox]) -> Int {
    let height = row.map { boxes[$0].size.height }.max() ?? 0
    var cost = (height + 1) * line
    if row.lowerBound > 0, areAlike(boxes[row.lowerBound - 1], boxes[row.lowerBound]) {
      cost += parted
    }
    if row.count == 1, boxes.count > 2 { cost += lonely }
    let tables = row.filter { boxes[$0].layout?.shape.shape.isEmpty == false }
    if Set(tables.map { boxes[$0].panel.isInput }).count > 1 { cost += mixed }
    return cost
  }

  /// Two matrices of one shape, both inputs or both computed.
  private static func areAlike(_ one: PanelBox, _ other: PanelBox) -> Bool {
    guard let shape = one.layout?.shape, let next = other.layout?.shape else { return false }
    return shape.shape.count > 1 && shape == next && one.panel.isInput == other.panel.isInput
  }
}
