import CellLanguage
import Terminal

/// The line below a formula being typed: what the word may become, else what the function does.
struct CompletionLine {
  let line: StyledLine
  /// The same with all there is to say of the function, on as many lines as that takes.
  let lines: [StyledLine]

  /// Empty where there is nothing to say, so that the step doesn't move while one types.
  init(
    _ field: TextField, _ completing: Completing?, completion: Completion?, width: Int,
    known: KnownFunctions = .ofTheLanguage
  ) {
    let names = completing.map { Array($0.names.dropLast()) } ?? completion?.names ?? []
    let chosen = completing?.index
    if !names.isEmpty || completing != nil {
      let (line, row) = Self.line(names, chosen: chosen, width: width, known)
      self.init(line, row, width: width)
    } else if let row = Completion.function(at: field.caret, in: field.characters, known: known) {
      self.init(StyledLine([Run(row.name, Style(.code))]), row, width: width)
    } else {
      self.init(StyledLine(), nil, width: width)
    }
  }

  /// - Parameter row: the function whose name the line ends with.
  private init(_ start: StyledLine, _ row: FunctionLine?, width: Int) {
    guard let row else {
      (line, lines) = (start, start.width > 0 ? [start] : [])
      return
    }
    var line = start
    line.append(Self.words(of: row, width: width - start.width), Style(.dim))
    self.line = line
    let whole = start.runs + [Run("(\(row.signature))  \(row.documentation)", Style(.dim))]
    lines = LineWrapping.wrap(whole, width: width, hanging: 2)
  }

  /// The parameters and what the function does; where there isn't room for both, this goes first: who knows it knows what
  /// the parameters are.
  private static func words(of row: FunctionLine, width: Int) -> String {
    let whole = "(\(row.signature))  \(row.documentation)"
    guard TextWidth.columns(of: whole) > width, !row.documentation.isEmpty else {
      return TextWidth.clipped(whole, to: max(0, width))
    }
    let room = width - TextWidth.columns(of: "()  \(row.documentation)")
    guard room >= 1 else {
      return TextWidth.clipped("  \(row.documentation)", to: max(0, width))
    }
    return "(\(TextWidth.clipped(row.signature, to: room)))  \(row.documentation)"
  }

  /// The names side by side, from the chosen one on where not all fit.
  ///
  /// - Returns: the names, and the function that there is something to say about behind them.
  private static func line(
    _ names: [String], chosen: Int?, width: Int, _ known: KnownFunctions
  ) -> (StyledLine, FunctionLine?) {
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
      if index == chosen, let row = known[name] { return (line, row) }
    }
    return (line, names.count == 1 && chosen == nil ? known[names[0]] : nil)
  }
}
