import CellLanguage
import Terminal

/// The line below a formula being typed: what the word may become, else what the function does.
struct CompletionLine {
  let line: StyledLine

  /// Empty where there is nothing to say, so that the step doesn't move while one types.
  init(
    _ field: TextField, _ completing: Completing?, completion: Completion?, width: Int,
    known: KnownFunctions = .ofTheLanguage
  ) {
    if let completing {
      line = Self.line(
        Array(completing.names.dropLast()), chosen: completing.index, width: width, known)
    } else if let completion {
      line = Self.line(completion.names, chosen: nil, width: width, known)
    } else if let row = Completion.function(at: field.caret, in: field.characters, known: known) {
      line = Self.line(row, width: width)
    } else {
      line = StyledLine()
    }
  }

  /// The names side by side, from the chosen one on where not all fit; what is said about it behind them.
  private static func line(
    _ names: [String], chosen: Int?, width: Int, _ known: KnownFunctions
  ) -> StyledLine {
    var line = StyledLine()
    let first = max(0, min(chosen ?? 0, names.count - 1))
    for (index, name) in names.enumerated().dropFirst(first) {
      guard line.width + name.count + 2 <= width else {
        line.append(" …", Style(.dim))
        break
      }
      if !line.runs.isEmpty { line.append("  ", .text) }
      line.append(name, index == chosen ? Style(.selection, bold: true) : Style(.dim))
      // The doc line of the one that stands in the text.
      if index == chosen, let row = known[name] {
        return appended(row, to: line, width: width)
      }
    }
    if names.count == 1, chosen == nil, let row = known[names[0]] {
      return appended(row, to: line, width: width)
    }
    return line
  }

  private static func appended(_ row: FunctionLine, to line: StyledLine, width: Int) -> StyledLine {
    var line = line
    let text = "(\(row.signature))  \(row.documentation)"
    line.append(TextWidth.clipped(text, to: max(0, width - line.width)), Style(.dim))
    return line
  }

  private static func line(_ row: FunctionLine, width: Int) -> StyledLine {
    appended(row, to: StyledLine([Run(row.name, Style(.code))]), width: width)
  }
}
