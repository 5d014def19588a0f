import Testing

@testable import CellLanguage

@Suite struct FunctionTableTests {
  @Test func everyNameStandsOnce() {
    #expect(Set(FunctionTable.names).count == FunctionTable.names.count)
  }

  @Test func everyFunctionOfTheReferenceIsThere() {
    let names =
      """
      array zeros ones full eye arange linspace tril triu diag zeros_like ones_like randn \
      exp log log2 sqrt tanh sin cos abs sign minimum maximum where clip round floor ceil isnan isinf isfinite \
      sigmoid relu gelu silu sum mean var std max min argmax argmin any all cumsum sort argsort norm \
      reshape transpose swapaxes concatenate stack split expand_dims squeeze repeat tile flip roll broadcast_to \
      outer dot matmul einsum allclose softmax log_softmax causal_mask padding_mask window_mask \
      attention_scores attention_weights attention multi_head_attention split_heads join_heads \
      additive_scores linear_attention sinusoidal_positions rope alibi_bias \
      layer_norm rms_norm one_hot cross_entropy entropy
      """.split(separator: " ").map(String.init)
    #expect(names.filter { FunctionTable.row(named: $0) == nil } == [])
  }

  @Test func aSignatureIsReadAsPythonReadsIt() throws {
    let row = try #require(FunctionTable.row(named: "var"))
    #expect(row.signature == "a, axis=None, *, ddof=0, keepdims=False")
    #expect(row.parameters.map(\.name) == ["a", "axis", "ddof", "keepdims"])
    #expect(row.parameters.map(\.isRequired) == [true, false, false, false])
    #expect(row.parameters.map(\.takesPosition) == [true, true, false, false])
    let exp = try #require(FunctionTable.row(named: "exp"))
    #expect(exp.parameters.map(\.takesName) == [false])
  }

  /// From SplitMix64 and the polar method, computed apart in Python.
  @Test func randomNumbersAreTheSameForTheSameSeed() {
    #expect(
      run("randn(3)").text
        == "float64 [0.9845279121083984, -0.17586928586197706, -0.712066156240293]")
    #expect(run("allclose(randn(2, 2, seed=7), randn(2, 2, seed=7))").text == "True")
    #expect(run("allclose(randn(2, 2, seed=7), randn(2, 2, seed=8))").text == "False")
  }
}
