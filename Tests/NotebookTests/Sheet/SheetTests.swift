import CellLanguage
import Notebook
import Testing

@Suite struct SheetTests {
  @Test(
    "outcomes in text order",
    arguments: [
      (["a = 1", "b = a + 1", "b"], ["1", "2", "2"]),
      (["a = 1; b = 2"], ["1", "2"]),
      (["n, d = (3, 2)", "n * d"], ["(3, 2)", "6"]),
      // A hole and a failure reach what needs them under the name of the first cause.
      (
        ["S = ...", "A = S + 1", "B = A + 1", "c = 1"],
        ["waits for S (hole)", "waits for S (hole)", "waits for S (hole)", "1"]
      ),
      (
        ["x = 1 / 0", "y = x", "z = y + x"],
        [
          "error: division by zero; Python's numbers can't be divided by zero; NumPy's, such as an entry of an array, give inf",
          "waits for x (failure)", "waits for x (failure)",
        ]
      ),
      // One definition, before its use.
      (
        ["a = 1", "b = 2\na = 3", "a"],
        [
          "1", "2",
          "error: a is defined a second time; it is defined first on line 1; a name is defined once, take another",
          "1",
        ]
      ),
      (
        ["a = 1\na = 2"],
        ["1", "error: a is defined a second time; a name is defined once; take another"]
      ),
      (
        ["b = a", "a = 1"],
        [
          "error: a is used before it is defined; it is defined on line 1; move its definition up",
          "1",
        ]
      ),
      (
        ["a = a + 1"],
        [
          "error: a is used in its own definition; a name is defined once, before its use; give the new value another name"
        ]
      ),
      (["score = 1", "scroe"], ["1", "error: scroe is not defined; did you mean score?"]),
      // Functions see what they use where they are called.
      (["def f(x):\n  return x * w", "w = 3", "f(2)"], ["f(x)", "3", "6"]),
      (
        ["def f(x):\n  return x * w", "f(2)", "w = 3"],
        [
          "f(x)",
          "error: what is called here uses w, which is defined only later; it is defined on line 1; move its definition up",
          "3",
        ]
      ),
      (
        ["w = ...", "def f(x):\n  return x * w", "g = f", "g(2)"],
        ["waits for w (hole)", "f(x)", "waits for w (hole)", "waits for w (hole)"]
      ),
      (
        ["w = ...", "def f(x, s=w):\n  return x", "f(2)"],
        ["waits for w (hole)", "waits for w (hole)", "waits for w (hole)"]
      ),
      (["def f(n):\n  return 1 if n < 1 else n * f(n - 1)", "f(4)"], ["f(n)", "24"]),
      (
        [
          "def even(n):\n  return True if n == 0 else odd(n - 1)",
          "def odd(n):\n  return False if n == 0 else even(n - 1)", "even(4)",
        ],
        ["even(n)", "odd(n)", "True"]
      ),
      // A name of the table may be taken.
      (["def mean(x):\n  return 7", "mean([1, 2])"], ["mean(x)", "7"]),
      (["mean([1, 3])", "def mean(x):\n  return 7"], ["2.0", "mean(x)"]),
      (["assert 1 < 2, \"so\"", "pi > 3"], ["None", "True"]),
    ])
  func outcomes(cells: [String], expected: [String]) {
    #expect(Sheet(cells).words == expected)
  }

  @Test("a second definition in one text points at the first")
  func twoPlaces() throws {
    let sheet = Sheet(["a = 1\na = 2"])
    let (diagnostic, source) = try #require(sheet.diagnostics.first)
    #expect(
      DiagnosticText(diagnostic, in: source).text == """
        a = 2
        ^ a is defined a second time
        a name is defined once; take another
        a = 1
        - defined first here
        """)
  }

  @Test("inputs stand before the first cell")
  func inputs() {
    let sheet = Sheet(
      programs: [Source("y = x + 1\nx = 2")], inputs: [("x", .integer(3, nil))])
    #expect(
      sheet.words == ["4", "error: x has a value already: it is an input; take another name"])
    #expect(sheet.definitions.map(\.name) == ["x", "y"])
  }

  @Test("what can't be read is among the diagnostics, the statements around it stand")
  func unreadable() {
    let sheet = Sheet(["a = 1\nb = = 2\nc = a + 1\nd = e"])
    #expect(sheet.definitions.map(\.name) == ["a", "c"])
    #expect(
      sheet.diagnostics.map { $0.source.position(at: $0.diagnostic.primary.range.start).line } == [
        2, 4,
      ])
  }

  @Test(
    "after a change only what depends on it is run",
    arguments: [
      ("b = 20", 2),  // b, d
      ("a = 10", 4),  // a, c, d, and the live e
      ("a = 10; z = 1", 5),
      ("c = a + 2", 2),  // c, d
    ])
  func runs(change: String, expected: Int) {
    var sheet = Sheet(["a = 1", "b = 2", "c = a + 1", "d = b + c", "e = a", "f = 5"])
    #expect(sheet.runCount == 6)
    sheet.replace(change.first == "a" ? 0 : change.first == "b" ? 1 : 2, change)
    #expect(sheet.runCount == 6 + expected)
  }

  @Test("of one cell only the statement that changed is run, wherever the others move")
  func oneCell() {
    var sheet = Sheet(["a = 1\nb = 2\nc = 3\nd = b"])
    sheet.replace(0, "a = 1\nb = 20000\nc = 3\nd = b")
    #expect(sheet.words == ["1", "20000", "3", "20000"])
    #expect(sheet.runCount == 6)
    sheet.replace(0, "a = 1\nx = 7\nb = 20000\nc = 3\nd = b")
    #expect(sheet.runCount == 7)
  }

  @Test("a function's users are run again when what it uses changes")
  func functions() {
    var sheet = Sheet(["w = 2", "def f(x):\n  return x * w", "f(3)", "w + 1"])
    #expect(sheet.words == ["2", "f(x)", "6", "3"])
    sheet.replace(0, "w = 5")
    #expect(sheet.words == ["5", "f(x)", "15", "6"])
    #expect(sheet.runCount == 7)
    sheet.replace(1, "def f(x):\n  return x + w")
    #expect(sheet.words == ["5", "f(x)", "8", "6"])
    #expect(sheet.runCount == 9)
  }

  @Test("arrays held by all names together are bounded")
  func held() {
    var limits = Limits()
    limits.heldEntries = 100
    var sheet = Sheet(
      programs: ["a = zeros(60)", "b = zeros(60)", "c = b"].map { Source($0) }, limits: limits)
    #expect(sheet.words[1].hasPrefix("error: all names together may hold 100 entries"))
    #expect(sheet.words[2] == "waits for b (failure)")
    sheet.replace(0, "a = zeros(10)")
    #expect(sheet.words[1].hasPrefix("60 "))
  }

  /// A cell of statements, `#` being the number of each.
  @Test(
    "many statements that are wrong in the same way take linear time",
    arguments: [
      ("", "a = 1\n", 5_000), ("", "x\n", 2_000), ("", "a# = y#\n", 2_000),
      ("b\n", "b = a#\na# = 1\n", 5_000),
    ])
  func hostile(start: String, statement: String, count: Int) {
    let parts = statement.split(separator: "#", omittingEmptySubsequences: false)
    let text = start + (0..<count).map { parts.joined(separator: "\($0)") }.joined()
    var sheet = Sheet([text, "c = 1"])
    sheet.replace(1, "c = 2")
    #expect(sheet.units[1].map { words($0.outcome) } == ["2"])
  }

  @Test("whatever is edited, the outcomes are those of a fresh computation", arguments: 0..<20)
  func fresh(seed: UInt64) {
    var random = Generator(state: seed)
    let pieces = [
      "a = 1", "a = 2", "a = ...", "b = a + 1", "b = a * c", "b = 3; a = 4", "c = b", "c = 7",
      "d = c + b",
      "def f(x):\n  return x + a", "def f(x):\n  return g(x) + b", "def g(x):\n  return x * c",
      "e = f(2)",
      "e = g(3)\nd = e", "h = f", "i = h(5)", "1 / 0", "a", "x + 1", "x = 1 / 0", "max([a, b])",
      "def max(x):\n  return a", "a, b = (b, c)", "[a for a in [1, 2]]", "j = lambda x: x + a",
      "j(2)", "",
    ]
    var texts = (0..<8).map { _ in pieces.randomElement(using: &random) ?? "" }
    var sheet = Sheet(texts)
    for _ in 0..<40 {
      let cell = Int.random(in: 0..<8, using: &random)
      texts[cell] = pieces.randomElement(using: &random) ?? ""
      sheet.replace(cell, texts[cell])
      #expect(sheet.words == Sheet(texts).words, "\(texts)")
    }
  }
}

/// SplitMix64: the same numbers for the same seed.
struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
