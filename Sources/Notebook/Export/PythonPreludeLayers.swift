// The softmax, activations and what stands around attention, in Python.

extension PythonPrelude {
  static let activations: [PythonFunction] = [
    PythonFunction(
      "softmax",
      """
      def softmax(x, axis=-1):
          x = np.asarray(x, dtype=float)
          e = np.exp(x - np.max(x, axis=axis, keepdims=True))
          return e / np.sum(e, axis=axis, keepdims=True)
      """),
    PythonFunction(
      "_log_softmax",
      """
      def _log_softmax(x, axis=-1):
          x = np.asarray(x, dtype=float)
          x = x - np.max(x, axis=axis, keepdims=True)
          return x - np.log(np.sum(np.exp(x), axis=axis, keepdims=True))
      """),
    PythonFunction("log_softmax", uses: ["_log_softmax"], "log_softmax = _log_softmax"),
    PythonFunction(
      "sigmoid",
      """
      def sigmoid(x):
          x = np.asarray(x, dtype=float)
          e = np.exp(-np.abs(x))
          return np.where(x >= 0, 1 / (1 + e), e / (1 + e))
      """),
    PythonFunction(
      "relu",
      """
      def relu(x):
          return np.maximum(x, 0)
      """),
    PythonFunction(
      "gelu",
      """
      def gelu(x, approximate="none"):
          x = np.asarray(x, dtype=float)
          if approximate == "tanh":
              return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x * x * x)))
          return 0.5 * x * (1 + np.vectorize(math.erf, otypes=[float])(x * np.sqrt(0.5)))
      """),
    PythonFunction(
      "silu",
      """
      def silu(x):
          x = np.asarray(x, dtype=float)
          e = np.exp(-np.abs(x))
          return x * np.where(x >= 0, 1 / (1 + e), e / (1 + e))
      """),
  ]

  static let layers: [PythonFunction] = [
    PythonFunction(
      "norm",
      """
      def norm(x, ord=None, axis=None, keepdims=False):
          return np.linalg.norm(x, ord, axis, keepdims)
      """),
    PythonFunction(
      "layer_norm",
      """
      def layer_norm(x, gain=None, bias=None, eps=1e-5):
          x = np.asarray(x, dtype=float)
          x = x - np.mean(x, axis=-1, keepdims=True)
          x = x / np.sqrt(np.mean(x * x, axis=-1, keepdims=True) + eps)
          x = x if gain is None else x * gain
          return x if bias is None else x + bias
      """),
    PythonFunction(
      "rms_norm",
      """
      def rms_norm(x, gain=None, eps=1e-5):
          x = np.asarray(x, dtype=float)
          x = x / np.sqrt(np.mean(x * x, axis=-1, keepdims=True) + eps)
          return x if gain is None else x * gain
      """),
    PythonFunction(
      "one_hot",
      """
      def one_hot(ids, n):
          return np.eye(n)[np.asarray(ids)]
      """),
    PythonFunction(
      "cross_entropy", uses: ["_log_softmax"],
      """
      def cross_entropy(logits, ids):
          ids = np.asarray(ids)[..., None]
          return -np.mean(np.take_along_axis(_log_softmax(logits), ids, axis=-1))
      """),
    PythonFunction(
      "entropy",
      """
      def entropy(p, axis=-1):
          p = np.asarray(p, dtype=float)
          return -np.sum(p * np.log(np.where(p == 0, 1, p)), axis=axis)
      """),
  ]

  static let making: [PythonFunction] = [
    PythonFunction(
      "randn",
      """
      def randn(*shape, seed=0):
          # SplitMix64, then Marsaglia's polar method.
          state, numbers = seed % 2**64, []

          def even():
              nonlocal state
              state = (state + 0x9E3779B97F4A7C15) % 2**64
              z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
              z = (z ^ (z >> 27)) * 0x94D049BB133111EB % 2**64
              return ((z ^ (z >> 31)) >> 11) / 4503599627370496 - 1

          while len(numbers) < math.prod(shape):
              u, v = even(), even()
              s = u * u + v * v
              if 0 < s < 1:
                  factor = math.sqrt(-2 * math.log(s) / s)
                  numbers += [u * factor, v * factor]
          return np.array(numbers[: math.prod(shape)]).reshape(shape)
      """)
  ]
}
