/// Where each opening mark that takes text as it is finds its closing one, worked out once from right to left.
///
/// Looking for it anew from every opening mark would take quadratic time on text made of opening marks.
struct InlinePartners {
  /// For each length of a run of backticks, where the runs of that length begin, the last first.
  private var backtickRuns: [Int: [Int]] = [:]
  private var dollars: [Int: Int] = [:]
  private var braces: [Int: Int] = [:]

  init(_ scalars: [Unicode.Scalar]) {
    var end = scalars.count
    var nextDollar: Int?
    var nextBrace: Int?
    while end > 0 {
      let index = end - 1
      switch scalars[index] {
      case "`":
        var start = index
        while start > 0, scalars[start - 1] == "`" { start -= 1 }
        backtickRuns[end - start, default: []].append(start)
        end = start
        continue
      case "$":
        if let nextDollar { dollars[index] = nextDollar }
        if InlinePartners.closes(scalars, at: index) { nextDollar = index }
      case "}":
        nextBrace = index
      case "{":
        if let nextBrace { braces[index] = nextBrace }
        nextBrace = nil
      default: break
      }
      end = index
    }
  }

  /// A dollar closes unless a blank or backslash stands before it or a digit behind it: `$5 and $6` is money.
  private static func closes(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard index > 0, !scalars[index - 1].isBlankOrBreak, scalars[index - 1] != "\\" else {
      return false
    }
    guard index + 1 < scalars.count else { return true }
    return !("0"..."9").contains(scalars[index + 1])
  }

  /// The start of the next run of exactly `length` backticks.
  func backticks(_ length: Int, after position: Int) -> Int? {
    guard let starts = backtickRuns[length] else { return nil }
    // The starts fall: the last that is still greater than the position is the nearest.
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] > position { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? starts[low - 1] : nil
  }

  /// The dollar that closes the one at `position`.
  func dollar(after position: Int) -> Int? { dollars[position] }

  /// The closing brace with no other opening one before it.
  func brace(after position: Int) -> Int? { braces[position] }
}

extension Unicode.Scalar {
  var isBlankOrBreak: Bool { self == " " || self == "\n" || self == "\t" }

  var isASCIIPunctuation: Bool {
    switch value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// White space as CommonMark has it.
  var isMarkdownSpace: Bool {
    isBlankOrBreak || value == 0x0C || value == 0x0D
      || properties.generalCategory == .spaceSeparator
  }

  /// Punctuation as CommonMark has it: Unicode's, and symbols.
  var isMarkdownPunctuation: Bool {
    if value < 0x80 { return isASCIIPunctuation }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      return true
    default: return false
    }
  }
}
