// Masks and the attention family, in Python.

extension PythonPrelude {
  private static let options =
    "mask=None, causal=False, scale=None, softcap=None, window=None, offset=0"

  static let masks: [PythonFunction] = [
    PythonFunction(
      "causal_mask",
      """
      def causal_mask(n, m=None):
          return np.tri(n, m, dtype=bool)
      """),
    PythonFunction(
      "padding_mask",
      """
      def padding_mask(lengths, n):
          return np.arange(n) < np.asarray(lengths)[:, None]
      """),
    PythonFunction(
      "window_mask",
      """
      def window_mask(n, left, right):
          distance = np.arange(n) - np.arange(n)[:, None]
          left, right = n if left is None else left, n if right is None else right
          return (distance >= -left) & (distance <= right)
      """),
  ]

  static let attention: [PythonFunction] = [
    PythonFunction(
      "_share_heads",
      """
      def _share_heads(x, Q):
          # Neighbouring query heads share a key head where there are fewer of those.
          x = np.asarray(x, dtype=float)
          if np.ndim(Q) < 3 or x.ndim < 3 or x.shape[-3] == np.shape(Q)[-3]:
              return x
          return np.repeat(x, np.shape(Q)[-3] // x.shape[-3], axis=-3)
      """),
    PythonFunction(
      "_scores", uses: ["_share_heads"],
      """
      def _scores(Q, K, scale=None):
          Q = np.asarray(Q, dtype=float)
          S = Q @ np.swapaxes(_share_heads(K, Q), -1, -2)
          return S / np.sqrt(Q.shape[-1]) if scale is None else S * scale
      """),
    PythonFunction(
      "_weights", uses: ["_scores"],
      """
      def _weights(Q, K, \(options)):
          S = _scores(Q, K, scale)
          if softcap is not None:
              S = softcap * np.tanh(S / softcap)
          query = np.arange(S.shape[-2])[:, None] + offset
          key = np.arange(S.shape[-1])
          allowed = np.ones(S.shape, dtype=bool)
          if causal:
              allowed &= key <= query
          if window is not None:
              left, right = window if isinstance(window, tuple) else (window - 1, 0)
              if left is not None:
                  allowed &= key >= query - left
              if right is not None:
                  allowed &= key <= query + right
          if mask is not None and np.asarray(mask).dtype == bool:
              allowed &= mask
          elif mask is not None:
              S = S + mask
          S = np.where(allowed, S, -np.inf)
          top = np.max(S, axis=-1, keepdims=True)
          e = np.exp(S - top)
          A = e / np.sum(e, axis=-1, keepdims=True)
          return np.where(top == -np.inf, 0.0, A)  # a row with nothing allowed
      """),
    PythonFunction("attention_scores", uses: ["_scores"], "attention_scores = _scores"),
    PythonFunction("attention_weights", uses: ["_weights"], "attention_weights = _weights"),
    PythonFunction(
      "attention", uses: ["_weights", "_share_heads"],
      """
      def attention(Q, K, V, \(options)):
          A = _weights(Q, K, mask, causal, scale, softcap, window, offset)
          return A @ _share_heads(V, Q)
      """),
    PythonFunction(
      "_split_heads",
      """
      def _split_heads(x, h):
          x = np.asarray(x)
          return np.swapaxes(x.reshape(x.shape[:-1] + (h, x.shape[-1] // h)), -2, -3)
      """),
    PythonFunction("split_heads", uses: ["_split_heads"], "split_heads = _split_heads"),
    PythonFunction(
      "_join_heads",
      """
      def _join_heads(x):
          x = np.swapaxes(x, -2, -3)
          return x.reshape(x.shape[:-2] + (x.shape[-2] * x.shape[-1],))
      """),
    PythonFunction("join_heads", uses: ["_join_heads"], "join_heads = _join_heads"),
    PythonFunction(
      "multi_head_attention", uses: ["_weights", "_split_heads", "_join_heads"],
      """
      def multi_head_attention(
          X, W_Q, W_K, W_V, W_O, heads, context=None,
          \(options),
      ):
          X = np.asarray(X, dtype=float)
          context = X if context is None else np.asarray(context, dtype=float)
          Q = _split_heads(X @ W_Q, heads)
          K = _split_heads(context @ W_K, heads)
          V = _split_heads(context @ W_V, heads)
          A = _weights(Q, K, mask, causal, scale, softcap, window, offset)
          return _join_heads(A @ V) @ W_O
      """),
  ]

  static let otherAttention: [PythonFunction] = [
    PythonFunction(
      "additive_scores",
      """
      def additive_scores(Q, K, W_q, W_k, v):
          queries = np.matmul(Q, W_q)[:, None, :]
          keys = np.matmul(K, W_k)[None, :, :]
          return np.tanh(queries + keys) @ np.asarray(v)
      """),
    PythonFunction(
      "linear_attention",
      """
      def linear_attention(Q, K, V, causal=False):
          Q, K = np.asarray(Q, dtype=float), np.asarray(K, dtype=float)
          Q, K = np.where(Q > 0, Q + 1, np.exp(Q)), np.where(K > 0, K + 1, np.exp(K))
          A = Q @ np.swapaxes(K, -1, -2)
          A = np.tril(A) if causal else A
          return A / np.sum(A, axis=-1, keepdims=True) @ np.asarray(V)
      """),
  ]

  static let positions: [PythonFunction] = [
    PythonFunction(
      "sinusoidal_positions",
      """
      def sinusoidal_positions(n, d, layout="interleaved"):
          angle = np.arange(n)[:, None] / 10000.0 ** (2 * np.arange(d // 2) / d)
          P = np.empty((n, d))
          halves = layout == "halves"
          P[:, slice(0, d // 2) if halves else slice(0, d, 2)] = np.sin(angle)
          P[:, slice(d // 2, d) if halves else slice(1, d, 2)] = np.cos(angle)
          return P
      """),
    PythonFunction(
      "rope",
      """
      def rope(x, positions=None, base=10000, pairing="interleaved"):
          x = np.asarray(x, dtype=float)
          n, d = x.shape[-2:]
          positions = np.arange(n) if positions is None else np.asarray(positions)
          angle = positions[:, None] / float(base) ** (2 * np.arange(d // 2) / d)
          halves = pairing == "halves"
          first = slice(0, d // 2) if halves else slice(0, d, 2)
          second = slice(d // 2, d) if halves else slice(1, d, 2)
          y = np.empty_like(x)
          y[..., first] = x[..., first] * np.cos(angle) - x[..., second] * np.sin(angle)
          y[..., second] = x[..., first] * np.sin(angle) + x[..., second] * np.cos(angle)
          return y
      """),
    PythonFunction(
      "alibi_bias",
      """
      def alibi_bias(n, heads):
          power = 2 ** (int(heads).bit_length() - 1)
          slopes = [2 ** (-8 * (k + 1) / power) for k in range(power)]
          slopes += [2 ** (-8 * k / (2 * power)) for k in range(1, 2 * (heads - power), 2)]
          return np.array(slopes)[:, None, None] * (np.arange(n) - np.arange(n)[:, None])
      """),
  ]
}
