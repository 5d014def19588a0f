import Terminal
import Testing

@testable import NotebookUI

/// Lines that share cells, of which each has one colour.
@Suite struct DotCanvasTests {
  /// Lines from dot to dot, the last on top; the colours of the cells by the numbers of their lines.
  private func colours(_ lines: [(from: Point, to: Point, thickness: Int)]) -> [String] {
    let blank = DotCanvas(size: Size(width: 12, height: 3))
    let layers = lines.enumerated().map { index, line in
      var layer = blank
      layer.line(
        from: line.from, to: line.to, thickness: line.thickness, .series(index))
      return layer
    }
    return blank.overlaid(with: layers).lines.map { line in
      line.runs.map { run in
        run.text.map { text in
          if text != " ", case .series(let index) = run.style.role { "\(index)" } else { "." }
        }.joined()
      }.joined()
    }
  }

  @Test func linesThatRunTogetherTakeTurns() {
    #expect(
      colours([
        (Point(x: 0, y: 5), Point(x: 23, y: 5), 1), (Point(x: 0, y: 6), Point(x: 23, y: 6), 1),
      ])
        == ["............", "001100110011", "............"])
    #expect(
      colours([
        (Point(x: 0, y: 4), Point(x: 23, y: 4), 1), (Point(x: 0, y: 5), Point(x: 23, y: 5), 1),
        (Point(x: 8, y: 6), Point(x: 23, y: 6), 2),
      ]) == ["............", "001100112200", "............"])
  }

  @Test func whereLinesCrossTheThickOneIsOnTop() {
    let flat = (Point(x: 0, y: 5), Point(x: 23, y: 5))
    let upright = (Point(x: 8, y: 0), Point(x: 8, y: 11))
    #expect(
      colours([(flat.0, flat.1, 2), (upright.0, upright.1, 1)])
        == ["....1.......", "000010000000", "....1......."])
    #expect(
      colours([(flat.0, flat.1, 1), (upright.0, upright.1, 1)])
        == ["....1.......", "000010000000", "....1......."])
    #expect(
      colours([(flat.0, flat.1, 4), (upright.0, upright.1, 1)])
        == ["....1.......", "000000000000", "....1......."])
  }
}
