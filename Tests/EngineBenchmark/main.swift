import AttentionEngine
import CellLanguage
import Foundation

// Times the engine and the evaluator and prints one JSON object; Tests/Benchmarks/numerics.py runs the same on NumPy
// and PyTorch and sets them side by side.

/// Numbers in [−1, 1) that are the same on every run.
func numbers<Scalar: BinaryFloatingPoint>(_ shape: [Int], seed: Int) -> Tensor<Scalar> {
  let entries = (0..<shape.reduce(1, *)).map {
    Scalar(($0 &* 7919 &+ seed &* 104_729) % 2003) / 1001.5 - 1
  }
  return Tensor(shape: shape, entries: entries)
}

/// Seconds for one call: the least of many rounds, each of so many calls that it takes some 2 ms, so that some round is
/// left alone by whatever else the machine does.
func seconds(_ body: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  var calls = 1
  while try clock.measure({ for _ in 0..<calls { try body() } }) < .milliseconds(2) { calls *= 2 }
  let rounds = try (0..<(calls > 1 ? 50 : 7)).map { _ in
    try clock.measure { for _ in 0..<calls { try body() } } / calls
  }
  let least = rounds.min() ?? .zero
  return Double(least.components.seconds) + Double(least.components.attoseconds) * 1e-18
}

let wanted = CommandLine.arguments.dropFirst()
/// All parts, or those that the arguments name.
func isWanted(_ part: String) -> Bool { wanted.isEmpty || wanted.contains(part) }

var rows: [String] = []

for n in [2, 4, 8, 16, 32] where isWanted("head") {
  for d in [2, 8, 64] {
    let q: Tensor<Double> = numbers([n, d], seed: 1)
    let k: Tensor<Double> = numbers([n, d], seed: 2)
    let v: Tensor<Double> = numbers([n, d], seed: 3)
    let options = AttentionOptions(causal: true)
    let time = try seconds { _ = try attention(q, k, v, options) }
    rows.append("\"head \(n) \(d)\": \(time)")
  }
}

let program = """
  S = Q @ K.T / sqrt(Q.shape[1])
  M = where(tril(ones(S.shape)) == 1, S, -inf)
  E = exp(M - M.max(axis=-1, keepdims=True))
  A = E / E.sum(axis=-1, keepdims=True)
  O = A @ V
  """
for n in [2, 4, 8, 16, 32] where isWanted("program") {
  let source = Source(program)
  let parsed = Program(parsing: source)
  let inputs = Environment(values: [
    "Q": .array(NDArray(numbers([n, 8], seed: 1))), "K": .array(NDArray(numbers([n, 8], seed: 2))),
    "V": .array(NDArray(numbers([n, 8], seed: 3))),
  ])
  let time = seconds {
    var environment = inputs
    var interpreter = Interpreter()
    for statement in parsed.statements {
      _ = interpreter.run(statement, of: source, in: &environment)
    }
  }
  rows.append("\"program \(n)\": \(time)")
}

// `memory 4096`: the most memory that the program held, in kB, with one pass over so many keys.
if wanted.first == "memory", let n = wanted.last.flatMap({ Int($0) }) {
  let x: Tensor<Float> = numbers([n, 64], seed: 1)
  _ = try streamingAttention(query: x, key: x, value: x, causal: false, threads: 1)
  let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  rows.append("\"memory \(n)\": \(line?.split(separator: " ").dropFirst().first ?? "0")")
}

for n in [1024, 2048, 4096, 8192] where isWanted("streaming") {
  let q: Tensor<Float> = numbers([n, 64], seed: 1)
  let k: Tensor<Float> = numbers([n, 64], seed: 2)
  let v: Tensor<Float> = numbers([n, 64], seed: 3)
  for causal in [false, true] {
    for threads in [1, 2] {
      let time = try seconds {
        _ = try streamingAttention(query: q, key: k, value: v, causal: causal, threads: threads)
      }
      rows.append("\"streaming \(n) \(causal) \(threads)\": \(time)")
    }
  }
}

print("{\n" + rows.joined(separator: ",\n") + "\n}")
