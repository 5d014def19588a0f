import Testing

@testable import CellLanguage

/// Softmax and scaled dot-product attention as PyTorch and SciPy have them.
@Suite struct AttentionConformanceTests {
  @Test(arguments: try ConformanceCase.all(of: "softmax"))
  func softmax(example: ConformanceCase) {
    let axis = example.number("axis").flatMap { Int(exactly: $0) } ?? 0
    let temperature = example.number("temperature") ?? 1
    var programs = [
      "softmax": "softmax(x / \(temperature), axis=\(axis))",
      "log_softmax": "log_softmax(x / \(temperature), axis=\(axis))",
      "logsumexp": """
      largest = max(x, axis=\(axis))
      log(sum(exp(x - largest), axis=\(axis))) + largest
      """,
    ]
    if example.reasonNotToRun("logsumexp") != nil { programs["logsumexp"] = nil }
    example.check(programs)
  }

  @Test(arguments: try ConformanceCase.all(of: "sdpa") + ConformanceCase.all(of: "streaming"))
  func scaledDotProductAttention(example: ConformanceCase) {
    let arguments = example.attentionArguments
    example.check([
      "scores_raw": "attention_scores(q, k, scale=1)",
      "weights": "attention_weights(q, k\(arguments))",
      "output": "attention(q, k, v\(arguments))",
      "logsumexp": logSumExp(example),
    ])
  }

  @Test(arguments: try ConformanceCase.all(of: "flex"))
  func flexAttention(example: ConformanceCase) {
    var arguments = example.attentionArguments
    var definitions = ""
    if let window = example.number("window") { arguments += ", window=\(Int(window))" }
    if case .numbers(let slopes)? = example.options["alibi_slopes"] {
      definitions =
        "bias = array(\(slopes))[:, None, None] * (arange(5)[None, :] - arange(5)[:, None])\n"
      arguments += ", mask=bias"
    }
    example.check([
      "output": definitions + "attention(q, k, v\(arguments))",
      "logsumexp": definitions + logSumExp(example, bias: !definitions.isEmpty),
    ])
  }

  /// log Σ exp of the masked scores, by the formula: the language has no function for it.
  private func logSumExp(_ example: ConformanceCase, bias: Bool = false) -> String {
    let scale = example.number("scale").map { ", scale=\($0)" } ?? ""
    let shared = example.number("kv_heads") == example.number("heads")
    var lines = [
      "keys = \(shared ? "k" : "repeat(k, 2, axis=1)")",
      "scores = attention_scores(q, keys\(scale))",
      "n = q.shape[-2]",
      "bent = "
        + (example.number("softcap").map { "\($0) * tanh(scores / \($0))" } ?? "scores"),
    ]
    let window = example.number("window").map { "\(Int($0) - 1)" } ?? "None"
    var mask = example.inputs["mask"] == nil ? "True" : "mask"
    if example.flag("causal") { mask = "window_mask(n, \(window), 0)" }
    lines += [
      "masked = where(\(mask), bent\(bias ? " + bias" : ""), -inf)",
      "largest = max(masked, axis=-1, keepdims=True)",
      "log(sum(exp(masked - largest), axis=-1)) + largest[..., 0]",
    ]
    return lines.joined(separator: "\n")
  }
}
