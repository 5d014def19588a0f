import Notebook
import Terminal

/// What a step shows, in text order: lines of text, and panels.
enum StepElement {
  /// Text, by the room there is.
  case text((TextRoom) -> TextBlock)
  /// The panels of cells that follow one another.
  case panels([Panel])
}

extension Reading {
  /// All of the step, what a room doesn't see yet included: so that nothing moves when it is revealed.
  func elements(ascii: Bool) -> [StepElement] {
    lesson.steps.indices.contains(step)
      ? elements(of: lesson.steps[step].blocks.map { [$0] }, ascii: ascii) : []
  }

  func elements(of blocks: [[Block]], ascii: Bool) -> [StepElement] {
    var collector = ElementCollector(
      reading: self,
      prose: ProseLayout(live: { text(of: $0) }, isASCII: ascii),
      panels: Dictionary(grouping: session.panels(inStep: step), by: \.id.cell))
    for item in session.outline(ofStep: step) {
      let found = item.blocks.flatMap { blocks[safe: $0] ?? [] }
      // What is hidden from a room has no place of its own either.
      if found.isEmpty && !item.blocks.isEmpty { continue }
      collector.take(item, found)
    }
    return collector.elements.isEmpty && session.isAuthoring
      ? [EmptyStep.element(bindings)] : collector.elements
  }
}

private struct ElementCollector {
  let reading: Reading
  let prose: ProseLayout
  let panels: [CellID: [Panel]]
  var elements: [StepElement] = []

  /// What is the reader's own can be gone to.
  mutating func take(_ item: OutlineItem, _ blocks: [Block]) {
    guard item.isOwn, reading.stops(in: item) == [.block(item.id)] else {
      for block in blocks { take(block) }
      return
    }
    let own = OwnLines(item: item, blocks: blocks, reading: reading, prose: prose)
    if item.kind != .heading { elements.append(.text { own.block($0) }) }
  }

  private mutating func take(_ block: Block) {
    switch block {
    case .prose(let block): append(block)
    case .cell(let id): append(panels[id] ?? [])
    case .listing(_, let text): append { PanelBox.code(text, width: $0) }
    case .pause, .note, .play: break
    case .exercise(let exercise): append(exercise)
    case .quiz(let quiz): append(quiz)
    case .predict(let predict):
      let lines = GuessLines(predict: predict, reading: reading, prose: prose)
      elements.append(.text { lines.block($0) })
    }
  }

  private mutating func append(_ block: ProseBlock) {
    append { [prose] in prose.lines(block, width: $0) }
  }

  private mutating func append(_ lines: @escaping (Int) -> [StyledLine]) {
    elements.append(.text { TextBlock(lines($0.width)) })
  }

  private mutating func append(_ panels: [Panel]) {
    guard !panels.isEmpty else { return }
    if case .panels(let before) = elements.last {
      elements[elements.count - 1] = .panels(before + panels)
    } else {
      elements.append(.panels(panels))
    }
  }

  private mutating func append(_ exercise: Exercise) {
    for block in exercise.blocks { take(block) }
    let lines = ExerciseLines(exercise: exercise, reading: reading, prose: prose)
    guard !lines.isEmpty else { return }
    elements.append(.text { lines.block($0) })
  }

  private mutating func append(_ quiz: Quiz) {
    let lines = QuizLines(quiz: quiz, reading: reading, prose: prose)
    elements.append(.text { lines.block($0) })
  }
}
