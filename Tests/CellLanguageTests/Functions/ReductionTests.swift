import Testing

@testable import CellLanguage

/// Functions along axes: what Python 3.13 with NumPy 2.4 gives for each program.
@Suite struct ReductionTests {
  private static let programs: [(String, String)] = [
    ("max(array([1,5,2]))", "int64 5"),
    ("sum(array([1,2,3]))", "int64 6"),
    ("sum([1,2,3])", "int64 6"),
    ("sum(array([[1,2],[3,4]]),axis=0)", "int64 [4, 6]"),
    ("sum(array([[1,2],[3,4]]),axis=1,keepdims=True)", "int64 [[3], [7]]"),
    ("sum(array([[1,2],[3,4]]),axis=(0,1))", "int64 10"),
    ("sum(array([True,True,False]))", "int64 2"),
    ("sum([0.1,0.2,0.3])", "float64 0.6000000000000001"),
    ("mean(array([1,2,4]))", "float64 2.3333333333333335"),
    ("mean(array([[1,2],[3,4]]),axis=0)", "float64 [2.0, 3.0]"),
    ("mean(array([True,False]))", "float64 0.5"),
    ("var(array([1,2,4]))", "float64 1.5555555555555554"),
    ("std(array([1,2,4]),ddof=1)", "float64 1.5275252316519465"),
    ("std(array([[1,2],[3,5]]),axis=1)", "float64 [0.5, 1.0]"),
    ("max(array([[1,2],[3,4]]),axis=0)", "int64 [3, 4]"),
    ("min(array([[1,2],[3,4]]),axis=1,keepdims=True)", "int64 [[1], [3]]"),
    ("max(array([True,False]))", "bool True"),
    ("max(array([1,nan,3]))", "float64 nan"),
    ("argmax(array([1,5,2,5]))", "int64 1"),
    ("argmax(array([[1,5],[7,2]]),axis=1)", "int64 [1, 0]"),
    ("argmin(array([[1,5],[7,2]]),axis=0)", "int64 [0, 1]"),
    ("argmax(array([1,nan,3]))", "int64 1"),
    ("any(array([False,True]))", "bool True"),
    ("all(array([[True,False],[True,True]]),axis=0)", "bool [True, False]"),
    ("any([0,1])", "bool True"),
    ("cumsum(array([1,2,3]))", "int64 [1, 3, 6]"),
    ("cumsum(array([[1,2],[3,4]]),axis=1)", "int64 [[1, 3], [3, 7]]"),
    ("cumsum(array([[1,2],[3,4]]))", "int64 [1, 3, 6, 10]"),
    ("sort(array([3,1,2]))", "int64 [1, 2, 3]"),
    ("sort(array([[3,1],[2,5]]),axis=0)", "int64 [[2, 1], [3, 5]]"),
    ("argsort(array([3,1,2]))", "int64 [1, 2, 0]"),
    ("norm([3,4])", "float64 5.0"),
    ("norm(array([[1,2],[3,4]]))", "float64 5.477225575051661"),
    ("norm(array([[3,4],[6,8]]),axis=1)", "float64 [5.0, 10.0]"),
    ("norm(array([[3,4],[6,8]]),axis=-1,keepdims=True)", "float64 [[5.0], [10.0]]"),
    ("sum([x for x in range(5)])", "int64 10"),
    ("sum(3)", "int64 3"),
    ("sum(3,axis=0)", "int64 3"),
    ("mean(array([]))", "float64 nan"),
    ("max([1,2,3])", "int64 3"),
    ("min(array([1,2]),axis=0)", "int64 1"),
    ("std(array([5]),ddof=1)", "float64 nan"),
  ]

  @Test(arguments: programs)
  func equalsNumPy(program: String, expected: String) {
    #expect(run(program).text == expected)
  }
}
