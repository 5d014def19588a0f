import Testing

@testable import CellLanguage

/// Methods and attributes: what Python 3.13 with NumPy 2.4 gives for each program.
@Suite struct MethodTests {
  private static let programs: [(String, String)] = [
    ("tril(arange(12).reshape(3,4),-1)", "int64 [[0, 0, 0, 0], [4, 0, 0, 0], [8, 9, 0, 0]]"),
    ("diag(arange(12).reshape(3,4),1)", "int64 [1, 6, 11]"),
    ("arange(6).reshape(2,3)", "int64 [[0, 1, 2], [3, 4, 5]]"),
    ("arange(6).reshape((2,3)).T", "int64 [[0, 3], [1, 4], [2, 5]]"),
    (
      "arange(24).reshape(2,3,4).transpose(1,0,2)",
      "int64 [[[0, 1, 2, 3], [12, 13, 14, 15]], [[4, 5, 6, 7], [16, 17, 18, 19]], [[8, 9, 10, 11], [20, 21, 22, 23]]]"
    ),
    ("array([1,2,3]).sum()", "int64 6"),
    ("array([[1,2],[3,4]]).mean(axis=0)", "float64 [2.0, 3.0]"),
    ("array([[1,2],[3,4]]).max(1)", "int64 [2, 4]"),
    ("array([3,1,2]).argsort()", "int64 [1, 2, 0]"),
    ("array([1.26,2.5]).round(1)", "float64 [1.3, 2.5]"),
    ("array([1.5,2.5]).astype(int)", "int64 [1, 2]"),
    ("array([1,0]).astype(bool)", "bool [True, False]"),
    ("array([1,2]).astype(float)", "float64 [1.0, 2.0]"),
    ("array([[1,2]]).tolist()", "[[1, 2]]"),
    ("array([[1,2]]).shape", "(1, 2)"),
    ("array([[1,2]]).ndim", "2"),
    ("array([[1,2]]).size", "2"),
    ("array([[1,2]]).T", "int64 [[1], [2]]"),
    ("array([1,2]).T", "int64 [1, 2]"),
    ("array([5]).item()", "5"),
    ("array([[1,2],[3,4]]).flatten()", "int64 [1, 2, 3, 4]"),
    ("array([1,2]).copy()", "int64 [1, 2]"),
    ("array([1,2]).dot(array([3,4]))", "int64 11"),
    ("array([1,5,9]).clip(2,6)", "int64 [2, 5, 6]"),
    ("array([1,2]).any()", "bool True"),
    ("array([[1,2],[3,4]]).std()", "float64 1.118033988749895"),
    ("array([[True,False],[True,True]]).sum(axis=1)", "int64 [1, 2]"),
  ]

  @Test(arguments: programs)
  func equalsNumPy(program: String, expected: String) {
    #expect(run(program).text == expected)
  }
}
