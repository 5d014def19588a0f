import Terminal

/// The settings with the values that come of them on this terminal, and what made each so.
package struct SettingsInForce {
  package struct Row: Hashable, Sendable {
    package let name: String
    package let value: String
    package let reason: String
  }

  private let settings: Settings
  private let environment: (String) -> String?
  private let terminal = TerminalDescription()

  /// - Parameter environment: the value of a variable, nil where it is unset.
  package init(_ settings: Settings, environment: @escaping (String) -> String?) {
    self.settings = settings
    self.environment = environment
  }

  package var rows: [Row] {
    Setting.all.map { Row(name: $0.name, value: value(of: $0), reason: reason(for: $0)) } + keys
  }

  /// Whether terminfo knows the terminal that TERM names.
  package var isTerminalKnown: Bool { terminal != nil }

  /// Whether the locale lets characters beyond ASCII be drawn.
  package let drawsUnicode = TerminalDescription.drawsUnicode

  /// The variable that decides on the locale: by POSIX, the first that is set and not empty.
  package var locale: String? {
    ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { name in
      environment(name).flatMap { $0.isEmpty ? nil : "\(name)=\($0)" }
    }.first
  }

  private func value(of setting: Setting) -> String {
    switch setting.name {
    case "color": colorDepth.words
    case "ascii": usesASCII ? "yes" : "no"
    case "theme" where settings.options.theme == .automatic: themeInForce
    default: setting.value(settings.options)
    }
  }

  private func reason(for setting: Setting) -> String {
    let own = words(for: settings.origin(of: setting))
    switch setting.name {
    case "color": return colorReason(own)
    case "theme" where settings.options.theme == .automatic: return themeReason(own)
    case "ascii" where usesASCII && !settings.options.ascii:
      return "\(locale ?? "the locale") has no UTF-8"
    default: return own
    }
  }

  private func words(for origin: Settings.Origin) -> String {
    switch origin {
    case .standard: "default"
    case .config(let line): "config, line \(line)"
    case .flag(let flag): flag
    }
  }

  private var usesASCII: Bool { settings.options.ascii || !drawsUnicode }

  // MARK: - Colours

  private var offered: ColorDepth { terminal?.colors ?? .none }

  private var colorDepth: ColorDepth {
    settings.options.color.depth(offered: offered, noColor: environment("NO_COLOR"))
  }

  private func colorReason(_ own: String) -> String {
    let terminfo = "terminfo, TERM=\(environment("TERM") ?? "")"
    switch settings.options.color {
    case .never: return own
    case .automatic where colorDepth < offered:
      return "NO_COLOR=\(environment("NO_COLOR") ?? "")"
    case .automatic: return terminfo
    case .always, .eight, .sixteen, .indexed: return "\(own); \(terminfo)"
    }
  }

  // MARK: - The background

  private var background: BackgroundGuess {
    BackgroundGuess(term: environment("TERM"), colorFGBG: environment("COLORFGBG"))
  }

  private var isAsked: Bool { background.canAsk && colorDepth != .none }

  private var themeInForce: String {
    let guess = background.theme == .automatic ? "for both" : background.theme.rawValue
    return isAsked || colorDepth == .none ? "auto" : "auto: \(guess)"
  }

  /// Who says it: the terminal, when it is asked, else its environment.
  private func themeReason(_ own: String) -> String {
    let guess = background
    let known =
      switch guess.source {
      case .variable(let text): "\(guess.theme.rawValue) by COLORFGBG=\(text)"
      case .terminal: "TERM=\(environment("TERM") ?? "") is \(guess.theme.rawValue)"
      case .none: "colours for both"
      }
    if colorDepth == .none { return "\(own); there are no colours" }
    return isAsked
      ? "\(own); the terminal is asked, \(known) until it answers"
      : "\(own); \(known)"
  }

  // MARK: - Keys

  private var keys: [Row] {
    let wishes = settings.wishes
    if wishes.isEmpty { return [Row(name: "keys", value: "standard", reason: "default")] }
    return wishes.enumerated().map { index, wish in
      let keys = wish.keys.isEmpty ? "none" : wish.keys.map(\.plainName).joined(separator: " ")
      return Row(
        name: index == 0 ? "keys" : "", value: "\(wish.action.configName) = \(keys)",
        reason: "config, line \(wish.line)")
    }
  }
}

extension ColorDepth {
  fileprivate var words: String {
    switch self {
    case .none: "none"
    case .eight: "8 colours"
    case .sixteen: "16 colours"
    case .indexed: "256 colours"
    case .direct: "direct"
    }
  }
}
