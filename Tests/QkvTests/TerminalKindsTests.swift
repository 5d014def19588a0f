import TestSupport
import Testing

/// Terminals, locales and wishes for colour: the notebook starts, draws and leaves each as it was, with no colour where
/// none may be.
@Suite struct TerminalKindsTests {
  private static let lesson = """
    ---
    qkv: 1
    id: kinds
    title: Kinds of terminals
    summary: A lesson for tests.
    minutes: 1
    ---

    ## One step

    Change a number.

    ```python {.qkv}
    Q = [[0.0, 0.25, 0.5, 0.75, 1.0]]
    ```

    ```python {.qkv}
    #| view: heatmap
    A = Q + 0
    ```

    ```python {.qkv}
    #| view: heatmap
    D = Q - 0.5
    ```

    """

  private let folder: TemporaryFolder
  private let file: String

  init() throws {
    folder = try TemporaryFolder()
    file = try folder.write("kinds.md", Self.lesson)
  }

  private func launch(_ terminal: String, _ arguments: String...) -> Launch {
    Launch.product("qkv", [file] + arguments, home: folder).setting("TERM", to: terminal)
  }

  /// All that a run writes from its start to its end, which must be as it should.
  private func output(_ launch: Launch) throws -> TerminalRun {
    let run = try TerminalRun(launch)
    #expect(run.waits(for: "Kinds of terminals"))
    #expect(run.waits(for: "\u{1B}[?1006h"))
    run.send("\u{3}")
    #expect(run.ending() == .exit(0))
    #expect(run.modes == TerminalRun.newModes)
    #expect(run.privateModes.subtracting([7, 25]) == [])
    return run
  }

  // MARK: - By terminfo

  /// The variables that say the locale, and NO_COLOR.
  static let surroundings: [(locale: [String: String], noColor: String?)] =
    [["LC_ALL": "C.UTF-8"], ["LC_ALL": "POSIX"], [:]].flatMap { locale in
      [nil, "1"].map { (locale, $0) }
    }

  @Test(
    arguments: [
      ("xterm", 8), ("xterm-256color", 256), ("screen", 8), ("tmux-256color", 256), ("linux", 8),
      ("vt100", 0), ("rxvt", 8), ("ansi", 8),
    ], surroundings)
  func everyTerminal(
    kind: (terminal: String, colors: Int), around: (locale: [String: String], noColor: String?)
  ) throws {
    var launch = launch(kind.terminal).setting("LC_ALL", to: nil)
      .setting("NO_COLOR", to: around.noColor)
    for (name, value) in around.locale { launch = launch.setting(name, to: value) }
    let run = try output(launch)
    let colors = Set(run.colors)
    #expect(colors.isEmpty == (kind.colors == 0 || around.noColor != nil), "\(colors)")
    #expect(run.colors.contains { $0.hasPrefix("38;5") } == (kind.colors == 256 && !colors.isEmpty))
    // A locale that names no encoding has most likely a terminal of UTF-8.
    #expect(run.text.contains("────") || kind.terminal == "vt100")
  }

  @Test(arguments: ["xterm-256color", "linux", "vt100"])
  func asciiIsAllThatIsSentWhereItIsAskedFor(terminal: String) throws {
    let run = try output(launch(terminal, "--ascii"))
    #expect(run.output.allSatisfy { $0 < 0x80 })
    #expect(run.text.contains("----"))
  }

  /// On a terminal of another encoding all else would be garbage.
  @Test(arguments: ["en_US.ISO-8859-1", "ru_RU.KOI8-R", "de_DE.ISO-8859-15@euro"])
  func asciiIsAllThatIsSentWhereTheLocaleNamesAnotherEncoding(locale: String) throws {
    let run = try output(launch("xterm-256color").setting("LC_ALL", to: locale))
    #expect(run.output.allSatisfy { $0 < 0x80 })
  }

  /// A flag goes before the config, that before NO_COLOR, that before terminfo: on the screen, not in words.
  @Test(arguments: [
    ("", [], "", true), ("", [], "1", false), ("color = always", [], "1", true),
    ("color = never", [], "", false), ("color = never", ["--color", "always"], "1", true),
    ("color = always", ["--no-color"], "", false),
  ])
  func colorsHaveAnOrder(
    config: String, flags: [String], noColor: String, isColored: Bool
  ) throws {
    let path = try folder.write("config", config)
    var launch = launch("xterm-256color").setting("NO_COLOR", to: noColor)
    launch.arguments += ["--config", path] + flags
    #expect(try output(launch).colors.isEmpty == !isColored)
  }

  @Test(arguments: [("8", "38;5"), ("16", "38;5"), ("256", "38;2")])
  func noMoreColorsThanAreAskedFor(most: String, beyond: String) throws {
    let run = try output(launch("xterm-256color", "--color", most))
    #expect(!run.colors.isEmpty)
    #expect(!run.colors.contains { $0.hasPrefix(beyond) })
  }

  @Test func aDumbTerminalIsRefused() throws {
    let run = try TerminalRun(launch("dumb"))
    #expect(run.ending() == .exit(64))
    #expect(
      run.text
        == "qkv: a terminal of type `dumb` (TERM) can't place its cursor, which the notebook "
        + "needs; `qkv show` prints a lesson\r\n")
    #expect(run.modes == TerminalRun.newModes)
    #expect(run.privateModes.subtracting([7, 25]) == [])
  }

  // MARK: - Direct colour

  /// xterm-direct of ncurses' terminfo, which few systems have: numbers below 8 are the palette's, others red, green, blue.
  private static let entry = #"""
    qkv-direct|a terminal with direct colour,
    	RGB, ccc@, colors#0x1000000, pairs#0x7FFF, initc@, oc@,
    	setab=\E[%?%p1%{8}%<%t4%p1%d%e48:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%d%;m,
    	setaf=\E[%?%p1%{8}%<%t3%p1%d%e38:2::%p1%{65536}%/%d:%p1%{256}%/%{255}%&%d:%p1%{255}%&%d%;m,
    	use=xterm-256color,

    """#

  private static var hasCompiler: Bool {
    get throws { try HeadlessRun(Launch("/bin/sh", ["-c", "command -v tic"])).code == 0 }
  }

  /// The program on a terminal of that entry.
  private func directLaunch(_ arguments: String...) throws -> Launch {
    let source = try folder.write("direct.ti", Self.entry)
    let compiled = try HeadlessRun(
      Launch("/bin/sh", ["-c", "tic -x -o '\(folder.path)/terminfo' '\(source)'"]))
    #expect(compiled.code == 0, "\(compiled.error)")
    var launch = launch("qkv-direct").setting("TERMINFO", to: folder.path + "/terminfo")
    launch.arguments += arguments
    return launch
  }

  @Test(.enabled("needs tic") { try hasCompiler })
  func directColorsAreThoseOfTheRamps() throws {
    let run = try output(try directLaunch())
    let colors = Set(run.colors)
    // Viridis at 0, a quarter, the middle, three quarters and 1, in R: viridisLite::viridis(17)[c(1, 5, 9, 13, 17)].
    for (red, green, blue) in [
      (0x44, 0x01, 0x54), (0x3B, 0x52, 0x8B), (0x21, 0x91, 0x8C), (0x5E, 0xC9, 0x62),
      (0xFD, 0xE7, 0x25),
    ] {
      #expect(colors.contains("48:2::\(red):\(green):\(blue)"), "\(red) \(green) \(blue)")
    }
    // The signed ones: the darkest blue, near white and the darkest orange.
    for background in ["48:2::2:79:127", "48:2::246:246:246", "48:2::119:59:0"] {
      #expect(colors.contains(background), "\(background)")
    }
    // Nothing of it is left to the reader's palette.
    #expect(colors.allSatisfy { $0.hasPrefix("38:2::") || $0.hasPrefix("48:2::") }, "\(colors)")
  }

  @Test(.enabled("needs tic") { try hasCompiler })
  func directColorsCanBeLeftOut() throws {
    let run = try output(try directLaunch("--no-color"))
    #expect(run.colors == [])
    let silent = try output(try directLaunch().setting("NO_COLOR", to: "1"))
    #expect(silent.colors == [])
  }

  @Test(.enabled("needs tic") { try hasCompiler })
  func infoNamesThem() throws {
    var launch = try directLaunch()
    launch.arguments = ["info"]
    let info = try HeadlessRun(launch).output
    #expect(info.contains("\ncolor     direct          terminfo, TERM=qkv-direct\n"))
  }
}

extension TerminalRun {
  /// The colours that were set, as they were sent: `31`, `38;5;214`, `48:2::68:1:84`. Taking them back is none.
  fileprivate var colors: [String] {
    text.matches(of: /\u{1B}\[([0-9;:]*)m/).flatMap { Self.colors(in: String($0.output.1)) }
  }

  private static func colors(in parameters: String) -> [String] {
    var parts = parameters.split(separator: ";")[...]
    var colors: [String] = []
    while let part = parts.popFirst() {
      guard let number = Int(part.prefix { $0 != ":" }) else { continue }
      switch number {
      case 38, 48:
        let rest = part.contains(":") ? 0 : parts.first == "5" ? 2 : 4
        colors.append(([part] + parts.prefix(rest)).joined(separator: ";"))
        parts = parts.dropFirst(rest)
      case 30...37, 40...47, 90...97, 100...107: colors.append(String(part))
      default: break
      }
    }
    return colors
  }
}
