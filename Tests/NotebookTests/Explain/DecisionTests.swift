import CellLanguage
import Testing

@testable import Notebook

/// What decides which numbers are taken is told, with its numbers, and counts as a way to be reached.
@Suite struct DecisionTests {
  @Test func theConditionOfAChoiceIsToldWithItsNumbers() throws {
    let notebook = try Explained(
      "a = 5\nb = 7\nc = 3\nt = 1 if c > 2 else 0\nu = a if c > 4 else b\nm = a if c > 1 and b < 9 else 0"
    )
    #expect(notebook.line("t", []) == "t = 1 if c > 2 else 0 = 1  c > 2: 3 > 2 is True")
    #expect(notebook.line("u", []) == "u = b = 7  c > 4: 3 > 4 is False")
    #expect(
      notebook.line("m", []) == "m = a = 5  (c > 1) and (b < 9): (3 > 1) and (7 < 9) is True")
    #expect(
      notebook.tree("t", []).lines(opening: ["c > 2"]) == [
        "t = 1 | c > 2 is True", "  c > 2 = True | 3 > 2", "    c = 3 | an input",
      ])
    #expect(
      notebook.tree("u", []).lines(opening: []) == [
        "u = 7 | b | c > 4 is False", "  b = 7 | an input", "  c > 4 = False | 3 > 4",
        "  a = 5 | an input, on one side of the condition",
      ])
    #expect(
      notebook.reach("c", []).lines(opening: []) == [
        "c = 3 | an input", "  t = 1 | as a condition", "  u = 7 | as a condition",
        "  m = 5 | as a condition",
      ])
    #expect(
      notebook.reach("b", []).lines(opening: []) == [
        "b = 7 | an input", "  u = 7", "  m = 5 | as a condition",
      ])
  }

  /// x = [1, -2, 3]: NumPy's pos is [1, 3], h is [2, 6].
  @Test func masksAndFiltersReach() throws {
    let notebook = try Explained(
      "x = [1, -2, 3]\npos = array(x)[array(x) > 0]\nh = [v * 2 for v in x if v > 0]\ns = sum(pos)\nfirst = [v for v in x if v > 2]"
    )
    #expect(
      notebook.line("x", [0]) == "x[0] = 1  an input, reaches all of pos and h, s, all of first")
    #expect(
      notebook.reach("x", [1]).lines(opening: []) == [
        "x[1] = -2 | an input", "  pos[1] = 3 | as a condition", "  h[1] = 6 | as a condition",
        "  s = 4", "  all of first = 3 | as a condition",
      ])
    #expect(
      notebook.tree("pos", [1]).lines(opening: []) == [
        "pos[1] = 3 | x[2] | x[2] > 0 is True", "  x[2] = 3 | an input",
        "  x[2] > 0 = True | 3 > 0",
      ])
    #expect(
      notebook.tree("h", [1]).lines(opening: []) == [
        "h[1] = 6 | x[2] × 2 = 3×2", "  x[2] = 3 | an input", "  x[2] > 0 = True | 3 > 0",
      ])
    // Behind all that are taken an entry decides how many there are.
    let last = try Explained("x = [1, 3, -2]\npos = array(x)[array(x) > 0]\ns = sum(pos)")
    #expect(last.line("x", [2]) == "x[2] = -2  an input, reaches pos and s")
    #expect(
      last.reach("x", [2]).lines(opening: []) == [
        "x[2] = -2 | an input", "  pos = (1, 3) | as a condition", "  s = 4",
      ])
  }

  @Test func aPlaceThatWasComputedReaches() throws {
    let notebook = try Explained(
      "x = [1.0, 5.0, 2.0]\nV = [[1, 2], [3, 4], [5, 6]]\nbest = V[argmax(x)]\nids = [2, 0]\nE = V[ids]"
    )
    #expect(notebook.line("x", [0]) == "x[0] = 1.00  an input, reaches all of best")
    #expect(
      notebook.tree("best", [1]).lines(opening: []) == [
        "best[1] = 4 | V[1, 1]", "  V[1, 1] = 4 | an input",
        "  argmax(x[0], x[1], x[2]) = 1 | argmax(1.0, 5.0, 2.0)",
      ])
    #expect(
      notebook.tree("E", [1, 0]).lines(opening: []) == [
        "E[1, 0] = 1 | V[0, 0]", "  V[0, 0] = 1 | an input",
        "  ids = (2, 0) | an input, says which entries are taken",
      ])
    #expect(
      notebook.reach("ids", [1]).lines(opening: []) == [
        "ids[1] = 0 | an input", "  E | as an index",
      ])
  }

  @Test func anIfInAFunctionDecidesWhatItReturns() throws {
    let notebook = try Explained(cells: [
      "x = [1.0, -2.0]", "def f(v):\n    if v > 0:\n        return v\n    return 0", "g = f(x[1])",
      "w = f(x[0])",
    ])
    #expect(notebook.line("x", [0]) == "x[0] = 1.00  an input, reaches w")
    #expect(notebook.line("x", [1]) == "x[1] = -2.00  an input, reaches g")
    #expect(notebook.line("g", []) == "g = f(x[1]) = 0  x[1] > 0: -2 > 0 is False")
    #expect(notebook.line("w", []) == "w = x[0] = 1.00  x[0] > 0: 1.0 > 0 is True")
  }

  /// Each name that is unpacked depends on its own part.
  @Test func unpackedNamesHaveTheirOwnParts() throws {
    let notebook = try Explained(cells: [
      "a = 1", "b = 2", "c, d = a * 2, b * 3", "g = d + 1",
      "def both(p, q): return p * 2, q * 3", "k, l = both(a, b)",
    ])
    #expect(notebook.line("a", []) == "a = 1  an input, reaches c and k")
    #expect(notebook.line("b", []) == "b = 2  an input, reaches d, g and l")
  }

  @Test func comparingAllTellsThePairThatDecides() throws {
    let notebook = try Explained(
      "x = [1, 5, 3]\nsame = allclose(x, [1, -2, 3])\nnear = allclose(x, [1, 5, 3.00001])\nnans = allclose([nan], [nan], equal_nan=True)"
    )
    #expect(
      notebook.line("same", [])
        == "same = |5 - (-2)| <= (1.0e-08 + 0.00001×|-2|) = False  the farthest of 3 pairs")
    #expect(
      notebook.line("near", [])
        == "near = |x[2] - 3.00001| <= (1.0e-08 + 0.00001 × |3.00001|) = True")
    #expect(notebook.line("nans", []) == "nans = isnan(nan) and isnan(nan) = True")
    #expect(
      notebook.tree("same", []).lines(opening: []) == [
        "same = False | |5 - (-2)| <= (1.0e-08 + 0.00001×|-2|) | the farthest of 3 pairs",
        "  |x[1] - (-2)| = 7 | |5 - (-2)|", "  1.0e-08 + 0.00001×|-2| = 2.0e-05",
      ])
    #expect(
      notebook.reach("x", [0]).lines(opening: []) == [
        "x[0] = 1 | an input", "  same = False", "  near = True",
      ])
  }

  /// Where it takes long to say which entries are reached, that is all that isn't said.
  @Test func largeArraysAreReachedByTheirNumbers() throws {
    let row = "[" + Array(repeating: "0.5", count: 30).joined(separator: ", ") + "]"
    let notebook = try Explained(cells: [
      "A = [\(Array(repeating: row, count: 30).joined(separator: ", "))]", "P = softmax(A)",
      "C = softmax(A @ array(A).T) @ A",
    ])
    #expect(
      notebook.reach("A", [0, 0]).lines(opening: []).dropFirst() == [
        "  row 0 of P = (0.03, 0.03, 0.03, …, 0.03, 0.03, 0.03)", "  C",
      ])
  }
}
