import TestSupport
import Testing

@testable import Notebook

/// Where the config is, and what is read of it.
@Suite struct ConfigFileTests {
  private static let places: [(String?, String?, String?)] = [
    ("/c", "/h", "/c/qkv/config"), (nil, "/h", "/h/.config/qkv/config"),
    ("", "/h", "/h/.config/qkv/config"), ("relative", "/h", "/h/.config/qkv/config"),
    (nil, nil, nil), ("relative", "", nil), (nil, "relative", nil),
  ]

  @Test(arguments: places)
  func itsPlace(_ row: (configHome: String?, home: String?, path: String?)) {
    #expect(ConfigFile(configHome: row.configHome, home: row.home)?.path == row.path)
  }

  @Test func itsBytes() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("config", "theme = dark\n")
    #expect(try ConfigFile(path: path).read() == Array("theme = dark\n".utf8))
    #expect(try ConfigFile(path: folder.path + "/none").read() == nil)
    #expect(try ConfigFile(path: path + "/below").read() == nil)
    #expect(try ConfigFile(path: "/dev/null").read() == [])
    let large = try folder.write("large", String(repeating: "#", count: ConfigFile.limit + 1))
    for (path, message) in [
      (folder.path, "this is a folder, not a file"),
      (large, "this is larger than 65536 bytes, the most that is read"),
      ("/dev/zero", "this is a device, not a file"),
    ] {
      let problem = #expect(throws: FileProblem.self) { try ConfigFile(path: path).read() }
      #expect(problem?.message == message)
    }
  }
}
