import AttentionEngine
import CellLanguage
import Testing

@testable import Notebook

/// A lesson of two steps, an exercise in the second.
enum OwnLesson {
  static let text = """
    ---
    qkv: 1
    id: own
    title: Own cells
    summary: A lesson to write in.
    needs: []
    minutes: 5
    ---
    ## First

    Two inputs.

    ```python {.qkv}
    Q = [[1, 0], [0, 1]]
    ```

    <!-- pause -->

    ```python {.qkv}
    K = [[1, 0], [0, 1], [1, 1]]
    ```

    ## Second

    <!-- exercise: scores edits=S -->
    Write the scores, {Q[0, 0]:.0f}.

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

    ```python {.qkv}
    A = softmax(S)
    ```

    """

  static func lesson(_ text: String = text) throws -> Lesson {
    let (lesson, problems) = LessonReader.read(text: text, name: "own.md")
    #expect(problems.isEmpty)
    return try #require(lesson)
  }

  static func session(_ text: String = text) throws -> Session { Session(lesson: try lesson(text)) }
}

extension Session {
  /// What is shown, a line for each item: `* ` before the reader's own.
  var sketch: [String] {
    lesson.steps.indices.flatMap { step in
      outline(ofStep: step).map { item in
        (item.isOwn ? "* " : "") + sketch(of: item, step)
      }
    }
  }

  private func sketch(of item: OutlineItem, _ step: Int) -> String {
    switch item.kind {
    case .heading: "## " + PlainProse.text(of: lesson.steps[step].title)
    case .code: lesson.steps[step].blocks[item.blocks].flatMap(\.cellIDs).map { text($0) }.joined()
    case .prose:
      lesson.steps[step].blocks[item.blocks].map {
        if case .prose(let prose) = $0 { PlainProse.text(of: [prose]) } else { "\($0.kind)" }
      }.joined(separator: " / ")
    default: "\(item.kind)"
    }
  }

  private func text(_ cell: CellID) -> String { source(of: cell).text }

  /// The block that shows something.
  func block(_ sketch: String) throws -> BlockID {
    for step in lesson.steps.indices {
      for item in outline(ofStep: step) where self.sketch(of: item, step) == sketch {
        return item.id
      }
    }
    throw NoSuchBlock(sketch: sketch)
  }

  struct NoSuchBlock: Error { let sketch: String }

  /// A name's value in a line, or what is wrong with it.
  func line(_ name: String) -> String {
    guard let panel = cellOrder.flatMap({ panels(of: $0) }).first(where: { $0.name == name }) else {
      return "nowhere"
    }
    switch panel.content {
    case .array(let array): return "\(array.tensor.entries)"
    case .text(let text): return text
    case .failure(let diagnostic): return "\(diagnostic.message); \(diagnostic.help ?? "")"
    case .waiting(let name, _): return "waits for \(name)"
    case .hole: return "hole"
    }
  }
}

/// What is kept of a session's history.
func keptText(of session: inout Session, pin: Session? = nil) throws -> String {
  let text = session.historyText(pin: pin)
  return try #require(text)
}
