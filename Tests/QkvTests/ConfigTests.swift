import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The config as the program finds it.
@Suite struct ConfigTests {
  private let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  private func makeFolders(_ names: String...) {
    for name in names { mkdir(home.path + "/" + name, 0o700) }
  }

  private func config(_ text: String) throws {
    makeFolders(".config", ".config/qkv")
    try home.write(".config/qkv/config", text)
  }

  private func run(
    _ arguments: String..., variables: [String: String?] = [:]
  ) throws -> HeadlessRun {
    var launch = Launch.product("qkv", arguments, home: home)
    for (name, value) in variables { launch = launch.setting(name, to: value) }
    return try HeadlessRun(launch)
  }

  /// What `info` says behind the program and the places.
  private func info(
    _ arguments: String..., variables: [String: String?] = [:]
  ) throws -> [String] {
    var launch = Launch.product("qkv", ["info"] + arguments, home: home)
    for (name, value) in variables { launch = launch.setting(name, to: value) }
    let lines = try HeadlessRun(launch).output.split(separator: "\n").map { String($0) }
    return Array(lines.drop { !$0.hasPrefix("config") })
      .map { $0.replacing(home.path, with: "~") }
  }

  @Test func withoutAConfig() throws {
    #expect(
      try info() == [
        "config    ~/.config/qkv/config: none there; all is as by default",
        "terminal  TERM=xterm-256color, none in use",
        "locale    LC_ALL=C.UTF-8: UTF-8",
        "theme     auto         default; the terminal is asked, colours for both until it answers",
        "color     256 colours  terminfo, TERM=xterm-256color",
        "ascii     no           default",
        "mouse     yes          default",
        "copy      yes          default",
        "digits    auto         default",
        "nudge     0.1          default",
        "reveal    guesses      default",
        "keys      standard     default",
      ])
  }

  /// The variables, and the lines on the theme and the locale.
  static let grounds: [(variables: [String: String?], theme: String, locale: String)] = [
    (
      ["COLORFGBG": "0;15"],
      "theme     auto         default; the terminal is asked, light by COLORFGBG=0;15 until it answers",
      "locale    LC_ALL=C.UTF-8: UTF-8"
    ),
    (
      ["TERM": "linux", "LC_ALL": "POSIX"],
      "theme     auto: dark  default; TERM=linux is dark",
      "locale    LC_ALL=POSIX: names no encoding, taken for UTF-8; --ascii draws without"
    ),
    (
      ["NO_COLOR": "1", "LC_ALL": "en_US.ISO-8859-1"],
      "theme     auto      default; there are no colours",
      "locale    LC_ALL=en_US.ISO-8859-1: no UTF-8, so ASCII alone is drawn"
    ),
    (
      ["TERM": "vt100", "LC_ALL": nil],
      "theme     auto      default; there are no colours",
      "locale    none set: names no encoding, taken for UTF-8; --ascii draws without"
    ),
  ]

  @Test(arguments: grounds)
  func whatIsBehindTheText(
    _ row: (variables: [String: String?], theme: String, locale: String)
  ) throws {
    let lines = try info(variables: row.variables)
    #expect(lines.contains(row.theme), "\(lines)")
    #expect(lines.contains(row.locale), "\(lines)")
  }

  @Test func everySettingSaysWhatMadeItSo() throws {
    try config(
      """
      theme = dark
      color = 16
      nudge = 0.5
      digts = 3

      [keys]
      undo = U Ctrl-_
      pin = none
      hint = Ctrl-C
      """)
    #expect(
      try info("--theme", "light", "--no-mouse", variables: ["NO_COLOR": "1"]) == [
        "config    ~/.config/qkv/config: 2 faults",
        "          line 4: 'digts' is no setting; did you mean digits?",
        "          line 9: Ctrl-C always quits; choose another key",
        "terminal  TERM=xterm-256color, none in use",
        "locale    LC_ALL=C.UTF-8: UTF-8",
        "theme     light            --theme light",
        "color     16 colours       config, line 2; terminfo, TERM=xterm-256color",
        "ascii     no               default",
        "mouse     no               --no-mouse",
        "copy      yes              default",
        "digits    auto             default",
        "nudge     0.5              config, line 3",
        "reveal    guesses          default",
        "keys      undo = U Ctrl-_  config, line 7",
        "          pin = none       config, line 8",
      ])
  }

  /// A flag goes before the config, that before NO_COLOR, that before terminfo.
  static let colors: [(String?, [String], [String: String?], String)] = [
    (nil, [], [:], "256 colours  terminfo, TERM=xterm-256color"),
    (nil, [], ["NO_COLOR": ""], "256 colours  terminfo, TERM=xterm-256color"),
    (nil, [], ["NO_COLOR": "0"], "none       NO_COLOR=0"),
    (nil, [], ["TERM": "vt100"], "none       terminfo, TERM=vt100"),
    (nil, [], ["TERM": "linux"], "8 colours  terminfo, TERM=linux"),
    (nil, [], ["TERM": "nosuch"], "none       terminfo, TERM=nosuch"),
    ("never", [], [:], "none       config, line 1"),
    ("always", [], ["NO_COLOR": "1"], "256 colours  config, line 1; terminfo, TERM=xterm-256color"),
    ("always", [], ["TERM": "vt100"], "none       config, line 1; terminfo, TERM=vt100"),
    ("auto", [], ["NO_COLOR": "1"], "none       NO_COLOR=1"),
    (
      "never", ["--color", "8"], ["NO_COLOR": "1"],
      "8 colours  --color 8; terminfo, TERM=xterm-256color"
    ),
    ("always", ["--no-color"], [:], "none       --no-color"),
    ("always", ["--no-color", "--color=auto"], ["NO_COLOR": "1"], "none       NO_COLOR=1"),
    (
      "never", ["--set", "colour=always"], [:],
      "256 colours  --set colour=always; terminfo, TERM=xterm-256color"
    ),
  ]

  @Test(arguments: colors)
  func colorsHaveAnOrder(
    _ row: (config: String?, flags: [String], variables: [String: String?], line: String)
  ) throws {
    if let color = row.config { try config("color = \(color)") }
    var launch = Launch.product("qkv", ["info"] + row.flags, home: home)
    for (name, value) in row.variables { launch = launch.setting(name, to: value) }
    let lines = try HeadlessRun(launch).output.split(separator: "\n").map { String($0) }
    let line = lines.first { $0.hasPrefix("color ") } ?? ""
    #expect(line.split(separator: " ") == ["color"] + row.line.split(separator: " "))
  }

  @Test func whatIsNoConfigIsNamedAndHangsNothing() throws {
    makeFolders(".config", ".config/qkv", ".config/qkv/config")
    #expect(try info().first == "config    ~/.config/qkv/config: this is a folder, not a file")
    let pipe = home.path + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    for (path, message) in [
      (pipe, "this is a pipe, not a file"), (home.path, "this is a folder, not a file"),
      ("/dev/zero", "this is a device, not a file"), ("/nowhere", "there is no such file"),
    ] {
      let run = try run("info", "--config", path)
      #expect(run.code == 65)
      #expect(run.error == "qkv: \(path): \(message)\n")
    }
    #expect(try run("info", "--config", "/dev/null").code == 0)
  }

  @Test func aFaultIsToldOnceAtTheStart() throws {
    try config("theme = drak\nmouse = perhaps\n[keys]\nback = x\n")
    let run = try TerminalRun(Launch.product("qkv", home: home))
    #expect(
      run.waits(
        for: "In the config, line 1: theme is auto, dark or light, not 'drak'; did you mean"))
    #expect(run.waits(for: "And 1 more, which qkv info names."))
    // The rest works.
    run.send("x")
    #expect(run.ending() == .exit(0))
  }

  static let flags: [([String], String)] = [
    (
      ["--theme", "lihgt"],
      "--theme lihgt: theme is auto, dark or light, not 'lihgt'\ndid you mean light?"
    ),
    (["--set", "digits"], "--set needs NAME=VALUE\nfor example --set digits=3"),
    (["--set", "digts=3"], "--set digts=3: 'digts' is no setting\ndid you mean digits?"),
    (
      ["--color", "sometimes"],
      "--color sometimes: color is auto, always, never, 8, 16 or 256, not 'sometimes'"
    ),
  ]

  @Test(arguments: flags)
  func aWrongFlagIsWrongUsage(_ row: (flags: [String], message: String)) throws {
    let run = try HeadlessRun(Launch.product("qkv", ["info"] + row.flags, home: home))
    #expect(run.code == 64)
    #expect(run.error == "qkv: \(row.message)\n")
  }

  @Test func theDefaultConfigIsPrintedAndIsOne() throws {
    let text = try run("help", "config").output
    #expect(
      text.hasPrefix(
        "# The config of qkv: $XDG_CONFIG_HOME/qkv/config, else ~/.config/qkv/config.\n"))
    #expect(text.contains("\n#theme = auto\n"))
    #expect(text.contains("\n[keys]\n"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(text.contains("\n#pin = p\n"))
    try config(text)
    #expect(try info().first == "config    ~/.config/qkv/config")
  }
}
