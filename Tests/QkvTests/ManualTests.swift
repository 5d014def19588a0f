import TestSupport
import Testing

/// The manual page.
@Suite struct ManualTests {
  private static func page() throws -> String { try qkv("help", "--man").output }

  @Test func everyCommandFlagKeyAndSettingStandsInIt() throws {
    let page = try Self.page()
    #expect(
      page.hasPrefix(".TH \"QKV\" \"1\" \"\" \"qkv 0.1.0\" \"User Commands\"\n.SH \"NAME\"\n"))
    let overview = try qkv("help").output
    let commands = overview.split(separator: "\n").filter { $0.hasPrefix("  qkv ") }
      .compactMap { $0.split(separator: " ").dropFirst().first }.filter { $0 == $0.lowercased() }
    #expect(commands.count >= 12)
    for command in commands where command != "the" {
      #expect(page.contains(".SS \"qkv \(command)"), "\(command)")
      let help = try qkv("help", String(command)).output
      let flags = help.split(separator: "\n").compactMap { line in
        line.hasPrefix("  -") ? line.split(separator: " ").first : nil
      }
      for flag in flags { #expect(page.contains(Self.dashed(String(flag))), "\(command) \(flag)") }
    }
    for name in ["theme", "color", "ascii", "mouse", "digits", "nudge"] {
      #expect(page.contains("\n\\fB\(name) = "), "\(name)")
    }
    for line in try qkv("help", "keys").output.split(separator: "\n") where line.hasPrefix("  ") {
      let help = line.split(separator: "  ").last ?? ""
      #expect(page.contains(Self.dashed(String(help.trimmingSpaces))), "\(help)")
    }
    for line in try qkv("help", "keys").output.split(separator: "\n") {
      #expect(line.count <= 80, "\(line)")
    }
    for status in ["0", "1", "2", "64", "65", "70", "128+n"] {
      #expect(page.contains("\n.TP\n\\fB\(status)\\fR\n"))
    }
  }

  /// A line that begins with a full stop or an escape would be a command.
  @Test func noTextIsACommand() throws {
    let macros = [".TH", ".SH", ".SS", ".PP", ".TP", ".nf", ".fi"]
    for line in try Self.page().split(separator: "\n") where line.hasPrefix(".") {
      #expect(macros.contains(String(line.prefix(3))), "\(line)")
    }
    #expect(try !Self.page().contains("\n'"))
  }

  /// groff in its strictest mood, as `man` calls it.
  @Test(
    .enabled("needs groff") {
      try HeadlessRun(Launch("/bin/sh", ["-c", "command -v groff"])).code == 0
    })
  func groffHasNothingToSayAboutIt() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("qkv.1", try Self.page())
    let run = try HeadlessRun(
      Launch("/bin/sh", ["-c", "groff -K utf8 -ww -man -Tutf8 -rLL=80n '\(file)'"]))
    #expect(run.code == 0)
    #expect(run.error == "")
    #expect(run.output.contains("learn attention by changing its numbers"))
  }

  @Test func noOperandGoesWithIt() throws {
    let run = try qkv("help", "--man", "eval")
    #expect(run.code == 64)
    #expect(run.error == "qkv: 'eval' has no meaning here\n")
  }

  private static func dashed(_ text: String) -> String {
    [("\\", "\\e"), ("-", "\\-"), ("'", "\\(aq"), ("`", "\\(ga"), ("^", "\\(ha"), ("~", "\\(ti")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
