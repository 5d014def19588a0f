package import CellLanguage

/// Putting a notebook's blocks and steps in another order.
extension Session {
  mutating func move(
    _ id: BlockID, by count: Int, in blocks: [SourceBlock]
  ) throws(Diagnostic) -> Change? {
    guard var index = blocks.firstIndex(where: { $0.id == id }), blocks[index].kind != .head else {
      return nil
    }
    var after = synced(blocks)
    let start = index
    for _ in 0..<Swift.min(count.magnitude, 10_000) {
      let other = index + count.signum()
      guard after.indices.contains(other), after[other].kind != .head else { break }
      // Above the first title there is no step.
      if count < 0, after[other].kind == .heading, !after.hasHeading(above: other) { break }
      if count > 0, after[index].kind == .heading, !after.hasHeading(above: index) { break }
      after.exchange(Swift.min(index, other), lineEnd)
      index = other
    }
    guard index != start else { return nil }
    return try commit(after, about: "", at: index..<index + 1, ids: (before: id, after: id))
  }

  /// Puts a step before or behind others, with all that stands in it.
  ///
  /// - Returns: nil where there is nowhere to go.
  package mutating func moveStep(_ step: Int, by count: Int) throws(Diagnostic) -> Change? {
    guard case .writing(let blocks) = arrangement, let ranges = titledSteps(blocks),
      ranges.indices.contains(step)
    else { return nil }
    let target = Swift.max(0, Swift.min(step + count, ranges.count - 1))
    guard target != step else { return nil }
    var after = synced(blocks)
    let ordered = ranges.indices.filter { $0 != step }
    var order = Array(ordered)
    order.insert(step, at: target)
    let first = ranges[0].lowerBound
    let moved = order.map { Array(after[ranges[$0]]) }
    after.replaceSubrange(first..., with: moved.joined())
    var index = first
    for blocks in moved {
      after.separate(at: index, by: 2, lineEnd)
      index += blocks.count
    }
    after.endFile(as: blocks, lineEnd)
    let id = blocks[ranges[step].lowerBound].id
    return try commit(after, about: "", at: first..<first, ids: (before: id, after: id))
  }

  /// Takes a step away with all that stands in it.
  ///
  /// - Throws: why it can't be missed.
  package mutating func deleteStep(_ step: Int) throws(Diagnostic) -> Change {
    guard case .writing(let blocks) = arrangement, !outline(ofStep: step).isEmpty else {
      throw Self.isGone
    }
    let ids = Set(outline(ofStep: step).map(\.id))
    guard let index = blocks.firstIndex(where: { ids.contains($0.id) }) else { throw Self.isGone }
    var after = synced(blocks)
    after.removeAll { ids.contains($0.id) }
    after.separate(at: index, lineEnd)
    let beside = outline(ofStep: step + 1).first ?? outline(ofStep: step - 1).first
    return try commit(
      after, about: "", at: index..<index,
      ids: (before: blocks[index].id, after: beside?.id))
  }

  /// The blocks of each step; nil where what stands above the first title is a step by itself.
  private func titledSteps(_ blocks: [SourceBlock]) -> [Range<Int>]? {
    let starts = blocks.indices.filter { blocks[$0].kind == .heading }
    guard let first = starts.first, blocks[..<first].allSatisfy({ $0.kind == .head }) else {
      return nil
    }
    return starts.enumerated().map { place, start in
      start..<(place + 1 < starts.count ? starts[place + 1] : blocks.count)
    }
  }
}

extension [SourceBlock] {
  fileprivate func hasHeading(above index: Int) -> Bool {
    self[..<index].contains { $0.kind == .heading }
  }

  /// Exchanges a block with the one below it; the empty lines below each place stay there.
  fileprivate mutating func exchange(_ index: Int, _ lineEnd: String) {
    let upper = SourceText(self[index].text)
    let lower = SourceText(self[index + 1].text)
    let (above, below) = (self[index + 1], self[index])
    self[index] = above
    self[index + 1] = below
    self[index].text = String(upper.lead + lower.body + upper.tail)
    self[index + 1].text = String(lower.lead + upper.body + lower.tail)
    for place in index...index + 2 { separate(at: place, lineEnd) }
  }

  /// Ends the file as it ended before.
  fileprivate mutating func endFile(as blocks: [SourceBlock], _ lineEnd: String) {
    guard let old = blocks.last.map({ SourceText($0.text).tail }), let last else { return }
    let text = SourceText(last.text)
    self[count - 1].text = String(text.lead + text.body + old)
  }
}
