import Testing

/// What a reader sees for each statement that can't be read: the whole text, with the place marked.
@Suite struct SyntaxDiagnosticTests {
  @Test(
    "A text that can't be read is shown with its place and what to write",
    arguments: [
      (
        "x = ", "syntax",
        #"""
        x = 
           ^ expected a value after '='
           for a part still to fill in write ...
        """#
      ),
      (
        "x = \ny = 1", "syntax",
        #"""
        x = 
           ^ expected a value after '='
           for a part still to fill in write ...
        """#
      ),
      (
        "x = (1, 2", "syntax",
        #"""
        x = (1, 2
            ^ this '(' is never closed
        """#
      ),
      (
        "x = (1, 2]", "syntax",
        #"""
        x = (1, 2]
                 ^ ']' can't close '('
            - opened here
        """#
      ),
      (
        "x = [1, (2]", "syntax",
        #"""
        x = [1, (2]
                  ^ ']' can't close '('
                - opened here
        """#
      ),
      (
        "x = 1)", "syntax",
        #"""
        x = 1)
             ^ this ')' closes nothing
        """#
      ),
      (
        "assert x = 1", "syntax",
        #"""
        assert x = 1
                 ^ '=' gives a name to a value and can't stand here
                 to compare write ==
        """#
      ),
      (
        "A[0 1]", "syntax",
        #"""
        A[0 1]
            ^ a comma or an operator is missing between '0' and '1'
            write 0, 1
        """#
      ),
      (
        "x = 1 if y", "syntax",
        #"""
        x = 1 if y
                  ^ expected 'else': a choice needs a value for both cases
                  write a if condition else b
        """#
      ),
      (
        "else: 1", "syntax",
        #"""
        else: 1
        ^^^^ 'else' has no 'if' above it in the same column
        """#
      ),
      (
        "def f(x) = x", "syntax",
        #"""
        def f(x) = x
                 ^ a function's body begins with ':'
                 write def f(x): return …
        """#
      ),
      (
        "def f(x)\n  return 1", "syntax",
        #"""
        def f(x)
                ^ expected ':' after ')'
        """#
      ),
      (
        "f(x) = 1", "syntax",
        #"""
        f(x) = 1
        ^^^^ can't give a value to the result of a call
        a function is defined with def f(x): return …
        """#
      ),
      (
        "x == 1 = 2", "syntax",
        #"""
        x == 1 = 2
        ^^^^^^ can't give a value to a condition
        to compare write ==
        """#
      ),
      (
        "1 = x", "syntax",
        #"""
        1 = x
        ^ can't give a value to a number
        on the left of '=' stands a name
        """#
      ),
      (
        "A.T = 1", "syntax",
        #"""
        A.T = 1
        ^^^ can't give a value to the attribute '.T'
        on the left of '=' stands a name
        """#
      ),
      (
        "np", "syntax",
        #"""
        np
        ^^ this is NumPy itself and has no value
        name a function of it, as in np.exp(x); exp(x) is the same
        """#
      ),
      (
        "np = 3", "name",
        #"""
        np = 3
        ^^ 'np' is NumPy here
        choose another name
        """#
      ),
      (
        "f(a=1, 2)", "syntax",
        #"""
        f(a=1, 2)
               ^ an argument without a name can't follow one with a name
          --- this one has a name
        """#
      ),
      (
        "f(a=1, a=2)", "syntax",
        #"""
        f(a=1, a=2)
               ^ 'a' is given twice
          --- here first
        """#
      ),
      (
        "def f(a, a): return 1", "syntax",
        #"""
        def f(a, a): return 1
                 ^ two parameters are called 'a'
              - the first
        """#
      ),
      (
        "def f(a=1, b): return 1", "syntax",
        #"""
        def f(a=1, b): return 1
                   ^ a parameter without a default can't follow one with a default
              --- this one has a default
        """#
      ),
      (
        "lambda = 1", "syntax",
        #"""
        lambda = 1
        ^^^^^^ 'lambda' is a word of Python's own and can't be a name
        choose another name, such as lambda_
        """#
      ),
      (
        "x = [1; 2]", "syntax",
        #"""
        x = [1; 2]
              ^ expected ',' or ']'
              a matrix is written [[1, 2], [3, 4]]
            - opened here
        """#
      ),
      (
        "Q K", "syntax",
        #"""
        Q K
          ^ an operator is missing between 'Q' and 'K'
          Q @ K is the matrix product, Q * K goes entry by entry
        """#
      ),
      (
        "def f():\n    x = 1\n   y = 2\n  return 1", "syntax",
        #"""
           y = 2
        ^^^ this line is indented like no block above it
        lines of one block begin in the same column
        """#
      ),
      (
        "def f():\n  x = 1\n\treturn x", "syntax",
        #"""
            return x
        ^^^^ this line's tabs and spaces don't fit the lines above
        indent with spaces only
        """#
      ),
      (
        "def f():\n  if x: return 1\n  else if y: return 2", "syntax",
        #"""
          else if y: return 2
          ^^^^^^^ 'else if' is one word in Python
          write elif
        """#
      ),
      (
        "a.", "syntax",
        #"""
        a.
          ^ expected a name after '.'
          as in A.T or A.shape
        """#
      ),
      (
        "x = 2 *", "syntax",
        #"""
        x = 2 *
               ^ expected a value after '*'
        """#
      ),
      (
        "x[]", "syntax",
        #"""
        x[]
          ^ an index is missing
          as in A[0] or A[:, 1]
        """#
      ),
      (
        "[i for 1 in x]", "syntax",
        #"""
        [i for 1 in x]
               ^ can't give a value to a number
               on the left of '=' stands a name
        """#
      ),
      (
        "import numpy as n", "syntax",
        #"""
        import numpy as n
                        ^ NumPy goes by the name np here
                        write import numpy as np
        """#
      ),
    ]) func diagnostic(text: String, code: String, shown: String)
  {
    #expect(SyntaxProblem.all(in: text) == [SyntaxProblem(code: code, shown: shown)])
  }
}
