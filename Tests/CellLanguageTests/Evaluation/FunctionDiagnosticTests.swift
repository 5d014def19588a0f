import Testing

@testable import CellLanguage

/// A mistake inside a function is shown there, with the call that led to it.
@Suite struct FunctionDiagnosticTests {
  @Test(arguments: examples)
  func shows(program: String, expected: String) {
    let diagnostic = run(program).diagnostic
    #expect(diagnostic.map { DiagnosticText($0, in: Source(program)).text } == expected)
  }

  private static let examples: [(String, String)] = [
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
