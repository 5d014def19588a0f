import Notebook
import Testing

@Suite struct PythonScriptTests {
  static let lesson = """
    ---
    qkv: 1
    id: t
    title: Mixing values
    summary: One line.
    ---
    ## A *first* step
    The weight of cat is {A[0, 1]:.2f}, $\\sqrt{d_k}$, a < b, and this paragraph is long enough to be wrapped.

    1. one with `code`

    ```python {.qkv}
    #| rows: the, cat
    Q = [[1, 0], [0, 1/2]]  # queries
    A = softmax(Q @ Q.T)
    A.sum()
    ```
    ```python {.qkv}
    r = randn(2, seed=1); bad = A + missing
    words = ["a", "b"]
    flag = True
    far = array([inf, -inf, nan])
    ```
    ```text
    a listing
    ```
    ## Tasks
    <!-- exercise: open points=2 edits=S -->
    Fill it in.
    ```python {.qkv}
    S = ...
    T = S + 1
    ```
    ```python {.qkv .check}
    assert S == 1, "S is one"
    ```
    <!-- hint: think -->
    ```python {.qkv .solution}
    S = 1
    ```
    <!-- end -->
    <!-- quiz: q -->
    Which?
    - [x] Right. — Because.
    - [ ] Wrong.
    <!-- end -->
    """

  @Test("a lesson as a script: prose in comments, cells in between, the numbers asserted")
  func whole() throws {
    let lesson = LessonReader.read(text: Self.lesson, name: "07-t.md").lesson
    #expect(
      PythonScript(Session(lesson: try #require(lesson))).text == """
        # -*- coding: utf-8 -*-
        # 7 Mixing values
        #
        # One line.

        import numpy as np
        from numpy import *
        from numpy import abs, max, min, round
        from builtins import bool

        np.seterr(all="ignore")  # nan and inf are numbers here


        def softmax(x, axis=-1):
            x = np.asarray(x, dtype=float)
            e = np.exp(x - np.max(x, axis=axis, keepdims=True))
            return e / np.sum(e, axis=axis, keepdims=True)


        # %% A first step

        # The weight of cat is 0.27, √d_k, a < b, and this paragraph is long enough to be
        # wrapped.
        #
        # 1. one with code

        #| rows: the, cat
        Q = array([[1, 0], [0, 1/2]])  # queries
        A = softmax(Q @ Q.T)
        print(A.sum())

        r = array([0.42945220538400686, 1.5857725335739927])
        # bad = A + missing
        # error: missing is not defined
        words = ["a", "b"]
        flag = True
        far = array([inf, -inf, nan])

        #     a listing

        # %% Tasks

        # Exercise open, 2 points
        #
        # Fill it in.

        # S = ...
        # S is still to fill in
        # T = S + 1
        # T waits for S, which is still to fill in

        # It will be checked that:
        #
        # - S is one
        #
        # Question:
        #
        # Which?
        #
        # - Right.
        # - Wrong.

        # %% The numbers of the lesson

        assert np.shape(Q) == (2, 2), "Q"
        assert np.allclose(Q, np.array([[1.0, 0.0], [0.0, 0.5]]), rtol=1e-9, atol=1e-12, equal_nan=True), "Q"
        assert np.shape(A) == (2, 2), "A"
        assert np.allclose(A, np.array([[0.7310585786300049, 0.2689414213699951],
             [0.4378234991142019, 0.5621765008857981]]), rtol=1e-9, atol=1e-12, equal_nan=True), "A"
        assert np.shape(r) == (2,), "r"
        assert np.allclose(r, np.array([0.42945220538400686, 1.5857725335739927]), rtol=1e-9, atol=1e-12, equal_nan=True), "r"
        assert np.shape(flag) == (), "flag"
        assert np.array_equal(flag, True), "flag"
        assert np.shape(far) == (3,), "far"
        assert np.allclose(far, np.array([np.inf, -np.inf, np.nan]), rtol=1e-9, atol=1e-12, equal_nan=True), "far"

        """)
  }

  @Test("a lesson as a notebook: Markdown and code cells")
  func notebook() throws {
    let lesson = LessonReader.read(text: Self.lesson, name: "07-t.md").lesson
    #expect(
      JupyterNotebook(Session(lesson: try #require(lesson))).text == #"""
        {"cells": [
        {"cell_type": "markdown", "id": "cell-1", "metadata": {}, "source": ["# 7 Mixing values\n", "\n", "One line."]},
        {"cell_type": "code", "execution_count": null, "id": "cell-2", "metadata": {}, "outputs": [], "source": ["import numpy as np\n", "from numpy import *\n", "from numpy import abs, max, min, round\n", "from builtins import bool\n", "\n", "np.seterr(all=\"ignore\")  # nan and inf are numbers here\n", "\n", "\n", "def softmax(x, axis=-1):\n", "    x = np.asarray(x, dtype=float)\n", "    e = np.exp(x - np.max(x, axis=axis, keepdims=True))\n", "    return e / np.sum(e, axis=axis, keepdims=True)"]},
        {"cell_type": "markdown", "id": "cell-3", "metadata": {}, "source": ["## A *first* step\n", "\n", "The weight of cat is 0.27, √d\\_k, a \\< b, and this paragraph is long enough to be wrapped.\n", "\n", "1. one with `code`"]},
        {"cell_type": "code", "execution_count": null, "id": "cell-4", "metadata": {}, "outputs": [], "source": ["#| rows: the, cat\n", "Q = array([[1, 0], [0, 1/2]])  # queries\n", "A = softmax(Q @ Q.T)\n", "A.sum()"]},
        {"cell_type": "code", "execution_count": null, "id": "cell-5", "metadata": {}, "outputs": [], "source": ["r = array([0.42945220538400686, 1.5857725335739927])\n", "# bad = A + missing\n", "# error: missing is not defined\n", "words = [\"a\", \"b\"]\n", "flag = True\n", "far = array([inf, -inf, nan])"]},
        {"cell_type": "markdown", "id": "cell-6", "metadata": {}, "source": ["```text\n", "a listing\n", "```"]},
        {"cell_type": "markdown", "id": "cell-7", "metadata": {}, "source": ["## Tasks\n", "\n", "Exercise open, 2 points\n", "\n", "Fill it in."]},
        {"cell_type": "code", "execution_count": null, "id": "cell-8", "metadata": {}, "outputs": [], "source": ["# S = ...\n", "# S is still to fill in\n", "# T = S + 1\n", "# T waits for S, which is still to fill in"]},
        {"cell_type": "markdown", "id": "cell-9", "metadata": {}, "source": ["It will be checked that:\n", "\n", "- S is one\n", "\n", "Question:\n", "\n", "Which?\n", "\n", "- Right.\n", "- Wrong."]},
        {"cell_type": "markdown", "id": "cell-10", "metadata": {}, "source": ["## The numbers of the lesson"]},
        {"cell_type": "code", "execution_count": null, "id": "cell-11", "metadata": {}, "outputs": [], "source": ["assert np.shape(Q) == (2, 2), \"Q\"\n", "assert np.allclose(Q, np.array([[1.0, 0.0], [0.0, 0.5]]), rtol=1e-9, atol=1e-12, equal_nan=True), \"Q\"\n", "assert np.shape(A) == (2, 2), \"A\"\n", "assert np.allclose(A, np.array([[0.7310585786300049, 0.2689414213699951],\n", "     [0.4378234991142019, 0.5621765008857981]]), rtol=1e-9, atol=1e-12, equal_nan=True), \"A\"\n", "assert np.shape(r) == (2,), \"r\"\n", "assert np.allclose(r, np.array([0.42945220538400686, 1.5857725335739927]), rtol=1e-9, atol=1e-12, equal_nan=True), \"r\"\n", "assert np.shape(flag) == (), \"flag\"\n", "assert np.array_equal(flag, True), \"flag\"\n", "assert np.shape(far) == (3,), \"far\"\n", "assert np.allclose(far, np.array([np.inf, -np.inf, np.nan]), rtol=1e-9, atol=1e-12, equal_nan=True), \"far\""]}
        ],
        "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5}

        """#)
  }
}
