import Testing

/// What a reader sees for numbers, texts and characters that can't be read.
@Suite struct CharacterDiagnosticTests {
  @Test(
    "A number, a text or a character that can't be read is shown with its place and what to write",
    arguments: [
      (
        "y = 2x", "syntax",
        #"""
        y = 2x
            ^^ '2x' is neither a number nor a name
            to multiply write 2 * x
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
        "x = a·b", "syntax",
        #"""
        x = a·b
             ^ '·' isn't part of Python
             write * for numbers, @ for vectors and matrices
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
    ]) func diagnostic(text: String, code: String, shown: String)
  {
    #expect(SyntaxProblem.all(in: text) == [SyntaxProblem(code: code, shown: shown)])
  }
}
