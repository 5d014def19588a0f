import CellLanguage
import TestSupport
import Testing

@testable import Notebook

/// A notebook to write in, with all that a file can hold.
enum WrittenNotebook {
  static let text = """
    ---
    qkv: 1
    id: mine
    title: Mine
    summary: A notebook of my own.
    minutes: 5
    ---

    # Mine

    ## First

    Some *words*,
    with {Q[0, 0]:.1f}.

    - a list

    ```python {.qkv}
    #| rows: the, cat
    Q = [[1, 0], [0,  1]]   # a comment
    ```
    ```python
    listing = 1
    ```

    <!-- pause -->
    <!-- note: say it
         slowly -->


    ~~~python {.qkv}
    K = array([[2, 0], [0, 1]])
    ~~~

    ## Second

    <!-- exercise: scores points=2 edits=S -->
    Write the scores.

    ```python {.qkv}
    S = ...
    ```
    ```python {.qkv .check}
    assert allclose(S, Q @ K.T), "each score"
    ```
    <!-- hint: rows times rows -->
    ```python {.qkv .solution}
    S = Q @ K.T
    ```
    <!-- end -->

    <!-- quiz: q -->
    Right?
    - [x] Yes. — So it is.
    - [ ] No. — It isn't.
    <!-- end -->

    ```python {.qkv}
    A = softmax(S)
    ```

    """

  static let plain = [
    "## First", "Some words, with {Q[0, 0]:.1f}. / a list",
    "#| rows: the, cat\nQ = [[1, 0], [0,  1]]   # a comment", "listing", "pause", "note",
    "K = array([[2, 0], [0, 1]])", "## Second", "task", "task", "A = softmax(S)",
  ]

  static func session(_ text: String = text) throws -> Session {
    let folder = try TemporaryFolder()
    let path = try folder.write("mine.md", text)
    let (session, problems) = Session.writing(try NotebookFile(reading: path))
    #expect(problems == [])
    return try #require(session)
  }

  /// The session shows what a reader of its text would see.
  static func isWhatIsRead(_ session: Session) throws {
    let (lesson, problems) = LessonReader.read(text: session.markdown, name: "mine.md")
    #expect(problems == [])
    let read = Session(lesson: try #require(lesson))
    #expect(LessonText(session).text == LessonText(read).text)
  }
}

extension Session {
  var ownSketch: [String] {
    sketch.map { $0.hasPrefix("* ") ? String($0.dropFirst(2)) : "! " + $0 }
  }

  func written(_ sketch: String) throws -> BlockID { try block(sketch) }
}
