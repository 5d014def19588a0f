import CellLanguage
import Notebook

/// The blocks of a step, of which some are the reader's own.
extension Reading {
  /// The block that the cursor stands in.
  var focusedBlock: BlockID? {
    switch focus {
    case .block(let block): block
    case .panel(let panel, _): session.block(of: panel.cell)
    case .option(let task, _), .guess(let task): session.block(ofTask: task)
    case nil: nil
    }
  }

  /// The cell under the cursor, where it is the reader's own to write as a whole.
  var focusedCell: BlockID? {
    focusedBlock.flatMap { kind(of: $0) == .code && session.isOwn($0) ? $0 : nil }
  }

  func kind(of block: BlockID) -> BlockKind? { session.item(block)?.item.kind }

  /// Whether the cursor stands in something that can be rewritten, moved and deleted.
  var focusIsOwn: Bool { focusedBlock.map { session.isOwn($0) } ?? false }

  /// Whether the cursor is on the title of the step, which stands above the page.
  var focusIsTitle: Bool {
    if case .block(let block) = focus { kind(of: block) == .heading } else { false }
  }

  /// Where the cursor comes to in a block of this step.
  func focus(on block: BlockID) -> Focus? {
    guard let (step, item) = session.item(block), step == self.step else { return nil }
    return stops(in: item).first
  }

  /// The last block of the step that may be seen, where others are hidden still.
  var lastShownBlock: BlockID? {
    guard hasHiddenParts else { return nil }
    return session.outline(ofStep: step).last { isShown($0) }?.id
  }

  private func isShown(_ item: OutlineItem) -> Bool {
    let shown = shownByBlock
    return item.blocks.contains { shown[safe: $0]?.isEmpty == false }
  }

  /// `B`, or `your text`, as messages name a block.
  func words(of block: BlockID) -> String {
    guard let kind = kind(of: block) else { return "this" }
    if kind == .heading { return "the step" }
    let name = session.cell(of: block).flatMap { session.panels(of: $0).last?.name }
    return name ?? kind.words
  }

  /// The same at the beginning of a sentence; a name keeps its letters.
  func title(of block: BlockID) -> String {
    let words = words(of: block)
    return isName(words) ? words : words.capitalizedFirst
  }

  /// Whether a word is a name of this lesson or of the language.
  private func isName(_ word: String) -> Bool {
    FunctionTable.names.contains(word)
      || session.cellOrder.contains { session.names(of: $0).contains(word) }
  }

  /// A sentence out of what was said of a fault: one that begins with a name stays as it is.
  func sentence(_ words: String) -> String {
    let first = String(words.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    return isName(first) ? words : words.capitalizedFirst
  }

  /// After a change of the steps the reader is in one that is there.
  mutating func repairStep() {
    let last = max(0, lesson.steps.count - 1)
    if step > last { go(toStep: last) }
  }
}
