import CellLanguage
import Notebook

/// Small lessons to test the screen with, made without a file.
enum Sample {
  static func cell(
    _ id: Int, _ text: String, rows: [String] = [], columns: [String] = [], title: String? = nil,
    change: (inout CellOptions) -> Void = { _ in }
  ) -> LessonCell {
    var options = CellOptions()
    if !rows.isEmpty { options.rows = .list(rows) }
    if !columns.isEmpty { options.columns = .list(columns) }
    options.title = title
    change(&options)
    return LessonCell(id: id, source: Source(text), options: options)
  }

  static func paragraph(_ text: String) -> Block { .prose(.paragraph([.text(text)])) }

  static func lesson(
    _ number: Int? = nil, _ id: String, _ title: String, summary: String = "", minutes: Int = 10,
    steps: [(title: String, blocks: [Block])] = [], cells: [LessonCell] = []
  ) -> Lesson {
    Lesson(
      number: number, id: id, title: title, summary: summary, needs: [], minutes: minutes,
      steps: steps.map { Step(title: [.text($0.title)], blocks: $0.blocks, line: 1) }, cells: cells)
  }

  static let softmax = lesson(
    4, "softmax", "Softmax and temperature", summary: "From scores to weights that sum to 1.",
    minutes: 15, steps: [("One row", [paragraph("Every row sums to one.")])])

  /// The lesson of the product's picture.
  static let weightedSums = lesson(
    6, "weighted-sums", "Weighted sums of values",
    summary: "K decides where, V decides what.", minutes: 12,
    steps: [
      (
        "Where and what",
        [
          .prose(
            .paragraph([
              .code("K"), .text(" decides where, "), .code("V"),
              .text(
                " decides what. Change a number of V: the weights A stay as they are, only the output moves. Now O[cat, f] is "
              ),
              .live(LiveNumber(expression: "O[1, 0]", format: ".2f", line: 1)),
              .text(". Which entries of O will change? Guess first."),
            ])),
          .cell(0), .cell(1), .cell(2), .cell(3), .cell(4),
        ]
      ),
      ("Mistakes", [paragraph("Nobody can break the notebook."), .cell(5), .cell(6), .cell(7)]),
      ("Only words", [paragraph("Words alone.")]),
    ],
    cells: [
      cell(
        0, "Q = [[1.0, 0.0], [0.0, 1.0]]", rows: ["the", "cat"], columns: ["x", "y"], title: "query"
      ),
      cell(
        1, "K = [[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]", rows: ["the", "cat", "sat"],
        columns: ["x", "y"], title: "key"),
      cell(
        2, "V = [[1.0, 0.0], [0.0, 1.0], [0.5, 0.5]]", rows: ["the", "cat", "sat"],
        columns: ["f", "g"], title: "value"),
      cell(
        3, "A = softmax(Q @ K.T / sqrt(2))", rows: ["the", "cat"], columns: ["the", "cat", "sat"]
      ) { $0.views = [.heatmap, .table] },
      cell(4, "O = A @ V", rows: ["the", "cat"], columns: ["f", "g"]),
      cell(5, "S = Q @ K"),
      cell(6, "W = ..."),
      cell(7, "T = 0.5") { $0.slider = Slider(low: 0, high: 1, step: 0.25) },
    ])

  static let shelf = [softmax, weightedSums]
}
