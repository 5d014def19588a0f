import Notebook
import Terminal

extension State {
  /// The lines of help in view at once.
  var helpHeight: Int { max(1, size.height - 5) }

  /// The bindings that match the search, those of the place that help was called from first.
  var helpLines: [StyledLine] {
    let wanted = help.search.text.lowercased().trimmed()
    var lines: [StyledLine] = []
    for section in HelpSection.all(from: layers.dropLast().last ?? .home) {
      let rows = section.bindings.filter { $0.matches(wanted) }
      guard !rows.isEmpty else { continue }
      if !lines.isEmpty { lines.append(StyledLine()) }
      lines.append(StyledLine([Run(section.title, Style(.heading, bold: true))]))
      lines += rows.flatMap { Self.lines(for: $0, width: size.width - 4, ascii: isASCII) }
    }
    if lines.isEmpty {
      lines = [StyledLine("No key does that. Backspace widens the search.", .dim)]
    }
    return lines
  }

  private static func lines(for binding: Binding, width: Int, ascii: Bool) -> [StyledLine] {
    let keyWidth = width >= 60 ? 16 : 12
    let help = LineWrapping.wrap([Run(binding.help)], width: width - keyWidth - 1)
    return help.enumerated().map { index, line in
      let keys =
        index == 0
        ? TextWidth.clipped(Spelling.keys(binding.keyNames, ascii: ascii), to: keyWidth) : ""
      let gap = String(repeating: " ", count: keyWidth + 1 - TextWidth.columns(of: keys))
      return StyledLine([Run(keys, Style(.footerKey, bold: true)), Run(gap)] + line.runs)
    }
  }

  func drawHelp(_ grid: inout Grid) {
    var x = grid.put("Help", at: Point(x: 1, y: 0), style: Style(.title, bold: true))
    let prompt = "  type to search: "
    x = grid.put(prompt, at: Point(x: x, y: 0), style: Style(.dim))
    let view = TextView(
      help.search.text, caret: help.search.caret, width: max(4, size.width - x - 2))
    grid.put(view.text, at: Point(x: x, y: 0), style: Style(.editing))
    grid.cursor = Point(x: x + view.cursor, y: 0)
    let lines = helpLines
    let height = helpHeight
    let scroll = max(0, min(help.scroll, lines.count - height))
    for (index, line) in lines.dropFirst(scroll).prefix(height).enumerated() {
      grid.put(line, at: Point(x: 2, y: 2 + index), limit: size.width - 1)
    }
    let below = lines.count - scroll - height
    grid.putRule(row: 1, note: scroll > 0 ? "↑ \(scroll) more" : "")
    grid.putRule(row: size.height - 2, note: below > 0 ? "↓ \(below) more" : "")
  }
}

/// The bindings of one place, as the help lists them.
struct HelpSection {
  let title: String
  let bindings: [Binding]

  static func all(from layer: State.Layer) -> [HelpSection] {
    let lesson = [
      HelpSection(title: "Reading and changing a lesson", bindings: bindings(in: .lesson)),
      HelpSection(title: "In a question", bindings: questions),
      HelpSection(title: "While typing", bindings: bindings(in: .editing)),
      HelpSection(title: "In a derivation", bindings: bindings(in: .walk)),
    ]
    let home = HelpSection(title: "The list of lessons", bindings: bindings(in: .home))
    let finding = HelpSection(title: "While searching", bindings: bindings(in: .finding))
    let copying = HelpSection(title: "While copying", bindings: bindings(in: .copying))
    return (layer == .home ? [home] + lesson : lesson + [home])
      + [finding, copying, HelpSection(title: "This help", bindings: bindings(in: .help))]
  }

  /// What keys do there and not elsewhere in a lesson.
  private static var questions: [Binding] {
    Bindings.all.filter {
      !$0.contexts.isDisjoint(with: [.quiz, .guess]) && !$0.contexts.contains(.lesson)
        && $0.contexts.count < Context.allCases.count
        && Bindings.binding($0.action, in: .lesson)?.help != $0.help
    }
  }

  /// What works everywhere is said once, with the lesson's keys.
  private static func bindings(in context: Context) -> [Binding] {
    Bindings.all.filter {
      $0.contexts.contains(context)
        && ($0.contexts.count < Context.allCases.count || context == .lesson)
    }
  }
}

extension Binding {
  fileprivate func matches(_ text: String) -> Bool {
    text.isEmpty || help.lowercased().contains(text) || keyNames.lowercased().contains(text)
  }
}
