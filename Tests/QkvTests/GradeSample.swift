import TestSupport

/// Two small lessons, their hidden checks, and hand-ins.
extension GradeTests {
  static let sums = #"""
    ---
    qkv: 1
    id: sums
    title: Sums
    minutes: 5
    ---
    ## Numbers
    ```python {.qkv}
    A = array([[1, 2], [3, 4]])
    ```
    <!-- quiz: why -->
    Why?
    - [ ] No. — Not so.
    - [x] Yes. — So it is.
    <!-- end -->
    <!-- predict: guess answer="A[1, 1]" within=0.5 -->
    How much?
    <!-- end -->
    ## Double
    <!-- exercise: double points=3 edits=B hidden=2 -->
    ```python {.qkv}
    B = ...
    ```
    ```python {.qkv .check}
    #| vary: A
    assert B.shape == (2, 2), "B has the shape of A"
    assert allclose(B, 2 * A), "each number is doubled"
    ```
    <!-- hint: add it to itself -->
    ```python {.qkv .solution}
    B = A + A
    ```
    ```python {.qkv .wrong}
    #| because: that squares each number
    B = A * A
    ```
    <!-- end -->

    """#

  static let other = #"""
    ---
    qkv: 1
    id: other
    title: Another
    minutes: 5
    ---
    ## One
    <!-- quiz: pick points=2 -->
    Which?
    - [x] This.
    - [ ] That.
    <!-- end -->

    """#

  static let hidden = #"""
    # Checks that nobody is to see

    <!-- exercise: sums/double -->
    ```python {.qkv .check}
    #| vary: A
    secret_sum = sum(A)
    assert allclose(sum(B), 2 * secret_sum), "SECRET: the sum doubles"
    assert B[0, 1] == A[0, 1] * 2, "SECRET: each entry, exactly"
    ```
    <!-- end -->

    """#

  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("01-sums.md", sums)
    try folder.write("02-other.md", other)
    return folder
  }

  static func handIn(_ answers: String, student: String = "Ann", rest: String = "") -> String {
    #"{"qkv": 1, "kind": "answers", "student": "\#(student)", "lessons": [{"id": "sums", "answers": [\#(answers)]}\#(rest)]}"#
  }

  static let right = #"""
    {"task": "why", "choices": [1]}, {"task": "guess", "guess": "4.2"}, {"task": "double", "edits": {"B": "B = 2 * A"}}
    """#
  static let rest = #", {"id": "other", "answers": [{"task": "pick", "choices": [0]}]}"#
}
