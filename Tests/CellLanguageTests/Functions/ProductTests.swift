import Testing

@testable import CellLanguage

/// Products: what Python 3.13 with NumPy 2.4 gives for each program.
@Suite struct ProductTests {
  private static let programs: [(String, String)] = [
    ("outer([1,2],[3,4,5])", "int64 [[3, 4, 5], [6, 8, 10]]"),
    ("outer([[1,2]],[3,4])", "int64 [[3, 4], [6, 8]]"),
    ("dot([1,2],[3,4])", "int64 11"),
    ("dot(array([[1,2],[3,4]]),[1,1])", "int64 [3, 7]"),
    ("dot(2,array([1,2]))", "int64 [2, 4]"),
    ("matmul([[1,2]],[[3],[4]])", "int64 [[11]]"),
    (#"einsum("ij->ji",array([[1,2],[3,4]]))"#, #"int64 [[1, 3], [2, 4]]"#),
    (#"einsum("ii->i",array([[1,2],[3,4]]))"#, #"int64 [1, 4]"#),
    (#"einsum("ii",array([[1,2],[3,4]]))"#, #"int64 5"#),
    (#"einsum("ij,kj->ik",array([[1,2],[3,4]]),array([[1,0],[0,1]]))"#, #"int64 [[1, 2], [3, 4]]"#),
    (#"einsum("ij,j",array([[1,2],[3,4]]),array([1,1]))"#, #"int64 [3, 7]"#),
    (
      #"einsum("hqd,hkd->hqk",ones((2,3,4)),ones((2,5,4)))"#,
      #"float64 [[[4.0, 4.0, 4.0, 4.0, 4.0], [4.0, 4.0, 4.0, 4.0, 4.0], [4.0, 4.0, 4.0, 4.0, 4.0]], [[4.0, 4.0, 4.0, 4.0, 4.0], [4.0, 4.0, 4.0, 4.0, 4.0], [4.0, 4.0, 4.0, 4.0, 4.0]]]"#
    ),
    (#"einsum("i,j->ij",array([1,2]),array([3,4]))"#, #"int64 [[3, 4], [6, 8]]"#),
    (#"einsum("ij->",array([[1,2],[3,4]]))"#, #"int64 10"#),
    (
      #"einsum("bij,bjk->bik",arange(8).reshape(2,2,2),arange(8).reshape(2,2,2))"#,
      #"int64 [[[2, 3], [6, 11]], [[46, 55], [66, 79]]]"#
    ),
    (#"einsum("i,i,i->",array([1,2,3]),array([1,2,3]),array([1,2,3]))"#, #"int64 36"#),
    (
      #"einsum("ij,jk,kl->il",ones((2,3)),ones((3,2)),ones((2,4)))"#,
      #"float64 [[6.0, 6.0, 6.0, 6.0], [6.0, 6.0, 6.0, 6.0]]"#
    ),
    (#"einsum("i,i->i",array([1,2]),array([3,4]))"#, #"int64 [3, 8]"#),
    ("allclose([1,2],[1,2.00000001])", "True"),
    ("allclose(1.0,1.1)", "False"),
    ("allclose([nan],[nan])", "False"),
    ("allclose([inf],[inf])", "True"),
    ("allclose(array([1,2]),1,atol=1)", "True"),
  ]

  @Test(arguments: programs)
  func equalsNumPy(program: String, expected: String) {
    #expect(run(program).text == expected)
  }
}
