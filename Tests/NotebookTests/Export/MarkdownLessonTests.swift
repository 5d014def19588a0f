import Testing

@testable import Notebook

@Suite struct MarkdownLessonTests {
  private func markdown(_ text: String) throws -> String {
    MarkdownLesson(
      Session(lesson: try #require(LessonReader.read(text: text, name: "07-t.md").lesson))
    ).text
  }

  @Test("a lesson to read: prose with its numbers, each matrix a table, tasks without answers")
  func whole() throws {
    #expect(
      try markdown(PythonScriptTests.lesson) == #"""
        # 7 Mixing values

        One line.

        ## A *first* step

        The weight of cat is 0.27, √d\_k, a \< b, and this paragraph is long enough to be wrapped.

        1. one with `code`

        **`Q`**, 2×2, an input

        |  |  |  |
        | --- | ---: | ---: |
        | the | 1.00 | 0.00 |
        | cat | 0.00 | 0.50 |

        **`A`** = `softmax(Q @ Q.T)`, 2×2

        |  |  |  |
        | --- | ---: | ---: |
        | the | 0.73 | 0.27 |
        | cat | 0.44 | 0.56 |

        `A.sum()` = 2.00

        **`r`** = `randn(2, seed=1)`, length 2

        |  |  |
        | ---: | ---: |
        | 0.43 | 1.59 |

        **`bad`** = `A + missing`: error: missing is not defined

        **`words`** = \['a', 'b'\]

        **`flag`** = True, an input

        **`far`**, length 3, an input

        |  |  |  |
        | ---: | ---: | ---: |
        | inf | \-inf | nan |

        ```text
        a listing
        ```

        ## Tasks

        Exercise open, 2 points

        Fill it in.

        **`S`** is to be written

        **`T`** = `S + 1` waits for `S`, which is to be written

        It will be checked that:

        - S is one

        Question:

        Which?

        - Right.
        - Wrong.

        """#)
  }

  @Test("a stack, a function, a program of lines, text and what is hidden")
  func kinds() throws {
    #expect(
      try markdown(ReadKinds.lesson) == #"""
        # 7 Kinds \<b\> \| \_x\_

        ## A

        **`H`**, two heads, 2×2×2, fixed

        Matrix 0:

        |  |  |  |
        | --- | ---: | ---: |
        | a\|b | 1.00 | 2.00 |
        | \<i\> | 3.00 | 4.00 |

        Matrix 1:

        |  |  |  |
        | --- | ---: | ---: |
        | a\|b | 5.00 | 6.00 |
        | \<i\> | 7.00 | nan |

        **`c`** = 1.50, an input

        ```python
        def double(x):
            return x * 2
        ```

        **`d`** = `double(c)` = 3.00

        ```python
        far = (H[0] @
               H[1])
        ```

        **`far`**, 2×2

        |  |  |
        | ---: | ---: |
        | 19.00 | nan |
        | 43.00 | nan |

        `H[:0]`, 0×2×2

        **`large`** = `arange(2000)`, length 2000

        |  |  |  |  |  |  |  |
        | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
        | 0 | 1 | 2 | … | 1997 | 1998 | 1999 |

        `assert d == 3` holds

        """#)
  }
}

/// Cells of every kind.
enum ReadKinds {
  static let lesson = """
    ---
    qkv: 1
    id: k
    title: "Kinds <b> | _x_"
    ---
    ## A
    ```python {.qkv}
    #| locked
    #| title: two heads
    #| rows: a|b, <i>
    H = [[[1, 2], [3, 4]], [[5, 6], [7, nan]]]
    ```
    ```python {.qkv}
    c = 1.5
    def double(x):
        return x * 2
    ```
    ```python {.qkv}
    d = double(c)
    far = (H[0] @
           H[1])
    H[:0]
    large = arange(2000)
    assert d == 3
    ```
    ```python {.qkv}
    #| hidden
    secret = 1
    ```
    """
}
