/// Shows the mathematics between `$` and `$` as Unicode on one line: `\frac{QK^\top}{\sqrt{d_k}}` as `QKᵀ/√d_k`.
struct MathText {
  struct Problem: Equatable {
    let message: String
    let advice: String
  }

  /// Groups inside one another.
  static let nestingLimit = 32

  private let scalars: ArraySlice<Unicode.Scalar>
  private var position: Int
  private(set) var problems: [Problem] = []

  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    self.scalars = scalars
    position = scalars.startIndex
  }

  static func show(_ text: String) -> String {
    var reader = MathText(Array(text.unicodeScalars)[...])
    return reader.read()
  }

  mutating func read() -> String {
    var row = MathRow()
    while position < scalars.endIndex {
      row.append(self.row(depth: 0).text, .letters)
      // A closing brace that nothing opened.
      if position < scalars.endIndex { position += 1 }
    }
    return row.text
  }

  private mutating func report(_ message: String, advice: String) {
    problems.append(Problem(message: message, advice: advice))
  }
}

// MARK: - Rows and atoms

extension MathText {
  /// Everything up to the end or a closing brace.
  private mutating func row(depth: Int) -> MathRow {
    var row = MathRow()
    while let scalar = peek, scalar != "}" {
      switch scalar {
      case " ", "\n", "\t": position += 1
      case "^", "_": script(of: &row, depth: depth)
      default:
        let (text, kind) = atom(depth: depth)
        row.append(text, kind)
      }
    }
    return row
  }

  private var peek: Unicode.Scalar? { position < scalars.endIndex ? scalars[position] : nil }

  /// One letter, number, sign, group or command with its arguments.
  private mutating func atom(depth: Int) -> (String, MathRow.Kind) {
    guard let scalar = peek else { return ("", .letters) }
    position += 1
    switch scalar {
    case "\\": return command(depth: depth)
    case "{": return (group(depth: depth).text, .letters)
    case "'": return ("′", .letters)
    case "-": return ("−", .sign)
    case "+": return ("+", .sign)
    case "=", "<", ">": return (String(Character(scalar)), .relation)
    case ",", ";": return (String(Character(scalar)), .comma)
    case "(", "[": return (String(Character(scalar)), .opening)
    case ")", "]": return (String(Character(scalar)), .closing)
    case "&", "~": return ("", .letters)
    case "0"..."9": return (number(first: scalar), .letters)
    default: return (String(Character(scalar)), .letters)
    }
  }

  /// All digits of a number, and its point.
  private mutating func number(first: Unicode.Scalar) -> String {
    var text = String(Character(first))
    while let next = peek, ("0"..."9").contains(next) || next == "." {
      text.unicodeScalars.append(next)
      position += 1
    }
    return text
  }

  /// The inside of a group whose brace has just been read.
  private mutating func group(depth: Int) -> MathRow {
    guard depth < MathText.nestingLimit else {
      report(
        "braces stand more than \(MathText.nestingLimit) deep inside one another",
        advice: "write the formula with less nesting")
      position = scalars.endIndex
      return MathRow()
    }
    let inner = row(depth: depth + 1)
    if peek == "}" {
      position += 1
    } else {
      report("a brace of the formula isn't closed", advice: "write } where the group ends")
    }
    return inner
  }

  /// A group or a single atom, as commands and scripts take it.
  private mutating func argument(depth: Int) -> MathRow {
    while let scalar = peek, scalar.isBlankOrBreak { position += 1 }
    if peek == "{" {
      position += 1
      return group(depth: depth)
    }
    var row = MathRow()
    guard peek != "}", depth < MathText.nestingLimit else { return row }
    // `x^12` raises the 1 alone, as in TeX.
    if let digit = peek, ("0"..."9").contains(digit) {
      position += 1
      row.append(String(Character(digit)), .letters)
    } else {
      let (text, kind) = atom(depth: depth + 1)
      row.append(text, kind)
    }
    return row
  }

  private mutating func script(of row: inout MathRow, depth: Int) {
    let isRaised = peek == "^"
    position += 1
    let script = argument(depth: depth).text
    let table = isRaised ? MathSymbols.raised : MathSymbols.lowered
    let plain = script.filter { $0 != " " }
    let shifted = plain.compactMap { table[$0] }
    if shifted.count == plain.count {
      row.attach(String(shifted))
    } else {
      let mark = isRaised ? "^" : "_"
      row.attach(mark + (script.count == 1 ? script : "(\(script))"))
    }
  }
}

// MARK: - Commands

extension MathText {
  private mutating func command(depth: Int) -> (String, MathRow.Kind) {
    let name = commandName()
    if let letter = MathSymbols.letters[name] { return (letter, .letters) }
    if let sign = MathSymbols.operators[name] { return (sign, .relation) }
    if let sign = MathSymbols.large[name] { return (sign, .word) }
    if MathSymbols.words.contains(name) { return (name, .word) }
    if MathSymbols.textCommands.contains(name) { return (rawArgument(), .word) }
    if MathSymbols.faces.contains(name) { return (argument(depth: depth).text, .letters) }
    if MathSymbols.spaces.contains(name) { return (name == "!" ? "" : " ", .space) }
    if MathSymbols.ignored.contains(name) {
      if peek == "." { position += 1 }
      return ("", .letters)
    }
    if let accent = MathSymbols.accents[name] {
      return (argument(depth: depth).text + accent, .letters)
    }
    switch name {
    case "mathbb":
      let letters = argument(depth: depth).text
      return (letters.map { MathSymbols.doubleStruck[$0] ?? String($0) }.joined(), .letters)
    case "frac", "tfrac", "dfrac":
      let top = argument(depth: depth)
      let bottom = argument(depth: depth)
      return (top.asNumerator + "/" + bottom.asDenominator, .fraction)
    case "sqrt":
      return (root(depth: depth), .letters)
    default:
      report(
        name.isEmpty ? "a backslash stands at the end" : "the command \\\(name) isn't known",
        advice: "write the sign itself, or \\text{…} for words")
      return (name, .word)
    }
  }

  private mutating func commandName() -> String {
    var name = String.UnicodeScalarView()
    while let scalar = peek, ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) {
      name.append(scalar)
      position += 1
    }
    if name.isEmpty, let scalar = peek {
      name.append(scalar)
      position += 1
    }
    return String(name)
  }

  /// The argument of `\text`, taken as it is.
  private mutating func rawArgument() -> String {
    guard peek == "{" else { return "" }
    position += 1
    var text = String.UnicodeScalarView()
    while let scalar = peek, scalar != "}" {
      text.append(scalar == "\n" ? " " : scalar)
      position += 1
    }
    if peek == "}" { position += 1 }
    return String(text)
  }

  /// `\sqrt{x}`, `\sqrt[3]{x}`
  private mutating func root(depth: Int) -> String {
    var degree = ""
    if peek == "[" {
      position += 1
      while let scalar = peek, scalar != "]" {
        degree.append(MathSymbols.raised[Character(scalar)] ?? Character(scalar))
        position += 1
      }
      if peek != nil { position += 1 }
    }
    return degree + "√" + argument(depth: depth).asRadicand
  }
}
