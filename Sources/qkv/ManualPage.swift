import Notebook
import NotebookUI

/// The manual page, made from the tables of commands, flags, settings and keys.
enum ManualPage {
  static var text: String {
    var page = Roff()
    page.title("QKV", section: 1, source: "qkv \(version)", manual: "User Commands")
    page.section("NAME")
    page.paragraph("qkv - learn attention by changing its numbers")
    page.section("SYNOPSIS")
    page.verbatim(["qkv [FLAG…] [LESSON]", "qkv COMMAND [FLAG…] [OPERAND…]"])
    page.section("DESCRIPTION")
    for text in description { page.paragraph(text) }
    addCommands(&page)
    addKeys(&page)
    addConfig(&page)
    addPlaces(&page)
    page.section("EXIT STATUS")
    for row in ExitStatus.meanings { page.item(row.status, row.meaning) }
    return page.text
  }

  private static let description = [
    "A terminal notebook for learning attention. A lesson is a few short steps, each of some prose and a few small matrices. "
      + "Where a number changes, every score, weight and output that depends on it changes with it, and the number under the cursor says how it was computed.",
    "Without a command, qkv opens the notebook: the list of lessons, or the lesson that is named by its number, its id or its file. "
      + "Everything else works without a terminal: results go to standard output, talk to standard error.",
  ]

  // MARK: - Commands

  private static func addCommands(_ page: inout Roff) {
    page.section("OPTIONS")
    let notebook = NotebookCommand.command
    page.paragraph("Those of the notebook; flags may stand before or behind what they go with.")
    for option in notebook.options + [.help] { page.item(option.spelling, option.help) }
    page.item("--version", "says which version this is")
    page.section("COMMANDS")
    for command in Command.all {
      page.subsection(
        ["qkv", command.name, command.operands].filter { !$0.isEmpty }.joined(separator: " "))
      page.paragraph(command.summary.sentence)
      add(details: command.details, &page)
      for option in command.options { page.item(option.spelling, option.help) }
    }
  }

  /// Sentences as paragraphs; lines with columns of their own as they stand.
  private static func add(details: [String], _ page: inout Roff) {
    var sentence: [String] = []
    var columns: [String] = []
    func flush(_ page: inout Roff) {
      if !sentence.isEmpty { page.paragraph(sentence.joined(separator: " ")) }
      if !columns.isEmpty { page.verbatim(columns) }
      sentence = []
      columns = []
    }
    for line in details {
      let isColumns = line.hasPrefix(" ") || line.contains("   ") || line.contains(":  ")
      if line.isEmpty || (isColumns ? !sentence.isEmpty : !columns.isEmpty) { flush(&page) }
      if line.isEmpty { continue }
      if isColumns { columns.append(line) } else { sentence.append(line) }
    }
    flush(&page)
  }

  // MARK: - Keys and settings

  private static func addKeys(_ page: inout Roff) {
    page.section("KEYS")
    for section in Bindings.reference {
      page.subsection(section.title)
      for row in section.rows { page.item(row.keys, row.help) }
    }
  }

  private static func addConfig(_ page: inout Roff) {
    page.section("CONFIGURATION")
    page.paragraph(
      "Settings stand in a file, an entry a line: NAME = VALUE; # begins a comment. A flag goes before it, it goes before "
        + "NO_COLOR, and that before terminfo. A wrong entry is told with its line, and the others are in force. "
        + "qkv info shows every setting with what made it so; qkv help config prints a file with every setting to begin from."
    )
    for setting in Setting.all {
      page.item(
        "\(setting.name) = \(setting.standard)", "\(setting.help) It is \(setting.values).")
    }
    page.paragraph(
      "Below [keys], the commands of the notebook have other keys: undo = u Ctrl-_; none takes the keys away."
    )
    page.verbatim(["theme = dark", "digits = 3", "", "[keys]", "undo = U", "next-step = n F8"])
  }

  // MARK: - Files and environment

  private static func addPlaces(_ page: inout Roff) {
    page.section("FILES")
    for row in files { page.item(row.name, row.meaning) }
    page.section("ENVIRONMENT")
    for row in environment { page.item(row.name, row.meaning) }
  }

  private static let files: [(name: String, meaning: String)] = [
    (
      "$XDG_CONFIG_HOME/qkv/config",
      "The config; where the variable is unset, ~/.config/qkv/config."
    ),
    (
      "$XDG_DATA_HOME/qkv/progress.json",
      "What you changed and solved; where the variable is unset, it is in ~/.local/share/qkv."
    ),
    (
      "Lessons",
      "The lessons: beside the program, in ../share/qkv/Lessons from there, or in the checkout that it was built in."
    ),
  ]

  private static let environment: [(name: String, meaning: String)] = [
    ("QKV_LESSONS", "The folder of the lessons, where --lessons names none."),
    ("XDG_CONFIG_HOME, XDG_DATA_HOME, HOME", "Where the config and the progress are kept."),
    (
      "NO_COLOR",
      "Any value that isn't empty asks for no colours; the config and flags go before it."
    ),
    ("TERM", "The terminal, whose colours and abilities are looked up in terminfo."),
    (
      "LC_ALL, LC_CTYPE, LANG",
      "The first that is set says the encoding; without UTF-8 all is drawn with ASCII."
    ),
  ]
}

extension String {
  /// With a capital and a full stop.
  fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
