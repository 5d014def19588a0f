import TestSupport
import Testing

@testable import Notebook

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct RoomFolderTests {
  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  private var room: RoomFolder { RoomFolder(path: temporary.path + "/qkv") }

  @Test func aRunningDemonstrationIsSeen() throws {
    #expect(room.look().running.isEmpty)
    let telling = try RoomTelling(room)
    #expect(room.look().running.isEmpty)
    try telling.tell(RoomStatusTests.sample)
    let me = getpid()
    #expect(room.look().running == [RunningDemo(process: me, status: RoomStatusTests.sample)])
    #expect(mode(room.path) == 0o700)
    #expect(mode(room.file(of: me)) == 0o600)
    #expect(mode(room.lock(of: me)) == 0o600)
  }

  @Test func anEndLeavesNothingBehind() throws {
    var telling: RoomTelling? = try RoomTelling(room)
    try telling?.tell(RoomStatusTests.sample)
    telling = nil
    #expect(telling == nil)
    #expect(room.look().running.isEmpty)
    #expect(room.look().killed.isEmpty)
    #expect(room.processes.isEmpty)
  }

  @Test func whatWasKilledIsToldAndCleared() throws {
    try room.make()
    try temporary.write("qkv/demo-999999.json", RoomStatusTests.sample.json.text)
    try temporary.write("qkv/demo-999999.lock", "")
    #expect(room.look().killed == [999_999])
    let telling = try RoomTelling(room)
    try telling.tell(RoomStatusTests.sample)
    #expect(room.look().killed.isEmpty)
    #expect(room.look().running.count == 1)
  }

  @Test(arguments: ["", "{", "[]", "\u{0}", "{\"qkv\": 1}", String(repeating: " ", count: 70_000)])
  func whatCannotBeBelievedIsLeftOut(_ text: String) throws {
    let telling = try RoomTelling(room)
    try telling.tell(RoomStatusTests.sample)
    try temporary.write("qkv/demo-\(getpid()).json", text)
    #expect(room.look().running.isEmpty)
  }

  @Test func aFolderThatOthersMayWriteIsNotBelieved() throws {
    let telling = try RoomTelling(room)
    try telling.tell(RoomStatusTests.sample)
    #expect(chmod(room.path, 0o777) == 0)
    #expect(room.look().running.isEmpty)
    #expect(throws: ProgressProblem.self) { try RoomTelling(room) }
  }

  @Test func theRuntimeFolderComesFirst() throws {
    let path = temporary.path
    #expect(try RoomFolder(runtime: path, dataHome: "/d", home: "/h").path == path + "/qkv")
    #expect(try RoomFolder(runtime: nil, dataHome: "/d", home: "/h").path == "/d/qkv/room")
    #expect(
      try RoomFolder(runtime: "/no/such", dataHome: nil, home: "/h").path
        == "/h/.local/share/qkv/room")
    #expect(try RoomFolder(runtime: "relative", dataHome: "/d", home: nil).path == "/d/qkv/room")
    #expect(throws: ProgressProblem.self) {
      try RoomFolder(runtime: nil, dataHome: nil, home: nil)
    }
  }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }
}
