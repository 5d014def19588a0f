import AttentionEngine
import CellLanguage

@testable import Notebook

/// A little notebook of traces, as the evaluator leaves them.
struct Worked {
  private(set) var results: [(name: String, trace: Trace)] = []

  subscript(name: String) -> Trace {
    results.first { $0.name == name }!.trace
  }

  var named: [NamedResult] {
    results.map { NamedResult($0.name, NDArray(dtype: .float64, trace: $0.trace)) }
  }

  /// A matrix, vector or number as a reader types it.
  mutating func input(_ name: String, _ rows: [[Double]]) {
    let tensor = Tensor(shape: [rows.count, rows[0].count], entries: rows.flatMap { $0 })
    results.append((name, Trace(tensor, origin: .name(name))))
  }

  mutating func input(_ name: String, _ entries: [Double]) {
    results.append(
      (name, Trace(Tensor(shape: [entries.count], entries: entries), origin: .name(name))))
  }

  mutating func input(_ name: String, _ number: Double) {
    results.append((name, Trace(Tensor(scalar: number), origin: .name(name))))
  }

  mutating func define(_ name: String, _ trace: Trace) {
    results.append((name, Trace(trace.value, origin: .name(name), operands: Operands(trace))))
  }

  static func number(_ value: Double) -> Trace {
    Trace(Tensor(scalar: value), origin: .literal)
  }

  /// `x.T`
  static func transposed(_ x: Trace) throws -> Trace {
    let (rows, columns) = (x.shape[0], x.shape[1])
    let offsets = (0..<columns).flatMap { c in (0..<rows).map { $0 * columns + c } }
    return try Reindex(name: "transpose", shape: [columns, rows], offsets: offsets)(x)
  }

  /// `q @ k.T / sqrt(d)`
  static func scores(_ q: Trace, _ k: Trace, _ d: Trace) throws -> Trace {
    let product = try MatMul()(q, transposed(k))
    return try BinaryOperation(.divide)(product, UnaryOperation(.sqrt)(d))
  }

  /// The two queries and three keys of "Weighted sums of values".
  static func attention() throws -> Worked {
    var notebook = Worked()
    notebook.input("Q", [[1, 0], [0, 1]])
    notebook.input("K", [[1, 0], [0, 1], [1, 1]])
    notebook.input("V", [[1, 0], [0, 1], [0.5, 0.5]])
    notebook.define("S", try scores(notebook["Q"], notebook["K"], number(2)))
    notebook.define("A", try Softmax()(notebook["S"]))
    notebook.define("O", try MatMul()(notebook["A"], notebook["V"]))
    return notebook
  }

  static let tokens = ["the", "cat", "sat"]

  /// Tokens for the rows, and for the columns of scores and weights; x and y, f and g for features.
  static func labels(_ name: String) -> (rows: [String], columns: [String]) {
    switch name {
    case "Q": (Array(tokens[..<2]), ["x", "y"])
    case "K": (tokens, ["x", "y"])
    case "V": (tokens, ["f", "g"])
    case "S", "A": (Array(tokens[..<2]), tokens)
    case "O": (Array(tokens[..<2]), ["f", "g"])
    case "w": ([], tokens)
    default: ([], [])
    }
  }

  /// The explain line of an entry.
  func line(
    _ name: String, _ position: [Int], width: Int = 200, digits: Int = 2, ascii: Bool = false,
    labelled: Bool = true
  ) -> String {
    ExplainLine.make(
      for: self[name], name: name, position: position,
      labels: labelled ? Worked.labels : { _ in ([], []) }, digits: digits, width: width,
      ascii: ascii, results: named
    ).text
  }
}
