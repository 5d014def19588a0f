import TestSupport
import Testing

/// Many hand-ins in one call, a tenth of them damaged or hostile; Tests/HandIns/handins.py makes and judges them.
@Suite struct ManyHandInsTests {
  @Test("each of 200 has its row in every form, the same on a second run")
  func many() throws {
    let folder = "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let run = try HeadlessRun(
      Launch(
        "/usr/bin/env",
        [
          "python3", folder + "/HandIns/handins.py", Launch.productsFolder + "/qkv", "--count",
          "200",
        ]), within: 120_000)
    #expect(run.error == "")
    #expect(run.output.hasPrefix("200 hand-ins, 20 of them bad: "))
    #expect(run.ending == .exit(0))
  }
}
