import CellLanguage

/// Reads the `#|` lines of a cell.
struct OptionReader {
  private static let known = [
    "rows", "cols", "view", "slider", "step", "editable", "digits", "title", "locked", "first",
    "yours", "hidden",
  ]

  private let source: Source
  private let file: String
  private(set) var problems: [LessonProblem] = []

  init(source: Source, file: String) {
    self.source = source
    self.file = file
  }

  mutating func cellOptions(_ options: [CellOption]) -> CellOptions {
    var result = CellOptions()
    for option in accepted(options, known: OptionReader.known) { read(option, into: &result) }
    return result
  }

  /// The options of a check, `vary`, or of a wrong answer, `because`.
  mutating func value(of name: String, in options: [CellOption]) -> String? {
    accepted(options, known: [name]).last?.value
  }

  /// A solution has no options.
  mutating func refuse(_ options: [CellOption]) {
    for option in options {
      report(option, "a solution takes no options", advice: "delete the line")
    }
  }

  /// Those whose names are known and stand once; the others are reported.
  private mutating func accepted(_ options: [CellOption], known: [String]) -> [CellOption] {
    var seen: Set<String> = []
    return options.filter { option in
      let isKnown = known.contains(option.name)
      if !isKnown {
        report(
          option, "\(quoted(option.name)) is no option here", advice: advice(option.name, known))
      } else if !seen.insert(option.name).inserted {
        report(option, "the option \(option.name) stands twice", advice: "keep one of them")
      }
      return isKnown
    }
  }

  private mutating func report(_ option: CellOption, _ message: String, advice: String) {
    // Ten say enough of one cell; finding a line takes time.
    guard problems.count < 10 else { return }
    let line = source.position(at: option.range.start).line
    problems.append(LessonProblem(file: file, line: line, message: message, advice: advice))
  }

  private mutating func read(_ option: CellOption, into options: inout CellOptions) {
    switch option.name {
    case "rows": options.rows = labels(option)
    case "cols": options.columns = labels(option)
    case "view": options.views = views(option) ?? options.views
    case "slider": options.slider = slider(option)
    case "step": options.step = step(option)
    case "editable": options.editable = positions(option)
    case "digits": options.ownDigits = digits(option) ?? options.ownDigits
    case "title": options.title = option.value
    case "locked": options.locked = flag(option)
    case "first": options.first = flag(option)
    case "yours": options.yours = flag(option)
    default: options.hidden = flag(option)
    }
  }
}

// MARK: - Values

extension OptionReader {
  /// `the, cat` is a list, `[cat]` a list of one, `tokens` the name of a list.
  private mutating func labels(_ option: CellOption) -> AxisLabels? {
    let isBracketed = option.value.hasPrefix("[") && option.value.hasSuffix("]")
    let list = isBracketed ? option.value.dropFirst().dropLast() : option.value[...]
    let parts = list.split(separator: ",", omittingEmptySubsequences: false)
      .map { String(Markdown.trimmed($0)) }
    if parts.count > 1 || isBracketed { return .list(parts) }
    guard let name = parts.first, !name.isEmpty else {
      report(option, "\(option.name) has no labels", advice: "write #| \(option.name): the, cat")
      return nil
    }
    return OptionReader.isName(name) ? .name(name) : .list([name])
  }

  private static func isName(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isXIDContinue }
      && text.unicodeScalars.first?.properties.isXIDStart == true
  }

  private mutating func views(_ option: CellOption) -> [MatrixView]? {
    let names = option.value.split { $0 == " " || $0 == "," }.map(String.init)
    let known = MatrixView.allCases.map(\.rawValue)
    let views = names.compactMap(MatrixView.init(rawValue:))
    if let wrong = names.first(where: { !known.contains($0) }) {
      report(option, "\(quoted(wrong)) is no view", advice: advice(wrong, known))
    } else if views.isEmpty {
      report(option, "view names no view", advice: "the views are \(known.joined(separator: ", "))")
    }
    return views.isEmpty ? nil : views
  }

  private mutating func slider(_ option: CellOption) -> Slider? {
    let numbers = option.value.split { $0 == " " || $0 == "," }.map { Double(plain: $0) }
    guard numbers.count == 3, let low = numbers[0], let high = numbers[1], let step = numbers[2],
      low < high, step > 0
    else {
      report(
        option, "a slider has a low, a high and a step, each a number",
        advice: "write them with blanks between, low below high: #| slider: 0 3 0.5")
      return nil
    }
    return Slider(low: low, high: high, step: step)
  }

  private mutating func step(_ option: CellOption) -> Double? {
    guard let step = Double(plain: option.value), step > 0 else {
      report(
        option, "\(quoted(option.value)) is no step of a nudge",
        advice: "write a number above 0: #| step: 1")
      return nil
    }
    return step
  }

  private mutating func positions(_ option: CellOption) -> [[Int]]? {
    let parts = option.value.split(separator: ",", omittingEmptySubsequences: false)
    let positions = parts.map { part in part.split(separator: " ").map { Int($0) } }
    let read = positions.map { $0.compactMap { index in index.flatMap { $0 >= 0 ? $0 : nil } } }
    guard !option.value.isEmpty, zip(positions, read).allSatisfy({ $0.count == $1.count }),
      read.allSatisfy({ !$0.isEmpty && $0.count <= 4 })
    else {
      report(
        option, "\(quoted(option.value)) names no positions",
        advice: "write row and column, counted from 0, and a comma between positions:"
          + " #| editable: 0 1, 2 0")
      return nil
    }
    return read
  }

  private mutating func digits(_ option: CellOption) -> Int? {
    guard let digits = Int(option.value), (0...15).contains(digits) else {
      report(
        option, "\(quoted(option.value)) is no number of decimals",
        advice: "write a whole number from 0 to 15: #| digits: 3")
      return nil
    }
    return digits
  }

  private mutating func flag(_ option: CellOption) -> Bool {
    switch option.value {
    case "", "true", "yes": return true
    case "false", "no": return false
    default:
      report(
        option, "\(option.name) takes no value", advice: "write #| \(option.name) and nothing more")
      return true
    }
  }
}

extension Double {
  /// A finite number in decimal digits: no hexadecimal, no `inf`.
  init?(plain text: some StringProtocol) {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }),
      let number = Double(String(text)), number.isFinite
    else { return nil }
    self = number
  }
}

/// An author's word as a message shows it.
func quoted(_ text: String) -> String {
  let shown = TextFilter.visible(text)
  return "\"" + (shown.count > 40 ? shown.prefix(40) + "…" : shown[...]) + "\""
}

/// The known word nearest to one that isn't known, or all of them.
func advice(_ name: String, _ known: [String]) -> String {
  if let near = NearNames.nearest(to: name, in: known).first { return "did you mean \(near)?" }
  return "known here: " + known.joined(separator: ", ")
}
