import CellLanguage

/// What stands behind a command's name: flags with their values, and operands.
///
/// `--name value` and `--name=value` are the same, and so are `-e TEXT` and `-eTEXT`; `-h` is `--help`; behind `--`
/// everything is an operand, and so is `-` alone. Flags and operands may come in any order.
struct Arguments: Hashable {
  private(set) var operands: [String] = []
  /// In the order given; a flag without a value has an empty one.
  private(set) var options: [Given] = []

  struct Given: Hashable {
    let name: String
    let value: String
  }

  init(_ words: [String], options known: [Option]) throws(CommandFailure) {
    var words = words[...]
    while let word = words.popFirst() {
      if word == "--" {
        operands += words
        return
      }
      guard word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      try read(word, &words, known)
    }
  }

  private mutating func read(
    _ word: String, _ rest: inout ArraySlice<String>, _ known: [Option]
  ) throws(CommandFailure) {
    let (name, attached) = Arguments.parts(of: word)
    guard let option = known.first(where: { $0.name == name }) else {
      throw Arguments.unknown(name, known)
    }
    if !option.isRepeatable, has(option) { throw .usage("\(name) is given twice") }
    guard option.value != nil else {
      if attached != nil { throw .usage("\(name) takes no value") }
      return options.append(Given(name: name, value: ""))
    }
    guard let value = attached ?? rest.popFirst() else {
      throw .usage("\(name) needs a value", advice: "write \(option.spelling)")
    }
    options.append(Given(name: name, value: value))
  }

  /// The flag's name and the value that is part of the same word.
  private static func parts(of word: String) -> (name: String, value: String?) {
    if word == "-h" { return ("--help", nil) }
    guard word.hasPrefix("--") else {
      let value = word.dropFirst(2)
      return (String(word.prefix(2)), value.isEmpty ? nil : String(value))
    }
    guard let equals = word.firstIndex(of: "=") else { return (word, nil) }
    return (String(word[..<equals]), String(word[word.index(after: equals)...]))
  }

  private static func unknown(_ name: String, _ known: [Option]) -> CommandFailure {
    let near = NearNames.nearest(to: name, in: known.map(\.name)).first
    return .usage(
      "unknown flag \(TextFilter.visible(name))",
      advice: near.map { "did you mean \($0)?" }
        ?? "the flags here are \(known.map(\.spelling).joined(separator: ", "))")
  }

  // MARK: - Asking

  func has(_ option: Option) -> Bool { options.contains { $0.name == option.name } }

  func value(of option: Option) -> String? { values(of: option).last }

  func values(of option: Option) -> [String] {
    options.filter { $0.name == option.name }.map(\.value)
  }

  /// The operand of a command that takes at most one.
  func singleOperand(called what: String) throws(CommandFailure) -> String? {
    if operands.count > 1 {
      throw .usage("one \(what) at a time; '\(TextFilter.visible(operands[1]))' is a second")
    }
    return operands.first
  }

  func requireNoOperands() throws(CommandFailure) {
    guard let first = operands.first else { return }
    throw .usage("'\(TextFilter.visible(first))' has no meaning here")
  }
}
