import AttentionEngine
import CellLanguage
package import Notebook

extension Panel {
  /// The views that a panel can be switched between: the lesson's, then what else makes sense of its numbers.
  package var offeredViews: [MatrixView] {
    guard case .array(let array) = content, let rank = tableShape?.shape.count else { return [] }
    guard rank > 0 else {
      let drawn = options.views.filter { $0 == .table || $0 == .line }
      return drawn.contains(.line) && !drawn.contains(.table) ? drawn + [.table] : drawn
    }
    let plain: [MatrixView] =
      array.dtype == .bool ? [.table, .heatmap] : [.table, .heatmap, .bars]
    let more = plain + (rank > 1 && isBetweenTokens ? [.flow] : [])
    return options.views + more.filter { !options.views.contains($0) }
  }

  /// Whether its entries are weights or scores, which lead from the tokens of its rows to those of its columns.
  private var isBetweenTokens: Bool {
    // Down the columns, the queries are those.
    guard !isInput, formula?.contains("axis=0") != true else { return false }
    return !rowLabels.isEmpty && rowLabels == columnLabels || isWeights
  }

  private var isWeights: Bool {
    guard let formula else { return false }
    return ["softmax(", "attention_weights("].contains { call in
      guard formula.hasPrefix(call), formula.hasSuffix(")") else { return false }
      // The call is all of it: its parenthesis isn't closed before the end.
      var depth = 1
      for character in formula.dropFirst(call.count).dropLast() {
        depth += character == "(" ? 1 : character == ")" ? -1 : 0
        if depth == 0 { return false }
      }
      return true
    }
  }
}
