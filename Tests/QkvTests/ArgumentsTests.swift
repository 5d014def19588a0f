import Testing

@testable import qkv

@Suite struct ArgumentsTests {
  static let flag = Option("--json", "")
  static let value = Option("--inputs", value: "FILE", "")
  static let text = Option("-e", value: "TEXT", isRepeatable: true, "")
  static let all = [flag, value, text, .help]

  @Test(
    "Flags and operands are told apart",
    arguments: [
      (["a", "b"], ["a", "b"], []),
      (["--json", "a"], ["a"], ["--json="]),
      (["a", "--inputs", "f"], ["a"], ["--inputs=f"]),
      (["--inputs=f=g"], [], ["--inputs=f=g"]),
      (["--inputs", "--json"], [], ["--inputs=--json"]),
      (["--inputs="], [], ["--inputs="]),
      (["-e", "x", "-ey", "-e", "-1"], [], ["-e=x", "-e=y", "-e=-1"]),
      (["-"], ["-"], []),
      (["--", "--json", "-e"], ["--json", "-e"], []),
      (["-h"], [], ["--help="]),
    ]) func read(words: [String], operands: [String], options: [String]) throws
  {
    let arguments = try Arguments(words, options: Self.all)
    #expect(arguments.operands == operands)
    #expect(arguments.options.map { "\($0.name)=\($0.value)" } == options)
  }

  @Test(
    "What is misused is named, with what to write",
    arguments: [
      (["--jsn"], "unknown flag --jsn", "did you mean --json?"),
      (["-x"], "unknown flag -x", "did you mean -e?"),
      (
        ["--frobnicate"], "unknown flag --frobnicate",
        "the flags here are --json, --inputs FILE, -e TEXT, --help"
      ),
      (["--inputs"], "--inputs needs a value", "write --inputs FILE"),
      (["--json=1"], "--json takes no value", nil),
      (["--json", "--json"], "--json is given twice", nil),
      (
        ["--\u{1B}[2J"], "unknown flag --^[[2J",
        "the flags here are --json, --inputs FILE, -e TEXT, --help"
      ),
    ] as [([String], String, String?)]) func misuse(
      words: [String], message: String, advice: String?
    )
  {
    let failure = #expect(throws: CommandFailure.self) {
      try Arguments(words, options: Self.all)
    }
    #expect(failure == CommandFailure(message, advice: advice, status: 64))
  }
}
