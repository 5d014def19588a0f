import Notebook
import Testing

/// What the line of an entry says in a lesson.
@Suite struct SessionExplainingTests {
  private func explained(
    _ name: String, _ position: [Int], in text: String, width: Int = 78
  ) throws -> String? {
    let session = try session(text)
    return session.explain(try session.id(name), at: position, width: width, ascii: false)?.text
  }

  /// The first panel of the last step, which has no name.
  private func explainedAgain(_ position: [Int], in text: String) throws -> String? {
    let session = try session(text)
    let panel = try #require(session.panels(inStep: session.lesson.steps.count - 1).first)
    return session.explain(panel.id, at: position, width: 78, ascii: false)?.text
  }

  // MARK: - What an input reaches

  @Test(
    "an index, a condition or a length reaches by name",
    arguments: [
      ("k = 1", "x = [3, 4]\ny = x[k]", "k = 1  an input, reaches y"),
      ("k = 1", "y = 2 if k else 3", "k = 1  an input, reaches y"),
      ("k = 1", "y = zeros(k)", "k = 1  an input, reaches y"),
      ("k = 1", "def f(x): return x[k]\ny = f([5, 6])", "k = 1  an input, reaches y"),
      ("k = 1", "y = [k, 2] @ ones(k + 1)", "k = 1  an input, reaches y"),
      ("k = 1", "y = 2\nz = y + 1", "k = 1  an input, reaches nothing here"),
      ("k = 1", "y = ...", "k = 1  an input, reaches nothing here yet"),
    ])
  func otherwise(_ input: String, _ cells: String, _ line: String) throws {
    let text = cell(input) + cells.split(separator: "\n").map { cell(String($0)) }.joined()
    #expect(try explained("k", [], in: text) == line)
  }

  @Test("a shape doesn't follow from the numbers")
  func shapes() throws {
    let text = cell("X = [[1, 2], [3, 4]]") + cell("d = sqrt(X.shape[0])\nn = len(X) / 2")
    #expect(try explained("X", [0, 0], in: text) == "X[0, 0] = 1  an input, reaches nothing here")
  }

  @Test("what is shown again by its name is told")
  func shownAgain() throws {
    let text =
      cell("k = 1") + cell("#| hidden\nhalf = [k, 2]") + cell("half") + "## Next\n"
      + cell("z = k + 1")
    #expect(try explained("k", [], in: text) == "k = 1  an input, reaches half[0]")
  }

  @Test(
    "arrays of several matrices are told by matrix",
    arguments: [
      ("W", [0, 3], "W[0, 3] = 1  an input, reaches column 1 of H[1]"),
      ("X", [1, 0], "X[1, 0] = 0  an input, reaches row 1 of H[0] and H[1]"),
    ])
  func heads(_ name: String, _ position: [Int], _ line: String) throws {
    let text =
      cell("X = [[1, 0], [0, 1], [1, 1]]") + cell("W = [[1, 0, 0, 1], [0, 1, 1, 0]]")
      + cell("H = split_heads(X @ W, 2)")
    #expect(try explained(name, position, in: text) == line)
  }

  // MARK: - What is shown again

  @Test("an input shown again in a task says where it stands, and that it is locked")
  func inputInATask() throws {
    let text =
      cell("#| rows: dog, cat\nK = [[1, 2], [3, 4]]") + "## Next\n<!-- exercise: e edits=y -->\n"
      + cell("#| cols: x, y\nK") + cell("y = ...")
      + "```python {.qkv .check}\nassert y == 1\n```\n```python {.qkv .solution}\ny = 1\n```\n<!-- end -->\n"
    #expect(
      try explainedAgain([1, 0], in: text)
        == "K[cat, x] = 3  an input of step 1, locked in this task")
  }

  @Test("elsewhere it says what it reaches")
  func inputElsewhere() throws {
    let text = cell("K = [1, 2]") + "## Next\n" + cell("K") + cell("y = K + 1")
    #expect(try explainedAgain([0], in: text) == "K[0] = 1  an input of step 1, reaches y[0]")
  }

  @Test("labels of the panel serve where the name has none")
  func labelsOfThePanel() throws {
    let text =
      cell("#| hidden\nsaid = array([[1, 2], [3, 4]]) * 2") + "## Next\n"
      + cell("#| rows: usual, news\n#| cols: f, g\nsaid")
    #expect(try explainedAgain([1, 1], in: text) == "said[news, g] = 4×2 = 8")
  }

  // MARK: - Numbers

  @Test(
    "truth values, whole numbers and zeros",
    arguments: [
      ("t = ~causal_mask(2)", [0, 0], "t[0, 0] = not True = False"),
      ("t = array([0.5, 0.5]) * causal_mask(2)", [0, 1], "t[0, 1] = 0.5×False = 0.00"),
      ("t = arange(3) < 2", [0], "t[0] = 0 < 2 = True"),
      ("p = 2\nt = [p, 7]", [1], "t[1] = 7  so in the formula"),
    ])
  func kinds(_ text: String, _ position: [Int], _ line: String) throws {
    #expect(try explained("t", position, in: cell(text)) == line)
  }

  @Test("a root of a size is told as it is written")
  func rootOfASize() throws {
    let text = cell("G = [[1, 2], [3, 4], [5, 6], [7, 8]]") + cell("by = sqrt(G.shape[0])")
    #expect(try explained("by", [], in: text) == "by = sqrt(G.shape[0]) = √4 = 2.00")
  }

  @Test(
    "why a softmax is no number",
    arguments: [
      ("-inf, -inf", "every score of row pad is -inf: 0 / 0"),
      ("nan, 0", "a score of row pad is nan"),
      ("inf, 0", "a score of row pad is inf: inf / inf"),
    ])
  func softmaxOfNothing(_ scores: String, _ why: String) throws {
    let labels = "#| rows: dog, pad\n#| cols: x, y\n"
    let named = cell(labels + "S = [[1, 0], [\(scores)]]") + cell(labels + "A = softmax(S)")
    let line = try #require(try explained("A", [1, 0], in: named))
    #expect(line.contains("= nan  \(why.replacing("row pad", with: "row pad of S"))"))
    let unnamed = cell(labels + "A = softmax(where(True, [[1, 0], [\(scores)]], 0))")
    #expect(try explained("A", [1, 0], in: unnamed)?.hasSuffix("= nan  \(why)") == true)
  }

  @Test("what is copied from a hidden cell is explained as it is there")
  func copiesOfHidden() throws {
    let text =
      cell("s = [-inf, -inf]") + cell("#| hidden\nbad = softmax(s)")
      + cell("both = stack([bad, s])")
    #expect(
      try explained("both", [0, 1], in: text)
        == "both[0, 1] = e^-inf / (e^-inf + e^-inf) = nan  every score of s is -inf: 0 / 0")
  }
}
