import Notebook
import Terminal

/// What a step of one's own says where nothing stands in it yet.
enum EmptyStep {
  private static let actions: [(Action, String)] = [
    (.addTextBelow, "writes text: Markdown, with numbers in braces"),
    (.addCellBelow, "writes a cell: Q = [[1, 0], [0, 1]], or a formula"),
    (.addStep, "adds the next step"),
    (.editHead, "changes the notebook's title and summary"),
    (.write, "saves it all in the file"),
  ]

  static func element(_ bindings: Bindings) -> StepElement {
    .text { TextBlock(lines(bindings, width: $0.width)) }
  }

  private static func lines(_ bindings: Bindings, width: Int) -> [StyledLine] {
    let others = Skeleton.allCases.dropFirst().map(\.rawValue).joined(separator: ", ")
    let skeletons = (
      "\(bindings.key(.palette))add quiz", "adds a quiz to fill in; likewise \(others)"
    )
    var entries = actions.map { (bindings.key($0.0), $0.1) }
    entries.insert(skeletons, at: 2)
    let keyWidth = (entries.map { TextWidth.columns(of: $0.0) }.max() ?? 0) + 2
    let rows = entries.flatMap { key, words in
      LineWrapping.wrap(
        [Run(pad(key, to: keyWidth), Style(.footerKey, bold: true)), Run(words)],
        width: width, hanging: keyWidth, keepsSpaces: true)
    }
    return [StyledLine("This step is empty.", .dim), StyledLine()] + rows
  }

  private static func pad(_ key: String, to width: Int) -> String {
    key + String(repeating: " ", count: width - TextWidth.columns(of: key))
  }
}
