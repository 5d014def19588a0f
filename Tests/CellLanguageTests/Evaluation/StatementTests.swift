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
