import Testing

@testable import CellLanguage

/// Indexes: what Python 3.13 with NumPy 2.4 gives for each program.
@Suite struct IndexingTests {
  private static let programs: [(String, String)] = [
    (#""abc"[1]"#, #"'b'"#),
    (#""abc"[::-1]"#, #"'cba'"#),
    ("[1,2,3][-1]", "3"),
    ("[1,2,3,4][1:3]", "[2, 3]"),
    ("(1,2,3)[::2]", "(1, 3)"),
    ("array([[1,2],[3,4]])[0]", "int64 [1, 2]"),
    ("array([[1,2],[3,4]])[0,1]", "int64 2"),
    ("array([[1,2],[3,4]])[:,0]", "int64 [1, 3]"),
    ("array([[1,2],[3,4]])[-1,-1]", "int64 4"),
    ("array([[1,2],[3,4]])[array([1,0,1])]", "int64 [[3, 4], [1, 2], [3, 4]]"),
    ("array([[1,2],[3,4]])[[0,1],[1,0]]", "int64 [2, 3]"),
    ("array([[1,2],[3,4]])[array([[1,2],[3,4]])>2]", "int64 [3, 4]"),
    ("array([[1,2],[3,4]])[[True,False]]", "int64 [[1, 2]]"),
    ("arange(24).reshape(2,3,4)[...,0]", "int64 [[0, 4, 8], [12, 16, 20]]"),
    ("arange(24).reshape(2,3,4)[0,...]", "int64 [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]"),
    ("arange(24).reshape(2,3,4)[:,None,1]", "int64 [[[4, 5, 6, 7]], [[16, 17, 18, 19]]]"),
    ("arange(24).reshape(2,3,4)[0,:,[0,1]]", "int64 [[0, 4, 8], [1, 5, 9]]"),
    ("arange(24).reshape(2,3,4)[[0,1],:,[0,1]]", "int64 [[0, 4, 8], [13, 17, 21]]"),
    ("arange(24).reshape(2,3,4)[:,[0,1],[0,1]]", "int64 [[0, 5], [12, 17]]"),
    (
      "arange(24).reshape(2,3,4)[:,[[0],[1]],[0,1]]",
      "int64 [[[0, 1], [4, 5]], [[12, 13], [16, 17]]]"
    ),
    ("arange(24).reshape(2,3,4)[[0,1],...,[0,1]]", "int64 [[0, 4, 8], [13, 17, 21]]"),
    ("arange(24).reshape(2,3,4)[[0,1],[0,1],...,[0,1]]", "int64 [0, 17]"),
    ("arange(24).reshape(2,3,4)[0,None,[1,2]]", "int64 [[[4, 5, 6, 7]], [[8, 9, 10, 11]]]"),
    ("arange(10)[::-1]", "int64 [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]"),
    ("arange(10)[8:2:-2]", "int64 [8, 6, 4]"),
    ("arange(10)[-3:]", "int64 [7, 8, 9]"),
    ("arange(10)[20:]", "int64 []"),
    ("arange(10)[[]]", "int64 []"),
    ("arange(10)[(2,)]", "int64 2"),
    ("arange(12).reshape(3,4)[(1,2)]", "int64 6"),
    ("arange(12).reshape(3,4)[1:,::2]", "int64 [[4, 6], [8, 10]]"),
    ("arange(3)[:,None]-arange(3)[None,:]", "int64 [[0, -1, -2], [1, 0, -1], [2, 1, 0]]"),
    ("arange(3)[arange(3)>5]", "int64 []"),
    ("array([1])[0]/0", "float64 inf"),
    ("array([0.0])[0]/0", "float64 nan"),
    ("array([1.0])[0]//0", "float64 inf"),
    ("array([5.0])[0]%0", "float64 nan"),
    ("array([1,2,3])[None]", "int64 [[1, 2, 3]]"),
    ("array([1,2,3])[...]", "int64 [1, 2, 3]"),
    ("array([1,2])[array(1)]", "int64 2"),
    ("array([1,2])[array([1])[0]]", "int64 2"),
    ("[1,2,3][array([1])[0]]", "2"),
    ("arange(6).reshape(2,3)[:, array([True,False,True])]", "int64 [[0, 2], [3, 5]]"),
    ("arange(6).reshape(2,3)[array([True,False])][0]", "int64 [0, 1, 2]"),
    (
      "arange(24).reshape(2,3,4)[array([[True,False,True],[False,True,False]])]",
      "int64 [[0, 1, 2, 3], [8, 9, 10, 11], [16, 17, 18, 19]]"
    ),
    ("arange(24).reshape(2,3,4)[array([True,False]),1]", "int64 [[4, 5, 6, 7]]"),
  ]

  @Test(arguments: programs)
  func equalsNumPy(program: String, expected: String) {
    #expect(run(program).text == expected)
  }
}
