import CellLanguage
import Terminal

/// A row of the table of settings. The config, `--set`, the help and the manual are made from it.
package struct Setting: Sendable {
  package let name: String
  /// What it can be, to be read behind `is`: `auto, dark or light`.
  package let values: String
  /// The words among them.
  package let choices: [String]
  /// What it does, in a sentence.
  package let help: String
  /// Whether the value is one.
  let assign: @Sendable (String, inout DisplayOptions) -> Bool
  /// The value in force.
  package let value: @Sendable (DisplayOptions) -> String

  init(
    _ name: String, _ values: String, choices: [String] = [], _ help: String,
    value: @escaping @Sendable (DisplayOptions) -> String,
    assign: @escaping @Sendable (String, inout DisplayOptions) -> Bool
  ) {
    self.name = name
    self.values = values
    self.choices = choices
    self.help = help
    self.value = value
    self.assign = assign
  }

  /// The value that it has by itself.
  package var standard: String { value(DisplayOptions()) }

  package static func named(_ name: String) -> Setting? {
    let name = name.lowercased()
    return all.first { $0.name == (name == "colour" ? "color" : name) }
  }

  package static let all = [theme, color, ascii, mouse, copy, digits, nudge, reveal]

  private static let theme = choice(
    "theme", \.theme,
    "The background that colours are chosen for; auto asks the terminal, then COLORFGBG, else suits both."
  )

  private static let color = choice(
    "color", \.color,
    "Colours: auto asks NO_COLOR and terminfo, always terminfo alone; a number is the most that are used."
  )

  private static let ascii = truth(
    "ascii", \.ascii, "Whether all is drawn with ASCII alone, for fonts that lack √, ▒ and │.")

  private static let mouse = truth(
    "mouse", \.mouse, "Whether clicks and the wheel come to the notebook.")

  private static let copy = truth(
    "copy", \.clipboard,
    "Whether copying a matrix puts it on the clipboard, through terminals that take it (OSC 52).")

  private static let digits = Setting(
    "digits", "auto or a number from 0 to 12", choices: ["auto"],
    "Decimals of numbers where a lesson doesn't say how many; auto is 2.",
    value: { $0.digits.map { "\($0)" } ?? "auto" }
  ) { value, options in
    if value == "auto" {
      options.digits = nil
      return true
    }
    guard value.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let digits = Int(value),
      (0...12).contains(digits)
    else { return false }
    options.digits = digits
    return true
  }

  private static let nudge = Setting(
    "nudge", "a number above 0, to 1000",
    "How far + and - change a number at first, where a lesson has no slider.",
    value: { Reading.text(ofStep: $0.nudge) }
  ) { value, options in
    let plain = value.utf8.allSatisfy { "0123456789.e-".utf8.contains($0) }
    guard plain, let step = Double(value), step >= 1e-9, step <= 1000 else { return false }
    options.nudge = step
    return true
  }

  private static let reveal = choice(
    "reveal", \.reveal,
    "Steps at first: guesses holds back what an open question asks for, pauses what a room doesn't see yet, all nothing."
  )

  // MARK: - Kinds

  private static func choice<Value>(
    _ name: String, _ path: any WritableKeyPath<DisplayOptions, Value> & Sendable, _ help: String
  ) -> Setting
  where Value: CaseIterable & RawRepresentable & Sendable, Value.RawValue == String {
    let choices = Value.allCases.map(\.rawValue)
    return Setting(
      name, listed(choices), choices: choices, help, value: { $0[keyPath: path].rawValue }
    ) { value, options in
      guard let chosen = Value(rawValue: value) else { return false }
      options[keyPath: path] = chosen
      return true
    }
  }

  private static func truth(
    _ name: String, _ path: any WritableKeyPath<DisplayOptions, Bool> & Sendable, _ help: String
  ) -> Setting {
    let words = ["yes": true, "no": false, "on": true, "off": false, "true": true, "false": false]
    return Setting(
      name, "yes or no", choices: ["yes", "no"], help, value: { $0[keyPath: path] ? "yes" : "no" }
    ) { value, options in
      guard let truth = words[value] else { return false }
      options[keyPath: path] = truth
      return true
    }
  }

  /// `auto, dark or light`.
  private static func listed(_ words: [String]) -> String {
    words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
  }
}

extension Setting {
  /// Puts a value into the options.
  func read(_ value: String, into options: inout DisplayOptions) throws(ConfigProblem) {
    if assign(value.lowercased(), &options) { return }
    // No number is near another.
    let near =
      value.allSatisfy(\.isNumber)
      ? nil : NearNames.nearest(to: value.lowercased(), in: choices).first
    throw ConfigProblem(
      "\(name) is \(values), not \(ConfigText.quoted(value))",
      advice: near.map { "did you mean \($0)?" })
  }
}
