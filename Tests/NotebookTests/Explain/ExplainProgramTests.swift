import AttentionEngine
import CellLanguage
import Testing

@testable import Notebook

/// Explain lines of entries of a whole program, as the cell language evaluates it.
@Suite struct ExplainProgramTests {
  static let program = """
    X = [[1, 0.5], [0, 2], [-1, 1]]
    W_Q = [[1, 0], [0.5, 1]]
    W_K = [[0, 1], [1, 0.5]]
    d = 2
    Q = X @ W_Q
    K = X @ W_K
    S = Q @ K.T / sqrt(d)
    mask = causal_mask(3)
    M = where(mask, S, -inf)
    A = softmax(M)
    O = A @ X
    O2 = attention(Q, K, X, causal=True)
    A2 = attention_weights(Q, K, causal=True, softcap=2)
    big = S > 0.5
    t = A.sum(axis=1)
    u = mean(S)
    c = S - S.mean(axis=-1, keepdims=True)
    e = exp(S)
    p = e / e.sum(axis=-1, keepdims=True)
    h = concatenate([Q, K], axis=1)
    v = X[1]
    z = v @ X[2]
    k = 3 * d + 1
    ln = layer_norm(X)
    T = tril(S)
    def scaled(a, b):
        r = a @ b.T
        return r / sqrt(2)
    G = scaled(Q, K)
    def total(a):
        s = 0
        for i in range(3):
            s = s + a[i, 0]
        return s
    L = total(X)
    ce = cross_entropy(S, [0, 1, 2])
    cosine = X[0] @ X[1] / (norm(X[0]) * norm(X[1]))
    """

  private struct Notebook {
    var arrays: [(name: String, array: NDArray)] = []

    init(_ text: String) {
      let source = Source(text)
      var (environment, interpreter) = (Environment(), Interpreter())
      for statement in Program(parsing: source).statements {
        let result = interpreter.run(statement, of: source, in: &environment)
        for (name, value) in result.definitions {
          if let array = Self.array(value) { arrays.append((name, array)) }
        }
      }
    }

    private static func array(_ value: Value) -> NDArray? {
      switch value {
      case .array(let array): array
      case .float(_, let trace?): NDArray(dtype: .float64, trace: trace)
      case .integer(_, let trace?): NDArray(dtype: .int64, trace: trace)
      default: nil
      }
    }

    func line(_ name: String, _ position: [Int]) -> String? {
      arrays.first { $0.name == name }.map { _, array in
        ExplainLine.make(
          for: array.trace, name: name, position: position, labels: { _ in ([], []) }, digits: 2,
          width: 110, ascii: false, dtype: array.dtype, isInput: name == "mask" ? false : nil,
          results: arrays.map { NamedResult($0.name, $0.array) }
        ).text
      }
    }
  }

  @Test func everyLine() throws {
    let notebook = Notebook(Self.program)
    let expected: [(String, [Int], String)] = [
      ("Q", [0, 1], "Q[0, 1] = X[0] · W_Q[:, 1] = 1.0×0.0 + 0.5×1.0 = 0.50"),
      ("S", [1, 0], "S[1, 0] = Q[1] · K[0] / √d = (1.00×0.50 + 2.00×1.25) / 1.414 = 2.12"),
      (
        "mask", [0, 1],
        "mask[0, 1] = 1 <= 0 = False  a later key, reaches M[0, 1], row 0 of A and O, t[0]"
      ),
      ("M", [0, 1], "M[0, 1] = -inf  mask[0, 1] is False"),
      ("M", [1, 1], "M[1, 1] = S[1, 1] = 2.83  mask[1, 1] is True"),
      (
        "A", [1, 0],
        "A[1, 0] = e^2.12 / (e^2.12 + e^2.83 + e^-inf) = 8.34 / 25.26 = 0.33  row 1 of M"
      ),
      ("O", [1, 1], "O[1, 1] = A[1] · X[:, 1] = 0.3302×0.5 + 0.6698×2.0 + 0.0000×1.0 = 1.50"),
      ("O2", [1, 1], "O2[1, 1] = 0.3302×0.5 + 0.6698×2.0 = 1.50  1 masked key left out"),
      ("A2", [1, 0], "A2[1, 0] = e^1.57 / (e^1.57 + e^1.78) = 4.82 / 10.73 = 0.45"),
      (
        "A2", [0, 1],
        "A2[0, 1] = 0.00  masked: key 1 comes after query 0, so its score 1.57 counts as -inf, and e^-inf is 0"
      ),
      ("big", [0, 0], "big[0, 0] = S[0, 0] > 0.5 = 0.88 > 0.5 = True"),
      ("t", [0], "t[0] = A[0, 0] + A[0, 1] + A[0, 2] = 1.00 + 0.00 + 0.00 = 1.00"),
      (
        "u", [],
        "u = (0.88 + 2.12 + 0.71 + 2.12 + 2.83 + 0.00 + 0.71 + 0.00 - 0.71) / 9 = 0.96"
      ),
      (
        "c", [0, 1],
        "c[0, 1] = S[0, 1] - (S[0, 0] + S[0, 1] + S[0, 2]) / 3 = 2.12 - (0.88 + 2.12 + 0.71) / 3 = 0.88"
      ),
      (
        "p", [1, 1],
        "p[1, 1] = e[1, 1] / (e[1, 0] + e[1, 1] + e[1, 2]) = 16.92 / (8.34 + 16.92 + 1.00) = 0.64"
      ),
      ("e", [1, 1], "e[1, 1] = e^S[1, 1] = e^2.8284 = 16.92"),
      ("h", [0, 3], "h[0, 3] = K[0, 1] = 1.25"),
      ("z", [], "z = v · X[2] = 0.00×(-1.0) + 2.00×1.0 = 2.00"),
      ("k", [], "k = 3 × d + 1 = 3×2 + 1 = 7"),
      (
        "ln", [0, 1],
        "ln[0, 1] = (X[0, 1] - mean) / √(variance + eps) = (0.5 - 0.750) / √(0.062 + 0.00001) = -1.00"
      ),
      ("T", [0, 1], "T[0, 1] = 0.00  above the diagonal, where tril puts 0"),
      ("G", [1, 0], "G[1, 0] = Q[1] · K[0] / √2 = (1.00×0.50 + 2.00×1.25) / 1.414 = 2.12"),
      (
        "L", [], "L = 0 + X[0, 0] + X[1, 0] + X[2, 0] = 0 + 1.0 + 0.0 - 1.0 = 0.00"
      ),
      ("ce", [], "ce = -(-1.66 - 0.44 - 1.97) / 3 = 1.36"),
      (
        "cosine", [],
        "cosine = X[0] · X[1] / (1.12 × 2.00) = (1.0×0.0 + 0.5×2.0) / (1.12×2.00) = 0.45"
      ),
    ]
    for (name, position, line) in expected {
      #expect(notebook.line(name, position) == line)
    }
  }
}
