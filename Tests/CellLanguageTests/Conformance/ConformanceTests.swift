import Testing

@testable import CellLanguage

/// Every case of `Tests/Conformance` through the language: each expected value is computed by a program, or stands on
/// a list with the reason why not.
@Suite struct ConformanceTests {
  /// How many cases there are; a file that is lost or added shows here.
  @Test(arguments: [("sdpa", 39), ("softmax", 9), ("streaming", 3)])
  func countsTheCases(group: String, count: Int) throws {
    #expect(try ConformanceCase.all(of: group).count == count)
  }

  @Test(arguments: try ConformanceCase.all(of: "sdpa") + ConformanceCase.all(of: "streaming"))
  func scaledDotProductAttention(example: ConformanceCase) {
    let arguments = example.attentionArguments
    let scale = example.number("scale").map { ", scale=\($0)" } ?? ""
    let masked =
      example.flag("causal")
      ? "where(causal_mask(q.shape[-2], k.shape[-2]), scores, -inf)"
      : example.inputs["mask"] == nil ? "scores" : "where(mask, scores, -inf)"
    check(
      example,
      programs: [
        "scores_raw": "attention_scores(q, k, scale=1)",
        "weights": "attention_weights(q, k\(arguments))",
        "output": "attention(q, k, v\(arguments))",
        "logsumexp": """
        scores = attention_scores(q, k\(scale))
        masked = \(masked)
        largest = max(masked, axis=-1, keepdims=True)
        log(sum(exp(masked - largest), axis=-1)) + largest[..., 0]
        """,
      ])
  }

  @Test(arguments: try ConformanceCase.all(of: "softmax"))
  func softmax(example: ConformanceCase) {
    let axis = Int(example.number("axis") ?? 0)
    let temperature = example.number("temperature") ?? 1
    check(
      example,
      programs: [
        "softmax": "softmax(x / \(temperature), axis=\(axis))",
        "log_softmax": "log_softmax(x / \(temperature), axis=\(axis))",
        "logsumexp": """
        largest = max(x, axis=\(axis))
        log(sum(exp(x - largest), axis=\(axis))) + largest
        """,
      ])
  }

  private func check(_ example: ConformanceCase, programs: [String: String]) {
    for key in example.expected.keys.sorted() {
      if ConformanceTests.notRun["\(example.group)/\(example.name)/\(key)"] != nil { continue }
      guard let program = programs[key] else {
        Issue.record("\(example.testDescription): \(key) is neither run nor on the list")
        continue
      }
      #expect(example.problem(with: program, for: key) == nil)
    }
  }

  /// What is not run, by group, name and expected value, with the reason.
  static let notRun: [String: String] = [
    "softmax/two_plus_inf/logsumexp":
      "the language has no logsumexp, and its formula is inf - inf here"
  ]

  @Test func everyReasonBelongsToACase() throws {
    var keys: Set<String> = []
    for group in ["sdpa", "softmax", "streaming"] {
      for example in try ConformanceCase.all(of: group) {
        keys.formUnion(example.expected.keys.map { "\(group)/\(example.name)/\($0)" })
      }
    }
    #expect(ConformanceTests.notRun.keys.filter { !keys.contains($0) } == [])
  }
}
