import Testing

@testable import CellLanguage

/// Arrays made from nothing: what Python 3.13 with NumPy 2.4 gives for each program.
@Suite struct MakingTests {
  private static let programs: [(String, String)] = [
    ("array([1,2,3])", "int64 [1, 2, 3]"),
    ("array([1,2.5])", "float64 [1.0, 2.5]"),
    ("array([True,False])", "bool [True, False]"),
    ("array([True,2])", "int64 [1, 2]"),
    ("array([[1,2],[3,4]])", "int64 [[1, 2], [3, 4]]"),
    ("array([])", "float64 []"),
    ("array([[1],[2]])", "int64 [[1], [2]]"),
    ("array(5)", "int64 5"),
    ("array(2.5)", "float64 2.5"),
    ("array(range(4))", "int64 [0, 1, 2, 3]"),
    ("array((1,2,3))", "int64 [1, 2, 3]"),
    ("array([(1,2),(3,4)])", "int64 [[1, 2], [3, 4]]"),
    ("array([array([1,2]),array([3.0,4])])", "float64 [[1.0, 2.0], [3.0, 4.0]]"),
    ("array([1,2],dtype=float)", "float64 [1.0, 2.0]"),
    ("array([1.7,-1.7],dtype=int)", "int64 [1, -1]"),
    ("array([1,0],dtype=bool)", "bool [True, False]"),
    ("zeros(3)", "float64 [0.0, 0.0, 0.0]"),
    ("zeros((2,3))", "float64 [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]"),
    ("ones((2,2),dtype=int)", "int64 [[1, 1], [1, 1]]"),
    ("full((2,2),7)", "int64 [[7, 7], [7, 7]]"),
    ("full(3,2.5)", "float64 [2.5, 2.5, 2.5]"),
    ("full((1,2),True)", "bool [[True, True]]"),
    ("eye(3)", "float64 [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]"),
    ("eye(2,3)", "float64 [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]"),
    ("eye(3,k=1)", "float64 [[0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [0.0, 0.0, 0.0]]"),
    ("eye(3,k=-1)", "float64 [[0.0, 0.0, 0.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]"),
    ("arange(5)", "int64 [0, 1, 2, 3, 4]"),
    ("arange(2,8)", "int64 [2, 3, 4, 5, 6, 7]"),
    ("arange(2,8,3)", "int64 [2, 5]"),
    ("arange(0,1,0.25)", "float64 [0.0, 0.25, 0.5, 0.75]"),
    ("arange(1,0,-0.3)", "float64 [1.0, 0.7, 0.3999999999999999, 0.09999999999999987]"),
    ("arange(5.0)", "float64 [0.0, 1.0, 2.0, 3.0, 4.0]"),
    ("arange(0.1,0.7,0.1)", "float64 [0.1, 0.2, 0.30000000000000004, 0.4, 0.5, 0.6]"),
    ("linspace(0,1,5)", "float64 [0.0, 0.25, 0.5, 0.75, 1.0]"),
    ("linspace(0,1,5,endpoint=False)", "float64 [0.0, 0.2, 0.4, 0.6000000000000001, 0.8]"),
    ("linspace(2,3,1)", "float64 [2.0]"),
    ("tril(ones((3,3)))", "float64 [[1.0, 0.0, 0.0], [1.0, 1.0, 0.0], [1.0, 1.0, 1.0]]"),
    ("triu(ones((3,3)),1)", "float64 [[0.0, 1.0, 1.0], [0.0, 0.0, 1.0], [0.0, 0.0, 0.0]]"),
    (
      "tril(ones((2,3,3)))",
      "float64 [[[1.0, 0.0, 0.0], [1.0, 1.0, 0.0], [1.0, 1.0, 1.0]], [[1.0, 0.0, 0.0], [1.0, 1.0, 0.0], [1.0, 1.0, 1.0]]]"
    ),
    ("diag([1,2,3])", "int64 [[1, 0, 0], [0, 2, 0], [0, 0, 3]]"),
    ("diag(array([[1,2],[3,4]]))", "int64 [1, 4]"),
    ("diag([1,2],-1)", "int64 [[0, 0, 0], [1, 0, 0], [0, 2, 0]]"),
    ("zeros_like(array([1,2]))", "int64 [0, 0]"),
    ("ones_like(array([[1.5]]))", "float64 [[1.0]]"),
  ]

  @Test(arguments: programs)
  func equalsNumPy(program: String, expected: String) {
    #expect(run(program).text == expected)
  }
}
