import CellLanguage

/// Why an answer isn't judged, in words: what, where, what to try.
enum AnswerRefusal {
  static var tooLong: String {
    "the answer is longer than \(grouped(AnswerText.byteLimit)) bytes: write a shorter one"
  }

  static func notToBeChanged(_ name: String, _ edits: [String]) -> String {
    "\(shown(name)) is not to be changed in this exercise: change \(joined(edits, "or"))"
  }

  static func unreadable(_ diagnostic: Diagnostic, in source: Source, _ name: String?) -> String {
    let position = source.position(at: diagnostic.primary.range.start)
    let line = position.line - source.firstLine + 1
    let place = line > 1 ? "line \(line), column \(position.column)" : "column \(position.column)"
    let what = name.map { "\(shown($0)) can't be read, " } ?? "the answer can't be read, "
    return what + place + ": " + words(diagnostic)
  }

  static func empty(_ name: String?, _ edits: [String]) -> String {
    let name = name ?? edits.first ?? "x"
    return "the answer is empty: write \(shown(name)) = and a formula"
  }

  static func undefined(_ names: [String]) -> String {
    "the answer doesn't define \(joined(names, "or")): write"
      + " \(shown(names.first ?? "x")) = and a formula"
  }

  static func definedTwice(_ name: String) -> String {
    "\(shown(name)) is defined a second time: a name is defined once; take another"
  }

  static func builtin(_ name: String) -> String {
    "\(shown(name)) belongs to the language, and an answer can't redefine it: take another name"
  }

  static func checkName(_ name: String) -> String {
    "\(shown(name)) is a name of the check, and an answer can't define it: take another name"
  }

  static func lessonName(_ name: String, _ edits: [String]) -> String {
    "\(shown(name)) is the lesson's, and an answer can't redefine it: take another name, or change"
      + " \(joined(edits, "or")) alone"
  }

  // MARK: - Words

  static func words(_ diagnostic: Diagnostic) -> String {
    let help = diagnostic.help.map { "; " + $0.split(separator: "\n").joined(separator: "; ") }
    return TextFilter.visible(diagnostic.message + (help ?? ""))
  }

  /// The same on two lines of a narrow screen: the advice is left out first, then the end of the message.
  static func brief(_ diagnostic: Diagnostic) -> String {
    let (whole, message) = (words(diagnostic), TextFilter.visible(diagnostic.message))
    if whole.count <= briefLength { return whole }
    if message.count <= briefLength { return message }
    let start = message.prefix(briefLength - 1)
    return (start.lastIndex(of: " ").map { start[..<$0] } ?? start) + "…"
  }

  private static let briefLength = 110

  /// `S`, `S or A`, `S, A or O`.
  static func joined(_ names: [String], _ word: String) -> String {
    let names = names.map(shown)
    guard names.count > 1 else { return names.first ?? "nothing" }
    return names.dropLast().joined(separator: ", ") + " \(word) " + names[names.count - 1]
  }

  static func shown(_ name: String) -> String {
    if name.isEmpty { return "an empty name" }
    let text = TextFilter.visible(name)
    return text.count <= 40 ? text : text.prefix(39) + "…"
  }

  /// The first line of a text, or as much of it as is easily read.
  static func excerpt(of text: String) -> String {
    shown(String(text.prefix { !$0.isNewline }))
  }
}
