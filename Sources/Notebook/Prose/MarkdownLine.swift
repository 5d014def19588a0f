import CellLanguage

/// A line of a lesson's file without its line break.
///
/// What a line begins is told from its bytes: a character is a code point here, as in CommonMark.
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
    var text = text
    let ranges = text.withUTF8(lineRanges)
    let bytes = text.utf8
    return ranges.enumerated().map { index, range in
      let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
      let end = bytes.index(start, offsetBy: range.count)
      return MarkdownLine(text[start..<end], number: firstNumber + index)
    }
  }

  /// The bytes of each line.
  private static func lineRanges(_ bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A || byte == 0x0D {
      let isSecondOfTwo = byte == 0x0A && index > 0 && bytes[index - 1] == 0x0D
      if !isSecondOfTwo { ranges.append(start..<index) }
      start = index + 1
    }
    return ranges + [start..<bytes.count]
  }
}

extension MarkdownLine {
  var isBlank: Bool { mark == nil }

  /// The first byte that is no blank: it tells most lines from what they don't begin.
  var mark: UInt8? { text.utf8.first { $0 != 0x20 && $0 != 0x09 } }

  /// Whether the first thing on the line is one of these ASCII characters.
  func isMarked(_ marks: StaticString) -> Bool {
    guard let mark else { return false }
    return marks.withUTF8Buffer { $0.contains(mark) }
  }

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

  /// What of it can be seen: joiners are left out, and what turns text around is shown by its number.
  var shown: MarkdownLine {
    guard text.unicodeScalars.contains(where: { TextFilter.isFormat($0) }) else { return self }
    let scalars = text.unicodeScalars.filter { !TextFilter.isIdle($0) }
    let seen = scalars.map { TextFilter.isFormat($0) ? TextFilter.visible($0) : String($0) }
    return MarkdownLine(Substring(seen.joined()), number: number)
  }

  /// The text without the blanks at its start.
  var content: Substring {
    text.utf8.firstIndex { $0 != 0x20 && $0 != 0x09 }.map { text[$0...] } ?? ""
  }

  /// The line with up to `columns` of its indentation taken away.
  func dedented(by columns: Int) -> MarkdownLine {
    if columns == 0 { return self }
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
