import CellLanguage
import Testing

@testable import Notebook

/// A reader's own cell has the labels of what it was computed from.
@Suite struct CarriedLabelsTests {
  private static let lesson = """
    ---
    qkv: 1
    id: labels
    title: Labels
    summary: Rows and columns.
    needs: []
    minutes: 5
    ---
    ## First

    ```python {.qkv}
    #| rows: ada, ben
    #| cols: read, walk
    hours = array([[1, 3], [2, 2]])
    ```

    ```python {.qkv}
    #| rows: the, cat, sat
    #| cols: read, walk
    K = array([[1, 0], [0, 1], [1, 1]])
    ```

    ```python {.qkv}
    #| cols: read, walk
    rate = array([5, 7])
    ```

    ```python {.qkv}
    other = [[1, 2], [3, 4]]
    ```

    """

  /// The labels of rows and columns, by what was typed.
  static let carried: [(text: String, rows: String, columns: String)] = [
    ("x = hours * 2", "ada ben", "read walk"),
    ("x = -hours + 1", "ada ben", "read walk"),
    ("x = hours * rate", "ada ben", "read walk"),
    ("x = hours + other", "ada ben", "read walk"),
    ("x = exp(hours) / exp(hours).sum(axis=1, keepdims=True)", "ada ben", "read walk"),
    ("x = softmax(hours)", "ada ben", "read walk"),
    ("x = where(hours > 1, hours, 0)", "ada ben", "read walk"),
    ("x = hours.T", "read walk", "ada ben"),
    ("x = hours @ K.T", "ada ben", "the cat sat"),
    ("x = softmax(hours @ K.T / sqrt(2)) @ K", "ada ben", "read walk"),
    ("x = attention(hours, K, K)", "ada ben", "read walk"),
    ("x = attention_weights(hours, K)", "ada ben", "the cat sat"),
    ("x = hours @ rate", "", "ada ben"),
    ("x = rate @ hours.T", "", "ada ben"),
    ("x = hours.sum(axis=1)", "", "ada ben"),
    ("x = hours.sum(axis=0)", "", "read walk"),
    ("x = hours.sum(axis=1, keepdims=True)", "ada ben", ""),
    ("x = hours[0]", "", "read walk"),
    ("x = hours[:, 1]", "", "ada ben"),
    ("x = K[1:]", "cat sat", "read walk"),
    ("x = K[[2, 0, 2]]", "sat the sat", "read walk"),
    ("x = hours.copy()", "ada ben", "read walk"),
    ("x = concatenate([hours, K])", "ada ben the cat sat", "read walk"),
    ("y = hours * 2\nx = y @ K.T", "ada ben", "the cat sat"),
    ("x = sort(hours, axis=1)", "ada ben", ""),
    // Where two disagree, or nothing is known, there are none.
    ("x = hours + hours.T", "", ""),
    ("x = K.reshape(2, 3)", "", ""),
    ("x = other * 2", "", ""),
    ("x = ones((2, 2))", "", ""),
    ("x = hours.flatten()", "", ""),
  ]

  @Test("labels are carried on", arguments: carried)
  func carries(_ row: (text: String, rows: String, columns: String)) throws {
    let (lesson, problems) = LessonReader.read(text: Self.lesson, name: "labels.md")
    #expect(problems.isEmpty)
    var session = Session(lesson: try #require(lesson))
    let change = try session.insert(.code, row.text, .end(ofStep: 0))
    let panel = try #require(session.panels(of: change.panel.cell).last)
    #expect(panel.rowLabels.joined(separator: " ") == row.rows, "\(panel.content)")
    #expect(panel.columnLabels.joined(separator: " ") == row.columns, "\(panel.content)")
  }

  /// A node that is met on many ways is looked at once.
  @Test func aLongSumTakesNoTime() throws {
    let lesson = try #require(LessonReader.read(text: Self.lesson, name: "labels.md").lesson)
    var session = Session(lesson: lesson)
    let sums = (1...18).map { "x\($0) = x\($0 - 1) + x\($0 - 1)" }
    let text = (["x0 = hours + 0"] + sums).joined(separator: "\n")
    let change = try session.insert(.code, text, .end(ofStep: 0))
    #expect(session.panels(of: change.panel.cell).last?.rowLabels == ["ada", "ben"])
  }
}
