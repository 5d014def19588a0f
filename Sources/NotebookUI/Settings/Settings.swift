import CellLanguage
import Terminal

/// The settings in force, and why each is as it is: a flag goes before the config, the config before what the environment
/// and the terminal say, and those before the default.
package struct Settings: Sendable {
  package enum Origin: Hashable, Sendable {
    case standard
    case config(line: Int)
    /// As it was written.
    case flag(String)
  }

  package private(set) var options = DisplayOptions()
  /// What is wrong with the config, in the order of its lines.
  package private(set) var problems: [ConfigProblem] = []
  /// What is done of the reader's wishes for keys, in the order of the lines.
  package private(set) var wishes: [Rebinding.Wish] = []
  private var origins: [String: Origin] = [:]

  /// - Parameter config: the bytes of the config; nil where there is none.
  package init(config: [UInt8]? = nil) {
    guard let config else { return }
    let text = ConfigText(config, sections: [Self.keysSection])
    problems = text.problems
    for entry in text.entries where entry.section.isEmpty { take(entry) }
    rebind(text.entries.filter { $0.section == Self.keysSection })
    problems.sort { ($0.line ?? 0) < ($1.line ?? 0) }
  }

  static let keysSection = "keys"

  package func origin(of setting: Setting) -> Origin { origins[setting.name] ?? .standard }

  // MARK: - Flags

  /// Sets one as the command line has it.
  package mutating func set(
    _ name: String, to value: String, flag: String
  ) throws(ConfigProblem) {
    guard let setting = Setting.named(name) else { throw Self.unknown(name) }
    try setting.read(value, into: &options)
    origins[setting.name] = .flag(flag)
  }

  private static func unknown(_ name: String) -> ConfigProblem {
    let near = NearNames.nearest(to: name.lowercased(), in: Setting.all.map(\.name)).first
    let isAction = Action.named(name) != nil
    return ConfigProblem(
      "\(ConfigText.quoted(name)) is no setting",
      advice: isAction
        ? "keys stand below [keys]"
        : near.map { "did you mean \($0)?" }
          ?? "there are \(Setting.all.map(\.name).joined(separator: ", ")), and [keys]")
  }

  // MARK: - The config

  private mutating func take(_ entry: ConfigText.Entry) {
    do throws(ConfigProblem) {
      guard let setting = Setting.named(entry.name) else { throw Self.unknown(entry.name) }
      try setting.read(entry.words.joined(separator: " "), into: &options)
      if case .config(let line)? = origins[setting.name] {
        problems.append(Self.twice(setting.name, line, entry.line))
      }
      origins[setting.name] = .config(line: entry.line)
    } catch {
      problems.append(error.at(line: entry.line))
    }
  }

  private static func twice(_ name: String, _ first: Int, _ line: Int) -> ConfigProblem {
    ConfigProblem(line: line, "\(name) stands in line \(first) already", advice: "this line counts")
  }

  private mutating func rebind(_ entries: [ConfigText.Entry]) {
    var wishes: [Rebinding.Wish] = []
    for entry in entries {
      do throws(ConfigProblem) {
        let wish = try KeyEntry(entry).wish
        if let index = wishes.firstIndex(where: { $0.action == wish.action }) {
          problems.append(Self.twice(entry.name, wishes.remove(at: index).line, entry.line))
        }
        wishes.append(wish)
      } catch {
        problems.append(error.at(line: entry.line))
      }
    }
    let rebinding = Rebinding(wishes)
    problems += rebinding.conflicts.map(\.problem)
    self.wishes = rebinding.wishes
    options.bindings = rebinding.bindings
  }
}

extension Rebinding.Conflict {
  fileprivate var problem: ConfigProblem {
    let isFixed = other.hasFixedKeys
    let since = otherLine.map { " (line \($0))" } ?? ""
    return ConfigProblem(
      line: wish.line,
      "\(key.plainName) can't be \(wish.action.configName): it is \(other.configName)\(since)",
      advice: isFixed
        ? "choose another key"
        : "give \(other.configName) another key too, or choose one that is free")
  }
}
