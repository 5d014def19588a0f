import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Windows that change their size faster than anything can be drawn.
struct StormTests {
  @Test func aThousandSizes() throws {
    let home = try TemporaryFolder()
    let run = try TerminalRun(Launch.product("qkv", ["6"], home: home))
    #expect(run.waits(for: "\u{1B}[?1006h"))
    var random = SeededRandom(seed: 11)
    for turn in 0..<1_000 {
      run.resize(
        columns: Int.random(in: 0...1_000, using: &random),
        rows: Int.random(in: 0...1_000, using: &random))
      if turn % 100 == 0 { run.settle(silence: 1) }
    }
    run.resize(columns: 80, rows: 24)
    run.settle(silence: 300)
    #expect(run.program.ending(within: 0) == nil)
    #if os(Linux)
      #expect(try residentMegabytes(run.program.pid) < 64)
    #endif
    let before = run.output.count
    run.send("\u{C}")
    #expect(run.waits(for: "help", from: before))
    run.send("\u{3}")
    #expect(run.ending() == .exit(0))
    #expect(run.modes == TerminalRun.newModes)
  }

  #if os(Linux)
    /// What a process holds in memory.
    private func residentMegabytes(_ pid: Int32) throws -> Double {
      let file = open("/proc/\(pid)/statm", O_RDONLY)
      defer { close(file) }
      let bytes = try #require(readBytes(file, within: 1_000))
      let pages = try #require(
        String(decoding: bytes, as: UTF8.self).split(separator: " ").dropFirst().first)
      return try #require(Double(pages)) * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
    }
  #endif
}
