import TestSupport
import Testing

@testable import qkv

@Suite struct UsageTests {
  @Test func helpShowsEveryCommand() throws {
    let overview = """
      qkv: learn attention by changing its numbers

        qkv                    the notebook: all lessons
        qkv LESSON             the notebook: one lesson, by number, id or file
        qkv demo LESSON        shows a lesson to a room, revealed at its pauses
        qkv notes [LESSON]     the speaker's notes beside qkv demo, which it follows
        qkv list               lists the lessons, with your progress
        qkv show LESSON        prints a lesson as plain text, every value computed
        qkv eval [FILE]        runs cells and shows their values
        qkv check [LESSON…]    checks your own saved answers
        qkv submit [LESSON…]   writes your answers as a file to hand in
        qkv grade FILE…        grades what was handed in, a row for each
        qkv export LESSON      writes a lesson as a script or notebook, or to read
        qkv verify [LESSON…]   proves that lessons are sound, for their authors
        qkv new FILE           writes a lesson that passes verify, to start from
        qkv progress           shows, writes, takes in or forgets your progress
        qkv info               version, paths, terminal, settings: for a bug report
        qkv completions SHELL  makes a shell complete what you type
        qkv help [TOPIC]       help on a command, a function of cells, or a term

      Flags of the notebook:
        --lessons DIR        takes the lessons from this folder
        --no-save            begins afresh and keeps nothing
        --read               opens a file of your own as readers have it
        --theme THEME        the background: auto, dark or light
        --color WHEN         colours: auto, always, never, or at most 8, 16 or 256
        --no-color           draws without colours
        --ascii              draws with ASCII characters only
        --no-mouse           leaves the mouse to the terminal
        --set NAME=VALUE     sets what the config can set, for this run
        --config FILE        takes the config from this file
        --version            says which version this is

      qkv help COMMAND says more, as do qkv help keys, config, functions and glossary.

      """
    #expect(try qkv("help") == HeadlessRun(ending: .exit(0), output: overview, error: ""))
    #expect(try qkv("--help").output == overview)
    #expect(try qkv("-h").output == overview)
  }

  @Test func aCommandSaysWhatItDoes() throws {
    let text = """
      usage: qkv list [--json] [--lessons DIR]

        lists the lessons, with your progress

      Flags:
        --json               writes one JSON object
        --lessons DIR        takes the lessons from this folder

      """
    #expect(try qkv("help", "list").output == text)
    #expect(try qkv("list", "--help") == HeadlessRun(ending: .exit(0), output: text, error: ""))
  }

  @Test func aFunctionOfCellsHasHelpToo() throws {
    #expect(try qkv("help", "softmax").output.hasPrefix("softmax(x, axis=-1)\n    "))
    #expect(try qkv("help", "functions").output.contains("\nattention(Q, K, V, "))
    #expect(
      try qkv("help", "causal mask").output == """
        causal mask (lesson 9)
            Lets each token look at itself and at what came before, never ahead.

        """)
    #expect(try qkv("help", "softmax").output.contains("\nsoftmax (lesson 4)\n    e to the power"))
    #expect(try qkv("help", "glossary").output.hasPrefix("attention (lesson 6)\n    Each query's "))
  }

  @Test func noLineIsWiderThanATerminal() throws {
    for topic in [
      "", "eval", "check", "submit", "grade", "export", "show", "list", "verify", "new", "info",
      "help", "glossary",
      "notebook",
    ] {
      let text = try topic.isEmpty ? qkv("help").output : qkv("help", topic).output
      let wide = text.split(separator: "\n").filter { $0.count > 80 && !$0.hasPrefix("usage") }
      #expect(wide == [])
    }
  }

  @Test func theVersionIsAResult() throws {
    #expect(try qkv("--version") == HeadlessRun(ending: .exit(0), output: "qkv 0.1.0\n", error: ""))
  }

  @Test(
    "Wrong usage says what to write, and ends with 64",
    arguments: [
      (["lst"], "qkv: 'lst' is neither a command nor a lesson\ndid you mean qkv list?\n"),
      (["softmx"], "qkv: 'softmx' is neither a command nor a lesson\ndid you mean qkv softmax?\n"),
      (
        ["xyzzyx"],
        "qkv: 'xyzzyx' is neither a command nor a lesson\nqkv help lists the commands, qkv list the lessons\n"
      ),
      (["shwo", "4"], "qkv: 'shwo' is neither a command nor a lesson\ndid you mean qkv show?\n"),
      (
        ["--ascii", "list"],
        "qkv: flags stand behind the command\nwrite qkv list and then its flags\n"
      ),
      (["list", "--jsn"], "qkv: unknown flag --jsn\ndid you mean --json?\n"),
      (["list", "6"], "qkv: '6' has no meaning here\n"),
      (["show"], "qkv: which lesson?\nqkv list names them; then for example qkv show 6\n"),
      (
        ["show", "wieghted-sums"],
        "qkv: there is no lesson 'wieghted-sums'\ndid you mean weighted-sums?\n"
      ),
      (["show", "99"], "qkv: there is no lesson '99'\nqkv list names the lessons\n"),
      (["99"], "qkv: there is no lesson '99'\nqkv list names the lessons\n"),
      (["demo", "99"], "qkv: there is no lesson '99'\nqkv list names the lessons\n"),
      (["demo", "99:2"], "qkv: there is no lesson '99'\nqkv list names the lessons\n"),
      (["demo", "6:99"], "qkv: there is no step 99: the lesson has 12 steps\n"),
      (["show", "1", "2"], "qkv: one lesson at a time; '2' is a second\n"),
      (
        ["export", "6"], "qkv: export to what?\nwrite --to py, ipynb, md or html\n"
      ),
      (
        ["export", "--to", "py"],
        "qkv: which lesson?\nqkv list names them; then for example qkv export 6 --to py\n"
      ),
      (
        ["export", "6", "--to", "ipnb"],
        "qkv: --to is py, ipynb, md or html, not 'ipnb'\ndid you mean --to ipynb?\n"
      ),
      (
        ["submit"],
        "qkv: which file shall hold the answers?\nwrite -o FILE, or -o - for standard output\n"
      ),
      (["grade"], "qkv: which hand-ins?\nname their files: qkv grade hand-ins/*.json\n"),
      (
        ["grade", "a", "b", "--format", "gradescope"],
        "qkv: --format gradescope is of one hand-in, not of 2\nGradescope runs qkv grade once for each\n"
      ),
      (["grade", "-", "-"], "qkv: standard input can be read once\nkeep one -\n"),
      (
        ["grade", "a", "--format", "juint"],
        "qkv: --format is text, json, csv, junit, tap or gradescope, not 'juint'\ndid you mean --format junit?\n"
      ),
      (["check", "--format", "csv"], "qkv: --format is text, json, junit or tap, not 'csv'\n"),
      (["help", "evl"], "qkv: there is no help on 'evl'\ndid you mean eval?\n"),
      (["eval", "-e"], "qkv: -e needs a value\nwrite -e TEXT\n"),
      (["eval", "--digits", "x"], "qkv: --digits is a number from 0 to 17, not 'x'\n"),
      (
        ["eval", "--input", "a.npy", "-e", "1"],
        "qkv: --input needs a name and a file, not 'a.npy'\nwrite --input Q=queries.npy\n"
      ),
      (
        ["--color=maybe"],
        "qkv: --color maybe: color is auto, always, never, 8, 16 or 256, not 'maybe'\n"
      ),
      (
        ["--version=2"],
        "qkv: unknown flag --version\nthe flags here are --lessons DIR, --no-save, --read, --theme THEME, --color WHEN, --no-color, --ascii, --no-mouse, --set NAME=VALUE, --config FILE, --help\n"
      ),
    ]) func misuse(words: [String], message: String) throws
  {
    let home = try TemporaryFolder()
    let run = try HeadlessRun(Launch.product("qkv", words, home: home))
    #expect(run == HeadlessRun(ending: .exit(64), output: "", error: message))
  }

  @Test(
    "Without a terminal the notebook says what to run instead",
    arguments: [[], ["6"], ["softmax"], ["--ascii"]]) func noTerminal(words: [String]) throws
  {
    let home = try TemporaryFolder()
    let run = try HeadlessRun(Launch.product("qkv", words, home: home))
    #expect(
      run
        == HeadlessRun(
          ending: .exit(64), output: "",
          error: "qkv: the notebook needs a terminal; without one, "
            + "qkv list names the lessons and qkv show LESSON prints one\n"))
  }
}
