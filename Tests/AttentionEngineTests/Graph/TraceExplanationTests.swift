import Testing

@testable import AttentionEngine

@Suite struct TraceExplanationTests {
  /// Arithmetic as text, entries by name and indices, others by their numbers.
  private func text(_ arithmetic: Arithmetic<TracedEntry>) -> String {
    func list(_ parts: [Arithmetic<TracedEntry>], _ sign: String) -> String {
      "(" + parts.map(text).joined(separator: sign) + ")"
    }
    return switch arithmetic {
    case .number(let number): "\(number)"
    case .entry(let entry): (entry.name ?? "#\(entry.value)") + "\(entry.position)"
    case .negate(let x): "-" + text(x)
    case .sum(let terms): list(terms, " + ")
    case .product(let factors): list(factors, "×")
    case .difference(let a, let b): list([a, b], " - ")
    case .quotient(let a, let b): list([a, b], " / ")
    case .power(let a, let b): list([a, b], "^")
    case .call(let name, let arguments): name + list(arguments, ", ")
    case .rest(let count, _): "…\(count)"
    case .step(let index, _): "step \(index)"
    }
  }

  private func input(_ name: String, _ value: Tensor<Double>) -> Trace {
    Trace(value, origin: .name(name))
  }

  private func named(_ name: String, _ trace: Trace) -> Trace {
    Trace(trace.value, origin: .name(name), operands: Operands(trace))
  }

  private func number(_ value: Double) -> Trace {
    Trace(Tensor(scalar: value), origin: .literal)
  }

  private func scores() throws -> Trace {
    let q = input("Q", matrix([[1, 0], [0, 1]]))
    let k = input("K", matrix([[1, 0], [0, 1]]))
    let kT = try Reindex(name: "transpose", shape: [2, 2], offsets: [0, 2, 1, 3])(k)
    let root = try UnaryOperation(.sqrt)(input("d", Tensor(scalar: 2)))
    return try BinaryOperation(.divide)(MatMul()(q, kT), root)
  }

  @Test func stepsWithoutANameAreSpeltOut() throws {
    let s = named("S", try scores())
    #expect(
      text(s.explanation(at: [1, 0]).result.arithmetic)
        == "(((Q[1, 0]×K[0, 0]) + (Q[1, 1]×K[0, 1])) / sqrt(d[]))")
    #expect(
      s.sources(at: [1, 0]).map { "\($0.name ?? "")\($0.position)" }
        == ["Q[1, 0]", "K[0, 0]", "Q[1, 1]", "K[0, 1]", "d[]"])
    #expect(s.nearestNames == ["Q", "K", "d"])
  }

  @Test func aSoftmaxShowsTheStepItIsTakenOfAsNumbers() throws {
    let a = named("A", try Softmax()(scores()))
    let explanation = a.explanation(at: [0, 1])
    #expect(
      text(explanation.passes[0].arithmetic)
        == "maximum(#0.7071067811865475[0, 0], #0.0[0, 1])")
    #expect(Set(a.sources(at: [0, 1]).compactMap(\.name)) == ["Q", "K", "d"])
    #expect(a.sources(at: [0, 1]).count == 7)
  }

  @Test func theNearestNamesOnly() throws {
    let s = named("S", try scores())
    let a = named("A", try Softmax()(s))
    #expect(a.sources(at: [1, 0]).map(\.position) == [[1, 0], [1, 1]])
    #expect(a.nearestNames == ["S"])
    let b = named("B", a)
    #expect(text(b.explanation(at: [0, 1]).result.arithmetic) == "A[0, 1]")
    #expect(b.sources(at: [0, 1]).compactMap(\.name) == ["A"])
    #expect(!b.isInput)
  }

  @Test func inputs() throws {
    for trace in [
      input("x", vector([1, 2])), named("x", Trace(vector([1, 2]), origin: .literal)),
      Trace(vector([1, 2]), origin: .literal),
    ] {
      #expect(trace.isInput)
      #expect(trace.explanation(at: [1]).remark?.plain == "an input")
      #expect(trace.sources(at: [1]).isEmpty)
    }
  }

  @Test func aProductInsideAProductStandsAsANumber() throws {
    let x = input("X", matrix([[1, 2], [3, 4]]))
    let chain = try MatMul()(MatMul()(x, x), x)
    #expect(
      text(chain.explanation(at: [0, 0]).result.arithmetic)
        == "((#7.0[0, 0]×X[0, 0]) + (#10.0[0, 1]×X[1, 0]))")
    #expect(chain.sources(at: [0, 0]).count == 4)
  }

  @Test func whatIsNotKeptIsNoInput() throws {
    var trace = input("x", Tensor(scalar: 1))
    for _ in 0..<300 { trace = try BinaryOperation(.add)(trace, number(1)) }
    #expect(trace.value.entries == [301])
    #expect(trace.depth <= Trace.depthLimit)
    let last = named("y", Trace(Tensor(scalar: 2), origin: .opaque("loop")))
    #expect(!last.isInput)
    #expect(last.explanation(at: []).remark?.plain == "too many steps to say how it came about")
    let huge = Trace(
      Tensor(shape: [5_000_000], entries: [Double](repeating: 0, count: 5_000_000)),
      origin: .literal)
    let name = named("z", try UnaryOperation(.negative)(huge))
    #expect(!name.isInput)
    #expect(name.sources(at: [0]).isEmpty)
  }

  /// A graph in which each node is used twice: a million paths through twenty nodes.
  @Test func sharedStepsAreVisitedOnce() throws {
    var trace = input("x", vector([1]))
    for _ in 0..<20 { trace = try BinaryOperation(.maximum)(trace, trace) }
    #expect(trace.sources(at: [0]).count == 1)
    #expect(trace.explanation(at: [0]).result.value == 1)
  }

  @Test func longSumsKeepACapOfSources() throws {
    let x = input("x", vector([Double](repeating: 0.5, count: 10_000)))
    let sum = try Reduction(.sum)(x)
    #expect(sum.sources(at: []).count == ExplanationLimit.terms)
    let explanation = sum.explanation(at: [])
    #expect(explanation.result.arithmetic.evaluated(leaf: \.value) == 5000)
  }
}
