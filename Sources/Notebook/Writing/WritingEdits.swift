import CellLanguage

/// Writing a notebook's own blocks: the text of each is put where it belongs, and no other byte changes.
extension Session {
  mutating func insert(
    _ kind: BlockKind, _ text: String, _ insertion: Insertion, in blocks: [SourceBlock], asIs: Bool
  ) throws(Diagnostic) -> Change {
    guard let index = index(of: insertion, in: blocks) else {
      throw .refusal("that place isn't there any more", "go to the cell beside it and try again")
    }
    let parts = try parts(of: text, as: kind, asIs: asIs)
    let new = parts.map { SourceBlock(id: newBlock(), kind: $0.kind, text: $0.text) }
    var after = synced(blocks)
    after.insert(contentsOf: new, at: index)
    after.separate(at: index, by: 2, lineEnd)
    after.separate(at: index + new.count, by: 2, lineEnd)
    return try commit(
      after, about: text, at: index..<index + new.count, asIs: asIs,
      ids: (before: neighbour(of: insertion), after: new.first?.id))
  }

  mutating func setText(
    of id: BlockID, to text: String, in blocks: [SourceBlock], asIs: Bool
  ) throws(Diagnostic) -> Change {
    guard let index = blocks.firstIndex(where: { $0.id == id }) else { throw Self.isGone }
    var after = synced(blocks)
    let block = after[index]
    if text == textToEdit(of: block) {
      return Change(
        panel: panel(of: block), position: nil, changed: [:], block: id, step: step(of: id))
    }
    let old = SourceText(block.text)
    var parts = try parts(of: text, as: block.kind, asIs: asIs)
    if block.kind == .head { try checkHead(parts, of: text) }
    if block.kind == .code, let fenced = FencedText(block.text) {
      parts = [SourceCutter.Part(kind: .code, text: fenced.text(with: text, lineEnd: lineEnd))]
    } else {
      parts[0].text = old.lead + parts[0].text
      parts[parts.count - 1].text += old.tail
    }
    // What was one block may be several now; the first of its kind is the one that was.
    let same = parts.firstIndex { $0.kind == block.kind } ?? 0
    let new = parts.enumerated().map { place, part in
      SourceBlock(
        id: place == same ? id : newBlock(), kind: part.kind, text: part.text,
        cells: place == same ? block.cells : [])
    }
    after.replaceSubrange(index...index, with: new)
    for place in index..<index + new.count where place > index {
      after.separate(at: place, lineEnd)
    }
    return try commit(
      after, about: text, at: index..<index + new.count, asIs: asIs, ids: (before: id, after: id))
  }

  mutating func delete(_ id: BlockID, in blocks: [SourceBlock]) throws(Diagnostic) -> Change {
    guard let index = blocks.firstIndex(where: { $0.id == id }) else { throw Self.isGone }
    guard blocks[index].kind != .head else {
      throw .refusal("a notebook needs its head", "edit it instead")
    }
    var after = synced(blocks)
    after.remove(at: index)
    after.separate(at: index, lineEnd)
    return try commit(
      after, about: "", at: index..<index, ids: (before: id, after: successor(of: id)))
  }

  static var isGone: Diagnostic {
    .refusal("that isn't there any more", "go to the cell beside it and try again")
  }

  // MARK: - Parts

  /// A text as blocks without empty lines around them.
  private func parts(
    of text: String, as kind: BlockKind, asIs: Bool
  ) throws(Diagnostic) -> [SourceCutter.Part] {
    try OwnText.check(text, limit: LessonReader.byteLimit)
    let source: String
    switch kind {
    case .code:
      _ = try OwnText.cell(text, limits: limits, asIs: asIs)
      source = FencedText.cell(text, lineEnd: lineEnd)
    case .heading:
      let title = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard !title.isEmpty else {
        throw Diagnostic(
          code: "syntax", "the step has no title", at: SourceRange(0, text.utf8.count),
          help: "write a few words")
      }
      source = "## " + title
    default: source = String(SourceText(text).body).replacing("\n", with: lineEnd)
    }
    let parts = SourceCutter(source, isHead: kind == .head).parts
    guard !parts.isEmpty else {
      let all = SourceRange(0, text.utf8.count)
      // Only a title of the whole notebook is nobody's.
      throw source.isEmpty
        ? Diagnostic(
          code: "syntax", "there is no text here", at: all, help: "write some, or delete it")
        : Diagnostic(
          code: "syntax", "a heading of one # stands inside the lesson", at: all,
          help: "write ## for a step, ### for a heading in it")
    }
    return parts
  }

  /// Below the head stands the title, and what else is written there would be a step without one.
  private func checkHead(_ parts: [SourceCutter.Part], of text: String) throws(Diagnostic) {
    guard let extra = parts.dropFirst().first, extra.kind != .heading else { return }
    let start = parts[0].text.utf8.count
    let line = SourceText(extra.text).body.split(whereSeparator: \.isNewline).first ?? ""
    throw Diagnostic(
      code: "syntax", "text stands below the head", at: SourceRange(start, start + line.utf8.count),
      help:
        "the title stands behind title: in the head, and as # Title below it; text belongs in a step"
    )
  }

  private func index(of insertion: Insertion, in blocks: [SourceBlock]) -> Int? {
    func index(_ id: BlockID?) -> Int? { id.flatMap { id in blocks.firstIndex { $0.id == id } } }
    switch insertion {
    case .after(let id): return index(id).map { $0 + 1 }
    // Nothing stands above the head.
    case .before(let id): return index(id).map { max($0, blocks.first?.kind == .head ? 1 : 0) }
    case .start(let step):
      guard let first = outline(ofStep: step).first else { return nil }
      return index(first.id).map { first.kind == .heading ? $0 + 1 : $0 }
    case .end(let step): return index(outline(ofStep: step).last?.id).map { $0 + 1 }
    }
  }

  private func panel(of block: SourceBlock) -> PanelID {
    block.kind == .code
      ? block.cells.first.map { PanelID(cell: $0, statement: 0) } ?? .nowhere : .nowhere
  }

  // MARK: - Into place

  /// Puts blocks in the place of those that are there, where the lesson can still be read with them.
  ///
  /// - Parameters:
  ///   - text: what was written, and `place` the blocks that it became.
  ///   - asIs: whether cells in it that can't be read are kept as well.
  ///   - ids: the block that it is about, before and after.
  mutating func commit(
    _ blocks: [SourceBlock], about text: String, at place: Range<Int>, asIs: Bool = true,
    ids: (before: BlockID?, after: BlockID?)
  ) throws(Diagnostic) -> Change {
    var blocks = blocks
    blocks.read()
    try checkReadable(blocks, about: text, at: place, asIs)
    guard case .writing(let before) = arrangement else { throw Self.isGone }
    if blocks.last?.id != before.last?.id { blocks.endFile(lineEnd) }
    blocks.read()
    assignCells(to: &blocks)
    arrangement = .writing(synced(before))
    let panel = blocks[place].first.map { self.panel(of: $0) } ?? PanelID.nowhere
    return commit(starterTexts(blocks), .writing(blocks), panel: panel, ids: ids)
  }

  /// Whether the file would be read: block by block, and in whole only where that tells of something wrong.
  private func checkReadable(
    _ blocks: [SourceBlock], about text: String, at place: Range<Int>, _ asIs: Bool
  ) throws(Diagnostic) {
    let isFaulty = !asIs && blocks[place].contains { $0.reading?.problems.isEmpty == false }
    guard isFaulty || blocks.mayHaveProblems else { return }
    let (_, problems) = LessonReader.read(text: blocks.map(\.text).joined(), name: fileName)
    let first = line(of: place.lowerBound, in: blocks)
    let lines = first..<first + SourceText.lineCount(of: text) + 1
    let problem = problems.first { !$0.isBearable || isFaulty && lines.contains($0.line) }
    guard let problem else { return }
    throw Diagnostic(problem, in: text, firstLine: first)
  }

  /// The line on which what a block says begins.
  private func line(of index: Int, in blocks: [SourceBlock]) -> Int {
    let above = blocks[..<index].reduce(1) { $0 + SourceText.lineCount(of: $1.text) }
    guard blocks.indices.contains(index) else { return above }
    let lead = SourceText.lineCount(of: String(SourceText(blocks[index].text).lead))
    return above + lead + (blocks[index].kind == .code ? 1 : 0)
  }

  /// The cells to start from whose text is another now: what was entered there goes, and comes back with undo.
  private func starterTexts(_ blocks: [SourceBlock]) -> [(cell: CellID, text: CellText)] {
    blocks.filter { $0.kind != .code && !$0.cells.isEmpty }.flatMap { block in
      zip(block.reading?.cells ?? [], block.cells).compactMap { cell, id in
        guard lesson.cells[id].source.text != cell.source.text else { return nil }
        return (id, CellText(cell.program))
      }
    }
  }
}

extension [SourceBlock] {
  /// What stands last now ends the file, with one end of a line.
  fileprivate mutating func endFile(_ lineEnd: String) {
    guard let last else { return }
    let text = SourceText(last.text)
    self[count - 1].text = text.lead + text.body + lineEnd
  }

  /// Sees to it that a block and the one above it stay two: by an empty line between two pieces of prose, else by a new line.
  ///
  /// - Parameter ends: how many ends of lines are to stand between them at least.
  mutating func separate(at index: Int, by ends: Int = 1, _ lineEnd: String) {
    guard index > 0, index < count else { return }
    let ends = self[index].kind == .prose && self[index - 1].kind == .prose ? 2 : ends
    let above = SourceText(self[index - 1].text)
    let below = SourceText(self[index].text)
    let lines =
      SourceText.lineCount(of: String(above.tail)) + SourceText.lineCount(of: String(below.lead))
    guard above.body.isEmpty == false, lines < ends else { return }
    self[index - 1].text += String(repeating: lineEnd, count: ends - lines)
  }
}
