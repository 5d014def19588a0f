import CTestSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A new folder that is removed with all that is in it when the test is over.
package final class TemporaryFolder {
  package let path: String

  package init() throws {
    var buffer = [CChar](repeating: 0, count: 1024)
    let failure = qkvtest_make_folder(&buffer, buffer.count)
    if failure != 0 { throw StartFailure(path: "a temporary folder", code: failure) }
    path = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    qkvtest_remove_folder(path)
  }

  /// Writes a file and returns its whole path.
  @discardableResult
  package func write(_ name: String, _ text: String) throws -> String {
    try write(name, bytes: Array(text.utf8))
  }

  @discardableResult
  package func write(_ name: String, bytes: [UInt8]) throws -> String {
    let file = path + "/" + name
    guard let stream = fopen(file, "w") else { throw StartFailure(path: file, code: errno) }
    defer { fclose(stream) }
    if fwrite(bytes, 1, bytes.count, stream) != bytes.count {
      throw StartFailure(path: file, code: errno)
    }
    return file
  }

  /// The text of a file; nil where there is none.
  package func read(_ name: String) -> String? {
    guard let stream = fopen(path + "/" + name, "r") else { return nil }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 {
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
