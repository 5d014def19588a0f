import CellLanguage

/// A reader's blocks as they are kept, and back.
extension Session {
  /// What the reader added, by the names under which it is kept.
  package var keptBlocks: [String: KeptBlock] {
    guard case .reading(let own) = arrangement else { return blocksAside }
    if own.isEmpty { return blocksAside }
    let keys = BlockKeys(original)
    var kept = blocksAside
    var rank = 0
    for (index, block) in own.enumerated() {
      rank = index > 0 && own[index - 1].place == block.place ? rank + 1 : 0
      var one = KeptBlock(kind: block.cell == nil ? .prose : .code, text: text(of: block))
      keys.note(block.place, in: &one)
      one.rank = rank
      kept[block.key] = one
    }
    return kept
  }

  private func text(of block: OwnBlock) -> String {
    switch block.content {
    case .code(let cell): cells[cell].source.text
    case .prose(let prose): prose.text
    }
  }

  /// Puts kept blocks where they stood, or as near as the lesson has it now, in place of those that are here. What can't
  /// be shown, or is more than fits, is left aside, and stays kept.
  mutating func restoreBlocks(_ kept: [String: KeptBlock]) {
    guard case .reading(let old) = arrangement else {
      // In a notebook that is written there is no place for them.
      blocksAside = kept
      return
    }
    if kept.isEmpty, old.isEmpty { return }
    let (own, texts, aside) = arranged(kept)
    blocksAside = aside
    _ = replace(texts, arrangement: .reading(own), panel: .nowhere)
  }

  /// Blocks of the reader's where they are to stand. Those that are here keep their ids and cells.
  ///
  /// - Returns: the blocks, the texts of cells that differ, and what can't be shown or is more than fits.
  mutating func arranged(
    _ kept: [String: KeptBlock], reusing old: [String: OwnBlock] = [:]
  ) -> (own: [OwnBlock], texts: [(cell: CellID, text: CellText)], aside: [String: KeptBlock]) {
    let keys = BlockKeys(original)
    var aside = kept
    var own: [OwnBlock] = []
    var texts: [(cell: CellID, text: CellText)] = []
    let placed = kept.compactMap { key, block in
      keys.place(of: block).map { (key: key, block: block, place: $0) }
    }
    .sorted {
      ($0.place, $0.block.step, $0.block.above, $0.block.rank, $0.key)
        < ($1.place, $1.block.step, $1.block.above, $1.block.rank, $1.key)
    }
    for (key, block, place) in placed where own.count < OwnText.countLimit {
      guard let content = content(of: block, in: old[key]?.cell, &texts) else { continue }
      let id = old[key]?.id ?? newBlock()
      own.append(OwnBlock(id: id, key: key, place: place, content: content))
      aside[key] = nil
    }
    return (own, texts, aside)
  }

  /// Nil where it isn't what it should be.
  private mutating func content(
    of block: KeptBlock, in there: CellID?, _ texts: inout [(cell: CellID, text: CellText)]
  ) -> OwnBlock.Content? {
    do throws(Diagnostic) {
      switch block.kind {
      case .prose: return .prose(try OwnText.prose(block.text))
      case .code:
        if let there, cells[there].source.text == block.text { return .code(there) }
        let text = try OwnText.cell(block.text, limits: limits, asIs: true)
        let cell = there ?? addCell()
        texts.append((cell, text))
        return .code(cell)
      }
    } catch {
      return nil
    }
  }
}
