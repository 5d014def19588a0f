import CellLanguage

/// Reads what a `play` directive says: acts with semicolons between them.
///
///     acts   = act { ";" act }
///     act    = "go" target | target "=" text | "say" text | "expect" target comparison number
///            | key [ number "times" ]
///     target = name [ "[" index { "," index } "]" ]
struct DemonstrationReader {
  /// More is no demonstration that anybody watches.
  static let actLimit = 100
  static let timesLimit = 50
  /// Characters that a screen 80 wide shows of what is said.
  static let wordsLimit = 54

  private(set) var problems: [(message: String, advice: String)] = []

  mutating func acts(_ text: String) -> [Demonstration.Act] {
    let pieces = text.split(separator: ";", omittingEmptySubsequences: false)
      .map { String(Markdown.trimmed($0)) }
    // A semicolon at the end ends nothing more.
    let written = pieces.last == "" ? pieces.dropLast() : pieces[...]
    guard !written.isEmpty else {
      report("the demonstration plays nothing", "write <!-- play: V[cat, g] = 2; u -->")
      return []
    }
    guard written.count <= Self.actLimit else {
      report(
        "the demonstration has \(written.count) acts, more than \(Self.actLimit)", "divide it")
      return []
    }
    return written.compactMap { text in act(text).map { Demonstration.Act($0, text: text) } }
  }

  private mutating func report(_ message: String, _ advice: String) {
    problems.append((message, advice))
  }

  private mutating func act(_ text: String) -> Demonstration.Kind? {
    let word = text.prefix { $0 != " " }
    let rest = String(Markdown.trimmed(text[word.endIndex...]))
    switch word {
    case "":
      report("nothing stands between two semicolons", "delete one of them")
      return nil
    case "go" where !rest.hasPrefix("="): return target(rest).map { .go($0) }
    case "say" where !rest.hasPrefix("="): return say(rest)
    case "expect" where !rest.hasPrefix("="): return expectation(rest).map { .expect($0) }
    default: return set(text) ?? press(text)
    }
  }

  private mutating func say(_ text: String) -> Demonstration.Kind? {
    if text.isEmpty {
      report("say says nothing", "write say and what is to be watched")
      return nil
    }
    guard text.count <= Self.wordsLimit else {
      report(
        "say has \(text.count) characters, and \(Self.wordsLimit) fit on the rule", "say it shorter"
      )
      return nil
    }
    return .say(text)
  }

  /// `V[cat, g] = 2`; nil where this is a key.
  private func set(_ text: String) -> Demonstration.Kind? {
    guard let equals = text.firstIndex(of: "="),
      let target = Demonstration.Target(text[..<equals])
    else { return nil }
    let value = String(Markdown.trimmed(text[text.index(after: equals)...]))
    return value.isEmpty ? nil : .set(target, value)
  }

  private mutating func target(_ text: String) -> Demonstration.Target? {
    if let target = Demonstration.Target(text[...]) { return target }
    report("\(quoted(text)) is no matrix and no entry", "write go A or go A[cat, sat]")
    return nil
  }

  // MARK: - Expectations

  private mutating func expectation(_ text: String) -> Demonstration.Expectation? {
    // `==` is what the cells have, `=` what the prose has.
    let text = text.replacing("==", with: "=")
    for comparison in Demonstration.Expectation.Comparison.allCases {
      guard let found = text.firstRange(of: comparison.rawValue) else { continue }
      let number = Markdown.trimmed(text[found.upperBound...]).replacing("−", with: "-")
      guard let target = Demonstration.Target(text[..<found.lowerBound]),
        let value = Self.number(String(number))
      else { break }
      let decimals = number.split(separator: ".", omittingEmptySubsequences: false).dropFirst()
      return Demonstration.Expectation(
        target: target, comparison: comparison, value: value,
        decimals: decimals.first?.prefix { $0.isNumber }.count ?? 0)
    }
    report(
      "\(quoted(text)) can't be expected", "write expect A[cat, sat] = 0.40, with = < > <= or >=")
    return nil
  }

  private static func number(_ text: String) -> Double? {
    switch text {
    case "inf": .infinity
    case "-inf": -.infinity
    default: Double(plain: text)
    }
  }

  // MARK: - Keys

  /// `v`, `Tab`, `+ 3 times`
  private mutating func press(_ text: String) -> Demonstration.Kind? {
    var words = text.split(separator: " ").map { String($0) }
    var times = 1
    if words.count == 3, words[2] == "times", let number = Int(words[1]) {
      guard (1...Self.timesLimit).contains(number) else {
        report("\(quoted(text)) presses the key too often", "1 to \(Self.timesLimit) times will do")
        return nil
      }
      times = number
      words = [words[0]]
    }
    if words.count == 1, let key = Demonstration.Key(words[0]) { return .press(key, times: times) }
    report("\(quoted(text)) is no key", advice(onKey: text))
    return nil
  }

  private func advice(onKey text: String) -> String {
    if text.contains("["), let target = Demonstration.Target(text[...]) {
      return "write go \(target.text), or \(target.text) = 2"
    }
    let known = Demonstration.Key.Named.allCases.map(\.rawValue) + ["go", "say", "expect"]
    let word = text.split(separator: " ").first.map { String($0) } ?? text
    if let near = NearNames.nearest(to: word, in: known).first { return "did you mean \(near)?" }
    return "keys are single characters, Ctrl-R and \(known.dropLast(3).joined(separator: ", "))"
  }
}

extension Demonstration.Target {
  /// `A`, `A[cat, sat]`; nil for anything else.
  init?(_ text: Substring) {
    let text = Markdown.trimmed(text)
    let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    let rest = Markdown.trimmed(text[name.endIndex...])
    guard let first = name.first, !first.isNumber else { return nil }
    if rest.isEmpty {
      self.init(name: String(name))
      return
    }
    guard rest.hasPrefix("["), rest.hasSuffix("]") else { return nil }
    let indices = rest.dropFirst().dropLast().split(
      separator: ",", omittingEmptySubsequences: false
    )
    .map { String(Markdown.trimmed($0)) }
    guard indices.allSatisfy({ !$0.isEmpty && !$0.contains { "[]".contains($0) } }) else {
      return nil
    }
    self.init(name: String(name), indices: indices)
  }
}

extension Demonstration.Key {
  init?(_ text: String) {
    if let named = Named(rawValue: text) {
      self = .named(named)
    } else if text.count == 1, let character = text.first {
      self = .character(character)
    } else if text.hasPrefix("Ctrl-"), text.count == 6, let letter = text.last, letter.isLetter {
      self = .control(Character(letter.lowercased()))
    } else {
      return nil
    }
  }

  /// As the author writes it.
  package var text: String {
    switch self {
    case .character(let character): String(character)
    case .control(let character): "Ctrl-\(character.uppercased())"
    case .named(let named): named.rawValue
    }
  }
}

extension LessonBuilder {
  /// In an exercise it would play the solution.
  mutating func addPlay(_ directive: LessonDirective) {
    if let open {
      report(
        directive.line, "a demonstration stands inside of the \(open.kind)",
        advice: "put it before or behind")
    }
    var reader = DemonstrationReader()
    let acts = reader.acts(directive.text)
    for problem in reader.problems {
      report(directive.line, problem.message, advice: problem.advice)
    }
    guard open == nil, reader.problems.isEmpty else { return }
    append(.play(Demonstration(acts: acts, line: directive.line)))
  }
}
