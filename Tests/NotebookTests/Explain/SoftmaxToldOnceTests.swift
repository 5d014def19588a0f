import CellLanguage
import Testing

@testable import Notebook

/// The explain line and the derivation tell a softmax by one arithmetic; how it was computed stands below that, and so
/// does the mask. The numbers are NumPy's.
@Suite struct SoftmaxToldOnceTests {
  private static let scores = "S = [[log(3), 0, log(4)], [0, log(2), log(2)], [0, 0, log(6)]]"

  @Test(
    "the first row of the tree is the line",
    arguments: [
      (
        "A = softmax(S)",
        "A[0, 0] = e^1.099 / (e^1.099 + e^0.000 + e^1.386) = 3.00 / 8.00 = 0.38",
        "with the maximum taken off = 0.38 | e^(1.099 - 1.386) / (0.75 + 0.25 + 1.00) = 0.75 / 2.00"
      ),
      (
        "A = softmax(S + 20)",
        "A[0, 0] = e^(21.099 - 21.386) / (e^(21.099 - 21.386) + e^(20.000 - 21.386) + e^(21.386 - 21.386)) = 0.75 / 2.00 = 0.38",
        "maximum = 21.386 | max(21.099, 20.000, 21.386)"
      ),
      (
        "A = log_softmax(S)",
        "A[0, 0] = 1.10 - log(e^1.10 + e^0.00 + e^1.39) = -0.98",
        "with the maximum taken off = -0.98 | 1.10 - 1.39 - log(e^(1.10 - 1.39) + e^(0.00 - 1.39) + e^(1.39 - 1.39))"
      ),
      (
        "A = attention_weights(S, S)",
        "A[0, 0] = e^1.81 / (e^1.81 + e^0.55 + e^1.43) = 6.09 / 12.03 = 0.51",
        "with the maximum taken off = 0.51 | e^(1.81 - 1.81) / (1.00 + 0.29 + 0.69) = 1.00 / 1.98"
      ),
    ])
  func oneArithmetic(_ formula: String, _ line: String, _ below: String) throws {
    let notebook = try Explained(Self.scores + "\n" + formula)
    let told = try #require(notebook.line("A", [0, 0], width: 140)).split(separator: "  ")[0]
    #expect(told == line)
    let rows = notebook.tree("A", [0, 0]).lines(opening: [], width: 120)
    let parts = line.split(separator: " = ")
    let working = parts.dropFirst().dropLast().joined(separator: " = ")
    #expect(rows[0] == "A[0, 0] = \(parts[parts.count - 1]) | \(working)")
    #expect(rows[1] == "  " + below)
  }

  @Test("where all exponents have no room the sum stands for them, never two bare numbers")
  func shortForms() throws {
    let notebook = try Explained(
      "#| cols: a, b, c\nx = [3.0, 6.36, 3.0]\nw = softmax(x + 0)")
    let tree = notebook.tree("w", [1])
    #expect(
      [70, 50, 36, 20].map { tree.lines(opening: [], width: $0)[1] } == [
        "  with the maximum taken off = 0.94 | e^(6.36 - 6.36) / 1.069 = 1.000 / 1.069",
        "  with the maximum taken off = 0.94 | e^(6.36 - 6.36) / 1.069 = 1.000 / 1.069",
        "  with the maximum taken off = 0.94 | e^(6.36 - 6.36) / 1.069",
        "  with the maximum taken off = 0.94",
      ])
    #expect(notebook.line("w", [1], width: 40) == "w[1] = e^6.36 / 618.42 = 0.94")
  }

  /// A mask that stands upright closes rows, so that the tree of an open row has it once more for every key.
  @Test func aMaskStandsInTheTree() throws {
    let notebook = try Explained(cells: [
      "#| rows: dogs, bark, pad\n#| cols: dogs, bark, pad\n" + Self.scores,
      "#| cols: dogs, bark, pad\nword = [True, True, False]",
      "#| rows: dogs, bark, pad\n#| cols: dogs, bark, pad\nE = softmax(where(word[:, None], S, -inf))",
      "#| rows: dogs, bark, pad\n#| cols: dogs, bark, pad\nF = softmax(where(word, S, -inf))",
    ])
    #expect(
      notebook.tree("E", [0, 2]).lines(opening: ["score[dogs, pad]"]) == [
        "E[dogs, pad] = 0.50 | e^1.39 / (e^1.10 + e^0.00 + e^1.39) = 4.00 / 8.00",
        "  with the maximum taken off = 0.50 | e^(1.39 - 1.39) / (0.75 + 0.25 + 1.00) = 1.00 / 2.00",
        "  score[dogs, dogs] = 1.10 | S[dogs, dogs] | word[dogs] is True",
        "  score[dogs, bark] = 0.00 | S[dogs, bark] | word[dogs] is True",
        "  score[dogs, pad] = 1.39 | S[dogs, pad] | word[dogs] is True",
        "    word[dogs] = True | an input",
        "    S[dogs, pad] = 1.39 | log(4) | an input",
      ])
    #expect(
      notebook.tree("F", [0, 2]).lines(opening: []).suffix(3) == [
        "  score[dogs, dogs] = 1.10 | S[dogs, dogs] | word[dogs] is True",
        "  score[dogs, bark] = 0.00 | S[dogs, bark] | word[bark] is True",
        "  score[dogs, pad] = -inf | word[pad] is False",
      ])
    #expect(
      notebook.tree("E", [2, 0]).lines(opening: []) == [
        "E[pad, dogs] = nan | e^-inf / (e^-inf + e^-inf + e^-inf) = 0.00 / 0.00 | every score of row pad is -inf",
        "  score[pad, dogs] = -inf | word[pad] is False",
        "  score[pad, bark] = -inf | word[pad] is False",
        "  score[pad, pad] = -inf | word[pad] is False",
      ])
  }

  @Test func numbersWithoutANameBearThePlaceOfTheirWeight() throws {
    let notebook = try Explained(cells: [
      "#| cols: two, MASK\nsees = [True, False]",
      "#| cols: two, MASK\nreads = softmax(where(sees, [log(2), 0], -inf))",
      "#| rows: cat, cats\noptions = [[-1, -1], [1, -1]]",
      "#| cols: cat, cats\nguess = softmax(reads @ array(options).T)",
    ])
    #expect(
      notebook.tree("reads", [0]).lines(opening: []).suffix(2) == [
        "  score[two] = 0.69 | log(2) | sees[two] is True",
        "  score[MASK] = -inf | sees[MASK] is False",
      ])
    #expect(
      notebook.tree("guess", [1]).lines(opening: []).suffix(2) == [
        "  score[cat] = -1.00 | reads · options[cat] = 1.00×(-1) + 0.00×(-1)",
        "  score[cats] = 1.00 | reads · options[cats] = 1.00×1 + 0.00×(-1)",
      ])
  }

  /// Keys that a query may not look at are told with the reason, though they have no part in the sum.
  @Test func aMaskedKeyOfAnAttentionIsTold() throws {
    let notebook = try Explained(cells: [
      "#| rows: dog, bites\nX = [[1, 0], [0, 1]]", "O = attention(X, X, X, causal=True)",
    ])
    #expect(notebook.line("O", [0, 0]) == "O[0, 0] = 1.00×1 = 1.00  1 masked key left out")
    #expect(
      notebook.tree("O", [0, 0]).lines(opening: []).suffix(2) == [
        "  X[dog, 0] = 1 | an input",
        "  score[dog, bites] = 0.00 | (1×0 + 0×1) / 1.414 | masked: key bites comes after query dog",
      ])
  }
}
