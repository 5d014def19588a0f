import CellLanguage

/// The edits of a session, without limit: those that can be taken back, and those that were.
struct History: Sendable {
  /// What one edit did to the texts of cells.
  struct Edit: Sendable {
    let panel: PanelID
    let position: [Int]?
    var cells: [(cell: CellID, before: String, after: String)]
    /// The block that was written, where it was one as a whole.
    var block: BlockID?
    /// Where blocks were put elsewhere, or prose was written.
    var blocks: Blocks?
    var deed: Change.Deed?
    /// Under which names cells of the reader's are kept, of those that it changed.
    var ownKeys: [CellID: String] = [:]
    /// As it is kept, where that was asked for already.
    var kept: Kept?
  }

  struct Blocks: Sendable {
    let before: Arrangement
    let after: Arrangement
    /// What the edit is about, as long as it is there; where it isn't, what stands in its place.
    let ids: (before: BlockID?, after: BlockID?)
    /// As they are kept, those of the reader's blocks that differ.
    var own: (before: [String: KeptBlock?], after: [String: KeptBlock?]) = ([:], [:])
  }

  /// As JSON: what takes an edit back, and what makes it again.
  struct Kept: Sendable {
    let before: String
    let after: String
  }

  private(set) var done: [Edit] = []
  private(set) var undone: [Edit] = []
  /// Edits of earlier runs, which come when there is nothing else to take back or to make again; the last one first.
  private(set) var older: [KeptEdit] = []
  private(set) var newer: [KeptEdit] = []
  /// Another value whenever something else can be undone or redone.
  private(set) var version = 0

  init() {}

  /// What an earlier run left.
  init(older: [KeptEdit], newer: [KeptEdit]) {
    self.older = older
    self.newer = newer
  }

  var canUndo: Bool { !done.isEmpty || !older.isEmpty }
  var canRedo: Bool { !undone.isEmpty || !newer.isEmpty }

  mutating func add(_ edit: Edit) {
    done.append(edit)
    undone = []
    newer = []
    version += 1
  }

  /// Gives what was done last its name.
  mutating func name(_ deed: Change.Deed) {
    if let last = done.indices.last { done[last].deed = deed }
  }

  /// Says of what was done last how the reader's blocks are kept that it changed.
  mutating func note(own: (before: [String: KeptBlock?], after: [String: KeptBlock?])) {
    if let last = done.indices.last { done[last].blocks?.own = own }
  }

  mutating func takeBack() -> Edit? {
    guard let edit = done.popLast() else { return nil }
    undone.append(edit)
    version += 1
    return edit
  }

  mutating func doAgain() -> Edit? {
    guard let edit = undone.popLast() else { return nil }
    done.append(edit)
    version += 1
    return edit
  }

  // MARK: - Of earlier runs

  mutating func takeOlder() -> KeptEdit? {
    version += 1
    return older.popLast()
  }

  mutating func takeNewer() -> KeptEdit? {
    version += 1
    return newer.popLast()
  }

  /// An edit of an earlier run that was taken back.
  mutating func addUndone(_ edit: Edit) { undone.append(edit) }

  /// One that was made again: what else was undone stays so.
  mutating func addRedone(_ edit: Edit) { done.append(edit) }

  // MARK: - As it is kept

  mutating func keep(done index: Int, as kept: Kept) { done[index].kept = kept }
  mutating func keep(undone index: Int, as kept: Kept) { undone[index].kept = kept }
}
