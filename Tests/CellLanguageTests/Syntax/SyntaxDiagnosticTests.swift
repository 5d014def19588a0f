import Testing

@testable import CellLanguage

/// What a reader sees for each thing that can't be read: the whole text, with the place marked.
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
        "y = 2x", "syntax",
        #"""
        y = 2x
            ^^ '2x' is neither a number nor a name
            to multiply write 2 * x
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
        "B = A' @ C'", "syntax",
        #"""
        B = A' @ C'
             ^ a quote can't follow 'A'
             to transpose write A.T
        """#
      ),
      (
        "y = x^2", "unsupported",
        #"""
        y = x^2
             ^ '^' isn't part of cells (in Python it isn't a power)
             a power is written a ** b
        """#
      ),
      (
        "x = {1: 2}", "unsupported",
        #"""
        x = {1: 2}
            ^ dictionaries and sets aren't part of cells
            use a list, or a name for each value
        """#
      ),
      (
        "while x:\n  y", "unsupported",
        #"""
        while x:
        ^^^^^ 'while' isn't part of cells, where every program ends
        inside a function, for i in range(n): repeats n times
        """#
      ),
      (
        "class A: pass", "unsupported",
        #"""
        class A: pass
        ^^^^^ classes aren't part of cells
        use functions and arrays
        """#
      ),
      (
        "import os", "unsupported",
        #"""
        import os
               ^^ 'os' can't be imported: cells know NumPy only
        """#
      ),
      (
        "import math", "unsupported",
        #"""
        import math
               ^^^^ 'math' can't be imported: cells know NumPy only
               sqrt, exp, log and pi are there without an import
        """#
      ),
      (
        "f'{x}'", "unsupported",
        #"""
        f'{x}'
        ^^^^^^ f-strings aren't part of cells
        in a lesson's prose {x:.2f} shows a number; messages are plain text
        """#
      ),
      (
        "(y := 1)", "unsupported",
        #"""
        (y := 1)
           ^^ ':=' isn't part of cells
           define the name on a line of its own
        """#
      ),
      (
        "@dec\ndef f(): return 1", "unsupported",
        #"""
        @dec
        ^ decorators aren't part of cells
        """#
      ),
      (
        "f(*a)", "unsupported",
        #"""
        f(*a)
          ^ '*' before a value isn't part of cells
          write the values one by one
        """#
      ),
      (
        "def f(*a): return 1", "unsupported",
        #"""
        def f(*a): return 1
              ^ '*' among parameters isn't part of cells
              name every parameter
        """#
      ),
      (
        "def f(x: int): return 1", "unsupported",
        #"""
        def f(x: int): return 1
               ^ annotations aren't part of cells
               leave out ':' and the type
        """#
      ),
      (
        "def f(x) -> int: return 1", "unsupported",
        #"""
        def f(x) -> int: return 1
                 ^^ annotations aren't part of cells
                 leave out the type
        """#
      ),
      (
        "try:\n  x\nexcept:\n  y", "unsupported",
        #"""
        try:
        ^^^ 'try' isn't part of cells
        an error stays with its cell; the others go on
        """#
      ),
      (
        "with x: y", "unsupported",
        #"""
        with x: y
        ^^^^ 'with' isn't part of cells
        """#
      ),
      (
        "yield 1", "unsupported",
        #"""
        yield 1
        ^^^^^ generators aren't part of cells
        return a list or an array
        """#
      ),
      (
        "x << 1", "unsupported",
        #"""
        x << 1
          ^^ '<<' isn't part of cells
          multiply by a power of 2
        """#
      ),
      (
        "1 in x", "unsupported",
        #"""
        1 in x
          ^^ 'in' stands only after for
          any([item == x for item in items]) says the same
        """#
      ),
      (
        "1 not in x", "unsupported",
        #"""
        1 not in x
          ^^^^^^ 'not in' isn't part of cells
          all([item != x for item in items]) says the same
        """#
      ),
      (
        "b'x'", "unsupported",
        #"""
        b'x'
        ^^^^ bytes aren't part of cells
        """#
      ),
      (
        "2j", "unsupported",
        #"""
        2j
        ^^ complex numbers aren't part of cells
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
        "x = “a”", "syntax",
        #"""
        x = “a”
            ^ '“' isn't part of Python
            write "
        """#
      ),
      (
        "x = 2 × 3", "syntax",
        #"""
        x = 2 × 3
              ^ '×' isn't part of Python
              write *
        """#
      ),
      (
        "x = 2 − 3", "syntax",
        #"""
        x = 2 − 3
              ^ '−' isn't part of Python
              write -
        """#
      ),
      (
        "x = 99999999999999999999", "bound",
        #"""
        x = 99999999999999999999
            ^^^^^^^^^^^^^^^^^^^^ whole numbers go up to 9223372036854775807 here
            with a point or an exponent, as in 1e20, it is a float
        """#
      ),
      (
        "x = 012", "syntax",
        #"""
        x = 012
            ^^^ a whole number can't begin with 0
            write 12
        """#
      ),
      (
        "x = 1__0", "syntax",
        #"""
        x = 1__0
            ^^^^ '1__0' is not a number
        """#
      ),
      (
        "x = 'abc", "syntax",
        #"""
        x = 'abc
            ^^^^ this text is never closed
            end it with ' on the same line
        """#
      ),
      (
        "x = '''abc", "syntax",
        #"""
        x = '''abc
            ^^^ this text is never closed
            end it with '''
        """#
      ),
      (
        "x = a && b", "syntax",
        #"""
        x = a && b
              ^^ '&&' isn't an operator of Python
              write and between conditions, & between boolean arrays
        """#
      ),
      (
        "x = !a", "syntax",
        #"""
        x = !a
            ^ '!' isn't part of Python
            write not, or != for 'differs from'
        """#
      ),
      (
        "f(x for x in y)", "unsupported",
        #"""
        f(x for x in y)
            ^^^ a generator isn't part of cells
            in square brackets it is a list: [… for …]
        """#
      ),
      (
        "a = b = 1", "unsupported",
        #"""
        a = b = 1
              ^ one '=' in a statement
              give each name a line of its own
        """#
      ),
      (
        "x += 1", "unsupported",
        #"""
        x += 1
          ^^ '+=' stands inside a function only
          at this level a name keeps its value: define a new one
        """#
      ),
      (
        "A[0] = 1", "unsupported",
        #"""
        A[0] = 1
        ^^^^ entries can be set inside a function only
        at this level every name keeps its value: where(mask, x, A) makes a changed copy
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
        "np.random.randn(2)", "unsupported",
        #"""
        np.random.randn(2)
        ^^^^^^^^^ np.random isn't part of cells, which give the same numbers every time
        randn(2, 3, seed=0) is a 2×3 array of normally distributed numbers
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
        "for i in x: y", "unsupported",
        #"""
        for i in x: y
        ^^^ a loop stands inside a function only
        [f(x) for x in xs] makes a list; whole arrays need no loop
        """#
      ),
      (
        "if x: y", "unsupported",
        #"""
        if x: y
        ^^ 'if' begins a statement inside a function only
        here write name = a if condition else b
        """#
      ),
      (
        "return 1", "unsupported",
        #"""
        return 1
        ^^^^^^ 'return' stands inside a function only
        at this level an expression shows its value
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
        "x: int = 1", "unsupported",
        #"""
        x: int = 1
         ^ annotations aren't part of cells
         leave out ':' and the type
        """#
      ),
      (
        "x\u{200B} = 1", "syntax",
        #"""
        x<U+200B> = 1
         ^^^^^^^^ the character <U+200B> isn't part of Python
        """#
      ),
      (
        "x =\u{A0}1", "syntax",
        #"""
        x = 1
           ^ the space <U+A0> isn't part of Python
           write an ordinary space
        """#
      ),
      (
        "x = \0", "syntax",
        #"""
        x = ^@
            ^^ the character ^@ isn't part of Python
        """#
      ),
      (
        "x = '\\q'", "syntax",
        #"""
        x = '\q'
             ^^ this '\' begins nothing that Python knows
             for a backslash itself write \\
        """#
      ),
      (
        "def f():\n  def g(): return 1\n  return g", "unsupported",
        #"""
          def g(): return 1
          ^^^ a function inside a function isn't part of cells
          define it before, at the top level
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
        "def f():\n  Q[0] = 1\n  return Q", "unsupported",
        #"""
          Q[0] = 1
          ^^^^ 'Q' isn't a name of this function, so its entries can't be set
          make a copy under a new name first: B = Q.copy()
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
        "x\t=\t$", "syntax",
        #"""
        x   =   $
                ^ '$' isn't part of Python
                formulas need no dollar signs
        """#
      ),
      (
        "x = 漢字 $", "syntax",
        #"""
        x = 漢字 $
                 ^ '$' isn't part of Python
                 formulas need no dollar signs
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
    let source = Source(text)
    let problems = Program(parsing: source).diagnostics
    #expect(problems.map { DiagnosticText($0, in: source).text } == [shown])
    #expect(problems.map(\.code) == [code])
  }
}
