import Foundation

/// Random programs with what Python and NumPy made of them; written by `Tests/Differential/generate.py`.
struct StoredPrograms: Decodable {
  let numpy: String
  let programs: [StoredProgram]

  /// The stored ones, or those of the file that `QKV_DIFFERENTIAL` names.
  static func load() throws -> StoredPrograms {
    let stored = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Differential/programs.json").standardized
    let fresh = ProcessInfo.processInfo.environment["QKV_DIFFERENTIAL"]
    let file = fresh.map { URL(filePath: $0) } ?? stored
    return try JSONDecoder().decode(StoredPrograms.self, from: Data(contentsOf: file))
  }
}

struct StoredProgram: Decodable {
  let seed: Int
  let statements: [StoredStatement]
}

struct StoredStatement: Decodable {
  let text: String
  /// Name → value; null where NumPy's value is none that can be compared, for instance a function.
  let values: [String: StoredValue?]?
  let error: String?
}

/// A number or an array, or a list or tuple of them.
struct StoredValue: Decodable {
  let shape: [Int]?
  let dtype: String?
  let data: [StoredNumber]?
  let items: [StoredValue]?
  /// An integer beyond 2⁵³, which the cell language refuses.
  let huge: Bool?
}

struct StoredNumber: Decodable {
  let value: Double

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let flag = try? container.decode(Bool.self) {
      value = flag ? 1 : 0
    } else if let number = try? container.decode(Double.self) {
      value = number
    } else {
      switch try container.decode(String.self) {
      case "NaN": value = .nan
      case "Infinity": value = .infinity
      default: value = -.infinity
      }
    }
  }
}
