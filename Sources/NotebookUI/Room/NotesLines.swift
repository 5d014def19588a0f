import Notebook
import Terminal

/// What the speaker reads.
struct NotesLines {
  let status: RoomStatus
  let elapsed: (all: Int, step: Int)
  let width: Int
  let isASCII: Bool

  var all: [StyledLine] {
    let now = status.notes.filter { $0.part <= status.part }
    let later = status.notes.filter { $0.part > status.part }
    return place + [StyledLine()] + said(now) + ahead(later)
  }

  /// Where the demonstration is, and for how long.
  private var place: [StyledLine] {
    let parts = status.partCount > 1 ? " · part \(status.part) of \(status.partCount)" : ""
    let title = wrapped(
      [
        Run("step \(status.step) of \(status.stepCount): ", .dim),
        Run(status.stepTitle, Style(.heading, bold: true)), Run(parts, .dim),
      ], hanging: 2)
    var time = "\(Notes.text(milliseconds: elapsed.step)) in this step"
    if let planned { time += "; by the plan: step \(planned)" }
    return title + [StyledLine(time, .dim)]
  }

  /// The step that would be shown now if all took the same time.
  private var planned: Int? {
    guard status.minutes > 0, status.stepCount > 0 else { return nil }
    let step = 1 + elapsed.all * status.stepCount / (status.minutes * 60_000)
    return min(step, status.stepCount)
  }

  /// The notes to what is shown, the newest first to be read.
  private func said(_ notes: [RoomStatus.Note]) -> [StyledLine] {
    if notes.isEmpty { return [StyledLine("No notes to what is shown.", .dim)] }
    return Array(
      notes.map { note in
        let style = Style(note.part == status.part ? .strong : .text)
        return wrapped([Run(note.text, style)], hanging: 0, margin: 2)
      }.joined(separator: [StyledLine()]))
  }

  /// What comes next.
  private func ahead(_ later: [RoomStatus.Note]) -> [StyledLine] {
    var lines: [StyledLine] = []
    func add(_ lead: String, _ text: String, _ style: Style) {
      guard !text.isEmpty else { return }
      lines += [StyledLine()]
      lines += wrapped([Run("\(lead) ", Style(.label)), Run(text, style)], hanging: 2)
    }
    add("Demonstration:", status.play, Style(.text))
    add("Behind the pause:", status.behindPause, Style(.text))
    for note in later { lines += wrapped([Run(note.text, .dim)], hanging: 0, margin: 2) }
    add(
      "Next step:", status.nextStep.isEmpty ? "none, this is the last" : status.nextStep,
      Style(.text))
    return lines
  }

  private func wrapped(_ runs: [Run], hanging: Int, margin: Int = 0) -> [StyledLine] {
    let spelled = runs.map { Run(Spelling.text($0.text, ascii: isASCII), $0.style) }
    return LineWrapping.wrap(spelled, width: width - margin, hanging: hanging)
      .map { margin > 0 ? $0.indented(by: margin) : $0 }
  }

  /// While there is nothing to follow.
  static func waiting(_ notes: Notes, width: Int) -> [StyledLine] {
    let lesson = notes.wanted ?? "LESSON"
    let head =
      notes.ending ?? (notes.wanted.map { "Nobody shows \($0) yet." } ?? "Nothing is shown yet.")
    return [StyledLine()]
      + LineWrapping.wrap([Run(head, Style(.heading, bold: true))], width: width) + [StyledLine()]
      + LineWrapping.wrap(
        [
          Run("Begin in another terminal with "), Run("qkv demo \(lesson)", .code),
          Run("; its notes appear here."),
        ], width: width)
  }
}
