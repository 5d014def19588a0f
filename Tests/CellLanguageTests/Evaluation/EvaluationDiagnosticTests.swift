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
      Q = ones((3, 2)); K = ones((4, 2))
      Q @ K
      """,
      """
      Q @ K
      ^^^^^ can't multiply 3×2 by 4×2: the inner sizes, 2 and 4, differ
      Q is 3×2, K is 4×2; K.T is 2×4, so Q @ K.T is 3×4
      """
    ),
    (
      """
      x = ones(3)
      W = ones((2, 3))
      x @ W
      """,
      """
      x @ W
      ^^^^^ can't multiply length 3 by 2×3: the inner sizes, 3 and 2, differ
      x is of length 3, W is 2×3; W.T is 3×2, so x @ W.T is of length 2
      """
    ),
    (
      """
      a = ones((2, 3))
      b = ones((3, 2))
      a + b
      """,
      """
      a + b
      ^^^^^ can't add 2×3 and 3×2: along the last axis, 3 and 2 differ
      a is 2×3, b is 3×2; b.T is 2×3, so a + b.T is 2×3
      """
    ),
    (
      """
      A = ones((2, 3)); b = ones(2)
      A + b
      """,
      """
      A + b
      ^^^^^ can't add 2×3 and length 2: along the last axis, 3 and 2 differ
      A is 2×3, b is of length 2; b[:, None] is 2×1, so A + b[:, None] is 2×3
      """
    ),
    (
      """
      Q = ones((2, 3, 4)); K = ones((2, 3, 4))
      Q @ K
      """,
      """
      Q @ K
      ^^^^^ can't multiply 2×3×4 by 2×3×4: the inner sizes, 4 and 3, differ
      Q is 2×3×4, K is 2×3×4; K.swapaxes(-1, -2) turns its last two axes around
      """
    ),
    (
      """
      a = ones((2, 3))
      a @ 2
      """,
      """
      a @ 2
      ^^^^^ @ multiplies arrays; one side is a single number
      a is 2×3, 2 is a single number; * multiplies by a number
      """
    ),
    (
      """
      A = ones((2, 2))
      A[2]
      """,
      """
      A[2]
      ^^^^ index 2 is out of range: axis 0 has 2 entries
      A is 2×2; they are counted 0 to 1 from the front, -1 to -2 from the end
      """
    ),
    (
      """
      A = ones((2, 2))
      A[0, 0, 0]
      """,
      """
      A[0, 0, 0]
      ^^^^^^^^^^ too many indexes: the array has 2 axes, and 3 are indexed
      A is 2×2
      """
    ),
    (
      """
      A = ones((2, 2))
      A[1.0]
      """,
      """
      A[1.0]
      ^^^^^^ an index is a whole number, not 1.0
      int(…) makes one, cutting off
      """
    ),
    (
      """
      A = ones((2, 2))
      A[array([True, False, True])]
      """,
      """
      A[array([True, False, True])]
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the mask has 3 entries along axis 0, where the array has 2
      A is 2×2; a mask picks entries of an array of its own shape
      """
    ),
    (
      """
      softmax(ones((2, 2)), axis=2)
      """,
      """
      softmax(ones((2, 2)), axis=2)
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ there is no axis 2: the array has 2 axes
      axes are counted 0 to 1, or -1 to -2 from the end
      """
    ),
    (
      """
      sum(array(5), axis=(-1,))
      """,
      """
      sum(array(5), axis=(-1,))
      ^^^^^^^^^^^^^^^^^^^^^^^^^ there is no axis -1: the array has 0 axes
      a single number has no axes
      """
    ),
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
          exp(x, /)
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
      Q = ones((2, 2)); K = ones((3, 3))
      attention(Q, K, K)
      """,
      """
      attention(Q, K, K)
      ^^^^^^^^^^^^^^^^^^ attention: query and key length differ: 2×2 and 3×3
      Q is 2×2, K is 3×3
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
      A.reshape(3, 2)
      """,
      """
      A.reshape(3, 2)
      ^^^^^^^^^^^^^^^ reshape: 2×2 can't become (3, 2): 4 entries don't fill 6 places
      A is 2×2
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
      array([[1, 2], [3]])
      """,
      """
      array([[1, 2], [3]])
      ^^^^^^^^^^^^^^^^^^^^ array: the items of a list must have equal sizes to make an array: a row of 2 and a row of 1 stand side by side
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
      """
      split_heads(ones((3, 4)), 3)
      """,
      """
      split_heads(ones((3, 4)), 3)
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 3 heads don't share 4 features evenly
      h must divide 4
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
      def f(a):
          b = a
          b[0] = 1
          return b
      f(ones(2))
      """,
      """
          b[0] = 1
          ^^^^ b may be seen under the name a too, where NumPy would change it as well
          b = b.copy() before makes it the function's own
      f(ones(2))
      ---------- called here
      """
    ),
    (
      """
      def f():
          g = lambda: s
          s = 2
          return g()
      f()
      """,
      """
          s = 2
          ^ s can't change any more: a lambda made before uses it
          in Python the lambda would see the new value; take another name
      f()
      --- called here
      """
    ),
    (
      """
      def f():
          x = x + 1
          return x
      f()
      """,
      """
          x = x + 1
              ^ x has no value yet
              f assigns x somewhere, which makes it a local name throughout
      f()
      --- called here
      """
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
    (
      """
      def f():
          a = arange(3)
          a[0] = 1.5
          return a
      f()
      """,
      """
          a[0] = 1.5
          ^^^^ the array holds whole numbers; NumPy would change a float to fit
          .astype(float) before makes it hold floats
      f()
      --- called here
      """
    ),
    (
      """
      def g(x):
          return x @ x
      def f(x):
          return g(x)
      f(ones((2, 3)))
      """,
      """
          return x @ x
                 ^^^^^ can't multiply 2×3 by 2×3: the inner sizes, 3 and 2, differ
                 x is 2×3; x.T is 3×2, so x @ x.T is 2×2
      f(ones((2, 3)))
      --------------- called here
      """
    ),
  ]
}
