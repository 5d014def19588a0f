/// What lies behind the text, as the terminal or its environment tells it.
package enum Background: Hashable, Sendable {
  case dark, light

  /// Colours chosen for it.
  package var theme: Theme { self == .dark ? .dark : .light }

  /// What asks a terminal for the colour of its background (xterm's ctlseqs, OSC 11).
  static let question = "\u{1B}]11;?\u{1B}\\"

  /// The answer to `question`, from behind `ESC ]` to its end: `11;rgb:1e1e/1e1e/2e2e`.
  init?(answer: some Sequence<UInt8>) {
    let text = String(decoding: Array(answer), as: UTF8.self)
    guard text.hasPrefix("11;") else { return nil }
    self.init(color: text.dropFirst(3))
  }

  /// By X11's names of colours in numbers: `rgb:1e1e/1e1e/2e2e` of one to four digits each, `rgba:…`, `#1e1e2e`.
  init?(color: Substring) {
    var parts: [Substring] = []
    if color.hasPrefix("rgb:") || color.hasPrefix("rgba:") {
      let digits = color[color.index(after: color.firstIndex(of: ":") ?? color.startIndex)...]
      parts = digits.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 3 || parts.count == 4 else { return nil }
    } else if color.first == "#", [4, 7, 10, 13].contains(color.utf8.count) {
      let length = (color.utf8.count - 1) / 3
      parts = (0..<3).map { color.dropFirst(1 + $0 * length).prefix(length) }
    }
    let shares = parts.prefix(3).compactMap(Self.share)
    guard shares.count == 3 else { return nil }
    self.init(red: shares[0], green: shares[1], blue: shares[2])
  }

  /// By the brightness on which black and white are read equally well (WCAG 2.1: a relative luminance of 0.179).
  ///
  /// - Parameters: each from 0 to 1.
  init(red: Double, green: Double, blue: Double) {
    func linear(_ value: Double) -> Double {
      value * (value * (value * 0.3053 + 0.6822) + 0.0125)
    }
    let luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    self = luminance < 0.179 ? .dark : .light
  }

  /// The variable COLORFGBG, which rxvt and others set: the numbers of the foreground and the background, `15;0`.
  package init?(colorFGBG: String) {
    guard let last = colorFGBG.split(separator: ";").last, last.utf8.count <= 2,
      let number = UInt8(last), number < 16
    else { return nil }
    self = number < 7 || number == 8 ? .dark : .light
  }

  /// A share of one to four hexadecimal digits, of as many that are all `f`.
  private static func share(_ digits: Substring) -> Double? {
    guard (1...4).contains(digits.utf8.count), let number = UInt16(digits, radix: 16) else {
      return nil
    }
    return Double(number) / Double((1 << (4 * digits.utf8.count)) - 1)
  }
}

/// What is known of the background without asking the terminal, and what asking it may add.
package struct BackgroundGuess: Hashable, Sendable {
  /// What chose the colours.
  package enum Source: Hashable, Sendable {
    /// The variable COLORFGBG.
    case variable(String)
    /// What such a terminal always has.
    case terminal
    /// Nothing: colours of middle brightness suit both.
    case none
  }

  package let theme: Theme
  package let source: Source
  /// Whether the terminal is one that can be asked: others would print the question.
  package let canAsk: Bool

  /// - Parameters: the variables TERM and COLORFGBG; nil where they are unset.
  package init(term: String?, colorFGBG: String?) {
    let term = term ?? ""
    canAsk = Self.asked.contains { term.hasPrefix($0) }
    if let text = colorFGBG, let background = Background(colorFGBG: text) {
      (theme, source) = (background.theme, .variable(text))
    } else if term.hasPrefix("linux") {
      (theme, source) = (.dark, .terminal)
    } else {
      (theme, source) = (.automatic, .none)
    }
  }

  /// What the names of terminals begin with that swallow such a question where they can't answer it.
  private static let asked = [
    "xterm", "tmux", "screen", "rxvt", "alacritty", "foot", "kitty", "konsole", "gnome", "vte",
    "wezterm", "ghostty", "contour", "mlterm", "iterm", "st-",
  ]
}
