import AttentionEngine
import CellLanguage
import Testing

@testable import Notebook

@Suite struct ExplainLineTests {
  @Test(arguments: [
    ("S", [1, 0], "S[cat, the] = q_cat · k_the / √2 = (0.0×1.0 + 1.0×0.0) / 1.414 = 0.00"),
    ("S", [0, 2], "S[the, sat] = q_the · k_sat / √2 = (1.0×1.0 + 0.0×1.0) / 1.414 = 0.71"),
    (
      "A", [1, 2],
      "A[cat, sat] = e^0.71 / (e^0.00 + e^0.71 + e^0.71) = 2.03 / 5.06 = 0.40  row cat of S"
    ),
    ("O", [1, 0], "O[cat, f] = a_cat · V[:, f] = 0.20×1.0 + 0.40×0.0 + 0.40×0.5 = 0.40"),
    (
      "K", [1, 1],
      "K[cat, y] = 1.00  an input, reaches S[the, cat], S[cat, cat], both rows of A and O"
    ),
    ("Q", [0, 0], "Q[the, x] = 1.00  an input, reaches row the of S, A and O"),
    ("V", [2, 1], "V[sat, g] = 0.50  an input, reaches O[the, g], O[cat, g]"),
  ])
  func weightedSums(_ name: String, _ position: [Int], _ line: String) throws {
    #expect(try Worked.attention().line(name, position) == line)
  }

  @Test func withoutLabelsAndInASCII() throws {
    let notebook = try Worked.attention()
    #expect(
      notebook.line("S", [1, 0], ascii: true, labelled: false)
        == "S[1, 0] = Q[1] @ K[0] / sqrt(2) = (0.0*1.0 + 1.0*0.0) / 1.414 = 0.00")
    #expect(
      notebook.line("A", [1, 2], ascii: true, labelled: false)
        == "A[1, 2] = e^0.71 / (e^0.00 + e^0.71 + e^0.71) = 2.03 / 5.06 = 0.40  row 1 of S")
  }

  @Test(arguments: [
    (69, "S[cat, the] = q_cat · k_the / √2 = (0.0×1.0 + 1.0×0.0) / 1.414 = 0.00"),
    (68, "S[cat, the] = (0.0×1.0 + 1.0×0.0) / 1.414 = 0.00"),
    (47, "S[cat, the] = q_cat · k_the / √2 = 0.00"),
    (38, "S[cat, the] = 0.00 / 1.41 = 0.00"),
    (31, "S[cat, the] = 0.00"),
    (17, "0.00"),
    (3, "…"),
    (0, ""),
  ])
  func lessWidth(_ width: Int, _ line: String) throws {
    #expect(try Worked.attention().line("S", [1, 0], width: width) == line)
  }

  /// The softmax is taken of a step without a name: its values are shown, its names are what took part.
  @Test func aStepWithoutAName() throws {
    var notebook = try Worked.attention()
    notebook.input("d", 2)
    let scores = try Worked.scores(notebook["Q"], notebook["K"], notebook["d"])
    notebook.define("W", try Softmax()(scores))
    let line = ExplainLine.make(
      for: notebook["W"], name: "W", position: [0, 1], labels: Worked.labels, digits: 2, width: 80,
      ascii: false)
    #expect(line.text == "W[0, 1] = e^0.00 / (e^0.71 + e^0.00 + e^0.71) = 1.00 / 5.06 = 0.20")
    #expect(
      line.sources == [
        NamedEntry(name: "Q", position: [0, 0]), NamedEntry(name: "K", position: [0, 0]),
        NamedEntry(name: "Q", position: [0, 1]), NamedEntry(name: "K", position: [0, 1]),
        NamedEntry(name: "d", position: []),
        NamedEntry(name: "K", position: [1, 0]), NamedEntry(name: "K", position: [1, 1]),
        NamedEntry(name: "K", position: [2, 0]), NamedEntry(name: "K", position: [2, 1]),
      ])
  }

  @Test func everyKindOfOperation() throws {
    var notebook = try Worked.attention()
    let s = notebook["S"]
    notebook.input("d", 2)
    notebook.input("w", [0.5, 0.25, 0.25])
    let expected: [(Trace, [Int], String)] = [
      (try Worked.transposed(notebook["K"]), [0, 1], "R[0, 1] = K[cat, x] = 0.00"),
      (
        try MatMul()(notebook["w"], notebook["V"]), [1],
        "R[1] = w · V[:, g] = 0.5×0.0 + 0.25×1.0 + 0.25×0.5 = 0.38"
      ),
      (
        try Worked.scores(notebook["Q"], notebook["K"], notebook["d"]), [0, 1],
        "R[0, 1] = q_the · k_cat / √d = (1.0×0.0 + 0.0×1.0) / 1.414 = 0.00"
      ),
      (
        try BinaryOperation(.subtract)(s, BinaryOperation(.multiply)(s, Worked.number(-1.5))),
        [0, 0], "R[0, 0] = S[the, the] - S[the, the] × (-1.5) = 0.71 - 0.71×(-1.5) = 1.77"
      ),
      (
        try BinaryOperation(.power)(s, Worked.number(2)), [0, 0],
        "R[0, 0] = S[the, the]² = 0.71² = 0.50"
      ),
      (
        try BinaryOperation(.divide)(
          s, BinaryOperation(.multiply)(notebook["d"], Worked.number(3))), [0, 0],
        "R[0, 0] = S[the, the] / (d × 3) = 0.71 / (2×3) = 0.12"
      ),
      (
        try Reduction(.mean, axes: [1])(s), [1],
        "R[1] = (S[cat, the] + S[cat, cat] + S[cat, sat]) / 3 = (0.00 + 0.71 + 0.71) / 3 = 0.47"
      ),
      (
        try Reduction(.standardDeviation, axes: [1])(s), [1],
        "R[1] = √(((0.00 - 0.47)² + (0.71 - 0.47)² + (0.71 - 0.47)²) / 3) = 0.33"
      ),
      (
        try Reduction(.max, axes: [1])(s), [1],
        "R[1] = max(S[cat, the], S[cat, cat], S[cat, sat]) = max(0.00, 0.71, 0.71) = 0.71"
      ),
      (try UnaryOperation(.sqrt)(notebook["d"]), [], "R = √d = √2 = 1.41"),
      (
        try UnaryOperation(.sigmoid)(s), [0, 0],
        "R[0, 0] = 1 / (1 + e^-S[the, the]) = 1 / (1 + e^-0.71) = 1 / 1.49 = 0.67"
      ),
      (
        try LogSoftmax()(s), [0, 1],
        "R[0, 1] = 0.00 - log(e^0.71 + e^0.00 + e^0.71) = -1.62  row the of S"
      ),
      (
        try AttentionScores()(notebook["Q"], notebook["K"]), [0, 1],
        "R[0, 1] = q_the · k_cat / √2 = (1.0×0.0 + 0.0×1.0) / 1.414 = 0.00"
      ),
      (
        try AttentionWeights(AttentionOptions(causal: true))(notebook["Q"], notebook["K"]),
        [1, 0], "R[1, 0] = e^0.00 / (e^0.00 + e^0.71) = 1.00 / 3.03 = 0.33"
      ),
      (
        try AttentionWeights(AttentionOptions(causal: true))(notebook["Q"], notebook["K"]),
        [0, 1], "R[0, 1] = 0.00  masked: key cat comes after query the"
      ),
      (
        try Attention()(notebook["Q"], notebook["K"], notebook["V"]), [1, 0],
        "R[1, 0] = 0.20×1.0 + 0.40×0.0 + 0.40×0.5 = 0.40"
      ),
      (
        try Where()(
          BinaryOperation(.greater)(s, Worked.number(0)), s, Worked.number(-.infinity)), [0, 1],
        "R[0, 1] = -inf  S[the, cat] > 0 is False"
      ),
    ]
    for (trace, position, line) in expected {
      notebook.define("R", trace)
      let found = ExplainLine.make(
        for: Trace(trace.value, origin: .name("R"), operands: Operands(trace)), name: "R",
        position: position, labels: Worked.labels, digits: 2, width: 100, ascii: false)
      #expect(found.text == line)
    }
  }

  @Test func otherKindsOfNumbers() throws {
    let notebook = try Worked.attention()
    let comparison = try BinaryOperation(.greater)(notebook["S"], Worked.number(0))
    let found = { (trace: Trace, position: [Int], dtype) in
      ExplainLine.make(
        for: trace, name: nil, position: position, labels: Worked.labels, digits: 2, width: 100,
        ascii: false, dtype: dtype
      ).text
    }
    #expect(found(comparison, [0, 0], .bool) == "[0, 0] = S[the, the] > 0 = 0.71 > 0 = True")
    let index = try Reduction(.argmax)(notebook["Q"])
    #expect(
      found(index, [], .int64)
        == "argmax(Q[the, x], Q[the, y], Q[cat, x], Q[cat, y]) = argmax(1, 0, 0, 1) = 0")
  }

  /// 0.5·0.1 + … with twelve terms: those in the middle are counted.
  @Test(arguments: [
    (
      100,
      "p = u · v = 0.5×0.1 + 0.5×0.2 + 0.5×0.3 + 0.5×0.4 + … 5 more … + 0.5×1.0 + 0.5×1.1 + 0.5×1.2 = 3.90"
    ),
    (60, "p = u · v = 0.5×0.1 + 0.5×0.2 + … 9 more … + 0.5×1.2 = 3.90"),
    (48, "p = u · v = 0.5×0.1 + … 10 more … + 0.5×1.2 = 3.90"),
    (36, "p = u · v = 3.90"),
  ])
  func termsInTheMiddle(_ width: Int, _ line: String) throws {
    var notebook = Worked()
    notebook.input("u", [Double](repeating: 0.5, count: 12))
    notebook.input("v", (1...12).map { Double($0) / 10 })
    notebook.define("p", try MatMul()(notebook["u"], notebook["v"]))
    #expect(notebook.line("p", [], width: width + 4) == line)
  }

  @Test func aSumTooLongToSpellOut() throws {
    var notebook = Worked()
    notebook.input("u", [Double](repeating: 0.5, count: 10_000))
    notebook.define("p", try MatMul()(notebook["u"], notebook["u"]))
    #expect(
      notebook.line("p", [], width: 80)
        == "p = u · u = 0.5×0.5 + 0.5×0.5 + 0.5×0.5 + 0.5×0.5 + … 9996 more … = 2500.00")
  }

  /// Scores so large that the exponentials would overflow: the maximum is subtracted, as it is in the computation.
  @Test func theMaximumIsSubtractedWhereItMatters() throws {
    var notebook = Worked()
    notebook.input("x", [1000, 1001])
    notebook.define("p", try Softmax()(notebook["x"]))
    #expect(
      notebook.line("p", [0])
        == "p[0] = e^(1000.0 - 1001) / (e^(1000.0 - 1001) + e^(1001.0 - 1001)) = 0.37 / 1.37 = 0.27  with the maximum taken off"
    )
    #expect(
      notebook.line("p", [0], width: 64)
        == "p[0] = e^-1.00 / (e^-1.00 + e^0.00) = 0.37 / 1.37 = 0.27")
  }

  @Test func numbersThatAreNone() throws {
    var notebook = Worked()
    notebook.input("x", [-.infinity, 0, -.infinity])
    notebook.define("p", try Softmax()(notebook["x"]))
    notebook.input("y", [-.infinity, -.infinity])
    notebook.define("r", try Softmax()(notebook["y"]))
    #expect(
      notebook.line("p", [0])
        == "p[0] = e^-inf / (e^-inf + e^0.0 + e^-inf) = 0.00 / 1.00 = 0.00  masked: e^-inf is 0")
    #expect(
      notebook.line("r", [0], width: 60)
        == "r[0] = e^-inf / 0.00 = nan  every score of y is -inf: 0 / 0")
    #expect(
      notebook.line("r", [0], width: 90)
        == "r[0] = e^-inf / (e^-inf + e^-inf) = 0.00 / 0.00 = nan  every score of y is -inf: 0 / 0")
  }

  /// With two, three or four decimals of a third one arrives at 66.00, 66.60 and 66.66.
  @Test func asManyDecimalsAsItTakes() throws {
    var notebook = Worked()
    notebook.input("x", [1.0 / 3, 1.0 / 3])
    notebook.define(
      "p", try Reduction(.sum)(BinaryOperation(.multiply)(notebook["x"], Worked.number(100))))
    #expect(
      notebook.line("p", []) == "p = x[0] × 100 + x[1] × 100 = 0.33333×100 + 0.33333×100 = 66.67")
  }

  /// Why `exp(x) / exp(x).sum()` is no softmax: both sides are too large for a number.
  @Test func bothSidesReckonedUp() throws {
    var notebook = Worked()
    notebook.input("x", [1000, 1001])
    let power = try UnaryOperation(.exp)(notebook["x"])
    notebook.define("p", try BinaryOperation(.divide)(power, Reduction(.sum)(power)))
    #expect(
      notebook.line("p", [0], width: 60)
        == "p[0] = e^1000.0 / (e^1000.0 + e^1001.0) = inf / inf = nan")
  }

  @Test func aBareName() throws {
    let notebook = try Worked.attention()
    let line = ExplainLine.make(
      for: notebook["O"], name: nil, position: [1, 0], labels: Worked.labels, digits: 2,
      width: 40, ascii: false)
    #expect(line.text == "O[cat, f] = a_cat · V[:, f] = 0.40")
    #expect(line.sources == [NamedEntry(name: "O", position: [1, 0])])
  }

  @Test func labelsCannotSteerTheTerminal() throws {
    var notebook = Worked()
    notebook.input("x", [1])
    let line = ExplainLine.make(
      for: notebook["x"], name: "x", position: [0], labels: { _ in ([], ["\u{1B}[2Jred"]) },
      digits: 2, width: 60, ascii: false)
    #expect(line.text == "x[^[[2Jred] = 1.00  an input")
  }
}
