import Testing

@testable import CellLanguage

/// The operators of ONNX: attention in all its options, norms and activations.
@Suite struct ONNXConformanceTests {
  @Test(arguments: try ConformanceCase.all(of: "onnx"))
  func operators(example: ConformanceCase) {
    switch example.operation {
    case "onnx.Attention": example.check(attention(example))
    case "onnx.Softmax": example.check(["y": "softmax(x, axis=\(axis(example)))"])
    case "onnx.LogSoftmax": example.check(["y": "log_softmax(x, axis=\(axis(example)))"])
    case "onnx.Gelu": example.check(["y": "gelu(x)"])
    case "onnx.LayerNormalization":
      example.check([
        "Y": "layer_norm(X, W, B)",
        "Mean": "mean(X, axis=-1, keepdims=True)",
        "InvStdDev": "1 / sqrt(var(X, axis=-1, keepdims=True) + 1e-5)",
      ])
    default: example.check([:])
    }
  }

  private func axis(_ example: ConformanceCase) -> Int {
    example.number("axis").flatMap { Int(exactly: $0) } ?? -1
  }

  /// Split into heads where they stand side by side, put the cache in front, attend, join.
  private func attention(_ example: ConformanceCase) -> [String: String] {
    func whole(_ name: String) -> Int? { example.number(name).flatMap { Int(exactly: $0) } }
    let heads = whole("q_num_heads")
    let keyHeads = whole("kv_num_heads")
    func split(_ name: String, _ heads: Int?) -> String {
      heads.map { "split_heads(\(name), \($0))" } ?? name
    }
    let hasPast = example.inputs["past_key"] != nil
    func cached(_ name: String, _ past: String) -> String {
      let now = split(name, keyHeads)
      return hasPast ? "concatenate([\(past), \(now)], axis=2)" : now
    }
    let definitions = """
      queries = \(split("Q", heads))
      keys = \(cached("K", "past_key"))
      values = \(cached("V", "past_value"))
      past = keys.shape[2] - \(hasPast ? split("K", keyHeads) : "keys").shape[2]

      """
    var options = ""
    if whole("is_causal") == 1 { options += ", causal=True" }
    if let scale = example.number("scale") { options += ", scale=\(scale)" }
    if let softcap = example.number("softcap") { options += ", softcap=\(softcap)" }
    let (left, right) = (whole("left_window_size"), whole("right_window_size"))
    if left != nil || right != nil {
      options +=
        ", window=(\(left.map(String.init) ?? "None"), \(right.map(String.init) ?? "None"))"
    }
    let output =
      example.inputs["nonpad_kv_seqlen"] == nil
      ? """
      mixed = attention(queries, keys, values, offset=past\(options)\(mask(example)))
      \(heads == nil ? "mixed" : "join_heads(mixed)")
      """ : byBatch(example, options)
    return [
      "Y": definitions + output, "present_key": definitions + "keys",
      "present_value": definitions + "values",
    ]
  }

  private func mask(_ example: ConformanceCase) -> String {
    example.inputs["attn_mask"] == nil ? "" : ", mask=attn_mask"
  }

  /// Each sequence has a length of its own: its padding is masked, and its last query stands at its end.
  private func byBatch(_ example: ConformanceCase, _ options: String) -> String {
    let mask: String
    switch example.inputs["attn_mask"] {
    case .array(let array)? where array.dtype == .bool:
      mask = "seen & " + (array.shape.count > 2 ? "attn_mask[b]" : "attn_mask")
    case .array(let array)?:
      mask = "where(seen, " + (array.shape.count > 2 ? "attn_mask[b]" : "attn_mask") + ", -inf)"
    default: mask = "seen"
    }
    return """
      def attend(b):
          length = int(nonpad_kv_seqlen[b])
          seen = arange(keys.shape[2]) < length
          return attention(queries[b], keys[b], values[b], mask=\(mask), offset=length - queries.shape[2]\(options))
      stack([attend(b) for b in range(queries.shape[0])])
      """
  }
}
