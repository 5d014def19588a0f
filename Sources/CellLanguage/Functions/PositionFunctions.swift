import AttentionEngine

// Where tokens stand.

extension FunctionTable {
  static let positions: [FunctionRow] = [
    FunctionRow(
      "sinusoidal_positions", "n, d, layout=\"interleaved\"",
      "sines and cosines of growing wavelengths, one row for each position", sinusoidal),
    FunctionRow(
      "rope", "x, positions=None, base=10000, pairing=\"interleaved\"",
      "pairs of features turned by angles that grow with the position", rope),
    FunctionRow(
      "alibi_bias", "n, heads", "a penalty that grows with the distance, [heads, n, n]", alibi),
  ]
}

private func layout(_ name: String, _ arguments: Arguments) throws(Fault) -> PairLayout {
  let word = try arguments.word(
    name, among: PairLayout.allCases.map(\.rawValue), default: PairLayout.interleaved.rawValue)
  return PairLayout(rawValue: word) ?? .interleaved
}

private func sinusoidal(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let (n, d) = (try arguments.integer("n"), try arguments.integer("d"))
  let layout = try layout("layout", arguments)
  try checkSizes([n, d])
  _ = try budget.reserve([n, d])
  do {
    let operation = try SinusoidalPositions(count: n, size: d, layout: layout)
    return .array(NDArray(dtype: .float64, trace: try operation.applied(to: .none)))
  } catch {
    throw .tensor(error)
  }
}

private func rope(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let x = try arguments.array("x", &budget)
  guard x.shape.count >= 2 else {
    throw .shape("rope takes [n, d], or heads of it, not \(x.kindWords)")
  }
  let rows = x.shape[x.shape.count - 2]
  let given = try arguments.optionalArray("positions", &budget)
  let positions =
    given ?? NDArray(Tensor(shape: [rows], entries: (0..<rows).map(Double.init)), dtype: .int64)
  let base = try arguments.number("base", default: 10_000)
  guard base > 0, base.isFinite else { throw .value("rope: base is a positive number") }
  let operation = RotaryEmbedding(base: base, pairing: try layout("pairing", arguments))
  let trace = try budget.apply(
    operation, to: Operands(x.trace, positions.trace), shape: x.shape, work: 20 * x.tensor.count)
  return .array(NDArray(dtype: .float64, trace: trace))
}

private func alibi(_ arguments: Arguments, _ budget: inout Budget) throws(Fault) -> Value {
  let (n, heads) = (try arguments.integer("n"), try arguments.integer("heads"))
  try checkSizes([heads, n, n])
  _ = try budget.reserve([heads, n, n])
  do {
    let operation = try LinearBias(count: n, heads: heads)
    return .array(NDArray(dtype: .float64, trace: try operation.applied(to: .none)))
  } catch {
    throw .tensor(error)
  }
}
