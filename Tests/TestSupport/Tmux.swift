/// A program in tmux, at the level of a screen: what a reader would see.
///
/// A server of its own, no configuration, and nothing of the environment: `TMUX` would nest it, and `swift test` sets
/// `NO_COLOR` where its output is no terminal.
package final class Tmux {
  package static let path = "/usr/bin/tmux"

  private let socket: String
  private let home: TemporaryFolder

  /// - Parameters:
  ///   - launch: what runs in the pane; its `terminal` says the size.
  ///   - terminal: what the program is told that its terminal is.
  package init(_ launch: Launch, terminal: String = "tmux-256color") throws {
    home = try TemporaryFolder()
    socket = home.path + "/tmux"
    let size = launch.terminal ?? Launch.TerminalSize(columns: 80, rows: 24, separatesError: false)
    let command = ["env", "-i"] + launch.environmentLines + ["TERM=" + terminal, launch.path]
    try tmux(
      "-f", "/dev/null", "new-session", "-d", "-x", "\(size.columns)", "-y", "\(size.rows)", ";",
      "set-option", "-g", "remain-on-exit", "on", ";", "set-option", "-g", "status", "off", ";",
      "resize-window", "-x", "\(size.columns)", "-y", "\(size.rows)", ";",
      "respawn-pane", "-k", "-c", launch.folder ?? home.path,
      (command + launch.arguments).map(Self.quoted).joined(separator: " "))
  }

  deinit {
    _ = try? tmux("kill-server")
  }

  /// Every row of the screen, without trailing blanks.
  package func screen() throws -> [String] {
    var rows = try tmux("capture-pane", "-p").split(
      separator: "\n", omittingEmptySubsequences: false)
    if rows.last?.isEmpty == true { rows.removeLast() }
    return rows.map { row in String(row.reversed().drop { $0 == " " }.reversed()) }
  }

  /// What tmux knows about the pane, for instance `#{cursor_x}`, `#{pane_dead_status}`, `#{alternate_on}`.
  package func value(_ format: String) throws -> String {
    let text = try tmux("display-message", "-p", format)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// Waits for the program's end; whether it came, and not with a status other than 0. Now and then tmux sees the
  /// terminal closed and never learns of the status.
  package func endsWell() throws -> Bool {
    _ = try screen { _ in (try? value("#{pane_dead}")) == "1" }
    guard try value("#{pane_dead}") == "1" else { return false }
    return try ["", "0"].contains(value("#{pane_dead_status}"))
  }

  /// Types a text as it stands.
  package func type(_ text: String) throws {
    try tmux("send-keys", "-l", "--", text)
  }

  /// Presses keys by tmux's names: `Enter`, `Escape`, `C-c`, `S-Up`, `BTab`.
  package func press(_ keys: String...) throws {
    try tmux(["send-keys"] + keys)
  }

  package func paste(_ text: String) throws {
    try tmux("set-buffer", "--", text)
    try tmux("paste-buffer", "-p")
  }

  package func resize(columns: Int, rows: Int) throws {
    try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// The screen, as soon as it is as wanted, or as it is when the time is up.
  package func screen(
    within milliseconds: Int = 10_000, when isWanted: ([String]) -> Bool
  ) throws -> [String] {
    let deadline = Deadline(milliseconds: milliseconds)
    while true {
      let rows = try screen()
      if isWanted(rows) || deadline.isOver { return rows }
    }
  }

  /// The screen, with its colours and attributes, as soon as it stays the same.
  package func settledScreen(within milliseconds: Int = 10_000) throws -> [String] {
    let deadline = Deadline(milliseconds: milliseconds)
    var last = ""
    var equal = 0
    while equal < 8, !deadline.isOver {
      let next = try tmux("capture-pane", "-p", "-e")
      equal = next == last ? equal + 1 : 0
      last = next
    }
    return last.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @discardableResult
  private func tmux(_ arguments: String...) throws -> String {
    try tmux(arguments)
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let run = try HeadlessRun(Launch(Self.path, ["-S", socket] + arguments))
    if run.code != 0 { throw TmuxFailure(arguments: arguments, message: run.error) }
    return run.output
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}

package struct TmuxFailure: Error, CustomStringConvertible {
  let arguments: [String]
  let message: String

  package var description: String { "tmux \(arguments): \(message)" }
}
