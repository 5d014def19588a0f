import Testing

@testable import CellLanguage

/// Functions that move entries: what Python 3.13 with NumPy 2.4 gives for each program.
@Suite struct ShapeFunctionTests {
  private static let programs: [(String, String)] = [
    ("reshape(arange(6),(2,3))", "int64 [[0, 1, 2], [3, 4, 5]]"),
    ("reshape(arange(6),(3,-1))", "int64 [[0, 1], [2, 3], [4, 5]]"),
    ("reshape(arange(6),-1)", "int64 [0, 1, 2, 3, 4, 5]"),
    (
      "transpose(arange(24).reshape(2,3,4))",
      "int64 [[[0, 12], [4, 16], [8, 20]], [[1, 13], [5, 17], [9, 21]], [[2, 14], [6, 18], [10, 22]], [[3, 15], [7, 19], [11, 23]]]"
    ),
    (
      "transpose(arange(24).reshape(2,3,4),(0,2,1))",
      "int64 [[[0, 4, 8], [1, 5, 9], [2, 6, 10], [3, 7, 11]], [[12, 16, 20], [13, 17, 21], [14, 18, 22], [15, 19, 23]]]"
    ),
    (
      "swapaxes(arange(24).reshape(2,3,4),0,-1)",
      "int64 [[[0, 12], [4, 16], [8, 20]], [[1, 13], [5, 17], [9, 21]], [[2, 14], [6, 18], [10, 22]], [[3, 15], [7, 19], [11, 23]]]"
    ),
    ("concatenate([array([1,2]),array([3])])", "int64 [1, 2, 3]"),
    ("concatenate([ones((2,2)),zeros((1,2))])", "float64 [[1.0, 1.0], [1.0, 1.0], [0.0, 0.0]]"),
    (
      "concatenate([ones((2,2)),zeros((2,1))],axis=1)", "float64 [[1.0, 1.0, 0.0], [1.0, 1.0, 0.0]]"
    ),
    ("concatenate(([1,2],[3.5]))", "float64 [1.0, 2.0, 3.5]"),
    ("concatenate([[[1],[2]],[[3],[4]]],axis=None)", "int64 [1, 2, 3, 4]"),
    ("stack([array([1,2]),array([3,4])])", "int64 [[1, 2], [3, 4]]"),
    ("stack([array([1,2]),array([3,4])],axis=1)", "int64 [[1, 3], [2, 4]]"),
    ("stack([1,2,3])", "int64 [1, 2, 3]"),
    ("split(arange(6),3)", "[int64 [0, 1], int64 [2, 3], int64 [4, 5]]"),
    ("split(arange(6),[2,3])", "[int64 [0, 1], int64 [2], int64 [3, 4, 5]]"),
    ("split(arange(8).reshape(2,4),2,axis=1)", "[int64 [[0, 1], [4, 5]], int64 [[2, 3], [6, 7]]]"),
    ("expand_dims(array([1,2]),0)", "int64 [[1, 2]]"),
    ("expand_dims(array([1,2]),-1)", "int64 [[1], [2]]"),
    ("expand_dims(array([1,2]),(0,2))", "int64 [[[1], [2]]]"),
    ("squeeze(ones((1,3,1)))", "float64 [1.0, 1.0, 1.0]"),
    ("squeeze(ones((1,3,1)),axis=0)", "float64 [[1.0], [1.0], [1.0]]"),
    ("repeat(array([1,2]),2)", "int64 [1, 1, 2, 2]"),
    ("repeat(array([[1,2],[3,4]]),2,axis=0)", "int64 [[1, 2], [1, 2], [3, 4], [3, 4]]"),
    ("repeat(array([1,2]),[1,3])", "int64 [1, 2, 2, 2]"),
    ("repeat(5,3)", "int64 [5, 5, 5]"),
    ("tile(array([1,2]),2)", "int64 [1, 2, 1, 2]"),
    ("tile(array([1,2]),(2,2))", "int64 [[1, 2, 1, 2], [1, 2, 1, 2]]"),
    ("tile(array([[1,2]]),(2,1))", "int64 [[1, 2], [1, 2]]"),
    ("flip(array([1,2,3]))", "int64 [3, 2, 1]"),
    ("flip(array([[1,2],[3,4]]))", "int64 [[4, 3], [2, 1]]"),
    ("flip(array([[1,2],[3,4]]),axis=1)", "int64 [[2, 1], [4, 3]]"),
    ("roll(array([1,2,3,4]),1)", "int64 [4, 1, 2, 3]"),
    ("roll(array([1,2,3,4]),-5)", "int64 [2, 3, 4, 1]"),
    ("roll(array([[1,2],[3,4]]),1,axis=0)", "int64 [[3, 4], [1, 2]]"),
    ("roll(array([[1,2],[3,4]]),1)", "int64 [[4, 1], [2, 3]]"),
    ("broadcast_to(array([1,2]),(3,2))", "int64 [[1, 2], [1, 2], [1, 2]]"),
    ("broadcast_to(5,(2,2))", "int64 [[5, 5], [5, 5]]"),
  ]

  @Test(arguments: programs)
  func equalsNumPy(program: String, expected: String) {
    #expect(run(program).text == expected)
  }
}
