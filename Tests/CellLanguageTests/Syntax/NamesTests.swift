import Testing

@testable import CellLanguage

@Suite struct NamesTests {
  @Test(
    "A statement defines and uses names",
    arguments: [
      ("O = softmax(Q @ K.T / sqrt(d)) @ V", ["O"], ["softmax", "Q", "K", "sqrt", "d", "V"]),
      ("n, (d, e) = Q.shape", ["n", "d", "e"], ["Q"]),
      ("S = ...", ["S"], []),
      ("Q @ Q + K", [], ["Q", "K"]),
      ("f(axis=n, keepdims=True)", [], ["f", "n"]),
      ("A[i, :j, None]", [], ["A", "i", "j"]),
      ("y = [x * n for x in x]", ["y"], ["n", "x"]),
      ("[a for row in A for a in row if a > t]", [], ["A", "t"]),
      ("[a for a in [b for b in b]]", [], ["b"]),
      ("g = lambda x, y=k: x + y + z", ["g"], ["k", "z"]),
      ("assert a, b", [], ["a", "b"]),
      ("a if b else c", [], ["a", "b", "c"]),
      ("import numpy as np", [], []),
      ("np.exp(x)", [], ["exp", "x"]),
      ("def f(x, y=k): return f(x) + g(y) + c", ["f"], ["k", "g", "c"]),
      (
        "def f(x):\n  for i in range(n):\n    t = x[i]\n    x[i] = u\n  return t", ["f"],
        ["range", "n", "u"]
      ),
      ("def f(x):\n  if x: a = 1\n  else: b = h\n  return a + b + q", ["f"], ["h", "q"]),
      ("def f(x):\n  x += w\n  return x", ["f"], ["w"]),
    ]) func names(text: String, defined: [String], used: [String]) throws
  {
    let statement = try #require(Program(parsing: Source(text)).statements.first)
    #expect(statement.definedNames.map(\.0) == defined)
    #expect(statement.usedNames.map(\.0) == used)
  }

  @Test func aNameIsPlacedWhereItIsFirstUsed() throws {
    let source = Source("y = [x * n for x in xs] + n")
    let statement = try #require(Program(parsing: source).statements.first)
    #expect(statement.usedNames.map { source.position(at: $0.1.start).column } == [10, 21])
    #expect(statement.definedNames.map { source.text(in: $0.1) } == ["y"])
  }

  @Test(
    "names of which only a size is asked aren't taken by value",
    arguments: [
      ("n = X.shape[0] + k", ["k"]),
      ("n, d = X.shape", []),
      ("y = zeros_like(X) + len(Y) + X.ndim", ["zeros_like", "len"]),
      ("y = X.size * X.sum()", ["X"]),
      ("y = X.T.shape", []),
    ])
  func takenByValue(_ text: String, _ used: [String]) throws {
    let statement = try #require(Program(parsing: Source(text)).statements.first)
    #expect(statement.usedValues() == used)
  }

  @Test(
    "what a name is taken for",
    arguments: [
      ("y = where(m, X[order], 0)", ["m condition", "X value", "order index"]),
      ("y = a if b else X[n:, k]", ["a side", "b condition", "X side", "n index", "k index"]),
      ("n = X[len(Y)].shape[i]", ["X size", "Y size", "i index"]),
    ])
  func roles(_ text: String, _ roles: [String]) throws {
    let statement = try #require(Program(parsing: Source(text)).statements.first)
    let used = statement.usedRoles().filter { !["where", "len"].contains($0.name) }
    #expect(used.map { "\($0.name) \($0.role)" } == roles)
  }
}
