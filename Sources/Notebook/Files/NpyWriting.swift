import AttentionEngine
package import CellLanguage

extension NpyFile {
  /// The file of a number or an array, format version 1.0, C order, little-endian; nil for any other value.
  ///
  /// float64 is `<f8`, integers are `<i8`, booleans `|b1`. Source: numpy/lib/format.py.
  package static func bytes(of value: Value) -> [UInt8]? {
    switch value {
    case .boolean(let flag, _): bytes(Tensor(scalar: flag ? 1 : 0), .bool)
    case .integer(let number, _): bytes(Tensor(scalar: Double(number)), .int64)
    case .float(let number, _): bytes(Tensor(scalar: number), .float64)
    case .array(let array): bytes(array.tensor, array.dtype)
    default: nil
    }
  }

  private static func bytes(_ tensor: Tensor<Double>, _ dtype: DType) -> [UInt8] {
    let start = header(tensor.shape, dtype)
    return tensor.entries.reduce(into: start) { bytes, entry in
      switch dtype {
      case .bool: bytes.append(entry == 0 ? 0 : 1)
      case .int64: bytes += littleEndian(UInt64(bitPattern: Int64(exactly: entry) ?? 0))
      case .float64: bytes += littleEndian(entry.bitPattern)
      }
    }
  }

  /// Padded with spaces so that the data begin at a multiple of 64.
  private static func header(_ shape: [Int], _ dtype: DType) -> [UInt8] {
    let type =
      switch dtype {
      case .bool: "|b1"
      case .int64: "<i8"
      case .float64: "<f8"
      }
    let sizes = shape.count == 1 ? "\(shape[0])," : shape.map(String.init).joined(separator: ", ")
    let text = "{'descr': '\(type)', 'fortran_order': False, 'shape': (\(sizes)), }"
    let before = 10
    let length = (before + text.utf8.count + 1 + 63) / 64 * 64 - before
    let padding = String(repeating: " ", count: length - text.utf8.count - 1)
    return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length & 0xFF), UInt8(length >> 8)]
      + Array((text + padding + "\n").utf8)
  }

  private static func littleEndian(_ bits: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
  }
}
