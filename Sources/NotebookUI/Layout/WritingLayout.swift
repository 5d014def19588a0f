import Notebook
import Terminal

/// Where the text being written stands, and how much of it is seen at once.
struct WritingLayout {
  let rows: EditorRows
  /// The columns before the text, which hold the numbers of lines.
  let gutter: Int
  /// The lines below the text: what it gives, and what can be completed.
  let statusLines: Int
  /// The most rows that there is room for.
  let room: Int
  /// The text as it will be seen; empty where it isn't shown.
  let preview: [StyledLine]
  /// Where the preview stands.
  let place: Place

  enum Place { case beside, below, alone, nowhere }

  var isPreviewAlone: Bool { place == .alone }
  /// The columns of the text that is written, its numbers of lines included.
  let width: Int

  /// Below this height a single line says what the text gives, or what can be completed.
  private static let tall = 18
  private static let fewestRows = 3
  /// Lines that a preview below needs, the rule above it included.
  private static let fewestPreview = 3

  init(_ writing: Writing, size: Size, isASCII: Bool = false) {
    let count = writing.editor.characters.count { $0 == "\n" } + 1
    gutter = writing.kind == .code ? "\(count)".count + 1 : 0
    statusLines = size.height < Self.tall ? 1 : 2
    room = max(1, Frame.mostBottomLines(size) - statusLines)
    let columns = size.width - 2
    let isWide = size.width >= StepPage.sideBySide
    let hasRoom = isWide || room >= Self.fewestRows + Self.fewestPreview
    if writing.trial == nil || hasRoom == writing.isPreviewTurned {
      place = .nowhere
    } else {
      place = isWide ? .beside : hasRoom ? .below : .alone
    }
    width = place == .beside ? (columns - Self.gap) / 2 : columns
    let textWidth = width - 1 - gutter
    rows = EditorRows(
      writing.editor.characters,
      width: writing.kind == .code ? textWidth : min(textWidth, StepPage.widestProse),
      atBlanks: writing.kind != .code)
    let previewWidth = place == .beside ? columns - width - Self.gap : columns
    preview =
      place == .nowhere
      ? []
      : writing.trial.map {
        PreviewLines(trial: $0, isASCII: isASCII).lines(
          width: min(previewWidth, StepPage.widestProse), source: writing.editor.text)
      } ?? []
  }

  /// Between the text and its preview beside it.
  static let gap = 3

  /// The lines below the text that the preview has, the rule above it included.
  var linesBelow: Int {
    guard place == .below, !preview.isEmpty else { return 0 }
    let text = max(Self.fewestRows, rows.rows.count)
    let least = min(preview.count + 1, room * 2 / 5)
    return max(0, min(preview.count + 1, max(least, room - text)))
  }

  /// The rows shown: few lines have some space, many scroll.
  var height: Int {
    let room = room - linesBelow
    return max(min(Self.fewestRows, room), min(rows.rows.count, room))
  }

  /// The part of the preview that belongs to the caret's, in so many lines.
  func preview(at caret: Int, height: Int) -> [StyledLine] {
    let hidden = preview.count - height
    guard hidden > 0 else { return preview }
    let last = max(1, rows.rows.count - 1)
    return Array(preview.dropFirst(hidden * rows.place(of: caret).row / last).prefix(height))
  }

  /// How far it is to be scrolled to show the caret.
  func scroll(from scroll: Int, showing caret: Int) -> Int {
    let row = rows.place(of: caret).row
    return max(0, min(max(min(scroll, row), row - height + 1), rows.rows.count - height))
  }
}
