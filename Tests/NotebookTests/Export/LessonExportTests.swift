import CellLanguage
import TestSupport
import Testing

@testable import Notebook

@Suite struct LessonExportTests {
  private func session(_ text: String) throws -> Session {
    Session(lesson: try #require(LessonReader.read(text: text, name: "all.md").lesson))
  }

  private func expectThatPythonAgrees(_ session: Session) throws {
    let script = PythonScript(session).text
    let notebook = JupyterNotebook(session).text
    #expect(PythonScript(session).text == script)
    #expect(JupyterNotebook(session).text == notebook)
    if Python.hasNumPy { #expect(try Python.problems(script: script, notebook: notebook) == "") }
  }

  @Test("Python computes the numbers of each shipped lesson", arguments: LessonFiles.names)
  func shipped(name: String) throws {
    let lesson = LessonReader.read(text: LessonFiles.text(of: name), name: name).lesson
    try expectThatPythonAgrees(Session(lesson: try #require(lesson)))
  }

  @Test("Python computes what every function of cells gives")
  func everyFunction() throws {
    let session = try session(everyFunctionLesson)
    let failed = session.lesson.cells.flatMap { session.panels(of: $0.id) }.filter {
      if case .failure = $0.content { true } else { false }
    }
    #expect(failed.map(\.name) == [])
    let script = PythonScript(session).text
    let missing = PythonPrelude.all.filter { !script.contains($0.text) }
    #expect(missing.map(\.name) == [])
    try expectThatPythonAgrees(session)
  }

  @Test("what NumPy and Python lack of the function table, a script brings")
  func complete() throws {
    let names = FunctionTable.names.filter { !PythonPrelude.names.contains($0) }
    let script =
      "from numpy import *\nfor name in \"\(names.joined(separator: " "))\".split(): eval(name)"
    if Python.hasNumPy { #expect(try Python.run(script).error == "") }
    #expect(PythonPrelude.names.filter { !$0.hasPrefix("_") }.isSubset(of: FunctionTable.names))
  }

  @Test("lists of numbers that go by a name keep Python's answers")
  func lists() throws {
    let session = try session(
      """
      ---
      qkv: 1
      id: l
      title: Lists
      ---
      ## A
      ```python {.qkv}
      K, x, b = [[1, 0], [0, 1]], [2, 4], [True, True]
      same = K == [[1, 0], [0, 1]]
      other = K[0] != [1, 0] and x == x
      entries = array(K) == K
      third = x[0] ** -1 + 2 ** -x[1]
      count = b[0] + b[1] - -b[0]
      back = K[1][-1] ** -2
      made = [v * 2 for v in x]
      taken = x if x[:1] == [2] else 0
      product = K.T @ x
      E = ones((2, 3, 4))[:0]
      none = attention(E, E, E)
      ```
      """)
    let script = PythonScript(session).text
    for line in [
      "K, x, b = array([[1, 0], [0, 1]]), array([2, 4]), array([True, True])",
      "same = np.array_equal(K, [[1, 0], [0, 1]])",
      "other = (not np.array_equal(K[0], [1, 0])) and np.array_equal(x, x)",
      "entries = array(K) == K", "third = x[0].item() ** -1 + 2 ** -x[1].item()",
      "count = b[0].item() + b[1].item() - -b[0].item()", "back = K[1][-1].item() ** -2",
      "made = array([v * 2 for v in x])",
      "taken = array(x if np.array_equal(x[:1], [2]) else 0)", "product = K.T @ x",
    ] {
      #expect(script.split(separator: "\n").contains(Substring(line)), "\(line)")
    }
    try expectThatPythonAgrees(session)
  }

  @Test("text from a stranger stays text")
  func hostile() throws {
    let session = try session(
      """
      ---
      qkv: 1
      id: x
      title: "coding: utf-7 +AAo-raise SystemExit(9)"
      summary: "a\u{1B}[31m"
      ---
      ## A\u{0C}step
      One\\
      raise SystemExit(1)\u{2028}raise SystemExit(2)

      <script>alert(1)</script> [x](javascript:alert(1)) ```

      | a | b |
      | --- | --- |
      | `x\\|y` | z |

      ````text
      ```
      raise SystemExit(3)
      ````

      ```python {.qkv}
      x = 1  # \u{1B}]0;title\u{07}
      y = "
      ```
      """)
    let script = PythonScript(session).text
    let notebook = JupyterNotebook(session).text
    for text in [script, notebook] {
      #expect(
        text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    }
    let code = script.split(separator: "\n").filter { $0.contains("SystemExit") }
    #expect(code.allSatisfy { $0.hasPrefix("# ") })
    #expect(notebook.contains("\\\\<script\\\\>"))
    #expect(!notebook.contains("](<javascript"))
    try expectThatPythonAgrees(session)
  }
}
