/// A flag of the command line, as one table has it for reading and for help.
struct Option: Hashable {
  /// With its dashes: `--json`, `-e`.
  let name: String
  /// What its value is called; nil where it has none.
  let value: String?
  let isRepeatable: Bool
  let help: String

  init(_ name: String, value: String? = nil, isRepeatable: Bool = false, _ help: String) {
    self.name = name
    self.value = value
    self.isRepeatable = isRepeatable
    self.help = help
  }

  /// As usage shows it: `--inputs FILE.json`.
  var spelling: String { value.map { "\(name) \($0)" } ?? name }
}

extension Option {
  static let help = Option("--help", "says what the command does")
  static let lessons = Option(
    "--lessons", value: "DIR", "takes the lessons from this folder")
  static let original = Option("--original", "leaves out what you changed and added")
  static let json = Option("--json", "writes one JSON object")
}
