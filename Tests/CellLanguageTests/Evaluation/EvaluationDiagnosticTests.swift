import Testing

@testable import CellLanguage

/// Every mistake is shown with its place, what met, and what to try.
@Suite struct EvaluationDiagnosticTests {
  @Test(arguments: examples)
  func shows(program: String, expected: String) {
    let diagnostic = run(program).diagnostic
    #expect(diagnostic.map { DiagnosticText($0, in: Source(program)).text } == expected)
  }

  private static let examples: [(String, String)] = [
    (
      """
      def f(x, scale=1):
          return x * scale
      f(2, scal=3)
      """,
      """
      f(2, scal=3)
           ^^^^^^ f has no parameter scal
           did you mean scale?
      """
    ),
    (
      """
      def f(x, y):
          return x
      f(1, 2, 3)
      """,
      """
      f(1, 2, 3)
              ^ f takes 2 arguments, not 3
              f(x, y)
      """
    ),
    (
      """
      exp(x=3)
      """,
      """
      exp(x=3)
          ^^^ exp takes x by its place, not by its name
          exp(x)
      """
    ),
    (
      """
      zeros(2, 3)
      """,
      """
      zeros(2, 3)
      ^^^^^^^^^^^ zeros: the shape is one argument, and here stand two numbers
      zeros((2, 3)) is 2×3: the sizes stand in brackets of their own
      """
    ),
    (
      """
      attention(ones((2, 2)), ones((3, 2)))
      """,
      """
      attention(ones((2, 2)), ones((3, 2)))
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ attention needs V
      attention(Q, K, V, mask=None, causal=False, scale=None, softcap=None, window=None, offset=0)
      """
    ),
    (
      """
      Scores = 1
      scores + 1
      """,
      """
      scores + 1
      ^^^^^^ scores is not defined
      did you mean Scores?
      """
    ),
    (
      """
      np.sofmax([1])
      """,
      """
      np.sofmax([1])
      ^^^^^^^^^ np.sofmax is not among the functions here
      did you mean softmax?
      """
    ),
    (
      """
      print(3)
      """,
      """
      print(3)
      ^^^^^ print isn't part of cells
      a cell shows the value of its last expression
      """
    ),
    (
      """
      A = ones((2, 2))
      A.shpe
      """,
      """
      A.shpe
        ^^^^ an array has no .shpe
        did you mean .shape?
      """
    ),
    (
      """
      A = ones((2, 2))
      A.shape()
      """,
      """
      A.shape()
      ^^^^^^^^^ .shape is no method: it stands without brackets
      A.shape
      """
    ),
    (
      """
      A = ones((2, 2))
      A.sum
      """,
      """
      A.sum
        ^^^ sum is a method: it is called with brackets
        A.sum()
      """
    ),
    (
      """
      A = array([1, 2])
      1 if A > 1 else 0
      """,
      """
      1 if A > 1 else 0
           ^^^^^ 2 values are neither true nor false as one
           all(…) asks whether every one is true, any(…) whether one is; &, | and ~ join them entry by entry
      """
    ),
    (
      """
      a, b = 1, 2, 3
      """,
      """
      a, b = 1, 2, 3
      ^^^^^^^^^^^^^^ 2 names can't take 3 values
      on the right stands a tuple of 3
      """
    ),
    (
      """
      1 / 0
      """,
      """
      1 / 0
      ^^^^^ division by zero
      Python's numbers can't be divided by zero; NumPy's, such as an entry of an array, give inf
      """
    ),
    (
      """
      A = array([1, 2])
      2 ** -A
      """,
      """
      2 ** -A
      ^^^^^^^ whole numbers of an array can't be raised to a negative power
      make them floats first: 2.0 ** x, or A.astype(float)
      """
    ),
    (
      """
      array([True]) + array([False])
      """,
      """
      array([True]) + array([False])
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ + of two boolean arrays has a surprising answer in NumPy and is not supported
      A | B is true where either is; A.astype(int) + B counts
      """
    ),
    (
      """
      array([1, 2]) & array([1, 0])
      """,
      """
      array([1, 2]) & array([1, 0])
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ & joins boolean arrays; here stand whole numbers and whole numbers
      compare first, in brackets: (A > 0) & (A < 1)
      """
    ),
    (
      """
      x = [1, 2]
      2 * x
      """,
      """
      2 * x
      ^^^^^ * of a list and a whole number repeats the list in Python, and is not taken for a product
      array([…]) makes an array, whose entries are multiplied
      """
    ),
    (
      #"""
      A = array([[1, 3], [4, 5]])
      assert all(A > 2), "every entry is above 2"
      """#,
      #"""
      assert all(A > 2), "every entry is above 2"
             ^^^^^^^^^^ every entry is above 2
             A[0, 0] is 1
      """#
    ),
    (
      #"""
      assert sum([1, 2]) == 4, "they sum to 4"
      """#,
      #"""
      assert sum([1, 2]) == 4, "they sum to 4"
             ^^^^^^^^^^^^^^^^ they sum to 4
             sum([1, 2]) is 3
      """#
    ),
    (
      #"""
      S = array([1.0, 2.0])
      assert allclose(S, [1.0, 2.5]), "divided by the root of d"
      """#,
      #"""
      assert allclose(S, [1.0, 2.5]), "divided by the root of d"
             ^^^^^^^^^^^^^^^^^^^^^^^ divided by the root of d
             S[1] is 2.0, where 2.5 is expected
      """#
    ),
    (
      """
      zip([1], [2])
      """,
      """
      zip([1], [2])
      ^^^ zip(…) stands in a for loop, a comprehension or list(…)
      list(zip(…)) makes a list
      """
    ),
  ]
}
