import AttentionEngine
import CellLanguage
import Testing

@testable import Notebook

/// What is written against the bytes of `numpy.save`.
@Suite struct NpyWritingTests {
  static let cases: [(program: String, header: String, data: String)] = [
    (
      "array([[1.5, -0.0], [inf, -2.0]])",
      "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), }",
      "000000000000f83f0000000000000080000000000000f07f00000000000000c0"
    ),
    (
      "array([1, -2, 3])", "{'descr': '<i8', 'fortran_order': False, 'shape': (3,), }",
      "0100000000000000feffffffffffffff0300000000000000"
    ),
    (
      "array([True, False])", "{'descr': '|b1', 'fortran_order': False, 'shape': (2,), }", "0100"
    ),
    ("0.1", "{'descr': '<f8', 'fortran_order': False, 'shape': (), }", "9a9999999999b93f"),
  ]

  @Test("bytes are NumPy's", arguments: cases)
  func bytes(program: String, header: String, data: String) throws {
    let bytes = try #require(NpyFile.bytes(of: value(program)))
    #expect(Array(bytes[..<10]) == [0x93] + Array("NUMPY".utf8) + [1, 0, 118, 0])
    let written = String(decoding: bytes[10..<128], as: UTF8.self)
    #expect(written == header + String(repeating: " ", count: 117 - header.count) + "\n")
    #expect(bytes[128...].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == data)
  }

  @Test("what is written is read back", arguments: cases.map(\.program))
  func readBack(program: String) throws {
    let bytes = try #require(NpyFile.bytes(of: value(program)))
    let back = try NpyFile.array(in: bytes, path: "a.npy", limits: .standard)
    #expect(NpyFile.bytes(of: back) == bytes)
  }

  @Test("only numbers and arrays are written")
  func others() throws {
    #expect(NpyFile.bytes(of: .string("a")) == nil)
    #expect(NpyFile.bytes(of: .none) == nil)
  }

  private func value(_ program: String) throws -> Value {
    let sheet = Sheet(programs: [Source("x = " + program)])
    return try #require(sheet.value(of: "x"))
  }
}
