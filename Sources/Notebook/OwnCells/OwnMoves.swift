/// Where a reader's blocks go.
extension Session {
  /// The gap of the lesson, and the place among the reader's blocks, that an insertion means; nil where what it names is
  /// not there.
  func target(of insertion: Insertion, in own: [OwnBlock]) -> (place: OwnPlace, index: Int)? {
    func first(_ place: OwnPlace) -> (OwnPlace, Int) {
      (place, own.firstIndex { $0.place >= place } ?? own.count)
    }
    func last(_ place: OwnPlace) -> (OwnPlace, Int) {
      (place, own.firstIndex { $0.place > place } ?? own.count)
    }
    switch insertion {
    case .start(let step):
      return original.steps.indices.contains(step) ? first(OwnPlace(step: step, above: 0)) : nil
    case .end(let step): return end(ofStep: step).map(last)
    case .after(let id):
      if let index = own.firstIndex(where: { $0.id == id }) { return (own[index].place, index + 1) }
      guard let (step, block) = lessonBlock(id) else { return nil }
      return first(OwnPlace(step: step, above: block.map { $0 + 1 } ?? 0))
    case .before(let id):
      if let index = own.firstIndex(where: { $0.id == id }) { return (own[index].place, index) }
      guard let (step, block) = lessonBlock(id) else { return nil }
      if let block { return last(OwnPlace(step: step, above: block)) }
      // Above a step's title is the end of the one before.
      return end(ofStep: step - 1).map(last) ?? first(OwnPlace(step: step, above: 0))
    }
  }

  private func end(ofStep step: Int) -> OwnPlace? {
    guard original.steps.indices.contains(step) else { return nil }
    return OwnPlace(step: step, above: original.steps[step].blocks.count)
  }

  /// Which block of the lesson an id is; its step's title where it is none of the blocks.
  private func lessonBlock(_ id: BlockID) -> (step: Int, block: Int?)? {
    var number = id.number
    for (step, content) in original.steps.enumerated() {
      if number == 0 { return (step, nil) }
      if number <= content.blocks.count { return (step, number - 1) }
      number -= 1 + content.blocks.count
    }
    return nil
  }

  /// The blocks with one of them past its neighbour; nil where there is nowhere to go.
  func moved(_ index: Int, down: Bool, in own: [OwnBlock]) -> (own: [OwnBlock], index: Int)? {
    var own = own
    let other = down ? index + 1 : index - 1
    if own.indices.contains(other), own[other].place == own[index].place {
      own.swapAt(index, other)
      return (own, other)
    }
    guard let place = neighbour(of: own[index].place, down: down) else { return nil }
    // Between the two may be others, beside something that can't be seen.
    if own.indices.contains(other), down ? own[other].place < place : own[other].place > place {
      own[index].place = own[other].place
      own.swapAt(index, other)
      return (own, other)
    }
    own[index].place = place
    return (own, index)
  }

  /// The next gap behind something that can be seen, in this step or the one beside it.
  private func neighbour(of place: OwnPlace, down: Bool) -> OwnPlace? {
    let blocks = original.steps[place.step].blocks
    var above = place.above
    while down ? above < blocks.count : above > 0 {
      let passed = blocks[down ? above : above - 1]
      above += down ? 1 : -1
      if passed.kind != .pause, passed.kind != .note {
        return OwnPlace(step: place.step, above: above)
      }
    }
    if down {
      return original.steps.indices.contains(place.step + 1)
        ? OwnPlace(step: place.step + 1, above: 0) : nil
    }
    return end(ofStep: place.step - 1)
  }
}
