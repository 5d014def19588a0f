/// A part of a notebook's file with its text to the last byte; all of them one behind the other are the file.
struct SourceBlock: Sendable {
  let id: BlockID
  let kind: BlockKind
  /// With the empty lines below it.
  var text: String
  /// The cells in it that run, in text order.
  var cells: [CellID] = []
}
