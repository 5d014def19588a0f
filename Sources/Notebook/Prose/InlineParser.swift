/// Reads the inside of a paragraph: code, emphasis, links, mathematics, live numbers and text.
///
/// One pass makes a row of nodes; marks of emphasis and brackets find their partners as CommonMark's appendix
/// describes it, each in constant time on average.
struct InlineParser {
  /// Emphasis and links inside one another.
  static let nestingLimit = 32

  let scalars: [Unicode.Scalar]
  let partners: InlinePartners
  var position = 0
  var line: Int
  var text = ""
  var nodes: [InlineNode] = []
  var delimiters = DelimiterStack()
  var brackets: [Bracket] = []
  var problems: [Markdown.ProseProblem] = []

  /// An opening bracket that may begin a link.
  struct Bracket {
    let node: Int
    let firstDelimiter: Int
    var isActive = true
  }

  init(_ lines: some Collection<MarkdownLine>) {
    var joined: [Unicode.Scalar] = []
    for (index, line) in lines.enumerated() {
      if index > 0 { joined.append("\n") }
      joined.append(contentsOf: line.content.unicodeScalars)
    }
    while let last = joined.last, last == " " || last == "\t" { joined.removeLast() }
    scalars = joined
    partners = InlinePartners(scalars)
    line = lines.first?.number ?? 1
  }

  mutating func parse() -> [Inline] {
    while position < scalars.count { step() }
    flush()
    resolveEmphasis(above: 0)
    return InlineNode.inlines(nodes[...])
  }

  mutating func report(_ message: String, advice: String) {
    problems.append(Markdown.ProseProblem(line: line, message: message, advice: advice))
  }

  private mutating func step() {
    switch scalars[position] {
    case "\n": lineEnd()
    case "\\": escape()
    case "`": codeSpan()
    case "$": math()
    case "{": liveNumber()
    case "}": closingBrace()
    case "&": entity()
    case "*", "_": delimiterRun()
    case "[": openBracket()
    case "]": closeBracket()
    case let scalar: take(scalar)
    }
  }
}

// MARK: - Text

extension InlineParser {
  mutating func take(_ scalar: Unicode.Scalar) {
    text.unicodeScalars.append(scalar)
    position += 1
  }

  /// Makes a node of the text gathered so far.
  mutating func flush() {
    guard !text.isEmpty else { return }
    nodes.append(InlineNode(.text(text)))
    text = ""
  }

  mutating func append(_ inline: Inline) {
    flush()
    nodes.append(InlineNode(inline))
  }

  func peek(_ distance: Int = 1) -> Unicode.Scalar? {
    let index = position + distance
    return scalars.indices.contains(index) ? scalars[index] : nil
  }

  /// The text of a range of scalars, line breaks as blanks.
  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range].lazy.map { $0 == "\n" ? " " : $0 })
    return String(view)
  }

  /// Moves on, counting the lines passed.
  mutating func skip(to end: Int) {
    line += scalars[position..<end].count { $0 == "\n" }
    position = end
  }

  private mutating func lineEnd() {
    var blanks = 0
    while text.unicodeScalars.last == " " {
      text.unicodeScalars.removeLast()
      blanks += 1
    }
    if blanks >= 2 { append(.lineBreak) } else { text += " " }
    skip(to: position + 1)
  }

  private mutating func escape() {
    guard let next = peek() else { return take("\\") }
    if next == "\n" {
      append(.lineBreak)
      skip(to: position + 2)
    } else if next.isASCIIPunctuation {
      position += 1
      take(next)
    } else {
      take("\\")
    }
  }

  private mutating func codeSpan() {
    let length = scalars[position...].prefix { $0 == "`" }.count
    guard let close = partners.backticks(length, after: position + length - 1) else {
      for _ in 0..<length { take("`") }
      return
    }
    var code = string((position + length)..<close)
    if code.hasPrefix(" "), code.hasSuffix(" "), code.contains(where: { $0 != " " }) {
      code = String(code.dropFirst().dropLast())
    }
    append(.code(code))
    skip(to: close + length)
  }

  private mutating func math() {
    guard let next = peek(), !next.isBlankOrBreak, let close = partners.dollar(after: position)
    else { return take("$") }
    var reader = MathText(scalars[(position + 1)..<close])
    append(.math(reader.read()))
    for problem in reader.problems { report(problem.message, advice: problem.advice) }
    skip(to: close + 1)
  }

  private mutating func entity() {
    guard let (character, length) = Entity.read(scalars[position...]) else { return take("&") }
    text.unicodeScalars.append(character)
    position += length
  }
}

// MARK: - Live numbers

extension InlineParser {
  private mutating func liveNumber() {
    if peek() == "{" {
      position += 1
      return take("{")
    }
    guard let close = partners.brace(after: position) else {
      report("a brace is opened and not closed", advice: "write {{ for a brace in the text")
      return take("{")
    }
    let (expression, format) = LiveNumber.split(string((position + 1)..<close))
    if expression.isEmpty {
      report("no expression stands in the braces", advice: "write {{ for a brace in the text")
    } else {
      append(.live(LiveNumber(expression: expression, format: format, line: line)))
    }
    skip(to: close + 1)
  }

  private mutating func closingBrace() {
    if peek() == "}" { position += 1 }
    take("}")
  }
}

extension LiveNumber {
  /// Splits `A[1:2].sum():.2f` at the colon outside all brackets and strings that begins the format.
  static func split(_ text: String) -> (expression: String, format: String) {
    var depth = 0
    var quote: Character?
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if "([".contains(character) {
        depth += 1
      } else if ")]".contains(character) {
        depth -= 1
      } else if character == ":", depth == 0 {
        let format = String(text[text.index(after: index)...])
        return (String(Markdown.trimmed(text[..<index])), format)
      }
    }
    return (String(Markdown.trimmed(text[...])), "")
  }
}
