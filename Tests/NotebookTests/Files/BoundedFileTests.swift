import TestSupport
import Testing

@testable import Notebook

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct BoundedFileTests {
  private func message(_ path: String, limit: Int = 100) -> String? {
    #expect(throws: FileProblem.self) { try BoundedFile.read(path, limit: limit) }?.message
  }

  @Test func aFileWithinTheLimitIsRead() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a", "\u{FEFF}abc")
    #expect(try BoundedFile.read(path, limit: 6).count == 6)
    #expect(try BoundedFile.readText(path, limit: 6) == "abc")
  }

  @Test func whatIsNoFileIsRefused() throws {
    let folder = try TemporaryFolder()
    #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
    #expect(message(folder.path + "/pipe") == "this is a pipe, not a file")
    #expect(message(folder.path) == "this is a folder, not a file")
    #expect(message("/dev/zero") == "this is a device, not a file")
    #expect(message(folder.path + "/none") == "there is no such file")
    #expect(message("a\0b") == "the name holds a NUL")
  }

  @Test func aLargeFileIsRefusedBeforeItIsRead() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("large", "")
    #expect(truncate(path, 1 << 40) == 0)
    #expect(message(path, limit: 1 << 20) == "this is larger than 1 MiB, the most that is read")
    #expect(message(path, limit: 7) == "this is larger than 7 bytes, the most that is read")
  }

  @Test func whatIsNoTextIsRefused() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a", bytes: [0x61, 0xFF])
    let problem = #expect(throws: FileProblem.self) { try BoundedFile.readText(path, limit: 10) }
    #expect(problem?.message == "this is not text in UTF-8")
  }
}
