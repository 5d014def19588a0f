import CellLanguage
import Notebook
import TestSupport
import Testing

/// The program against PyTorch: each case names its source, its inputs, what PyTorch gave, and how near to come.
@Suite struct ConformanceTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 } + "/Conformance"

  private static let cases: [String] = ["sdpa", "softmax", "streaming"].flatMap { group in
    FolderListing.names(in: folder + "/" + group).map { group + "/" + $0 }
  }

  @Test func theCasesAreThere() {
    #expect(Self.cases.count >= 50)
  }

  @Test("Values agree with PyTorch's", arguments: cases) func agrees(file: String) throws {
    let conformance = try ConformanceCase(path: Self.folder + "/" + file)
    let folder = try TemporaryFolder()
    let inputs = try folder.write("inputs.json", conformance.inputs.text)
    let run = try qkv("eval", "--json", "--inputs", inputs, "-e", conformance.program)
    #expect(run.ending == .exit(0))
    let values = try #require(JSONReader.read(Array(run.output.utf8))["values"])
    for name in conformance.checked {
      let expected = try #require(conformance.expected[name]).numbers
      let found = try #require(values["out_" + name]?["data"]).numbers
      #expect(found.count == expected.count)
      let far = zip(found, expected).filter { !conformance.isNear($0, $1) }
      #expect(far.isEmpty, "\(name): \(far.prefix(3))")
    }
  }
}

/// One file of the conformance cases.
private struct ConformanceCase {
  let inputs: JSONValue
  let expected: JSONValue
  private let options: JSONValue
  private let isAttention: Bool
  private let relative: Double
  private let absolute: Double

  init(path: String) throws {
    let json = try JSONReader.read(BoundedFile.read(path, limit: 1 << 24), path: path)
    inputs = try #require(json["inputs"])
    expected = try #require(json["expected"])
    options = try #require(json["options"])
    isAttention = json["op"] == .string("sdpa")
    let kind = json["dtype"] == .string("float64") ? "f64" : "f32"
    relative = try #require(json["tolerance"]?[kind]?["rtol"]?.numbers.first)
    absolute = try #require(json["tolerance"]?[kind]?["atol"]?.numbers.first)
  }

  /// What the program computes under the names `out_…`.
  var checked: [String] {
    isAttention
      ? ["weights", "output"] : ["softmax", "log_softmax"].filter { expected[$0] != nil }
  }

  var program: String { isAttention ? attention : softmax }

  private var attention: String {
    var flags = ""
    if inputs["mask"] != nil { flags += ", mask=mask" }
    if options["causal"] == .boolean(true) { flags += ", causal=True" }
    if let scale = options["scale"], scale != .null { flags += ", scale=\(scale.text)" }
    return "out_weights = attention_weights(q, k\(flags))\nout_output = attention(q, k, v\(flags))"
  }

  private var softmax: String {
    let axis = options["axis"]?.text ?? "-1"
    let x = options["temperature"].map { "x / \($0.text)" } ?? "x"
    return
      "out_softmax = softmax(\(x), axis=\(axis))\nout_log_softmax = log_softmax(\(x), axis=\(axis))"
  }

  func isNear(_ found: Double, _ expected: Double) -> Bool {
    found == expected || found.isNaN && expected.isNaN
      || (found - expected).magnitude <= absolute + relative * expected.magnitude
  }
}

extension JSONValue {
  /// The numbers of nested lists, in order.
  fileprivate var numbers: [Double] {
    switch self {
    case .integer(let value): [Double(value)]
    case .number(let value): [value]
    case .string("NaN"): [.nan]
    case .string("Infinity"): [.infinity]
    case .string("-Infinity"): [-.infinity]
    case .array(let elements): elements.flatMap(\.numbers)
    default: []
    }
  }
}
