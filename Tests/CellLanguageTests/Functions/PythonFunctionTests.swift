import Testing

@testable import CellLanguage

/// Python's own functions: what Python 3.13 with NumPy 2.4 gives for each program.
@Suite struct PythonFunctionTests {
  private static let programs: [(String, String)] = [
    ("list(range(5))", "[0, 1, 2, 3, 4]"),
    ("list(range(5,0,-2))", "[5, 3, 1]"),
    (#"len("abc")"#, #"3"#),
    ("len([1,2])", "2"),
    ("len(array([[1,2],[3,4]]))", "2"),
    ("int(3.7)", "3"),
    ("int(-3.7)", "-3"),
    ("float(3)", "3.0"),
    ("bool(0)", "False"),
    ("bool([])", "False"),
    (#"list("abc")"#, #"['a', 'b', 'c']"#),
    ("tuple([1,2])", "(1, 2)"),
    ("list(zip([1,2],[3,4,5]))", "[(1, 3), (2, 4)]"),
    ("list(enumerate([1,2],start=5))", "[(5, 1), (6, 2)]"),
    ("list(reversed([1,2,3]))", "[3, 2, 1]"),
    ("range(array([3])[0])[1]", "1"),
  ]

  @Test(arguments: programs)
  func equalsNumPy(program: String, expected: String) {
    #expect(run(program).text == expected)
  }
}
