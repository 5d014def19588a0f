import TestSupport
import Testing

/// What the shells are told to complete.
@Suite struct CompletionsTests {
  /// bash itself says what it would complete.
  private static func completions(of words: [String]) throws -> [String] {
    let program = try Launch.product("qkv", [], home: TemporaryFolder()).path
    let folder = program.split(separator: "/").dropLast().joined(separator: "/")
    let line = words.map { "'\($0)'" }.joined(separator: " ")
    let script = """
      PATH="/\(folder):$PATH"
      source <(qkv completions bash)
      COMP_WORDS=(\(line)); COMP_CWORD=\(words.count - 1)
      _qkv
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let run = try HeadlessRun(
      Launch("/bin/bash", ["-c", script]), input: "")
    #expect(run.error == "")
    return run.output.split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    (["qkv", "ev"], ["eval"]),
    (["qkv", "softm"], ["softmax"]),
    (["qkv", "help", "softm"], ["softmax"]),
    (["qkv", "help", "attention_w"], ["attention_weights"]),
    (["qkv", "show", "weig"], ["weighted-sums"]),
    (["qkv", "show", "--le"], ["--lessons"]),
    (["qkv", "eval", "--js"], ["--json"]),
    (["qkv", "--asc"], ["--ascii"]),
    (["qkv", "completions", "z"], ["zsh"]),
    (["qkv", "show", "nothing-like-this"], []),
  ])
  func bashCompletes(words: [String], expected: [String]) throws {
    #expect(try CompletionsTests.completions(of: words) == expected)
  }

  @Test func fishHasALineForEveryFlag() throws {
    let run = try qkv("completions", "fish")
    #expect(run.code == 0)
    #expect(
      run.output.contains(
        "complete -c qkv -n '__fish_seen_subcommand_from export' -l to -r -d "))
    #expect(run.output.contains("complete -c qkv -n __fish_use_subcommand -a verify -d "))
  }

  @Test func zshUsesWhatBashHas() throws {
    let bash = try qkv("completions", "bash")
    let zsh = try qkv("completions", "zsh")
    #expect(zsh.output == "autoload -U +X bashcompinit && bashcompinit\n" + bash.output)
  }

  @Test func anotherShellIsRefused() throws {
    let run = try qkv("completions", "tcsh")
    #expect(run.code == 64)
    #expect(run.error == "qkv: completions are written for bash, zsh, fish\n")
  }
}
