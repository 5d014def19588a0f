import Testing

@testable import CellLanguage

/// Functions entry by entry: what Python 3.13 with NumPy 2.4 gives for each program.
@Suite struct ElementwiseTests {
  private static let programs: [(String, String)] = [
    ("abs(-3)", "3"),
    ("abs(-2.5)", "2.5"),
    ("abs(array([-1,2]))", "int64 [1, 2]"),
    ("round(2.5)", "float64 2.0"),
    ("round(3.5)", "float64 4.0"),
    ("round(2.675,2)", "float64 2.68"),
    ("round(array([1.234,5.678]),1)", "float64 [1.2, 5.7]"),
    ("exp(1)", "float64 2.718281828459045"),
    ("exp(array([0,1,2]))", "float64 [1.0, 2.718281828459045, 7.38905609893065]"),
    ("exp([0,1])", "float64 [1.0, 2.718281828459045]"),
    ("log(0)", "float64 -inf"),
    ("log(-1)", "float64 nan"),
    ("log2(8)", "float64 3.0"),
    ("sqrt(2)", "float64 1.4142135623730951"),
    ("sqrt(-1)", "float64 nan"),
    ("tanh(array([0.5,-0.5]))", "float64 [0.46211715726000974, -0.46211715726000974]"),
    ("sin(pi/2)", "float64 1.0"),
    ("cos(0)", "float64 1.0"),
    ("sign(array([-2,0,3]))", "int64 [-1, 0, 1]"),
    ("sign(-2.5)", "float64 -1.0"),
    ("minimum([1,5],[3,2])", "int64 [1, 2]"),
    ("maximum(array([1,nan]),0)", "float64 [1.0, nan]"),
    ("maximum(True,False)", "bool True"),
    ("where(array([True,False]),1,2)", "int64 [1, 2]"),
    ("where(array([1,2,3])>1,array([1.5,2.5,3.5]),0)", "float64 [0.0, 2.5, 3.5]"),
    ("where([True,False],[1,2],[3,4])", "int64 [1, 4]"),
    ("clip(array([1,5,9]),2,6)", "int64 [2, 5, 6]"),
    ("clip(array([1.5,5,9]),None,6)", "float64 [1.5, 5.0, 6.0]"),
    ("clip(5,1,3)", "int64 3"),
    // NumPy keeps a zero's sign between two single numbers, and takes the bound's elsewhere.
    ("1 / clip(array([-0.0, 0.0]), 0, 1)", "float64 [-inf, inf]"),
    ("1 / clip(array([-0.0, 0.0]), 0, None)", "float64 [inf, inf]"),
    ("1 / clip(array([-0.0, 0.0]), array([0.0, -0.0]), 1)", "float64 [inf, -inf]"),
    ("clip(array([1.0, 2.0]), nan, 3)", "float64 [nan, nan]"),
    ("floor(array([1.5,-1.5]))", "float64 [1.0, -2.0]"),
    ("ceil(2.1)", "float64 3.0"),
    ("floor(array([1,2]))", "int64 [1, 2]"),
    ("isnan(array([nan,1]))", "bool [True, False]"),
    ("isinf(array([inf,1]))", "bool [True, False]"),
    ("isfinite(array([inf,1,nan]))", "bool [False, True, False]"),
    ("isnan(3)", "bool False"),
  ]

  @Test(arguments: programs)
  func equalsNumPy(program: String, expected: String) {
    #expect(run(program).text == expected)
  }
}
