import Testing

@testable import CellLanguage

/// Functions that cells define: what Python 3.13 with NumPy 2.4 gives for each program.
@Suite struct DefinitionTests {
  private static let programs: [(String, String)] = [
    (
      """
      def f(x):
          return x*2
      f(3)
      """,
      "6"
    ),
    (
      """
      def f(x,y=2):
          z=x+y
          return z
      f(1)
      """,
      "3"
    ),
    (
      """
      def f(n):
          if n<2:
              return n
          elif n==2:
              return 1
          else:
              return f(n-1)+f(n-2)
      f(10)
      """,
      "55"
    ),
    (
      """
      def f(xs):
          t=0
          for x in xs:
              t+=x
          return t
      f([1,2.5])
      """,
      "3.5"
    ),
    (
      """
      def f(n):
          xs=[]
          for i in range(n):
              xs.append(i*i)
          return xs
      f(4)
      """,
      "[0, 1, 4, 9]"
    ),
    (
      """
      def f(n):
          a=zeros(n)
          a[1:]=5
          a[0]+=2
          return a
      f(3)
      """,
      "float64 [2.0, 5.0, 5.0]"
    ),
    (
      """
      def f():
          a=zeros((2,2))
          a[0]=[1,2]
          a[:,1]*=3
          return a
      f()
      """,
      "float64 [[1.0, 6.0], [0.0, 0.0]]"
    ),
    (
      """
      def f():
          a=arange(4)
          a[a>1]=0
          return a
      f()
      """,
      "int64 [0, 1, 0, 0]"
    ),
    (
      """
      def f():
          a=zeros(2)
          b=a.copy()
          b[0]=1
          return a
      f()
      """,
      "float64 [0.0, 0.0]"
    ),
    (
      """
      def f(x):
          x=x+0
          x[0]=9
          return x
      f(array([1,2]))
      """,
      "int64 [9, 2]"
    ),
    (
      """
      def f():
          xs=[1,2]
          xs[0]=5
          return xs
      f()
      """,
      "[5, 2]"
    ),
    (
      """
      def f():
          pass
      f()
      """,
      "None"
    ),
    (
      """
      def f():
          a=array([3,4])
          for i,v in enumerate(a):
              a=a+v
          return a
      f()
      """,
      "int64 [10, 11]"
    ),
    (
      """
      def f():
          for i in range(3):
              x=i
          return x+i
      f()
      """,
      "4"
    ),
  ]

  @Test(arguments: programs)
  func equalsNumPy(program: String, expected: String) {
    #expect(run(program).text == expected)
  }
}
