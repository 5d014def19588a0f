package import Terminal

extension State {
  /// The whole screen, from the state alone.
  package func draw() -> Grid {
    var grid = Grid(size: size)
    if isTooSmall {
      drawTooSmall(&grid)
      return grid
    }
    switch layer {
    case .home: drawHome(&grid)
    case .lesson: drawLesson(&grid)
    case .walk: drawWalk(&grid)
    case .help: drawHelp(&grid)
    case .finder: drawFinder(&grid)
    case .copy: drawCopy(&grid)
    case .mending: drawMending(&grid)
    case .notes: drawNotes(&grid)
    }
    drawFooter(&grid)
    return grid
  }

  private func drawTooSmall(_ grid: inout Grid) {
    let needed = Frame.smallest
    let lines = [
      "This window has \(size.width)×\(size.height),",
      "the notebook needs \(needed.width)×\(needed.height).",
      "Enlarge it, or \(bindings.key(.back, in: .home)) quits.",
    ]
    // What leaving loses is said wherever it is asked for.
    let warning = confirming == .leave ? message : nil
    let words = warning.map { [$0.text] } ?? lines
    let runs = [Run(words.joined(separator: " "))]
    let fits =
      warning == nil && lines.allSatisfy { TextWidth.columns(of: $0) <= size.width }
      && size.height >= 3
    let shown = fits ? lines.map { StyledLine($0) } : LineWrapping.wrap(runs, width: size.width)
    for (y, line) in shown.enumerated() { grid.put(line, at: Point(x: 0, y: y)) }
  }
}
