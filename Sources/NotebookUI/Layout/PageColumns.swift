import Notebook
import Terminal

/// How a wide page is divided: prose on the left, cells on the right.
struct PageColumns {
  let prose: Rectangle
  let cells: Rectangle

  init(width: Int, prose wish: Int?) {
    let proseWidth = wish ?? Self.usualProse(width: width)
    prose = Rectangle(x: 2, y: 0, width: proseWidth, height: 0)
    let x = prose.x + proseWidth + 4
    cells = Rectangle(x: x, y: 0, width: width - x - 1, height: 0)
  }

  /// The share of prose where the cells of the step don't ask for another: lines that are read easily.
  static func usualProse(width: Int) -> Int { max(42, min(width * 2 / 5, 66)) }

  /// What may be tried for prose, the usual share first. Where there is room for more, short lines are no choice.
  static func choices(width: Int) -> [Int] {
    let narrowest = width < 130 ? 38 : 50
    return Array(stride(from: usualProse(width: width), through: narrowest, by: -2))
  }
}

extension State {
  /// Divides the screen for the step that is come to: prose as wide as lets the panels stand in the fewest rows with the fewest
  /// formulas broken, and on a tall screen a third column for the derivation where there is something to stand in it and all
  /// of the step has room beside it as it has without.
  ///
  /// By the step as it is come to, so that nothing jumps when only numbers change.
  mutating func chooseColumns() {
    leavesRoomBeside = false
    reading?.proseWidth = nil
    reading?.keepsFormulas = false
    guard let reading, !isRoom, size.width >= StepPage.sideBySide else { return }
    var chosen = best(for: reading, body: pageBody(leavingRoom: false))
    let frame = OpenDerivation(size: size, isRoom: isRoom, height: nil)
    if frame.lines > 0, OpenDerivation.isWide(size), chosen.rows > 0, reading.hasAside {
      let narrow = best(for: reading, body: pageBody(leavingRoom: true))
      if narrow.isWhole, narrow.breaks <= chosen.breaks,
        lines(below: narrow) == lines(below: chosen)
      {
        leavesRoomBeside = true
        chosen = narrow
      }
    }
    self.reading?.proseWidth = chosen.prose
    self.reading?.keepsFormulas = chosen.keepsFormulas
  }

  /// How many lines a step of this height leaves below it.
  private func lines(below division: Division) -> Int {
    OpenDerivation(size: size, isRoom: isRoom, height: division.height).lines
  }

  /// With formulas whole where that costs nothing but lines that the step has to spare.
  private func best(for reading: Reading, body: Size) -> Division {
    let broken = division(of: reading, body: body)
    guard broken.breaks > 0 else { return broken }
    var reading = reading
    reading.keepsFormulas = true
    let kept = division(of: reading, body: body)
    let isWorth =
      kept.breaks < broken.breaks && kept.isWhole && kept.height <= body.height
      && lines(below: kept) == lines(below: broken)
    return isWorth ? kept : broken
  }

  /// The share of prose with which the panels take the fewest rows and the page is hardly taller.
  private func division(of reading: Reading, body: Size) -> Division {
    let choices = body.width < StepPage.sideBySide ? [] : PageColumns.choices(width: body.width)
    var best = Division(reading, prose: choices.first, body: body, ascii: isASCII)
    guard best.rows > 1 || best.breaks > 0 || !best.isBeside else { return best }
    for prose in choices.dropFirst() {
      let next = Division(reading, prose: prose, body: body, ascii: isASCII)
      if lines(below: next) == lines(below: best), next.isBetter(than: best) { best = next }
    }
    return best
  }
}

/// What comes of a share of prose.
private struct Division {
  let prose: Int?
  /// In how many rows the panels stand.
  let rows: Int
  /// How many lines more than one each their headers take.
  let breaks: Int
  let height: Int
  let isWhole: Bool
  let keepsFormulas: Bool
  let isBeside: Bool
  /// So many lines more are worth a row of panels less.
  private static let taller = 3

  init(_ reading: Reading, prose: Int?, body: Size, ascii: Bool) {
    var reading = reading
    reading.proseWidth = prose
    reading.reservedDecimals = 0
    // With what isn't revealed yet.
    reading.curtain = nil
    let page = StepPage(reading, body: body, ascii: ascii)
    self.prose = prose
    keepsFormulas = reading.keepsFormulas
    rows = Set(page.panels.map(\.at.y)).count
    breaks = page.breaks
    height = max(page.height, page.fullHeight)
    isWhole = page.isWhole
    isBeside = !page.hasPanelsBelow
  }

  func isBetter(than other: Division) -> Bool {
    guard isWhole || !other.isWhole, height <= other.height + Self.taller else { return false }
    if isBeside != other.isBeside { return isBeside && isWhole }
    return rows < other.rows || rows == other.rows && breaks < other.breaks
      || isWhole && !other.isWhole
  }
}
