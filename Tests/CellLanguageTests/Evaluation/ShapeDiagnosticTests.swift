import Testing

@testable import CellLanguage

/// Shapes, axes and indexes that don't fit are shown with their place, what met, and what to try.
@Suite struct ShapeDiagnosticTests {
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
      array([[1, 2], [3]])
      """,
      """
      array([[1, 2], [3]])
      ^^^^^^^^^^^^^^^^^^^^ array: the items of a list must have equal sizes to make an array: a row of 2 and a row of 1 stand side by side
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
  ]
}
