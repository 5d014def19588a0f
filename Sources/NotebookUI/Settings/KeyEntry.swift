import CellLanguage
import Terminal

/// An entry below `[keys]`: an action and the keys that it is to have.
struct KeyEntry {
  let wish: Rebinding.Wish

  init(_ entry: ConfigText.Entry) throws(ConfigProblem) {
    let action = try Self.action(entry.name)
    var keys: [KeyPress] = []
    if entry.words.map({ $0.lowercased() }) == ["none"] {
      if action.isEssential {
        throw ConfigProblem("\(action.configName) needs a key", advice: "name one")
      }
    } else {
      guard entry.words.count <= Self.keyLimit else {
        throw ConfigProblem("\(action.configName) has more than \(Self.keyLimit) keys")
      }
      for word in entry.words {
        let key = try Self.key(word, for: action)
        if !keys.contains(key) { keys.append(key) }
      }
    }
    // However keys are changed, there is a way out that everyone knows.
    if action == .leave { keys = [Self.wayOut] + keys.filter { $0 != Self.wayOut } }
    wish = Rebinding.Wish(action, keys, line: entry.line)
  }

  private static let keyLimit = 16
  private static let wayOut = KeyPress(.character("c"), control: true)

  private static func action(_ name: String) throws(ConfigProblem) -> Action {
    guard let action = Action.named(name) else {
      let names = Action.allCases.filter { !$0.hasFixedKeys }.map(\.configName)
      let wanted = name.lowercased()
      let near =
        NearNames.nearest(to: wanted, in: names).first
        ?? names.first { $0.split(separator: "-").contains { $0 == wanted } }
      throw ConfigProblem(
        "there is no command \(ConfigText.quoted(name)) to give a key to",
        advice: near.map { "did you mean \($0)?" } ?? "qkv help config lists them")
    }
    if action.hasFixedKeys {
      throw ConfigProblem("\(action.configName) has the keys that type it, and no others")
    }
    return action
  }

  private static func key(_ word: String, for action: Action) throws(ConfigProblem) -> KeyPress {
    // u, Ctrl-Z: a comma between keys does no harm.
    let name = word.count > 1 && word.hasSuffix(",") ? String(word.dropLast()) : word
    let key: KeyPress
    do throws(KeyReading.Problem) {
      key = try KeyReading.key(name)
    } catch {
      throw ConfigProblem(
        "\(ConfigText.quoted(name)) \(error.message)", advice: error.advice)
    }
    if key == wayOut, action != .leave {
      throw ConfigProblem("Ctrl-C always quits", advice: "choose another key")
    }
    if action.isOnlyForTyping, key.typed != nil {
      throw ConfigProblem(
        "\(key.plainName) is text where \(action.configName) is done",
        advice: "choose a key that types nothing, such as F2 or Ctrl-O")
    }
    return key
  }
}

extension Action {
  /// Its name in the config: that of the palette, with dashes.
  package var configName: String { name.replacing(" ", with: "-") }

  /// The action that a reader calls `next-step`, `next step` or `nextStep`.
  static func named(_ name: String) -> Action? {
    byBareName[bare(name)]
  }

  private static let byBareName: [String: Action] = allCases.reduce(into: [:]) { names, action in
    names[bare("\(action)")] = action
    names[bare(action.name)] = action
  }

  private static func bare(_ name: String) -> String {
    name.lowercased().filter { !"- _".contains($0) }
  }
}
