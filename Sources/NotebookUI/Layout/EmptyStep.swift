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
    let rows = actions.flatMap { action, words in
      LineWrapping.wrap(
        [
          Run(pad(bindings.key(action)), Style(.footerKey, bold: true)), Run(words),
        ], width: width, hanging: keyWidth, keepsSpaces: true)
    }
    return [StyledLine("This step is empty.", .dim), StyledLine()] + rows
  }

  private static let keyWidth = 8

  private static func pad(_ key: String) -> String {
    key + String(repeating: " ", count: max(1, keyWidth - key.count))
  }
}
