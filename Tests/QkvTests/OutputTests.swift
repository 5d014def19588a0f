import TestSupport
import Testing

/// What becomes of results that nobody reads.
@Suite struct OutputTests {
  private func shell(_ script: String) throws -> HeadlessRun {
    let program = Launch.productsFolder + "/qkv"
    return try HeadlessRun(Launch("/bin/sh", ["-c", script, "sh", program]))
  }

  @Test func aClosedOutputIsAFaultThatIsNamed() throws {
    let run = try shell("\"$1\" --version >&-; echo $?")
    #expect(run.output == "70\n")
    #expect(run.error == "qkv: can't write the results: Bad file descriptor\n")
  }

  @Test func aFullDiskIsNamed() throws {
    let run = try shell("\"$1\" help >/dev/full; echo $?")
    #expect(run.output == "70\n")
    #expect(run.error == "qkv: can't write the results: No space left on device\n")
  }

  @Test func aReaderThatHasGoneEndsItQuietly() throws {
    let run = try shell("(\"$1\" eval -e 'list(range(300000))'; echo $? >&2) | true")
    #expect(run.error == "141\n")
    let ignoring = try shell(
      "trap '' PIPE; (\"$1\" eval -e 'list(range(300000))'; echo $? >&2) | true")
    #expect(ignoring.error == "141\n")
  }

  @Test func nobodyToTalkToIsNoFault() throws {
    let run = try shell("\"$1\" eval -e 'x = 1; y = z' 2>&-; echo $?")
    #expect(run.output == "x = 1\n1\n")
  }
}
