/// A part of a notebook's file with its text to the last byte; all of them one behind the other are the file.
struct SourceBlock: Sendable {
  let id: BlockID
  let kind: BlockKind
  /// With the empty lines below it.
  var text: String { didSet { reading = nil } }
  /// The cells in it that run, in text order.
  var cells: [CellID] = []
  /// Nil where the text has not been read since it was changed.
  private(set) var reading: BlockReading?

  init(id: BlockID, kind: BlockKind, text: String, cells: [CellID] = []) {
    self.id = id
    self.kind = kind
    self.text = text
    self.cells = cells
  }

  mutating func read(line: Int) {
    if reading == nil { reading = BlockReading(kind, text, line: line) }
  }
}
