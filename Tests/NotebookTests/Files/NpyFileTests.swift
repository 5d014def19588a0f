import AttentionEngine
import CellLanguage
import Testing

@testable import Notebook

/// The bytes are those that `numpy.save` writes.
@Suite struct NpyFileTests {
  struct NpyCase: CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let shape: [Int]
    let dtype: DType
    let entries: [Double]
    var testDescription: String { name }

    init(
      _ name: String, version: UInt8, header: String, padding: Int, data: String, shape: [Int],
      dtype: DType, entries: [Double]
    ) {
      self.name = name
      self.shape = shape
      self.dtype = dtype
      self.entries = entries
      bytes = NpyFileTests.file(version: version, header: header, padding: padding, data: data)
    }
  }

  static func file(
    version: UInt8 = 1, header: String, padding: Int = 0, data: String = ""
  ) -> [UInt8] {
    let text = Array(header.utf8) + Array(repeating: 0x20, count: padding) + [0x0A]
    let size = (0..<(version == 1 ? 2 : 4)).map {
      UInt8(truncatingIfNeeded: text.count >> (8 * $0))
    }
    let digits = Array(data)
    let body = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0..<($0 + 2)]), radix: 16)
    }
    return [0x93] + Array("NUMPY".utf8) + [version, 0] + size + text + body
  }

  @Test(
    "Arrays that NumPy saved are read",
    arguments: [
      NpyCase(
        "float64, 2×3", version: 1,
        header: "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }", padding: 58,
        data:
          "000000000000f03f00000000000004c0000000000000f07f000000000000000059f3f8c21f6ea501000000000000f87f",
        shape: [2, 3], dtype: .float64, entries: [1.0, -2.5, .infinity, 0.0, 1e-300, .nan]),
      NpyCase(
        "float32", version: 1, header: "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }",
        padding: 60, data: "0000003fcdcccc3d",
        shape: [2], dtype: .float64, entries: [0.5, 0.10000000149011612]),
      NpyCase(
        "float16", version: 1, header: "{'descr': '<f2', 'fortran_order': False, 'shape': (5,), }",
        padding: 60, data: "003c00b80100ff7b007c",
        shape: [5], dtype: .float64,
        entries: [1.0, -0.5, 5.960464477539063e-08, 65504.0, .infinity]),
      NpyCase(
        "big-endian int32", version: 1,
        header: "{'descr': '>i4', 'fortran_order': False, 'shape': (2, 1), }", padding: 58,
        data: "00000001fffffffe",
        shape: [2, 1], dtype: .int64, entries: [1.0, -2.0]),
      NpyCase(
        "unsigned bytes", version: 1,
        header: "{'descr': '|u1', 'fortran_order': False, 'shape': (2,), }", padding: 60,
        data: "00ff",
        shape: [2], dtype: .int64, entries: [0.0, 255.0]),
      NpyCase(
        "int64", version: 1, header: "{'descr': '<i8', 'fortran_order': False, 'shape': (2,), }",
        padding: 60, data: "fbffffffffffffff0000000000002000",
        shape: [2], dtype: .int64, entries: [-5.0, 9007199254740992.0]),
      NpyCase(
        "booleans", version: 1, header: "{'descr': '|b1', 'fortran_order': False, 'shape': (2,), }",
        padding: 60, data: "0100",
        shape: [2], dtype: .bool, entries: [1.0, 0.0]),
      NpyCase(
        "Fortran order", version: 1,
        header: "{'descr': '<f8', 'fortran_order': True, 'shape': (2, 3), }", padding: 59,
        data:
          "00000000000000000000000000000840000000000000f03f000000000000104000000000000000400000000000001440",
        shape: [2, 3], dtype: .float64, entries: [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]),
      NpyCase(
        "a scalar", version: 1, header: "{'descr': '<f8', 'fortran_order': False, 'shape': (), }",
        padding: 62, data: "0000000000001040",
        shape: [], dtype: .float64, entries: [4.0]),
      NpyCase(
        "nothing in it", version: 1,
        header: "{'descr': '<f8', 'fortran_order': False, 'shape': (0, 5), }", padding: 58,
        data: "",
        shape: [0, 5], dtype: .float64, entries: []),
      NpyCase(
        "version 2", version: 2,
        header: "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }", padding: 58,
        data: "0000000000001c40",
        shape: [1], dtype: .float64, entries: [7.0]),
      NpyCase(
        "version 3", version: 3,
        header: "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }", padding: 58,
        data: "0000000000001c40",
        shape: [1], dtype: .float64, entries: [7.0]),
    ]) func read(npy: NpyCase) throws
  {
    let value = try NpyFile.array(in: npy.bytes, path: "a.npy", limits: .standard)
    guard case .array(let array) = value else {
      Issue.record("no array")
      return
    }
    #expect(array.shape == npy.shape)
    #expect(array.dtype == npy.dtype)
    #expect(array.tensor.entries.map(\.bitPattern) == npy.entries.map(\.bitPattern))
  }

  private static let good = "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }"

  @Test(
    "What is damaged or unknown is refused",
    arguments: [
      ([], "this is no .npy file: it doesn't begin as one"),
      (Array("PK\u{3}\u{4}0123456789".utf8), "this is no .npy file: it doesn't begin as one"),
      (file(version: 9, header: good), "version 9 of the format isn't known"),
      (Array(file(header: good).prefix(40)), "its header is cut off"),
      (file(header: good, data: "00"), "its shape needs 8 bytes, and it has 1"),
      (file(header: good, data: "000000000000000000"), "its shape needs 8 bytes, and it has 9"),
      (file(header: "{}"), "its header can't be read"),
      (file(header: good.replacing("(1,)", with: "(-1,)")), "its header can't be read"),
      (file(header: good.replacing("(1,)", with: "(x,)")), "its header can't be read"),
      (
        file(header: good.replacing("<f8", with: "<c16")),
        "entries of the kind '<c16' aren't known; save numbers or booleans"
      ),
      (
        file(header: good.replacing("<f8", with: "|O")),
        "entries of the kind '|O' aren't known; save numbers or booleans"
      ),
      (
        file(header: good.replacing("(1,)", with: "(1000000000, 1000000000)")),
        "an array has at most 10000000 entries"
      ),
      (
        file(header: good.replacing("(1,)", with: "(9000000000000000000, 9000000000000000000)")),
        "an array has at most 10000000 entries"
      ),
      (
        file(header: good.replacing("(1,)", with: "(99999999999999999999,)")),
        "its header can't be read"
      ),
      (
        file(header: good.replacing("(1,)", with: "(1, 1, 1, 1, 1)")),
        "it has 5 axes; an array here has at most 4"
      ),
      (
        file(header: good.replacing("<f8", with: "<i8"), data: "ffffffffffffff7f"),
        "entry 0 is a whole number too large to be kept exactly"
      ),
    ] as [([UInt8], String)]) func refuse(bytes: [UInt8], message: String)
  {
    let problem = #expect(throws: FileProblem.self) {
      try NpyFile.array(in: bytes, path: "a.npy", limits: .standard)
    }
    #expect(problem == FileProblem(path: "a.npy", message))
  }

  @Test func everyDamagedByteIsReadOrRefused() throws {
    let whole = Self.file(header: Self.good, data: "000000000000f03f")
    for index in whole.indices {
      for byte: UInt8 in [0, 0x20, 0x28, 0x39, 0xFF] {
        var bytes = whole
        bytes[index] = byte
        _ = try? NpyFile.array(in: bytes, path: "a.npy", limits: .standard)
      }
      #expect(throws: FileProblem.self) {
        try NpyFile.array(in: Array(whole[..<index]), path: "a.npy", limits: .standard)
      }
    }
  }
}
