package import Terminal

/// A row of the table of bindings: what is done, by which keys, where, and what is said about it.
package struct Binding: Sendable {
  package let action: Action
  package let keys: [KeyPress]
  package let contexts: Set<Context>
  /// The key and its effect in the footer, a few letters each.
  package let hint: (key: String, label: String)?
  /// The effect in fewer letters, for a footer with little room.
  package let shortLabel: String?
  /// The keys as the help writes them.
  package let keyNames: String
  /// A sentence of help.
  package let help: String
  /// The same in few words, as the list of keys has it: bindings with the same words share a line there.
  package let brief: String

  init(
    _ action: Action, _ keys: [KeyPress], in contexts: Set<Context>, as keyNames: String? = nil,
    hint: (key: String, label: String)? = nil, short: String? = nil, help: String,
    brief: String? = nil
  ) {
    self.action = action
    self.keys = keys
    self.contexts = contexts
    self.keyNames = keyNames ?? keys.map(\.name).joined(separator: " ")
    self.hint = hint
    self.shortLabel = short
    self.help = help
    self.brief = brief ?? help
  }

  /// The row with another help.
  func with(help: String, brief: String) -> Binding {
    Binding(
      action, keys, in: contexts, as: keyNames, hint: hint, short: shortLabel, help: help,
      brief: brief)
  }

  /// The row with other keys; without any, it has no hint.
  func with(
    keys: [KeyPress], names: String, hintKey: String? = nil, in contexts: Set<Context>
  ) -> Binding {
    Binding(
      action, keys, in: contexts, as: names,
      hint: keys.isEmpty ? nil : hint.map { (hintKey ?? $0.key, $0.label) }, short: shortLabel,
      help: help, brief: brief)
  }
}

extension KeyPress {
  static func character(_ character: Character) -> KeyPress { KeyPress(.character(character)) }
  static func control(_ character: Character) -> KeyPress {
    KeyPress(.character(character), control: true)
  }
  static func plain(_ key: Key) -> KeyPress { KeyPress(key) }
  static func shift(_ key: Key) -> KeyPress { KeyPress(key, shift: true) }
}
