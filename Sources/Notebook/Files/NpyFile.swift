import AttentionEngine
package import CellLanguage

/// NumPy's own file of one array, as `numpy.save` writes it: versions 1 to 3, numbers and booleans of either byte order.
///
/// Source: numpy/lib/format.py.
package enum NpyFile {
  /// The most that is read of a file: the largest array, its header and some.
  private static let fileLimit = 96 << 20

  package static func read(_ path: String, limits: Limits = .standard) throws(FileProblem) -> Value
  {
    try array(in: BoundedFile.read(path, limit: fileLimit), path: path, limits: limits)
  }

  static func array(in bytes: [UInt8], path: String, limits: Limits) throws(FileProblem) -> Value {
    let header = try NpyHeader(bytes, path: path)
    guard header.shape.count <= 4 else {
      throw FileProblem(
        path: path, "it has \(header.shape.count) axes; an array here has at most 4")
    }
    let count = try header.count(path: path, limits: limits)
    let data = bytes[header.end...]
    let (size, overflow) = count.multipliedReportingOverflow(by: header.type.size)
    guard !overflow, data.count == size else {
      throw FileProblem(path: path, "its shape needs \(size) bytes, and it has \(data.count)")
    }
    let entries = try header.type.entries(of: data, count: count, path: path)
    let shape = header.shape
    let inOrder = header.isFortranOrder ? rowMajor(entries, shape: shape) : entries
    return .array(NDArray(Tensor(shape: shape, entries: inOrder), dtype: header.type.dtype))
  }

  /// Entries whose first axis varies fastest, put in the order where the last one does.
  private static func rowMajor(_ entries: [Double], shape: [Int]) -> [Double] {
    var position = [Int](repeating: 0, count: shape.count)
    return entries.indices.map { _ in
      let offset = zip(position, shape).reversed().reduce(0) { $0 * $1.1 + $1.0 }
      for axis in shape.indices.reversed() {
        position[axis] += 1
        if position[axis] < shape[axis] { break }
        position[axis] = 0
      }
      return entries[offset]
    }
  }
}

/// What stands before the data: `{'descr': '<f8', 'fortran_order': False, 'shape': (3, 2), }`.
private struct NpyHeader {
  let type: NpyType
  let isFortranOrder: Bool
  let shape: [Int]
  /// Where the data begin.
  let end: Int

  init(_ bytes: [UInt8], path: String) throws(FileProblem) {
    guard bytes.count >= 10, bytes.starts(with: [0x93] + Array("NUMPY".utf8)) else {
      throw FileProblem(path: path, "this is no .npy file: it doesn't begin as one")
    }
    let isLong = bytes[6] > 1
    guard (1...3).contains(bytes[6]), !isLong || bytes.count >= 12 else {
      throw FileProblem(path: path, "version \(bytes[6]) of the format isn't known")
    }
    let size = bytes[8..<(isLong ? 12 : 10)].reversed().reduce(0) { $0 << 8 | Int($1) }
    let start = isLong ? 12 : 10
    guard size <= bytes.count - start, size <= 65_536 else {
      throw FileProblem(path: path, "its header is cut off")
    }
    end = start + size
    var fields = NpyFields(String(decoding: bytes[start..<end], as: UTF8.self))
    guard let description = fields.string("descr"), let fortran = fields.boolean("fortran_order"),
      let shape = fields.shape()
    else { throw FileProblem(path: path, "its header can't be read") }
    guard let type = NpyType(description) else {
      throw FileProblem(
        path: path,
        "entries of the kind '\(TextFilter.visible(description))' aren't known; save numbers or booleans"
      )
    }
    self.type = type
    isFortranOrder = fortran
    self.shape = shape
  }

  func count(path: String, limits: Limits) throws(FileProblem) -> Int {
    var count = 1
    for size in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow, product <= limits.entries else {
        throw FileProblem(path: path, "an array has at most \(limits.entries) entries")
      }
      count = product
    }
    return count
  }
}

/// The three entries of the header's dictionary, found by their names.
private struct NpyFields {
  private let text: String

  init(_ text: String) {
    self.text = text
  }

  private func value(_ name: String) -> Substring? {
    for quote in ["'", "\""] {
      if let found = text.firstRange(of: "\(quote)\(name)\(quote):") {
        return text[found.upperBound...].drop { $0 == " " }
      }
    }
    return nil
  }

  mutating func string(_ name: String) -> String? {
    guard let value = value(name), let quote = value.first, quote == "'" || quote == "\"",
      let end = value.dropFirst().firstIndex(of: quote)
    else { return nil }
    return String(value[..<end].dropFirst())
  }

  func boolean(_ name: String) -> Bool? {
    guard let value = value(name) else { return nil }
    return value.hasPrefix("True") ? true : value.hasPrefix("False") ? false : nil
  }

  func shape() -> [Int]? {
    guard let value = value("shape"), value.first == "(", let end = value.firstIndex(of: ")") else {
      return nil
    }
    let parts = value[..<end].dropFirst().split(separator: ",")
      .map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
    let sizes = parts.compactMap { Int($0) }
    return sizes.count == parts.count && sizes.allSatisfy { $0 >= 0 } ? sizes : nil
  }
}

/// How one entry is stored: `<f8`, `>i4`, `|b1`.
private struct NpyType {
  private let kind: Character
  let size: Int
  private let isBigEndian: Bool

  init?(_ description: String) {
    let letters = Array(description)
    guard letters.count == 3, "<>|=".contains(letters[0]), let size = letters[2].wholeNumberValue
    else {
      return nil
    }
    let known: [Character: [Int]] = [
      "f": [2, 4, 8], "i": [1, 2, 4, 8], "u": [1, 2, 4, 8], "b": [1],
    ]
    guard known[letters[1]]?.contains(size) == true else { return nil }
    kind = letters[1]
    self.size = size
    isBigEndian = letters[0] == ">"
  }

  var dtype: DType {
    switch kind {
    case "f": .float64
    case "b": .bool
    default: .int64
    }
  }

  func entries(
    of data: ArraySlice<UInt8>, count: Int, path: String
  ) throws(FileProblem) -> [Double] {
    var entries: [Double] = []
    entries.reserveCapacity(count)
    for index in 0..<count {
      let start = data.startIndex + index * size
      var bits: UInt64 = 0
      for byte in 0..<size {
        bits = bits << 8 | UInt64(data[start + (isBigEndian ? byte : size - 1 - byte)])
      }
      guard let number = number(bits) else {
        throw FileProblem(
          path: path, "entry \(index) is a whole number too large to be kept exactly")
      }
      entries.append(number)
    }
    return entries
  }

  /// Nil for a whole number that a double can't hold.
  private func number(_ bits: UInt64) -> Double? {
    switch (kind, size) {
    case ("b", _): bits == 0 ? 0 : 1
    case ("u", _): exact(Double(exactly: bits))
    case ("i", 8): exact(Double(exactly: Int64(bitPattern: bits)))
    case ("i", 4): Double(Int32(truncatingIfNeeded: bits))
    case ("i", 2): Double(Int16(truncatingIfNeeded: bits))
    case ("i", _): Double(Int8(truncatingIfNeeded: bits))
    case (_, 8): Double(bitPattern: bits)
    case (_, 4): Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    default: half(UInt16(truncatingIfNeeded: bits))
    }
  }

  private func exact(_ number: Double?) -> Double? {
    number.flatMap { $0.magnitude <= 0x1p53 ? $0 : nil }
  }

  /// IEEE 754 binary16, which Swift doesn't have on every machine.
  private func half(_ bits: UInt16) -> Double {
    let sign: FloatingPointSign = bits >> 15 == 1 ? .minus : .plus
    let exponent = Int(bits >> 10 & 0x1F), fraction = Double(bits & 0x3FF)
    let magnitude: Double =
      switch exponent {
      case 0: Double(sign: .plus, exponent: -24, significand: fraction)
      case 31: fraction == 0 ? .infinity : .nan
      default: Double(sign: .plus, exponent: exponent - 25, significand: 1024 + fraction)
      }
    return sign == .minus ? -magnitude : magnitude
  }
}
