import Notebook
import Terminal

extension State {
  /// The lines of notes in view at once.
  var notesHeight: Int { max(1, size.height - 4) }

  func drawNotes(_ grid: inout Grid) {
    guard let notes else { return }
    drawNotesTitle(notes, on: &grid)
    let lines = notesLines
    let scroll = max(0, min(notes.scroll, lines.count - notesHeight))
    for (index, line) in lines.dropFirst(scroll).prefix(notesHeight).enumerated() {
      grid.put(line, at: Point(x: 1, y: 2 + index), limit: size.width - 1)
    }
    let below = lines.count - scroll - notesHeight
    grid.putRule(row: 1, note: scroll > 0 ? "↑ \(scroll) more" : "")
    grid.putRule(
      row: size.height - 2,
      message: message ?? (notes.followed == nil ? nil : notes.ending.map { .note($0) }),
      note: below > 0 ? "↓ \(below) more" : "")
  }

  /// The lesson, and the time at the right, where it changes by the second and moves nothing.
  private func drawNotesTitle(_ notes: Notes, on grid: inout Grid) {
    guard let status = notes.followed?.status, let elapsed = notes.elapsed else {
      grid.put("Speaker notes", at: Point(x: 1, y: 0), style: Style(.title, bold: true))
      return
    }
    let isOver = status.minutes > 0 && elapsed.all > status.minutes * 60_000
    let clock =
      (notes.isPaused ? "‖ " : "") + Notes.text(milliseconds: elapsed.all)
      + (status.minutes > 0 ? " of \(status.minutes) min" : "")
    let x = size.width - 1 - TextWidth.columns(of: clock)
    grid.put(clock, at: Point(x: x, y: 0), style: Style(isOver ? .warning : .strong, bold: true))
    let title = TextWidth.clipped(status.title, to: x - 3)
    grid.put(title, at: Point(x: 1, y: 0), style: Style(.title, bold: true), limit: x - 1)
  }

  var notesLines: [StyledLine] {
    guard let notes else { return [] }
    let width = min(size.width - 2, 84)
    guard let status = notes.followed?.status else {
      return NotesLines.waiting(notes, width: width)
    }
    let lines = NotesLines(
      status: status, elapsed: notes.elapsed ?? (0, 0), width: width, isASCII: isASCII)
    let others = notes.demos.count - 1
    let more = others == 1 ? "Another one runs" : "\(others) others run"
    return lines.all
      + (others > 0
        ? [StyledLine(), StyledLine("\(more): \(keyName(.nextDemo)) follows the next.", .dim)] : [])
  }
}
