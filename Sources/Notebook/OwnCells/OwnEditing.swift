import CellLanguage

/// Writing between the blocks of a lesson.
extension Session {
  mutating func insert(
    _ kind: BlockKind, _ text: String, _ insertion: Insertion, among own: [OwnBlock], asIs: Bool
  ) throws(Diagnostic) -> Change {
    guard own.count < OwnText.countLimit else {
      throw .refusal("a lesson takes \(OwnText.countLimit) cells of yours, and has them")
    }
    guard let (place, index) = target(of: insertion, in: own) else {
      throw .refusal("that place isn't there any more", "go to the cell beside it and try again")
    }
    var texts: [(cell: CellID, text: CellText)] = []
    let content: OwnBlock.Content
    switch kind {
    case .code:
      let text = try OwnText.cell(text, limits: limits, asIs: asIs)
      let cell = addCell()
      texts.append((cell, text))
      content = .code(cell)
    case .prose: content = .prose(try OwnText.prose(text))
    default:
      throw .refusal(
        "a lesson takes cells and prose of yours, nothing else",
        "qkv new FILE.md begins a notebook of your own")
    }
    let block = OwnBlock(id: newBlock(), key: Self.newKey(), place: place, content: content)
    var after = own
    after.insert(block, at: index)
    return commit(
      texts, .reading(after), panel: panel(of: content),
      ids: (before: neighbour(of: insertion), after: block.id))
  }

  /// A name under which no other notebook keeps a block.
  private static func newKey() -> String {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private func panel(of content: OwnBlock.Content) -> PanelID {
    if case .code(let cell) = content { PanelID(cell: cell, statement: 0) } else { .nowhere }
  }

  func neighbour(of insertion: Insertion) -> BlockID? {
    switch insertion {
    case .before(let id), .after(let id): id
    case .start(let step): outline(ofStep: step).first?.id
    case .end(let step): outline(ofStep: step).last?.id
    }
  }

  mutating func setText(
    of id: BlockID, to text: String, among own: [OwnBlock], asIs: Bool
  ) throws(Diagnostic) -> Change {
    let index = try index(of: id, among: own)
    switch own[index].content {
    case .code(let cell):
      let new = try OwnText.cell(text, in: cells[cell].source, limits: limits, asIs: asIs)
      return commit(
        [(cell, new)], panel: PanelID(cell: cell, statement: 0), at: nil, block: id)
    case .prose(let old):
      let prose = try OwnText.prose(text)
      var after = own
      after[index].content = .prose(prose)
      guard prose.text != old.text else {
        return Change(panel: .nowhere, position: nil, changed: [:], block: id, step: step(of: id))
      }
      return commit([], .reading(after), panel: .nowhere, ids: (before: id, after: id))
    }
  }

  private func index(of id: BlockID, among own: [OwnBlock]) throws(Diagnostic) -> Int {
    if let index = own.firstIndex(where: { $0.id == id }) { return index }
    throw .refusal(
      "this is the lesson's, and stays as it is", "what you add yourself can be written and moved")
  }

  mutating func move(_ id: BlockID, by count: Int, among own: [OwnBlock]) -> Change? {
    guard var index = own.firstIndex(where: { $0.id == id }) else { return nil }
    var after = own
    for _ in 0..<min(count.magnitude, 10_000) {
      guard let next = moved(index, down: count > 0, in: after) else { break }
      (after, index) = next
    }
    guard after.map(\.id) != own.map(\.id) || after[index].place != own[index].place else {
      return nil
    }
    return commit(
      [], .reading(after), panel: panel(of: after[index].content), ids: (before: id, after: id))
  }

  mutating func delete(_ id: BlockID, among own: [OwnBlock]) throws(Diagnostic) -> Change {
    let index = try index(of: id, among: own)
    var after = own
    after.remove(at: index)
    return commit(
      [], .reading(after), panel: panel(of: own[index].content),
      ids: (before: id, after: successor(of: id)))
  }

  /// What stands in a block's place where it is gone: what is below it in its step, else above.
  func successor(of id: BlockID) -> BlockID? {
    guard let step = step(of: id) else { return nil }
    let items = outline(ofStep: step).filter { $0.kind != .pause && $0.kind != .note }
    guard let index = items.firstIndex(where: { $0.id == id }) else { return nil }
    let beside = index + 1 < items.count ? index + 1 : index - 1
    return items.indices.contains(beside) ? items[beside].id : nil
  }
}
