import CellLanguage
import Terminal

/// The config with every setting and every key as it is by itself, all of it in comments: to begin one's own from.
package enum DefaultConfig {
  package static var text: String {
    (head + settings + keysHead + keys).map { $0 + "\n" }.joined()
  }

  /// The same without the comment signs before its entries.
  static var entries: String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("#") && !line.hasPrefix("# ") ? String(line.dropFirst()) : String(line)
    }.joined(separator: "\n")
  }

  private static let head =
    comment("The config of qkv: $XDG_CONFIG_HOME/qkv/config, else ~/.config/qkv/config.")
    + comment("Every entry has the value that it has by itself; take its # away to change it.")
    + comment("A flag goes before the config, the config before NO_COLOR and terminfo.")

  private static var settings: [String] {
    Setting.all.flatMap { setting in
      [""] + comment(setting.help) + comment("It is \(setting.values).")
        + ["#\(setting.name) = \(setting.standard)"]
    }
  }

  private static let keysHead =
    [""] + comment("Keys: the commands of the notebook, each with its keys, parted by spaces.")
    + comment(
      "A key is written u, U, Ctrl-R, Alt+x, Shift+Tab, Enter, Esc, Space, PgDn, Up, F5; \"#\" stands in quotes. "
        + "none takes an action's keys away. Where text is typed, keys that type characters are text."
    ) + ["[keys]"]

  private static var keys: [String] {
    Action.allCases.filter { !$0.hasFixedKeys }.flatMap { action in
      let rows = Bindings.standard.rows.filter { $0.action == action }
      // Where text is read comes first: the first key is the one that hints name.
      let isTyping: (Binding) -> Bool = { $0.contexts.isSubset(of: Context.typing) }
      let ordered = rows.filter { !isTyping($0) } + rows.filter(isTyping)
      var keys: [KeyPress] = []
      for key in ordered.flatMap(\.keys) where !keys.contains(key) { keys.append(key) }
      let names = keys.map { $0.plainName == "#" ? "\"#\"" : $0.plainName }
      return [""] + comment(rows.first?.help ?? "")
        + ["#\(action.configName) = \(names.joined(separator: " "))"]
    }
  }

  private static func comment(_ text: String) -> [String] {
    LineWrapping.wrap([Run(text)], width: 76).map { "# " + $0.text }
  }
}
