import CellLanguage
import Terminal

/// A diagnostic under the text it is about: the line, carets, what is wrong and what to try.
struct DiagnosticLines {
  let diagnostic: Diagnostic
  let text: String
  let width: Int
  /// What stands before the first line of the text, for instance `S = `.
  var lead = StyledLine()

  /// The line that the diagnostic points at, with carets and message below.
  var lines: [StyledLine] {
    [StyledLine(lead.runs + [Run(window.text, .code)])] + below
  }

  /// The whole text, the carets and the message below the line that they are about.
  var all: [StyledLine] {
    let place = Source(text).position(at: diagnostic.primary.range.start).line - 1
    let above = text.split(separator: "\n", omittingEmptySubsequences: false)
    func shown(_ lines: ArraySlice<Substring>) -> [StyledLine] {
      lines.isEmpty ? [] : PanelBox.code(lines.joined(separator: "\n"), width: width)
    }
    guard place < above.count else { return lines }
    return shown(above[..<place]) + lines + shown(above[(place + 1)...])
  }

  /// The carets and the words alone, to stand below a text that is shown already.
  var below: [StyledLine] {
    let carets = String(repeating: "^", count: window.carets.count)
    let column = lead.width + window.carets.lowerBound
    var caretLine = StyledLine([
      Run(String(repeating: " ", count: column)), Run(carets, Style(.failure, bold: true)),
    ])
    let message = [Run(diagnostic.message, .failure)]
    var lines: [StyledLine] = []
    let beside = width - column - carets.count - 1
    if TextWidth.columns(of: diagnostic.message) <= beside {
      caretLine.runs += [Run(" ")] + message
      lines.append(caretLine)
    } else {
      lines.append(caretLine)
      lines += indented(message, below: column)
    }
    if let help = diagnostic.help { lines += indented([Run(help, .dim)], below: column) }
    return lines
  }

  /// Words below the carets, or farther to the left where they would have little space there.
  private func indented(_ runs: [Run], below column: Int) -> [StyledLine] {
    let margin = width - column >= max(30, width / 2) ? column : min(2, width / 8)
    return LineWrapping.wrap(runs, width: width - margin).map { $0.indented(by: margin) }
  }

  /// The line of the text that the diagnostic begins on, cut to the width around that place.
  private var window: (text: String, carets: Range<Int>) {
    let bytes = Array(text.utf8)
    let start = max(0, min(diagnostic.primary.range.start, bytes.count))
    let end = max(start, min(diagnostic.primary.range.end, bytes.count))
    let lineStart = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let lineEnd = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    let before = TextWidth.columns(of: string(lineStart..<start))
    let marked = max(1, TextWidth.columns(of: string(start..<max(start, min(end, lineEnd)))))
    let line = string(lineStart..<lineEnd)
    let space = max(8, width - lead.width)
    if before + marked <= space || before < space / 2 {
      let clipped = TextWidth.clipped(line, to: space)
      return (clipped, before..<max(before + 1, min(before + marked, space)))
    }
    let skipped = before - space / 3
    var column = 0
    var rest = ""
    for glyph in Glyphs(line) {
      if column > skipped { rest += glyph.text }
      column += glyph.width
    }
    let shift = before - skipped
    let clipped = TextWidth.clipped("…" + rest, to: space)
    return (clipped, shift..<max(shift + 1, min(shift + marked, space)))
  }
}
