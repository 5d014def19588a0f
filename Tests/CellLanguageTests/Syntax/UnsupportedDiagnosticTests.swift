import Testing

/// What a reader sees for each thing that Python has and cells haven't.
@Suite struct UnsupportedDiagnosticTests {
  @Test(
    "What Python has and cells haven't is shown with its place and what to write",
    arguments: [
      (
        "y = x^2", "unsupported",
        #"""
        y = x^2
             ^ '^' isn't part of cells (in Python it isn't a power)
             a power is written a ** b, a transposed matrix K.T
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
        ^ '@' stands between two matrices
        as in Q @ K.T
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
        "np.random.randn(2)", "unsupported",
        #"""
        np.random.randn(2)
        ^^^^^^^^^ np.random isn't part of cells, which give the same numbers every time
        randn(2, 3, seed=0) is a 2×3 array of normally distributed numbers
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
        "x: int = 1", "unsupported",
        #"""
        x: int = 1
         ^ annotations aren't part of cells
         leave out ':' and the type
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
        "def f():\n  Q[0] = 1\n  return Q", "unsupported",
        #"""
          Q[0] = 1
          ^^^^ 'Q' isn't a name of this function, so its entries can't be set
          make a copy under a new name first: B = Q.copy()
        """#
      ),
    ]) func diagnostic(text: String, code: String, shown: String)
  {
    #expect(SyntaxProblem.all(in: text) == [SyntaxProblem(code: code, shown: shown)])
  }
}
