/// The text of a block: what it says, and the empty lines around it.
struct SourceText {
  let lead: Substring
  let body: Substring
  /// The end of its last line, and the empty lines below.
  let tail: Substring

  init(_ text: String) {
    let lines = SourceText.lines(of: text)
    guard let first = lines.firstIndex(where: { !SourceText.isBlank($0) }),
      let last = lines.lastIndex(where: { !SourceText.isBlank($0) })
    else {
      (lead, body, tail) = (text[...], "", "")
      return
    }
    let line = lines[last]
    let end = line.lastIndex { !SourceText.isLineBreak($0) }.map { line.index(after: $0) }
    lead = text[..<lines[first].startIndex]
    body = text[lines[first].startIndex..<(end ?? line.endIndex)]
    tail = text[(end ?? line.endIndex)...]
  }

  /// The lines, each with its end.
  static func lines(of text: String) -> [Substring] {
    var lines: [Substring] = []
    var start = text.startIndex
    for index in text.indices where isLineBreak(text[index]) {
      let next = text.index(after: index)
      lines.append(text[start..<next])
      start = next
    }
    if start < text.endIndex { lines.append(text[start...]) }
    return lines
  }

  static func isLineBreak(_ character: Character) -> Bool {
    character == "\n" || character == "\r\n" || character == "\r"
  }

  static func isBlank(_ line: Substring) -> Bool {
    line.allSatisfy { $0 == " " || $0 == "\t" || isLineBreak($0) }
  }

  /// How many lines begin in a text.
  static func lineCount(of text: String) -> Int { text.count(where: isLineBreak) }

  /// How the lines of a text end: as its first one does.
  static func lineEnd(of text: String) -> String {
    text.first(where: isLineBreak).map(String.init) ?? "\n"
  }
}
