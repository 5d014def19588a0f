package import CellLanguage

/// Writing a notebook's own blocks.
extension Session {
  mutating func presentWriting(_ blocks: [SourceBlock]) -> [CellID] { [] }

  func textToEdit(of block: SourceBlock) -> String { block.text }

  mutating func insert(
    _ kind: BlockKind, _ text: String, _ place: Insertion, in blocks: [SourceBlock]
  ) throws(Diagnostic) -> Change {
    throw .refusal("not yet")
  }

  mutating func setText(
    of id: BlockID, to text: String, in blocks: [SourceBlock]
  ) throws(Diagnostic) -> Change {
    throw .refusal("not yet")
  }

  mutating func move(
    _ id: BlockID, by count: Int, in blocks: [SourceBlock]
  ) throws(Diagnostic) -> Change? {
    throw .refusal("not yet")
  }

  mutating func delete(_ id: BlockID, in blocks: [SourceBlock]) throws(Diagnostic) -> Change {
    throw .refusal("not yet")
  }

  /// What stands above the first step.
  package var head: BlockID? { nil }
  /// The file's text.
  package var markdown: String { "" }
  package var isUnsaved: Bool { false }

  package mutating func moveStep(_ step: Int, by count: Int) throws(Diagnostic) -> Change? {
    throw .refusal("not yet")
  }

  package mutating func deleteStep(_ step: Int) throws(Diagnostic) -> Change {
    throw .refusal("not yet")
  }
}
