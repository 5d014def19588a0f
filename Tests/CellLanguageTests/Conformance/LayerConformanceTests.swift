import Testing

@testable import CellLanguage

/// Heads, layers and positions as PyTorch and Keras have them, written out in the language.
@Suite struct LayerConformanceTests {
  @Test(arguments: try ConformanceCase.all(of: "mha"))
  func multiHeadAttention(example: ConformanceCase) {
    if example.operation == "mha_keras" {
      let definitions = """
        q = einsum("bte,ehd->bhtd", query, query_kernel) + query_bias[:, None, :]
        k = einsum("bte,ehd->bhtd", value, key_kernel) + key_bias[:, None, :]
        v = einsum("bte,ehd->bhtd", value, value_kernel) + value_bias[:, None, :]

        """
      return example.check([
        "weights": definitions + "attention_weights(q, k)",
        "output": definitions
          + "einsum(\"bhtd,hde->bte\", attention(q, k, v), attention_output_kernel) + attention_output_bias",
      ])
    }
    let heads = example.number("heads").flatMap { Int(exactly: $0) } ?? 1
    let mask = example.inputs["attn_mask"] == nil ? "" : ", mask=~(attn_mask == 1)"
    let definitions = """
      E = query.shape[-1]
      def heads(x, i):
          return split_heads(x @ in_proj_weight[i * E:(i + 1) * E].T + in_proj_bias[i * E:(i + 1) * E], \(heads))
      q = heads(query, 0)
      k = heads(key, 1)
      v = heads(value, 2)

      """
    example.check([
      "weights": definitions + "attention_weights(q, k\(mask))",
      "output": definitions
        + "join_heads(attention(q, k, v\(mask))) @ out_proj_weight.T + out_proj_bias",
    ])
  }

  @Test(arguments: try ConformanceCase.all(of: "layers"))
  func layers(example: ConformanceCase) {
    switch example.operation {
    case "layer_norm": example.check(["output": "layer_norm(x, eps=1e-05)"])
    case "gelu_tanh": example.check(["output": "gelu(x, approximate=\"tanh\")"])
    case "relu", "silu", "tanh": example.check(["output": "\(example.operation)(x)"])
    case "ffn_grad":
      example.check([
        "hidden": "x @ W1.T + b1", "activated": "relu(x @ W1.T + b1)",
        "output": "relu(x @ W1.T + b1) @ W2.T + b2",
      ])
    default: example.check(["output": encoderLayer(example)])
    }
  }

  private func encoderLayer(_ example: ConformanceCase) -> String {
    let causal = example.text("mask") == "causal" ? ", causal=True" : ""
    let definitions = """
      E = x.shape[-1]
      def heads(x, i):
          return split_heads(x @ self_attn_in_proj_weight[i * E:(i + 1) * E].T + self_attn_in_proj_bias[i * E:(i + 1) * E], 2)
      def attend(x):
          mixed = attention(heads(x, 0), heads(x, 1), heads(x, 2)\(causal))
          return join_heads(mixed) @ self_attn_out_proj_weight.T + self_attn_out_proj_bias
      def forward(x):
          return \(example.text("activation") ?? "relu")(x @ linear1_weight.T + linear1_bias) @ linear2_weight.T + linear2_bias
      def norm1(x): return layer_norm(x, norm1_weight, norm1_bias)
      def norm2(x): return layer_norm(x, norm2_weight, norm2_bias)

      """
    return definitions
      + (example.flag("norm_first")
        ? "y = x + attend(norm1(x))\ny + forward(norm2(y))"
        : "y = norm1(x + attend(x))\nnorm2(y + forward(y))")
  }

  @Test(arguments: try ConformanceCase.all(of: "additive"))
  func additiveAttention(example: ConformanceCase) {
    let weights = example.inputs["W_q"] == nil ? "eye(d), eye(d)" : "W_q, W_k"
    let vector =
      example.inputs["v"] != nil ? "v" : example.inputs["scale"] != nil ? "scale" : "ones(d)"
    let mask =
      example.inputs["value_mask"] != nil
      ? "value_mask[:, None, :] == 1" : "causal_mask(query.shape[1], key.shape[1])"
    let isMasked = example.inputs["value_mask"] != nil || example.text("mask") == "causal"
    let definitions = """
      d = query.shape[-1]
      S = stack([additive_scores(query[b], key[b], \(weights), \(vector)) for b in range(query.shape[0])])
      A = softmax(\(isMasked ? "where(\(mask), S, -inf)" : "S"))

      """
    example.check(["weights": definitions + "A", "output": definitions + "A @ value"])
  }

  @Test(arguments: try ConformanceCase.all(of: "position"))
  func positions(example: ConformanceCase) {
    guard let n = example.number("n").flatMap({ Int(exactly: $0) }),
      let d = example.number("d").flatMap({ Int(exactly: $0) })
    else { return example.check([:]) }
    let layout = example.text("layout")?.hasPrefix("halves") == true ? "halves" : "interleaved"
    example.check(["pe": "sinusoidal_positions(\(n), \(d), layout=\"\(layout)\")"])
  }

  /// Its sines and cosines, in halves, are those of rope rounded to float32, so that they are taken as given.
  @Test(arguments: try ConformanceCase.all(of: "cache"))
  func cache(example: ConformanceCase) {
    let definitions = """
      def turned(x): return x * cos + concatenate([-x[..., 2:], x[..., :2]], axis=-1) * sin
      q = turned(split_heads(x @ W_q.T, 2))
      k = turned(split_heads(x @ W_k.T, 2))
      v = split_heads(x @ W_v.T, 2)

      """
    example.check([
      "output": definitions + "join_heads(attention(q, k, v, causal=True)) @ W_o.T",
      "cache_keys": definitions + "k", "cache_values": definitions + "v",
    ])
  }
}
