import Foundation
import Testing

@testable import AttentionEngine

/// Published cases of scaled dot-product attention, computed block by block.
struct AttentionInBlocksTests {
  @Test(arguments: [1, 2, 3, 5, 64])
  func anyBlockGivesPyTorchsAnswer(block: Int) throws {
    let cases = try StreamingCase.all()
    #expect(cases.count >= 40)
    for one in cases {
      let output = try attentionInBlocks(
        one.query, one.key, one.value, mask: one.mask, one.options, block: block)
      #expect(output.shape == one.output.shape, "\(one.name)")
      for (ours, theirs) in zip(output.entries, one.output.entries) {
        let isClose = abs(ours - theirs) <= one.absolute + one.relative * abs(theirs)
        #expect(isClose || (ours.isNaN && theirs.isNaN), "\(one.name): \(ours), not \(theirs)")
      }
    }
  }

  @Test func aBlockHasAtLeastOneKey() {
    let one = Tensor<Double>(shape: [1, 1], entries: [1])
    #expect(throws: TensorError.argument(name: "block", problem: "must be at least 1")) {
      try attentionInBlocks(one, one, one, block: 0)
    }
  }
}

/// A case of `Tests/Conformance`, in float64.
private struct StreamingCase {
  let name: String
  let query: Tensor<Double>
  let key: Tensor<Double>
  let value: Tensor<Double>
  let mask: Tensor<Double>?
  let options: AttentionOptions
  let output: Tensor<Double>
  let relative: Double
  let absolute: Double

  static func all() throws -> [StreamingCase] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Conformance").standardized
    return try ["sdpa", "streaming"].flatMap { group in
      try FileManager.default.contentsOfDirectory(
        at: folder.appending(path: group), includingPropertiesForKeys: nil
      ).sorted { $0.path < $1.path }.map(StreamingCase.init)
    }
  }

  private init(_ file: URL) throws {
    name = file.lastPathComponent
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let inputs = try #require(json["inputs"] as? [String: Any])
    let expected = try #require(json["expected"] as? [String: Any])
    let tolerances = try #require(json["tolerance"] as? [String: Any])
    let said = try #require(json["options"] as? [String: Any])
    let kind = json["dtype"] as? String == "float64" ? "f64" : "f32"
    let tolerance = try #require(tolerances[kind] as? [String: Double])
    query = try tensor(inputs["q"])
    key = try tensor(inputs["k"])
    value = try tensor(inputs["v"])
    mask = try inputs["mask"].map(tensor)
    output = try tensor(expected["output"])
    relative = tolerance["rtol"] ?? 0
    absolute = tolerance["atol"] ?? 0
    let masking: AttentionMask = said["mask"] as? String == "boolean" ? .boolean : .additive
    options = AttentionOptions(
      scale: said["scale"] as? Double, causal: said["causal"] as? Bool ?? false,
      mask: mask == nil ? .none : masking)
  }
}

/// Nested lists as an array; booleans are 0 and 1, and the strings are those that JSON has no numbers for.
private func tensor(_ json: Any?) throws -> Tensor<Double> {
  guard let list = json as? [Any] else {
    let special = ["NaN": Double.nan, "Infinity": .infinity, "-Infinity": -.infinity]
    if let text = json as? String { return Tensor(scalar: try #require(special[text])) }
    return Tensor(scalar: try #require(json as? NSNumber).doubleValue)
  }
  let parts = try list.map(tensor)
  return Tensor(
    shape: [parts.count] + (parts.first?.shape ?? []), entries: parts.flatMap(\.entries))
}
