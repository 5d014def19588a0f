import Notebook
import Terminal
import Testing

@testable import NotebookUI

/// A notebook of one's own, opened to be written.
enum OwnNotebook {
  static let head = """
    ---
    qkv: 1
    id: mine
    title: Mine
    ---

    # Mine


    """

  static let body = """
    ## First

    Some words, {Q[0]:.1f}.

    ```python {.qkv}
    Q = [1, 2]
    ```

    ## Second

    <!-- quiz: which -->
    Which?
    - [x] This. — Yes.
    - [ ] That. — No.
    <!-- end -->

    """

  /// The same, opened to be read.
  ///
  /// - Parameter name: the file's, whose first digits are the lesson's number.
  static func lesson(_ body: String, name: String = "mine.md") -> Lesson {
    guard let lesson = LessonReader.read(text: head + body, name: name).lesson else {
      fatalError("the sample lesson can't be read")
    }
    return lesson
  }

  /// - Parameter body: the file behind its head.
  static func opened(
    _ body: String = body, _ keysPressed: String = "", size: Size = Size(width: 80, height: 24),
    bindings: Bindings = .standard
  ) throws -> State {
    let file = NotebookFile(path: "mine.md", text: head + body)
    let session = try #require(Session.writing(file).session)
    var state = State(size: size, shelf: Shelf(lessons: []), bindings: bindings)
    state.reading = Reading(session: session, bindings: bindings)
    state.layers = [.home, .lesson]
    for event in keys(keysPressed) { _ = state.update(event) }
    return state
  }
}
