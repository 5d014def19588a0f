import Notebook
import Terminal

/// What the rule below a step says: a message, what shades or bars stand for that have no room to say it themselves, and how much
/// is out of view.
struct LowerRule {
  let message: Message?
  let legend: StyledLine?
  let note: String
  private let width: Int

  init(_ state: State, _ page: StepPage, message: Message?) {
    let body = state.frame.body
    let last = max(0, page.height - body.height)
    let scroll = max(0, min(state.reading?.scroll ?? 0, last))
    let said = message.map { TextWidth.columns(of: $0.text) + 4 } ?? 0
    let named = state.note("↓", lines: last - scroll, .forward)
    let plain = State.note("↓", lines: last - scroll)
    let hasRoom = said + TextWidth.columns(of: named) + 4 <= state.size.width
    // On a small screen it takes no more than without the key.
    note = hasRoom || state.size.width < 60 ? named : plain
    legend =
      state.reading?.writing == nil
      ? page.legendElsewhere(state.reading?.focus, in: scroll..<scroll + body.height) : nil
    width = state.size.width
    self.message = message
  }

  /// Whether there is room for all of it.
  var isWhole: Bool {
    let said = message.map { TextWidth.columns(of: $0.text) + 6 } ?? 2
    let legend = self.legend.map { $0.width + 4 } ?? 0
    return said + legend + noteWidth <= width
  }

  private var noteWidth: Int { note.isEmpty ? 0 : TextWidth.columns(of: note) + 4 }

  func draw(row: Int, on grid: inout Grid) {
    grid.putRule(row: row, message: message, note: note)
    guard let legend, isWhole else { return }
    let line = StyledLine([Run(" ")] + legend.runs + [Run(" ")])
    grid.put(line, at: Point(x: width - 2 - noteWidth - line.width, y: row))
  }
}

extension StepPage {
  /// What the marks of the panel under the cursor stand for, else of the first in view, where it has no room for that itself.
  fileprivate func legendElsewhere(_ focus: Focus?, in lines: Range<Int>) -> StyledLine? {
    let open = panels.filter { box, at in
      box.legend != nil && box.legendPlace == nil
        && lines.overlaps(at.y..<at.y + box.size.height)
    }.map(\.box)
    guard let box = open.first(where: { $0.id == focus?.panel }) ?? open.first,
      let legend = box.legend
    else { return nil }
    return StyledLine([Run("\(box.panel.called(or: "this")): ", .dim)] + legend.line.runs)
  }
}
