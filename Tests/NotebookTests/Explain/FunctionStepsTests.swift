import AttentionEngine
import CellLanguage
import Testing

@testable import Notebook

/// Every function of the table tells its own steps, and what it tells can be reckoned up.
@Suite struct FunctionStepsTests {
  /// A call of each function, by its name; of each function several, where it has several ways.
  private static let calls: [(function: String, call: String)] = [
    ("array", "array([[1.5, 2], [3, 4]])"), ("zeros", "zeros((2, 2)) + X[:2, :2]"),
    ("ones", "X @ W + ones(4)"), ("full", "X * full((3, 4), 2.5)"), ("eye", "eye(4) @ W"),
    ("arange", "X[0] * arange(4)"), ("linspace", "X[0] + linspace(0, 1, 4)"),
    ("tril", "tril(S)"), ("triu", "triu(S, k=1)"), ("diag", "diag(v)"),
    ("zeros_like", "maximum(X, zeros_like(X))"), ("ones_like", "X / (ones_like(X) + 1)"),
    ("randn", "randn(4, seed=1) * X[0]"),
    ("exp", "exp(X)"), ("log", "log(P)"), ("log2", "log2(P)"), ("sqrt", "sqrt(P)"),
    ("tanh", "tanh(X)"), ("sin", "sin(X)"), ("cos", "cos(X)"), ("abs", "abs(X)"),
    ("sign", "sign(X)"), ("minimum", "minimum(X, 1)"), ("maximum", "maximum(X, P)"),
    ("where", "where(X > 0, X, 0)"), ("where", "where(causal_mask(3), S, -inf)"),
    ("clip", "clip(X, 0, 1)"), ("round", "round(S / 3)"), ("floor", "floor(X / 3)"),
    ("ceil", "ceil(X / 3)"), ("isnan", "isnan(X)"), ("isinf", "isinf(X)"),
    ("isfinite", "isfinite(X)"), ("sigmoid", "sigmoid(X)"), ("relu", "relu(X)"),
    ("gelu", "gelu(X)"), ("gelu", "gelu(X, approximate=\"tanh\")"), ("silu", "silu(X)"),
    ("sum", "sum(X, axis=1)"), ("mean", "mean(X, axis=0)"), ("var", "var(X, axis=1)"),
    ("std", "std(X, axis=1, ddof=1)"), ("max", "max(X, axis=1)"), ("min", "min(X, axis=1)"),
    ("argmax", "argmax(X, axis=1)"), ("argmin", "argmin(X, axis=1)"),
    ("any", "any(X > 1, axis=1)"), ("all", "all(X > -2, axis=1)"),
    ("cumsum", "cumsum(X, axis=1)"), ("sort", "sort(X, axis=1)"),
    ("argsort", "argsort(X, axis=1)"), ("norm", "norm(X, axis=1)"),
    ("reshape", "reshape(X, (4, 3))"), ("transpose", "transpose(X) * 2"),
    ("swapaxes", "swapaxes(X, 0, 1)"), ("expand_dims", "expand_dims(v, 0)"),
    ("squeeze", "squeeze(X[:1])"), ("repeat", "repeat(v, 2)"), ("tile", "tile(v, 2)"),
    ("flip", "flip(X, 1)"), ("roll", "roll(v, 1)"), ("broadcast_to", "broadcast_to(v, (2, 4))"),
    ("concatenate", "concatenate([X, P])"), ("stack", "stack([X, P])"),
    ("split", "split(X, 2, axis=1)[0]"), ("outer", "outer(v, X[0])"), ("dot", "dot(X, v)"),
    ("matmul", "matmul(X, W)"), ("einsum", "einsum(\"ij,kj->ik\", X, P)"),
    ("causal_mask", "causal_mask(3)"), ("padding_mask", "padding_mask([1, 3], 3)"),
    ("window_mask", "window_mask(4, 1, 0)"), ("softmax", "softmax(X)"),
    ("softmax", "softmax(where(causal_mask(3), S, -inf))"), ("log_softmax", "log_softmax(X)"),
    ("attention_scores", "attention_scores(X, P, scale=0.3)"),
    ("attention_weights", "attention_weights(X, P, causal=True)"),
    ("attention_weights", "attention_weights(X, P, softcap=2.0, window=(1, 0))"),
    ("attention", "attention(X, P, X, mask=padding_mask([1, 3, 2], 3))"),
    ("attention", "attention(X, P, X)"), ("split_heads", "split_heads(X, 2)"),
    ("join_heads", "join_heads(split_heads(X, 2)) * 2"),
    ("multi_head_attention", "multi_head_attention(X, W, W, W, W, 2)"),
    ("additive_scores", "additive_scores(X, P, W, W, v)"),
    ("linear_attention", "linear_attention(X, P, X, causal=True)"),
    ("sinusoidal_positions", "sinusoidal_positions(3, 4)"),
    ("rope", "rope(X)"), ("rope", "rope(X, base=100, pairing=\"halves\")"),
    ("alibi_bias", "alibi_bias(3, 2)"), ("layer_norm", "layer_norm(X)"),
    ("layer_norm", "layer_norm(X, gain=v, bias=0.5)"), ("rms_norm", "rms_norm(X, gain=v)"),
    ("one_hot", "one_hot([0, 2, 1], 4)"), ("cross_entropy", "cross_entropy(X, [0, 1, 2])"),
    ("entropy", "entropy(softmax(X))"),
  ]

  /// Those of Python's functions make no arrays of others; `allclose` says True or False of all at once.
  private static let withoutSteps = [
    "allclose", "len", "range", "int", "float", "bool", "list", "tuple", "zip", "enumerate",
    "reversed",
  ]

  private static func notebook(_ call: String) throws -> Explained {
    try Explained(
      """
      X = [[1.0, 2.0, -1.0, 0.5], [0.0, 1.0, 3.0, -2.0], [2.0, 0.0, 1.0, 1.0]]
      P = [[0.5, 1.0, 2.0, 0.25], [1.5, 0.2, 1.0, 3.0], [0.1, 0.4, 1.0, 1.0]]
      W = [[1.0, 0.0, 0.0, 1.0], [0.0, 1.0, 0.0, 0.5], [0.0, 1.0, 1.0, 0.0], [0.5, 0.0, 0.0, 1.0]]
      v = [1.0, -0.5, 2.0, 0.25]
      S = array(X) @ array(P).T
      y = \(call)
      """)
  }

  @Test func everyFunctionOfTheTableIsHere() {
    let told = Set(Self.calls.map(\.function) + Self.withoutSteps)
    #expect(FunctionTable.all.map(\.name).filter { !told.contains($0) } == [])
    #expect(told.filter { FunctionTable.row(named: $0) == nil } == [])
  }

  @Test(arguments: calls)
  func everyFunctionTellsItsOwnSteps(_ function: String, _ call: String) throws {
    let notebook = try Self.notebook(call)
    let panel = try #require(notebook.session.panel(named: "y"))
    guard case .array(let array) = panel.content else {
      Issue.record("\(call) gives no array: \(panel.content)")
      return
    }
    var faults: [String] = []
    for offset in 0..<array.tensor.count {
      let position = AttentionEngine.Shape.position(of: offset, in: array.shape)
      var told = notebook.tree("y", position)
      told.openAll(upTo: 80)
      for row in told.rows {
        if let fault = Self.fault(of: row) { faults.append("\(fault): \(row)") }
      }
    }
    #expect(faults == [])
  }

  /// What is wrong with a line of a tree.
  private static func fault(of row: DerivationRows.Row) -> String? {
    if row.label.isEmpty || row.label == "input" { return "a number without a name" }
    guard let value = row.value else { return nil }
    if row.label == value { return "a number that is itself" }
    let last = row.working.split(separator: " = ").last.map(String.init) ?? ""
    if last == value, !row.node.isEntry { return "a number that is itself" }
    let isTruth = value == "True" || value == "False"
    if isComparison(last) || last.isEmpty && isComparison(row.label), !isTruth {
      return "a truth value as a number"
    }
    guard let arithmetic = row.node.ownArithmetic else { return nil }
    let exact = arithmetic.evaluated(leaf: \.value)
    let shown = isTruth ? (value == "True" ? 1 : 0) : Double(value) ?? .nan
    if !near(exact, shown, by: 0.006) { return "arithmetic that gives \(exact)" }
    if let reckoned = Reckoning.value(of: last), !near(reckoned, shown, by: 0.021) {
      return "numbers that give \(reckoned)"
    }
    return nil
  }

  private static func isComparison(_ text: String) -> Bool {
    !text.hasPrefix("float(")
      && [" > ", " < ", " <= ", " >= ", " == ", "any(", "all(", "isnan(", "isinf("].contains {
        text.contains($0)
      }
  }

  private static func near(_ a: Double, _ b: Double, by tolerance: Double) -> Bool {
    a == b || a.isNaN && b.isNaN || (a - b).magnitude <= tolerance * max(1, b.magnitude)
  }
}

extension DerivationNode {
  fileprivate var isEntry: Bool { if case .entry = self { true } else { false } }

  fileprivate var ownArithmetic: Arithmetic<TracedEntry>? {
    switch self {
    case .entry(let entry) where !entry.trace.isInput:
      entry.trace.explanation(at: entry.position).result.arithmetic
    case .pass(let pass, _), .aside(let pass): pass.arithmetic
    case .term(let term, _): term
    default: nil
    }
  }
}

/// Numbers as a line writes them, reckoned up by the cell language.
enum Reckoning {
  /// Nothing where the line says more than the cell language reads.
  static func value(of stage: String) -> Double? {
    let words = [
      "erf", "log(", "max(", "min(", "smallest", "arg", "any", "all", "count", "...", "|",
    ]
    guard !stage.isEmpty, !words.contains(where: stage.contains), !stage.contains("[") else {
      return nil
    }
    let text = exponentials(stage).split(separator: "^", omittingEmptySubsequences: false).joined(
      separator: "**")
    let source = Source("r = " + text)
    var (environment, interpreter) = (Environment(), Interpreter())
    guard let statement = Program(parsing: source).statements.first else { return nil }
    _ = interpreter.run(statement, of: source, in: &environment)
    switch environment.values["r"] {
    case .float(let value, _): return value
    case .integer(let value, _): return Double(value)
    case .boolean(let value, _): return value ? 1 : 0
    case .array(let array): return array.tensor.entries[0]
    default: return nil
    }
  }

  /// `e^-2.0` as `exp(-2.0)`.
  private static func exponentials(_ stage: String) -> String {
    var parts = stage.split(separator: "e^", omittingEmptySubsequences: false).map(String.init)
    for index in parts.indices.dropFirst() {
      let part = parts[index]
      let exponent = part.hasPrefix("(") ? "" : part.prefix { "-.0123456789inf".contains($0) }
      parts[index] =
        exponent.isEmpty ? "exp" + part : "exp(\(exponent))" + part.dropFirst(exponent.count)
    }
    return parts.joined()
  }
}
