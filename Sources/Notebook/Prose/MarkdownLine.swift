/// A line of a lesson's file without its line break.
package struct MarkdownLine: Hashable, Sendable {
  package let text: Substring
  /// Counted from 1.
  package let number: Int

  package init(_ text: Substring, number: Int) {
    self.text = text
    self.number = number
  }

  /// The lines of a text; `\n`, `\r\n` and a lone `\r` each end one.
  package static func lines(of text: String, firstNumber: Int = 1) -> [MarkdownLine] {
    text.split(omittingEmptySubsequences: false, whereSeparator: isLineBreak)
      .enumerated().map { MarkdownLine($1, number: firstNumber + $0) }
  }

  private static func isLineBreak(_ character: Character) -> Bool {
    character == "\n" || character == "\r\n" || character == "\r"
  }
}

extension MarkdownLine {
  var isBlank: Bool { text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  /// How far the text is indented, a tab reaching to the next multiple of four.
  var indent: Int {
    var columns = 0
    for byte in text.utf8 {
      if byte == 0x20 {
        columns += 1
      } else if byte == 0x09 {
        columns += 4 - columns % 4
      } else {
        break
      }
    }
    return columns
  }

  /// The text without the blanks at its start.
  var content: Substring { text.drop { $0 == " " || $0 == "\t" } }

  /// The line with up to `columns` of its indentation taken away.
  func dedented(by columns: Int) -> MarkdownLine {
    var rest = text
    var left = columns
    while left > 0, let first = rest.first {
      if first == " " {
        left -= 1
      } else if first == "\t" {
        left -= 4
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    let padding = String(repeating: " ", count: max(0, -left))
    return MarkdownLine(padding.isEmpty ? rest : Substring(padding + rest), number: number)
  }
}
