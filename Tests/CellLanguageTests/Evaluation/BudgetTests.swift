import Testing

@testable import CellLanguage

/// Whatever a program asks for, it ends with a message that says the bound.
@Suite struct BudgetTests {
  @Test(
    "Sizes are refused before any memory is taken",
    arguments: [
      (
        "zeros((10**9, 10**9))",
        "an array of 1,000,000,000×1,000,000,000 is too large: the bound is 10,000,000 entries"
      ),
      (
        "ones(10**8)",
        "an array of length 100,000,000 is too large: the bound is 10,000,000 entries"
      ),
      ("zeros((0, 5))", "an array without entries is not made: the shape is (0, 5)"),
      ("zeros(-5)", "an axis can't have -5 entries"),
      (
        "eye(10**9)",
        "an array of 1,000,000,000×1,000,000,000 is too large: the bound is 10,000,000 entries"
      ),
      ("arange(10**12)", "arange would make more than 10,000,000 entries"),
      ("arange(0, 1, 1e-300)", "arange would make more than 10,000,000 entries"),
      (
        "ones((10**6, 2)) @ ones((2, 10**6))",
        "an array of 1,000,000×1,000,000 is too large: the bound is 10,000,000 entries"
      ),
      (
        "outer(arange(10**4), arange(10**4))",
        "an array of 10,000×10,000 is too large: the bound is 10,000,000 entries"
      ),
      ("repeat([1, 2], 10**15)", "repeat would make more than 10,000,000 entries"),
      ("tile([1, 2], 10**15)", "tile would make more than 10,000,000 entries"),
      (
        "broadcast_to(1, (10**9, 10**9))",
        "an array of 1,000,000,000×1,000,000,000 is too large: the bound is 10,000,000 entries"
      ),
      (
        "attention(ones((10**5, 1)), ones((10**5, 1)), ones((10**5, 1)))",
        "an array of 100,000×100,000 is too large: the bound is 10,000,000 entries"
      ),
      (
        "one_hot([1], 10**12)",
        "an array of 1×1,000,000,000,000 is too large: the bound is 10,000,000 entries"
      ),
      (
        "diag([1], 10**12)",
        "an array of 1,000,000,000,001×1,000,000,000,001 is too large: the bound is 10,000,000 entries"
      ),
      (
        "alibi_bias(10**6, 10**6)",
        "an array of 1,000,000×1,000,000×1,000,000 is too large: the bound is 10,000,000 entries"
      ),
      (
        "causal_mask(10**9)",
        "an array of 1,000,000,000×1,000,000,000 is too large: the bound is 10,000,000 entries"
      ),
      ("ones((1, 1, 1, 1, 1))", "an array has at most 4 axes, not 5"),
      ("\"a\" * 10**9", "a string may have 100,000 characters, not 1,000,000,000"),
      ("[0] * 10**9", "a list may hold 1,000,000 items, not 1,000,000,000"),
      ("list(range(10**15))", "a list may hold 1,000,000 items, not 1,000,000,000,000,000"),
      ("10**10**10", "a whole number beyond 2⁵³ = 9,007,199,254,740,992 is not kept exactly"),
    ])
  func sizes(program: String, message: String) {
    #expect(run(program).diagnostic?.message == message)
  }

  @Test(
    "Work is counted",
    arguments: [
      "def f():\n    for i in range(10**15):\n        pass\nf()",
      "[0 for i in range(10**15)]",
      "def f(n):\n    x = zeros(1000)\n    for i in range(n):\n        x = x + 1\n    return x\nf(10**6)",
      "def f(n):\n    for i in range(n):\n        x = ones((100, 100)) @ ones((100, 100))\nf(10**6)",
    ])
  func steps(program: String) {
    var limits = Limits.standard
    limits.steps = 1_000_000
    #expect(
      run(program, limits: limits).diagnostic?.message == "this takes more than 1,000,000 steps")
  }

  @Test(
    "Depth is bounded",
    arguments: [
      ("def f(n):\n    return f(n + 1)\nf(0)", "calls stand more than 64 deep inside one another"),
      ("f = lambda g, n: g(g, n + 1)\nf(f, 0)", "calls stand more than 64 deep inside one another"),
      (
        "def f(n):\n    return \(String(repeating: "-(", count: 40))f(n)\(String(repeating: ")", count: 40))\nf(0)",
        "this stands more than 600 expressions deep, calls included"
      ),
      (
        "def f(n):\n    return [[[[[[[[[[f(n) for a in [0]] for b in [0]] for c in [0]] for d in [0]] for e in [0]] for g in [0]] for h in [0]] for i in [0]] for j in [0]] for k in [0]]\nf(0)",
        "this stands more than 600 expressions deep, calls included"
      ),
      (
        "def f(n):\n    x = [0]\n    for i in range(n):\n        x = [x]\n    return x\nf(1000)",
        "lists may stand inside one another 100 deep"
      ),
      (
        "def f(n):\n    t = (1,)\n    for i in range(n):\n        t = (t, t)\n    return t\nf(100)",
        "a list may hold 1,000,000 items, those of lists inside it included"
      ),
    ])
  func depth(program: String, message: String) {
    #expect(run(program).diagnostic?.message == message)
  }

  @Test func namesTogetherHoldABoundedNumberOfEntries() {
    var limits = Limits.standard
    limits.heldEntries = 2_500
    #expect(
      run("A = ones(1000)\nB = A + 1\nC = B + 1", limits: limits).diagnostic?.message
        == "all names together may hold 2,500 entries, and with this one they would hold 3,000")
  }

  @Test func aLongLoopKeepsNoHistory() throws {
    let result = run(
      "def f(n):\n    x = zeros(2)\n    for i in range(n):\n        x = x + 1\n    return x\ny = f(2000)"
    )
    #expect(result.text == "float64 [2000.0, 2000.0]")
  }
}
