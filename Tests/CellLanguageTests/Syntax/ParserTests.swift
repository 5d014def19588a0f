import Testing

@testable import CellLanguage

@Suite struct ParserTests {
  @Test(
    "Operators bind as in Python",
    arguments: [
      ("-2**2", "(-(2 ** 2))"),
      ("2**-1", "(2 ** (-1))"),
      ("2**3**2", "(2 ** (3 ** 2))"),
      ("-x.T", "(-x.T)"),
      ("-A[0]**2", "(-(A[0] ** 2))"),
      ("not a == b", "(not (a == b))"),
      ("not a and b", "((not a) and b)"),
      ("a or b and c", "(a or (b and c))"),
      ("a < b <= c", "(a < b <= c)"),
      ("(a < b) < c", "((a < b) < c)"),
      ("a & b == c", "((a & b) == c)"),
      ("a | b & c", "(a | (b & c))"),
      ("a & b + c", "(a & (b + c))"),
      ("~a & b", "((~a) & b)"),
      ("a - b - c", "((a - b) - c)"),
      ("a + b * c @ d", "(a + ((b * c) @ d))"),
      ("a / b // c % d", "(((a / b) // c) % d)"),
      ("- + ~x", "(-(+(~x)))"),
      ("a if b else c if d else e", "(a if b else (c if d else e))"),
      ("a + 1 if b or c else d", "((a + 1) if (b or c) else d)"),
      ("lambda x, y=1: x if y else 2", "(lambda x, y=1: (x if y else 2))"),
      ("lambda: 1", "(lambda : 1)"),
      ("x is not None", "(x is not None)"),
      ("not x is None", "(not (x is None))"),
      ("Q @ K.T / sqrt(d)", "((Q @ K.T) / sqrt(d))"),
    ]) func precedence(text: String, outline: String)
  {
    #expect(Outline.of(text) == outline)
  }

  @Test(
    "Every form of expression is read",
    arguments: [
      ("1_000", "1000"), ("1e-3", "0.001"), (".5", "0.5"), ("5.", "5.0"), ("0x1F", "31"),
      ("0b11", "3"), ("0o17", "15"), ("00", "0"), ("01.5", "1.5"), ("1e400", "inf"),
      ("1_0.0_1", "10.01"), ("2if x else 3", "(2 if x else 3)"),
      ("'a' \"b\"", "\"ab\""), ("'a''b'", "\"ab\""), (#"'\n\x41\u03b1\101\''"#, #""\nAαA\'""#),
      (#"r'\n'"#, #""\\n""#),
      ("'''a\nb'''", #""a\nb""#), ("'a\\\nb'", "\"ab\""),
      ("True, False, None", "tuple(True, False, None)"), ("...", "..."),
      ("()", "tuple()"), ("(1,)", "tuple(1)"), ("(1)", "1"), ("1,", "tuple(1)"),
      ("[]", "[]"), ("[1, 2,]", "[1, 2]"), ("[[1, 2], [3, 4]]", "[[1, 2], [3, 4]]"),
      ("A[1]", "A[1]"), ("A[0, :]", "A[0, ::]"), ("A[:, 1:3]", "A[::, 1:3:]"), ("A[-1]", "A[(-1)]"),
      ("A[::2]", "A[::2]"), ("A[:, None]", "A[::, None]"), ("A[..., 0]", "A[..., 0]"),
      ("A[1:]", "A[1::]"), ("A[:-1:2]", "A[:(-1):2]"), ("A[A > 0]", "A[(A > 0)]"),
      ("A[0,]", "A[0]"), ("A[(0, 1)]", "A[tuple(0, 1)]"),
      ("f()", "f()"), ("f(1, axis=-1, keepdims=True,)", "f(1, axis=(-1), keepdims=True)"),
      ("A.sum(axis=0).T[0](1)", "A.sum(axis=0).T[0](1)"),
      (
        "[i * j for i in range(3) for j in xs if i if j]",
        "[(i * j) for i in range(3) for j in xs if i if j]"
      ),
      ("[a + b for a, b in ps]", "[(a + b) for (a, b) in ps]"),
      ("[a for (a, (b, c)) in ps]", "[a for (a, (b, c)) in ps]"),
      ("np.exp(x)", "exp(x)"), ("numpy.pi", "pi"), ("np.linalg.norm(x)", "norm(x)"),
      ("A[np.newaxis]", "A[None]"), ("x.np", "x.np"),
      ("(1 +\n  2)", "(1 + 2)"), ("1 + \\\n 2", "(1 + 2)"), ("f(\n  # why\n  1,\n)", "f(1)"),
      ("α + Größe", "(α + Größe)"),
    ]) func expressions(text: String, outline: String)
  {
    #expect(Outline.of(text) == outline)
  }

  @Test(
    "Every form of statement is read",
    arguments: [
      ("", ""), ("# nothing\n\n", ""), ("x = 1", "x = 1"), ("x = ...", "hole x"),
      ("n, d = Q.shape", "(n, d) = Q.shape"), ("(a, (b, c)) = x", "(a, (b, c)) = x"),
      ("[a, b] = x", "(a, b) = x"), ("x = 1, 2", "x = tuple(1, 2)"),
      ("x = 1; y = 2;", "x = 1; y = 2"), ("x = 1\r\ny = 2\r", "x = 1; y = 2"),
      ("\u{FEFF}x = 1", "x = 1"),
      ("assert x == 1, 'no'", "assert (x == 1), \"no\""), ("assert x", "assert x"),
      ("import numpy as np", "import"), ("import numpy", "import"),
      ("from numpy import exp, log", "import"), ("from numpy import (exp,\n log,)", "import"),
      ("from numpy import *", "import"), ("from numpy.linalg import norm", "import"),
      ("def f(x): return x", "def f(x) {return x}"),
      ("def f(x, n=2,): y = x; return y ** n", "def f(x, n=2) {y = x; return (y ** n)}"),
      ("def f():\n  'what it does'\n  return", "def f() {return}"),
      ("def f():\n\treturn 1\nx = 1", "def f() {return 1}; x = 1"),
      (
        "def f(x):\n  x = x.copy()\n  x[0, :] = 1\n  x[1] += 2\n  x *= 3\n  return x",
        "def f(x) {x = x.copy(); x[0, ::] = 1; x[1] += 2; x *= 3; return x}"
      ),
      (
        "def f(x):\n  for i, j in x:\n    pass\n  for i in range(3): assert i\n  return 1, 2",
        "def f(x) {for (i, j) in x {pass}; for i in range(3) {assert i}; return tuple(1, 2)}"
      ),
      (
        "def f(x):\n  if x > 0:\n    return 1\n  elif x < 0: return 2\n  else:\n    return 3",
        "def f(x) {if (x > 0) {return 1} elif (x < 0) {return 2} else {return 3}}"
      ),
      (
        "def f(x):\n  if x:\n\n    # a comment\n    y = 1\n# at the margin\n    return y\n  return 2",
        "def f(x) {if x {y = 1; return y}; return 2}"
      ),
      ("def f(x): ...", "def f(x) {...}"),
    ]) func statements(text: String, outline: String)
  {
    #expect(Outline.of(text) == outline)
  }

  @Test func rangesCoverTheTextOfEachPart() {
    let source = Source("a = (Q + K) @ np.exp( V )  # what")
    let program = Program(parsing: source)
    guard case .assign(_, let value)? = program.statements.first?.kind,
      case .binary(_, let left, let right, let operation) = value.kind
    else {
      Issue.record("not read as a product")
      return
    }
    #expect(source.text(in: program.statements[0].range) == "a = (Q + K) @ np.exp( V )")
    #expect(source.text(in: left.range) == "(Q + K)")
    #expect(source.text(in: operation) == "@")
    #expect(source.text(in: right.range) == "np.exp( V )")
  }

  @Test func optionsAreReadWhereverTheyStandAlone() {
    let text =
      "#| rows: tokens\nx = 1 #| not: one\n  #| because: a: b # c  # comment\n#| two words\n#| flag\n"
    let program = Program(parsing: Source(text))
    #expect(program.options.map(\.name) == ["rows", "because", "flag"])
    #expect(program.options.map(\.value) == ["tokens", "a: b # c", ""])
    #expect(program.diagnostics.map(\.message) == ["an option is a name, a colon and a value"])
  }

  @Test(
    "Statements around a bad one stand",
    arguments: [
      ("a = 1\nb = = 2\nc = 3", "a = 1; c = 3"),
      ("a = 1\nwhile a:\n  b = 2\n  if x:\n    c = 3\nd = 4", "a = 1; d = 4"),
      ("def f(x):\n  y = 2x\n  return y\nd = 4", "d = 4"),
      ("def f(x):\n  if x:\n    y = 2x\n  return y\nd = 4", "d = 4"),
      ("def f(x):\nd = 4", "d = 4"),
      ("a = (1, 2\nb = [3\nc = 4", "c = 4"),
      ("a = [1, (2]\nb = 3", "b = 3"),
      ("a = array([[1, 2],\n           [3, 4]\nb = 2", "b = 2"),
      ("a = 1)\nb = 2", "b = 2"),
      ("  a = 1\nb = 2", "b = 2"),
      ("a = 'x\nb = 2", "b = 2"),
      ("a = 1; b = 2x; c = 3\nd = 4", "a = 1; d = 4"),
      ("a = €\nb = 2", "b = 2"),
    ]) func recovery(text: String, outline: String)
  {
    let program = Program(parsing: Source(text))
    #expect(!program.diagnostics.isEmpty)
    #expect(program.statements.map(Outline.of).joined(separator: "; ") == outline)
  }

  @Test(
    "a block ends with its last word, whatever stands behind it",
    arguments: [
      ("def f(x):\n    return x\n\n# more\nb", "def f(x):\n    return x"),
      ("def f(x): return x  # same line\nb", "def f(x): return x"),
      (
        "def f(x):\n    if x:\n        return 1\n    # inside\n\nb",
        "def f(x):\n    if x:\n        return 1"
      ),
      ("def f(x):\n    'says'\n", "def f(x):\n    'says'"),
    ]) func blockEnds(text: String, first: String) throws
  {
    let program = Program(parsing: Source(text))
    let range = try #require(program.statements.first).range
    #expect(program.source.text(in: range) == first)
  }
}
