import AttentionEngine
import Foundation
import Testing

@testable import CellLanguage

/// One case of `Tests/Conformance`: inputs, and what PyTorch, SciPy, Keras or the ONNX suite made of them.
struct ConformanceCase: CustomTestStringConvertible, Sendable {
  enum Option: Sendable {
    case text(String)
    case flag(Bool)
    case number(Double)
    case numbers([Double])
  }

  let group: String
  let name: String
  let operation: String
  let options: [String: Option]
  let inputs: [String: Value]
  let expected: [String: Value]
  /// How far a result may lie from what is expected.
  let relative: Double
  let absolute: Double

  var testDescription: String { "\(group)/\(name)" }

  /// Every case of a group, in the order of their names.
  static func all(of group: String) throws -> [ConformanceCase] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Conformance/\(group)")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".json") }
      .map { try ConformanceCase(group: group, file: folder.appending(path: $0)) }
  }

  private init(group: String, file: URL) throws {
    let data = try Data(contentsOf: file)
    guard let json = try JSONSerialization.jsonObject(with: data) as? [String: Any],
      let name = json["name"] as? String, let operation = json["op"] as? String,
      let tolerance = json["tolerance"] as? [String: Any]
    else { throw CocoaError(.fileReadCorruptFile) }
    self.group = group
    self.name = name
    self.operation = operation
    let options = json["options"] as? [String: Any] ?? [:]
    // The attributes of an ONNX operator stand one level deeper.
    self.options = options.merging(options["attributes"] as? [String: Any] ?? [:]) { $1 }
      .compactMapValues(ConformanceCase.option)
    inputs = (json["inputs"] as? [String: Any] ?? [:]).mapValues(ConformanceCase.value)
    expected = (json["expected"] as? [String: Any] ?? [:]).mapValues(ConformanceCase.value)
    let precision = json["dtype"] as? String == "float64" ? "f64" : "f32"
    let bounds = tolerance[precision] as? [String: NSNumber] ?? [:]
    relative = bounds["rtol"]?.doubleValue ?? 0
    absolute = bounds["atol"]?.doubleValue ?? 0
  }

  /// Numbers, booleans and nested lists of them; `"NaN"`, `"Infinity"` and `"-Infinity"` stand for what JSON can't write.
  private static func value(_ json: Any) -> Value {
    var shape: [Int] = []
    var entries: [Double] = []
    var isBoolean = false
    func add(_ item: Any, _ depth: Int) {
      if let list = item as? [Any] {
        if shape.count == depth { shape.append(list.count) }
        for item in list { add(item, depth + 1) }
      } else if let text = item as? String {
        entries.append(text == "NaN" ? .nan : text == "Infinity" ? .infinity : -.infinity)
      } else if let number = item as? NSNumber {
        isBoolean = isBoolean || self.isBoolean(number)
        entries.append(number.doubleValue)
      }
    }
    add(json, 0)
    return .array(
      NDArray(Tensor(shape: shape, entries: entries), dtype: isBoolean ? .bool : .float64))
  }

  // MARK: - Options

  private static func option(_ json: Any) -> Option? {
    if let text = json as? String { return .text(text) }
    if let numbers = json as? [NSNumber] { return .numbers(numbers.map(\.doubleValue)) }
    guard let number = json as? NSNumber else { return nil }
    return isBoolean(number) ? .flag(number.boolValue) : .number(number.doubleValue)
  }

  private static func isBoolean(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c"
  }

  func text(_ option: String) -> String? {
    if case .text(let text)? = options[option] { text } else { nil }
  }

  func flag(_ option: String) -> Bool {
    if case .flag(let flag)? = options[option] { flag } else { false }
  }

  func number(_ option: String) -> Double? {
    if case .number(let number)? = options[option] { number } else { nil }
  }

  /// `, causal=True, scale=0.5`: the options of an attention as arguments.
  var attentionArguments: String {
    var arguments = ""
    if inputs["mask"] != nil { arguments += ", mask=mask" }
    if flag("causal") { arguments += ", causal=True" }
    if let scale = number("scale") { arguments += ", scale=\(scale)" }
    if let softcap = number("softcap") { arguments += ", softcap=\(softcap)" }
    return arguments
  }

  // MARK: - Comparison

  /// What is wrong with the result of a program for an expected value, or nothing.
  func problem(with program: String, for key: String) -> String? {
    let result = run(program, in: Environment(values: inputs))
    if let diagnostic = result.diagnostic {
      return "\(key): \(DiagnosticText(diagnostic, in: Source(program)).text)"
    }
    guard case .array(let found)? = result.value, case .array(let wanted)? = expected[key] else {
      return "\(key): no array"
    }
    guard found.shape == wanted.shape else {
      return "\(key): \(found.shape), expected \(wanted.shape)"
    }
    for (offset, (x, y)) in zip(found.tensor.entries, wanted.tensor.entries).enumerated() {
      guard !agree(x, y) else { continue }
      return "\(key) at \(Shape.position(of: offset, in: found.shape)): \(x), expected \(y)"
    }
    return nil
  }

  private func agree(_ x: Double, _ y: Double) -> Bool {
    if x.isNaN || y.isNaN { return x.isNaN && y.isNaN }
    return x == y || (x - y).magnitude <= absolute + relative * y.magnitude
  }
}
