import CellLanguage
import Testing

@testable import Notebook

/// A derivation reaches all that its number rests on, and calls each row by a name that a reader knows. The numbers are
/// NumPy's.
@Suite struct DerivationInputsTests {
  @Test func anIndexAConditionAndASizeStandInTheTree() throws {
    let notebook = try Explained(
      """
      place = 1
      P = sinusoidal_positions(64, 4)
      row = P[place]
      G = [[1, 1, 0], [0, 2, 1], [-1, 0, 1], [2, 0, 1]]
      by = sqrt(G.shape[0])
      doer = 0
      X = [[1.0, 0.0], [0.0, 1.0]]
      text = where(doer == 0, X, X + 5)
      order = [1, 0]
      def look(x): return attention(x, x, x)
      O = look(X[order])
      """)
    #expect(
      notebook.tree("row", [0]).lines(opening: ["P[1, 0]"]) == [
        "row[0] = 0.84 | P[1, 0]",
        "  P[1, 0] = 0.84 | sin(1 / 10000^(2×0 / 4))",
        "    angle = 1 | 1 / 10000^(2×0 / 4)",
        "  place = 1 | an input, says which entries are taken",
      ])
    #expect(
      notebook.tree("by", []).lines(opening: []) == [
        "by = 2.00 | √4", "  G.shape = (4, 3) | an input, only its shape is taken",
      ])
    #expect(
      notebook.tree("text", [0, 0]).lines(opening: ["condition"]) == [
        "text[0, 0] = 1.00 | X[0, 0] | doer == 0 is True", "  condition = True | doer == 0",
        "    doer = 0 | an input", "  X[0, 0] = 1.00 | an input",
      ])
    #expect(notebook.line("text", [0, 0]) == "text[0, 0] = X[0, 0] = 1.00  doer == 0 is True")
    #expect(
      notebook.tree("O", [0, 0]).lines(opening: []).last
        == "  order = (1, 0) | an input, says which entries are taken")
  }

  @Test func productsWithoutANameAreCalledByTheirRowAndColumn() throws {
    let notebook = try Explained(cells: [
      "def f(n): return randn(2, n, seed=n)", "plain = std(f(2) @ f(2).T)",
    ])
    let labels = { (name: String) in
      notebook.tree(name, []).rows.map(\.label).filter { $0.contains("·") }
    }
    #expect(labels("plain").prefix(2) == ["row 0 · column 0", "row 0 · column 1"])
    #expect(
      try Explained(cells: [
        "#| rows: the, cat\nQ = [[1, 0, 5, 7, 2], [0, 2, 1, 1, 1]]",
        "#| rows: sat, mat\nK = [[1, 3, 1, 1, 1], [0, 1, 2, 3, 4]]",
        "spread = std(exp(Q) @ exp(K).T)",
      ]).tree("spread", []).rows.map(\.label).filter { $0.contains("·") }
        == ["the · sat", "the · mat", "cat · sat", "cat · mat"])
  }

  /// A term stands once, and with it all that it is made of.
  @Test func noTermStandsBesideItself() throws {
    let notebook = try Explained("Y = [[0, 1], [2, 0]]\nB = exp(Y) / exp(Y).sum()")
    #expect(
      notebook.tree("B", [0, 0]).lines(opening: []) == [
        "B[0, 0] = 0.08 | e^0 / (e^0 + e^1 + e^2 + e^0) = 1.00 / 12.11",
        "  e^Y[0, 0] = 1.00 | e^0", "  e^Y[0, 1] = 2.72 | e^1", "  e^Y[1, 0] = 7.39 | e^2",
        "  e^Y[1, 1] = 1.00 | e^0",
      ])
  }

  /// Where a sum stands inside a function it stands once: what is told beside it was computed.
  @Test func noFunctionIsToldOfWhatItIsNotTakenOf() throws {
    let notebook = try Explained(
      "x = [-2.0, 1.0]\nL = log(abs(x) + 1)\nsize = norm(x)\nP = (exp(x[0]) + exp(x[1])) * (exp(x[0]) + 1)"
    )
    #expect(
      notebook.tree("L", [0]).lines(opening: []) == [
        "L[0] = 1.10 | log(|x[0]| + 1) = log(|-2.0| + 1)", "  |x[0]| = 2.00 | |-2.0|",
      ])
    #expect(
      notebook.tree("size", []).lines(opening: []) == [
        "size = 2.24 | √(x[0]² + x[1]²) = √((-2.0)² + 1.0²)", "  x[0]² = 4.00 | (-2.0)²",
        "  x[1]² = 1.00 | 1.0²",
      ])
    #expect(
      notebook.tree("P", []).lines(opening: []) == [
        "P = 3.24 | (e^-2.0 + e^1.0)×(e^-2.0 + 1)", "  e^x[0] = 0.14 | e^-2.0",
        "  e^x[1] = 2.72 | e^1.0",
      ])
  }

  @Test("what is reckoned in whole numbers is written so")
  func wholeNumbers() throws {
    let notebook = try Explained(
      "coins = [2, 0, 0, -2]\nspread = var(coins)")
    #expect(
      notebook.tree("spread", []).lines(opening: []) == [
        "spread = 2.00 | ((2 - 0)² + (0 - 0)² + (0 - 0)² + (-2 - 0)²) / 4",
        "  mean = 0 | (2 + 0 + 0 - 2) / 4",
        "  (coins[0] - 0)² = 4 | (2 - 0)²", "  (coins[1] - 0)² = 0 | (0 - 0)²",
        "  (coins[2] - 0)² = 0 | (0 - 0)²", "  (coins[3] - 0)² = 4 | (-2 - 0)²",
      ])
  }

  /// A difference quotient needs what it is made of with all the decimals that make it come out.
  @Test func theRowsBelowHaveTheDecimalsOfTheLine() throws {
    let notebook = try Explained(cells: [
      "v = 1", "raised = softmax(v * array([2, 1, 0]) + array([0.001, 0, 0]))",
      "#| digits: 4\np = softmax(v * array([2, 1, 0]))",
      "#| digits: 4\nslope = (raised - p) / 0.001",
    ])
    #expect(
      notebook.tree("slope", [0]).lines(opening: []).map { $0.split(separator: " | ")[0] } == [
        "slope[0] = 0.2227", "  raised[0] = 0.665463614", "  p[0] = 0.665240956",
      ])
  }

  /// So do the weights by which an attention adds values, and the scores of a softmax.
  @Test func weightsAndScoresHaveThemToo() throws {
    let notebook = try Explained(cells: [
      "X = [[3.0, 0.0], [1.0, 0.0], [1.0, 0.0]]", "O = attention(X, X, X)",
      "S = [log(3), 0, log(4)]", "m = [True, True, True]", "E = softmax(where(m, S, -inf))",
    ])
    #expect(
      notebook.tree("O", [0, 0]).lines(opening: []).prefix(3) == [
        "O[0, 0] = 2.94 | 0.972×3.0 + 0.014×1.0 + 0.014×1.0",
        "  weight[0, 0] = 0.972 | e^(6.364 - 6.364) / 1.029 = 1.000 / 1.029",
        "  weight[0, 1] = 0.014 | e^(2.121 - 6.364) / 1.029 = 0.014 / 1.029",
      ])
    #expect(
      notebook.tree("E", [0]).lines(opening: []).map { $0.split(separator: " | ")[0] } == [
        "E[0] = 0.38", "  with the maximum taken off = 0.38", "  score[0] = 1.099",
        "  score[1] = 0.000", "  score[2] = 1.386",
      ])
  }

  @Test("what isn't reached by its number says how, and an input is nothing else")
  func howOneIsReached() throws {
    let notebook = try Explained(
      "n = 2\nX = [[1.0, 2.0], [3.0, log(4)]]\nZ = X[:n]\nW = zeros(n)\nC = X if n else 0\nQ = where(X > 0, X, 1)"
    )
    #expect(
      notebook.reach("n", []).lines(opening: []) == [
        "n = 2 | an input", "  Z | as an index", "  W = (0.00, 0.00) | as a length or a setting",
        "  both rows of C | as a condition",
      ])
    #expect(notebook.reach("X", [0, 0]).lines(opening: [])[0] == "X[0, 0] = 1.00 | an input")
    #expect(
      notebook.tree("Q", [0, 0]).lines(opening: []).last == "  X[0, 0] = 1.00 | an input")
  }

  @Test func whatFailedIsReachedAllTheSame() throws {
    let notebook = try Explained(
      "places = -9\nkeys = arange(3) < zeros(places)\nweights = softmax(keys + 0)")
    #expect(
      notebook.line("places", []) == "places = -9  an input, reaches keys and weights")
  }

  /// Nothing that a reader typed is told as another number, and a long label is cut before the name is left out.
  @Test func aLineSaysWhatWasTyped() throws {
    let long = "a_very_long_label_that_somebody_gave_to_a_row_of_this_matrix_of_theirs_and_more"
    let notebook = try Explained(cells: [
      "x = [1e-12, 0.125, 0.3333333333]\ny = sum(x)", "#| rows: \(long), b\nM = [[1.5], [2.5]]",
      "N = M * 2",
    ])
    #expect(
      (0..<3).map { notebook.line("x", [$0]) } == [
        "x[0] = 1e-12  an input, reaches y", "x[1] = 0.125  an input, reaches y",
        "x[2] = 0.33  an input, reaches y",
      ])
    #expect(
      notebook.line("M", [0, 0]) == "M[a_very_long_lab…, 0] = 1.50  an input, reaches N")
  }
}
