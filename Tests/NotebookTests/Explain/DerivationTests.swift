import CellLanguage
import Testing

@testable import Notebook

/// Trees of derivations in the words that stand on the screen. The numbers are NumPy's.
@Suite struct DerivationTests {
  @Test func aSoftmaxHasItsMaximumItsExponentialsAndTheirSum() throws {
    let tree = try Explained(
      """
      S = [[0.0, 1.0], [2.0, 1.0]]
      A = softmax(S)
      """
    ).tree("A", [1, 1])
    #expect(
      tree.lines(opening: ["with", "sum", "e^(S[1, 0] - 2)"]) == [
        "A[1, 1] = 0.27 | e^1.0 / (e^2.0 + e^1.0) = 2.72 / 10.11",
        "  with the maximum taken off = 0.27 | e^(1.0 - 2) / (1.00 + 0.37) = 0.37 / 1.37",
        "    maximum of row 1 of S = 2.00 | max(2.0, 1.0)",
        "    sum of exponentials of row 1 of S = 1.37 | e^(2.0 - 2) + e^(1.0 - 2) = 1.00 + 0.37",
        "      e^(S[1, 0] - 2) = 1.00 | e^(2.0 - 2)",
        "        maximum of row 1 of S = 2.00 | max(2.0, 1.0)",
        "        S[1, 0] = 2.00 | an input",
        "      e^(S[1, 1] - 2) = 0.37 | e^(1.0 - 2)",
        "  S[1] = (2.00, 1.00) | row 1 of S, an input",
      ])
  }

  @Test func aMaskedWeightSaysWhyItIsZero() throws {
    let notebook = try Explained(
      """
      S = [[0.0, 1.0], [2.0, 1.0]]
      allowed = [[True, False], [True, True]]
      masked = where(allowed, S, -inf)
      A = softmax(masked)
      W = attention_weights(S, S, causal=True)
      """)
    #expect(
      notebook.tree("A", [0, 1]).lines(opening: ["masked[0, 1]"]) == [
        "A[0, 1] = 0.00 | e^-inf / (e^0.00 + e^-inf) = 0.00 / 1.00 | masked: e^-inf is 0",
        "  with the maximum taken off = 0.00 | e^(-inf - 0.00) / (1.00 + 0.00) = 0.00 / 1.00",
        "  masked[0, 0] = 0.00 | S[0, 0] | allowed[0, 0] is True",
        "  masked[0, 1] = -inf | allowed[0, 1] is False",
        "    allowed[0, 1] = False | an input",
      ])
    #expect(
      notebook.tree("W", [0, 1]).lines(opening: []) == [
        "W[0, 1] = 0.00 | masked: key 1 comes after query 0, so its score 0.71 counts as -inf, and e^-inf is 0",
        "  score[0, 1] = 0.71 | (0.0×2.0 + 1.0×1.0) / 1.414 | masked: counts as -inf",
      ])
  }

  /// A part of a column isn't called the column.
  @Test func entriesThatAreNoWholeLineStandAlone() throws {
    let notebook = try Explained(
      """
      X = [[1.0, 2.0], [0.0, 3.0], [4.0, 5.0]]
      part = X[:2].sum(axis=0)
      whole = X.sum(axis=0)
      """)
    #expect(
      notebook.tree("part", [0]).lines(opening: []) == [
        "part[0] = 1.00 | X[0, 0] + X[1, 0] = 1.0 + 0.0",
        "  X[0, 0] = 1.00 | an input",
        "  X[1, 0] = 0.00 | an input",
      ])
    #expect(
      notebook.tree("whole", [0]).lines(opening: []) == [
        "whole[0] = 5.00 | X[0, 0] + X[1, 0] + X[2, 0] = 1.0 + 0.0 + 4.0",
        "  X[:, 0] = (1.00, 0.00, 4.00) | column 0 of X, an input",
      ])
  }

  @Test func aLayerNormHasItsMeanAndItsVariance() throws {
    let tree = try Explained(
      """
      X = [[1.0, 2.0, 6.0]]
      Y = layer_norm(X)
      """
    ).tree("Y", [0, 0])
    #expect(
      tree.lines(opening: ["variance"]) == [
        "Y[0, 0] = -0.93 | (1.0 - 3.00) / √(4.67 + 0.00001)",
        "  mean of row 0 of X = 3.00 | (1.0 + 2.0 + 6.0) / 3",
        "  variance of row 0 of X = 4.67 | ((1.0 - 3.00)² + (2.0 - 3.00)² + (6.0 - 3.00)²) / 3",
        "    (X[0, 0] - 3.00)² = 4.00 | (1.0 - 3.00)²",
        "    (X[0, 1] - 3.00)² = 1.00 | (2.0 - 3.00)²",
        "    (X[0, 2] - 3.00)² = 9.00 | (6.0 - 3.00)²",
        "  eps = 0.00001",
        "  X[0, 0] = 1.00 | an input",
      ])
  }

  @Test func aRotationHasItsAngle() throws {
    let tree = try Explained(
      """
      X = [[1.0, 0.0], [1.0, 0.0]]
      R = rope(X)
      """
    ).tree("R", [1, 1])
    #expect(
      tree.lines(opening: ["sin"]) == [
        "R[1, 1] = 0.84 | 1.0×0.84 + 0.0×0.54",
        "  sin(angle) = 0.84 | sin(1)",
        "    angle = 1 | 1 / 10000^(2×0 / 2)",
        "  cos(angle) = 0.54 | cos(1)",
        "  X[1] = (1.00, 0.00) | row 1 of X, an input",
      ])
  }

  @Test func aLongSumIsCountedAndCanBeOpened() throws {
    let tree = try Explained(
      """
      x = arange(20)
      w = x * 2
      y = dot(w, w)
      """
    ).tree("y", [])
    let lines = tree.lines(opening: ["all 20", "… 8 more"])
    #expect(
      Array(lines[..<4]) == [
        "y = 9880 | w · w = 0×0 + 2×2 + 4×4 + … 15 more … + 36×36 + 38×38",
        "  all 20 terms",
        "    w[0] × w[0] = 0 | 0×0",
        "    w[1] × w[1] = 4 | 2×2",
      ])
    #expect(
      Array(lines[21..<24]) == [
        "    w[19] × w[19] = 1444 | 38×38", "  w[0] = 0 | x[0] × 2 = 0×2",
        "  w[1] = 2 | x[1] × 2 = 1×2",
      ])
    #expect(lines.last == "  … 9 more")
  }

  @Test func aRowOf32OpensAFewAtATime() throws {
    let session = try Explained("S = zeros((32, 32)) + 1\nA = softmax(S)")
    var tree = session.tree("A", [3, 4])
    #expect(tree.count == 14)
    tree.open("with")
    #expect(tree.count == 16)
    tree.open("… 21 more")
    #expect(tree.count == 36)
  }

  @Test func whatIsMadeOfAnAttentionOpensStepByStep() throws {
    let tree = try Explained(
      """
      X = [[1.0, 0.0], [0.0, 1.0]]
      W = attention_weights(X, X)
      """
    ).tree("W", [0, 1])
    #expect(
      tree.lines(opening: ["score[0, 1]", "with", "sum"]) == [
        "W[0, 1] = 0.33 | e^0.00 / (e^0.71 + e^0.00) = 1.00 / 3.03",
        "  with the maximum taken off = 0.33 | e^(0.00 - 0.71) / (1.00 + 0.49) = 0.49 / 1.49",
        "    maximum of the scores = 0.71 | max(0.71, 0.00)",
        "    sum of exponentials = 1.49 | e^(0.71 - 0.71) + e^(0.00 - 0.71) = 1.00 + 0.49",
        "      e^(0.71 - 0.71) = 1.00",
        "      e^(0.00 - 0.71) = 0.49",
        "  score[0, 0] = 0.71 | (1.0×1.0 + 0.0×0.0) / 1.414",
        "  score[0, 1] = 0.00 | (1.0×0.0 + 0.0×1.0) / 1.414",
        "    X[0] = (1.00, 0.00) | row 0 of X, an input",
        "    X[1] = (0.00, 1.00) | row 1 of X, an input",
      ])
  }

  @Test func anAttentionHasTheWeightsThatItAddsValuesWith() throws {
    let notebook = try Explained(cells: [
      "#| rows: dog, bites\nX = [[1.0, 0.0], [0.0, 1.0]]", "O = attention(X + 0, X + 0, X)",
    ])
    #expect(
      notebook.tree("O", [0, 1]).lines(opening: ["weight[dog, bites]", "sum"]) == [
        "O[0, 1] = 0.33 | 0.67×0.0 + 0.33×1.0",
        "  weight[dog, dog] = 0.67 | e^(0.71 - 0.71) / 1.49 = 1.00 / 1.49",
        "  weight[dog, bites] = 0.33 | e^(0.00 - 0.71) / 1.49 = 0.49 / 1.49",
        "    score[dog, bites] = 0.00 | (1.00×0.00 + 0.00×1.00) / 1.414",
        "    maximum of the scores = 0.71 | max(0.71, 0.00)",
        "    sum of exponentials = 1.49 | e^(0.71 - 0.71) + e^(0.00 - 0.71) = 1.00 + 0.49",
        "      e^(0.71 - 0.71) = 1.00",
        "      e^(0.00 - 0.71) = 0.49",
        "  X[:, 1] = (0.00, 1.00) | column 1 of X, an input",
      ])
  }

  @Test func aCrossEntropyHasTheLogarithmOfTheWeightOfEachId() throws {
    let tree = try Explained(
      "X = [[1.0, 2.0], [0.0, 1.0]]\nce = cross_entropy(X, [0, 1])"
    ).tree("ce", [])
    #expect(
      tree.lines(opening: ["log of the weight of id 0"]) == [
        "ce = 0.81 | -(-1.31 - 0.31) / 2",
        "  log of the weight of id 0 in row 0 = -1.31 | 1.0 - 2 - log(1.37)",
        "    maximum of row 0 of X = 2.00 | max(1.0, 2.0)",
        "    sum of exponentials of row 0 of X = 1.37 | e^(1.0 - 2) + e^(2.0 - 2) = 0.37 + 1.00",
        "    X[0, 0] = 1.00 | an input",
        "  log of the weight of id 1 in row 1 = -0.31 | 1.0 - 1 - log(1.37)",
      ])
  }

  /// What has no name is called by what it does, and nothing is said twice.
  @Test func stepsWithoutANameAreCalledByWhatTheyDo() throws {
    let notebook = try Explained(
      """
      may = array([[1, 0], [1, 1]])
      L = array([[2.0, 1.0], [0.5, 1.5]])
      K = where(may == 1, L, -inf)
      T = softmax([log(2), 0.0])
      R = round(L @ L, 1)
      N = softmax(where(may == 3, L, -inf))
      h = 2
      four = array([8, h])
      """)
    #expect(
      notebook.tree("K", [0, 1]).lines(opening: []) == [
        "K[0, 1] = -inf | may[0, 1] == 1 is False", "  condition = False | may[0, 1] == 1",
      ])
    #expect(
      notebook.tree("T", [0]).lines(opening: ["with"]).dropFirst(2).first
        == "    maximum = 0.69 | max(0.69, 0)")
    #expect(
      notebook.tree("R", [0, 0]).lines(opening: []) == [
        "R[0, 0] = 4.50 | round(L[0] · L[:, 0], 1) = round(2.0×2.0 + 1.0×0.5, 1)",
        "  L[0] · L[:, 0] = 4.50 | 2.0×2.0 + 1.0×0.5",
      ])
    #expect(
      notebook.tree("N", [0, 0]).lines(opening: []).first
        == "N[0, 0] = nan | e^-inf / (e^-inf + e^-inf) = 0.00 / 0.00 | every score of row 0 is -inf"
    )
    #expect(notebook.tree("four", [0]).lines(opening: []) == ["four[0] = 8 | so in the formula"])
  }

  @Test func anInputReachesWhatIsMadeOfIt() throws {
    let tree = try Explained(
      """
      cut = 1
      X = [[1.0, 2.0], [3.0, 4.0]]
      Y = array(X) * 2
      Z = Y[:cut].sum(axis=1)
      N = X + 1
      """)
    #expect(
      tree.reach("X", [1, 0]).lines(opening: []) == [
        "X[1, 0] = 3.00 | an input", "  Y[1, 0] = 6.00", "  N[1, 0] = 4.00",
      ])
    #expect(
      tree.reach("cut", []).lines(opening: []) == [
        "cut = 1 | an input", "  Z = 6.00 | as an index",
      ])
    #expect(
      tree.reach("X", [0, 0]).lines(opening: ["all of Z"]) == [
        "X[0, 0] = 1.00 | an input", "  Y[0, 0] = 2.00", "  all of Z = 6.00",
        "    Z[0] = 6.00 | Y[0, 0] + Y[0, 1] = 2.00 + 4.00", "  N[0, 0] = 2.00",
      ])
  }
}
