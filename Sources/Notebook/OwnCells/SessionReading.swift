extension Session {
  /// The lesson with what the reader added between its blocks.
  mutating func presentReading(_ own: [OwnBlock]) {
    var rest = own[...]
    var number = 0
    outline = Outline()
    for (step, content) in original.steps.enumerated() {
      outline.beginStep()
      if !content.title.isEmpty {
        outline.add(BlockID(number: number), .heading, [], at: 0, isOwn: false)
      }
      number += 1
      var blocks: [Block] = []
      for above in 0...content.blocks.count {
        while let next = rest.first, next.place <= OwnPlace(step: step, above: above) {
          rest.removeFirst()
          outline.add(next.id, next.kind, next.blocks, at: blocks.count, isOwn: true)
          blocks += next.blocks
        }
        guard above < content.blocks.count else { break }
        let block = content.blocks[above]
        outline.add(BlockID(number: number), block.kind, [block], at: blocks.count, isOwn: false)
        blocks.append(block)
        number += 1
      }
      lesson.steps[step].blocks = blocks
    }
    ownCells = Set(own.compactMap(\.cell))
    orderCells(own)
  }

  /// The lesson's cells as they come, each of the reader's before the one that stands below it.
  private mutating func orderCells(_ own: [OwnBlock]) {
    cellOrder = []
    var next = 0
    for block in own {
      guard let cell = block.cell else { continue }
      let below = firstCell(below: block.place)
      if next < below { cellOrder += next..<below }
      next = max(next, below)
      cellOrder.append(cell)
    }
    cellOrder += next..<original.cells.count
    placedCells = Set(cellOrder)
  }

  private func firstCell(below place: OwnPlace) -> CellID {
    let rest =
      original.steps[place.step].blocks.dropFirst(place.above)
      + original.steps[(place.step + 1)...].joinedBlocks
    for block in rest {
      if let cell = block.cellIDs.min() { return cell }
    }
    return original.cells.count
  }
}

extension ArraySlice<Step> {
  fileprivate var joinedBlocks: [Block] { flatMap(\.blocks) }
}

extension OwnBlock {
  var kind: BlockKind { cell == nil ? .prose : .code }

  var blocks: [Block] {
    switch content {
    case .code(let cell): [.cell(cell)]
    case .prose(let prose): prose.blocks
    }
  }
}
