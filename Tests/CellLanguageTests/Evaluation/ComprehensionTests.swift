import Testing

@testable import CellLanguage

/// Comprehensions and lambdas: what Python 3.13 with NumPy 2.4 gives for each program.
@Suite struct ComprehensionTests {
  private static let programs: [(String, String)] = [
    ("[x*x for x in range(4)]", "[0, 1, 4, 9]"),
    ("[x for x in [1,2,3,4] if x%2==0]", "[2, 4]"),
    ("[(x,y) for x in [1,2] for y in [3,4]]", "[(1, 3), (1, 4), (2, 3), (2, 4)]"),
    ("[a+b for a,b in zip([1,2],[3,4])]", "[4, 6]"),
    ("[i*x for i,x in enumerate([5,6])]", "[0, 6]"),
    ("[r.sum() for r in array([[1,2],[3,4]])]", "[int64 3, int64 7]"),
    ("[[j for j in range(i)] for i in range(3)]", "[[], [0], [0, 1]]"),
    ("(lambda x: x+1)(2)", "3"),
    ("(lambda x,y=2: x*y)(3)", "6"),
    ("(lambda x,y=2: x*y)(y=3,x=1)", "3"),
  ]

  @Test(arguments: programs)
  func equalsNumPy(program: String, expected: String) {
    #expect(run(program).text == expected)
  }
}
