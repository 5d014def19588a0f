import Testing

@testable import CellLanguage

/// Programs of several statements: what Python 3.13 with NumPy 2.4 gives for each program.
@Suite struct StatementTests {
  private static let programs: [(String, String)] = [
    (
      """
      a=3
      a+1
      """,
      "4"
    ),
    (
      """
      a,b=1,2
      a*b
      """,
      "2"
    ),
    (
      """
      a,(b,c)=1,(2,3)
      a+b+c
      """,
      "6"
    ),
    (
      """
      x,y=array([[1,2],[3,4]])
      x+y
      """,
      "int64 [4, 6]"
    ),
    (
      """
      n,d=ones((2,3)).shape
      n*d
      """,
      "6"
    ),
    (
      """
      x=[1,2,3]
      x[0]
      """,
      "1"
    ),
    (
      """
      x=[[1,2],[3,4]]
      x[0][1]
      """,
      "2"
    ),
    (
      """
      x=[1,2]
      x==[1,2]
      """,
      "True"
    ),
    (
      """
      x=[1,2]
      len(x)
      """,
      "2"
    ),
    (
      """
      x=[1,2]
      sum(x)
      """,
      "int64 3"
    ),
    (
      """
      x=[1,2]
      x/sum(x)
      """,
      "float64 [0.3333333333333333, 0.6666666666666666]"
    ),
    (
      """
      x=[1,2]
      array(x)*2
      """,
      "int64 [2, 4]"
    ),
    (
      """
      x=[1,2]
      array([3,4])+x
      """,
      "int64 [4, 6]"
    ),
    (
      """
      x=[1,2]
      1/x[0]
      """,
      "1.0"
    ),
    (
      """
      x=[1,2]
      list(x)
      """,
      "[1, 2]"
    ),
    (
      """
      x=[1,2]
      [y+1 for y in x]
      """,
      "[2, 3]"
    ),
    (
      """
      x=[1,2]
      2.5*array(x)
      """,
      "float64 [2.5, 5.0]"
    ),
    (
      """
      x=[1,2]
      x!=[1,3]
      """,
      "True"
    ),
    (
      """
      x=[1,2]
      tuple(x)
      """,
      "(1, 2)"
    ),
    (
      """
      x=[True,False]
      x[0]
      """,
      "True"
    ),
    (
      """
      x=[1,2.5]
      x[1]
      """,
      "2.5"
    ),
    (
      """
      x=array([1,2])
      x.shape==(2,)
      """,
      "True"
    ),
  ]

  @Test(arguments: programs)
  func equalsNumPy(program: String, expected: String) {
    #expect(run(program).text == expected)
  }
}
