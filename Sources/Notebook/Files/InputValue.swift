import AttentionEngine
package import CellLanguage

/// Values that come in from outside before a program starts.
package enum InputValue {
  /// The most that is read of a file of text: its values take some twelve times as much memory.
  static let textLimit = 32 << 20

  /// Every name of a file that holds one object, in the order of the file.
  package static func all(
    inObject path: String, limits: Limits = .standard
  ) throws(FileProblem) -> [(name: String, value: Value)] {
    let json = try JSONReader.read(try BoundedFile.read(path, limit: textLimit), path: path)
    guard case .object(let members) = json else {
      throw FileProblem(path: path, "the file must hold one object, {\"name\": value, …}")
    }
    var values: [(name: String, value: Value)] = []
    for member in members {
      guard isName(member.name) else {
        throw FileProblem(path: path, "'\(TextFilter.visible(member.name))' can't be a name")
      }
      do throws(JSONInput.Problem) {
        values.append((member.name, try JSONInput.value(of: member.value, limits: limits)))
      } catch {
        throw FileProblem(path: path, "\(member.name): \(error.message)")
      }
    }
    return values
  }

  /// The value that a file holds, by the end of its name: `.npy`, `.csv` or `.json`.
  package static func one(in path: String, limits: Limits = .standard) throws(FileProblem) -> Value
  {
    switch path.split(separator: ".").last.map({ $0.lowercased() }) {
    case "npy": return try NpyFile.read(path, limits: limits)
    case "csv": return try CsvFile.read(path, limits: limits)
    case "json":
      let json = try JSONReader.read(try BoundedFile.read(path, limit: textLimit), path: path)
      do throws(JSONInput.Problem) {
        return try JSONInput.value(of: json, limits: limits)
      } catch {
        throw FileProblem(path: path, error.message)
      }
    default:
      throw FileProblem(path: path, "an input's name ends in .npy, .csv or .json")
    }
  }
}

/// A value of the cell language from one of JSON: numbers, booleans, text and nested lists.
enum JSONInput {
  struct Problem: Error, Hashable {
    let message: String
  }

  static func value(of json: JSONValue, limits: Limits) throws(Problem) -> Value {
    switch json {
    case .null: return .none
    case .boolean(let value): return .boolean(value)
    case .integer(let value): return .integer(value, nil)
    case .number(let value): return .float(value, nil)
    case .string(let text): return notFinite(text).map { .float($0, nil) } ?? .string(text)
    case .object: throw Problem(message: "an object can't be a value; use nested lists")
    case .array(let elements): return try list(elements, limits: limits)
    }
  }

  /// What JSON has no number for.
  private static func notFinite(_ text: String) -> Double? {
    switch text {
    case "NaN": .nan
    case "Infinity": .infinity
    case "-Infinity": -.infinity
    default: nil
    }
  }

  /// A list of numbers or booleans, or nested equal ones, is an array; any other list keeps its elements.
  private static func list(_ elements: [JSONValue], limits: Limits) throws(Problem) -> Value {
    var entries = JSONEntries()
    switch entries.add(.array(elements), depth: 0, limits: limits) {
    case .none: return .array(entries.array)
    case .some(.problem(let message)): throw Problem(message: message)
    case .some(.notNumbers):
      var values: [Value] = []
      for element in elements { values.append(try value(of: element, limits: limits)) }
      return .list(values)
    }
  }

  /// The entries of nested lists, gathered in row-major order.
  private struct JSONEntries {
    enum Obstacle {
      case notNumbers
      case problem(String)
    }

    private var shape: [Int] = []
    private var entries: [Double] = []
    private var hasBooleans = false
    private var hasIntegers = false
    private var hasFloats = false
    private var isDepthKnown = false

    var array: NDArray {
      let dtype: DType =
        hasFloats ? .float64 : hasIntegers ? .int64 : hasBooleans ? .bool : .float64
      return NDArray(Tensor(shape: shape, entries: entries), dtype: dtype)
    }

    mutating func add(_ json: JSONValue, depth: Int, limits: Limits) -> Obstacle? {
      switch json {
      case .array(let elements): return add(elements, depth: depth, limits: limits)
      case .boolean(let value):
        hasBooleans = true
        return append(value ? 1 : 0, depth: depth, limits: limits)
      case .integer(let value):
        hasIntegers = true
        guard let number = Double(exactly: value), number.magnitude <= 0x1p53 else {
          return .problem("\(value) is too large for a whole number; write it as \(value).0")
        }
        return append(number, depth: depth, limits: limits)
      case .number(let value):
        hasFloats = true
        return append(value, depth: depth, limits: limits)
      case .string(let text):
        guard let value = notFinite(text) else { return .notNumbers }
        hasFloats = true
        return append(value, depth: depth, limits: limits)
      case .null, .object: return .notNumbers
      }
    }

    private mutating func add(_ elements: [JSONValue], depth: Int, limits: Limits) -> Obstacle? {
      guard depth < 4 else { return .problem("an array has at most 4 axes") }
      if depth == shape.count, !isDepthKnown {
        shape.append(elements.count)
      } else if depth >= shape.count {
        return .problem("a list stands where others have a number")
      } else if shape[depth] != elements.count {
        return .problem("a list of \(elements.count) stands beside one of \(shape[depth])")
      }
      for element in elements {
        if let obstacle = add(element, depth: depth + 1, limits: limits) { return obstacle }
      }
      if elements.isEmpty { isDepthKnown = true }
      return nil
    }

    private mutating func append(_ number: Double, depth: Int, limits: Limits) -> Obstacle? {
      guard depth == shape.count else {
        return .problem("a number stands where others have a list")
      }
      guard entries.count < limits.entries else {
        return .problem("an array has at most \(limits.entries) entries")
      }
      isDepthKnown = true
      entries.append(number)
      return nil
    }
  }
}
