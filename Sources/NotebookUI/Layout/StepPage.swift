import Notebook
import Terminal

/// A step laid out as one page, which may be taller than the screen.
struct StepPage {
  /// From this width on, prose stands beside the cells.
  static let sideBySide = 100
  static let widestProse = 84

  private(set) var texts: [(line: StyledLine, at: Point)] = []
  private(set) var panels: [(box: PanelBox, at: Point)] = []
  /// What the cursor can stand on in the text: the options of a quiz, the place of a guess.
  private(set) var stops: [(focus: Focus, area: Rectangle)] = []
  /// The lines of the tasks, by their ids: a question, or what stands under an exercise.
  private(set) var tasks: [String: Range<Int>] = [:]
  private(set) var height = 0
  /// The lines before what had no room in its place and stands at the end.
  private(set) var heightBeforeRest = 0
  /// The lines at the end with what checks found, where that had no room in its place.
  private(set) var findings: Range<Int>?
  /// How many lines tell what checks found.
  private(set) var findingCount = 0
  /// Whether a matrix that is too wide to stand beside the prose stands below it.
  private(set) var hasPanelsBelow = false
  /// Before lines were taken out from between the elements.
  private(set) var heightUnsqueezed = 0

  /// With what isn't revealed yet.
  private(set) var fullHeight = 0

  private let width: Int
  private let spacing: Spacing
  private var allowance = PageAllowance()
  /// How many of the last elements have no empty line before them: where that is all that is missing.
  private var squeezed = 0
  private var rest: (lines: [StyledLine], x: Int) = ([], 0)
  /// What of it is revealed; nil where all is.
  private let curtain: RevealedParts?
  /// How many texts have been placed.
  private var textCount = 0

  init(_ reading: Reading, body: Size, ascii: Bool = false) {
    width = body.width
    spacing = reading.spacing
    curtain = RevealedParts(reading, ascii: ascii)
    let elements = reading.elements(ascii: ascii)
    attempt(elements, reading, body)
    heightUnsqueezed = height
    squeeze(elements, reading, body)
    heightBeforeRest = height
    putRest()
    fullHeight = heightBeforeRest
    if curtain != nil { height = shownHeight }
    if let words = reading.foldWords { fold(words, ascii: ascii) }
  }

  /// With as much as fits.
  private mutating func attempt(
    _ elements: [StepElement], _ reading: Reading, _ body: Size
  ) {
    let hasFlow = reading.panels.contains { reading.view(of: $0) == .flow }
    for allowance in PageAllowance.all(hasFlow: hasFlow) {
      self.allowance = allowance
      clear()
      place(elements, reading, body)
      if height <= body.height { return }
    }
  }

  /// In the place of what isn't shown yet, how to come to it.
  private mutating func fold(_ words: [Run], ascii: Bool) {
    let x = texts.first?.at.x ?? 1
    let runs = [Run(ascii ? "... " : "· · · ", .dim)] + words
    if height > 0 { height += 1 }
    for line in LineWrapping.wrap(runs, width: max(8, width - 2 * x), hanging: 4) {
      texts.append((line, Point(x: x, y: height)))
      height += 1
    }
  }

  /// Down to the last line that is revealed.
  private var shownHeight: Int {
    let lines = texts.map { $0.at.y + 1 } + tasks.values.map(\.upperBound)
    return max(lines.max() ?? 0, panels.map { $0.at.y + $0.box.size.height }.max() ?? 0)
  }

  /// What stands farther up stays where it is.
  private mutating func squeeze(_ elements: [StepElement], _ reading: Reading, _ body: Size) {
    // What checks found may be scrolled to, where the rest fits without it.
    let excess =
      [0, findingCount].map { height - $0 - body.height }.first { $0 < elements.count } ?? 0
    guard excess > 0, isStacked(elements, body) else { return }
    squeezed = excess
    clear()
    place(elements, reading, body)
  }

  /// Out of view, with the note that there is more.
  private mutating func putRest() {
    guard !rest.lines.isEmpty else { return }
    for (index, line) in rest.lines.enumerated() {
      texts.append((line, Point(x: rest.x, y: height + 1 + index)))
    }
    findings = height + 1..<height + 1 + rest.lines.count
    height += 1 + rest.lines.count
  }

  private mutating func place(_ elements: [StepElement], _ reading: Reading, _ body: Size) {
    if spacing.isStacked {
      center(elements, reading, body)
    } else if isStacked(elements, body) {
      stack(elements, reading, body)
    } else {
      let columns = PageColumns(width: body.width, prose: reading.proseWidth)
      setSide(by: elements, reading, body, columns)
    }
  }

  private func isStacked(_ elements: [StepElement], _ body: Size) -> Bool {
    !spacing.isStacked && (body.width < Self.sideBySide || !Self.hasBoth(elements))
  }

  private mutating func clear() {
    texts = []
    panels = []
    stops = []
    tasks = [:]
    rest = ([], 0)
    height = 0
    findingCount = 0
    textCount = 0
  }

  private static func hasBoth(_ elements: [StepElement]) -> Bool {
    elements.contains { if case .text = $0 { true } else { false } }
      && elements.contains { if case .panels = $0 { true } else { false } }
  }

  /// Everything in one column, in text order.
  private mutating func stack(_ elements: [StepElement], _ reading: Reading, _ body: Size) {
    let margin = width >= 60 ? 3 : 1
    for (index, element) in elements.enumerated() {
      if height > 0, index < elements.count - squeezed { height += 1 }
      switch element {
      case .text(let text):
        height = put(text, width: min(width - 2, Self.widestProse), x: 1, y: height)
      case .panels(let panels):
        let limit = Size(width: width - margin - 1, height: body.height)
        height = put(panels, x: margin, y: height, limit, reading)
      }
    }
  }

  /// The same in the middle of a wide screen, with the spacing of a room.
  private mutating func center(_ elements: [StepElement], _ reading: Reading, _ body: Size) {
    let margin = width >= 100 ? 6 : width >= 60 ? 3 : 1
    let page = min(width - 2 * margin, Spacing.widestPage)
    let x = (width - page) / 2
    for element in elements {
      if height > 0 { height += spacing.elements }
      switch element {
      case .text(let text):
        height = put(text, width: min(page, Spacing.widestProse), x: x, y: height)
      case .panels(let panels):
        height = put(panels, x: x, y: height, Size(width: page, height: body.height), reading)
      }
    }
  }

  /// Prose on the left, cells on the right; where a column is too tall for the screen, each text stays beside the cells
  /// that follow it.
  private mutating func setSide(
    by elements: [StepElement], _ reading: Reading, _ body: Size, _ columns: PageColumns
  ) {
    setSide(by: elements, reading, body, columns, banded: false)
    guard height > body.height else { return }
    clear()
    setSide(by: elements, reading, body, columns, banded: true)
  }

  private mutating func setSide(
    by elements: [StepElement], _ reading: Reading, _ body: Size, _ columns: PageColumns,
    banded: Bool
  ) {
    let limit = Size(width: columns.cells.width, height: body.height)
    let full = Size(width: width - columns.prose.x - 1, height: body.height)
    hasPanelsBelow = false
    var top = 0
    var left = 0
    var right = 0
    for element in elements {
      switch element {
      case .text(let text):
        if banded && right > top {
          top = max(left, right) + 1
          left = top
          right = top
        }
        if left > top { left += 1 }
        left = put(text, width: columns.prose.width, x: columns.prose.x, y: left)
      case .panels(let panels):
        if needsFullWidth(panels, beside: limit, full, reading) {
          let y = max(left, right) > 0 ? max(left, right) + 1 : 0
          left = put(panels, x: columns.prose.x, y: y, full, reading)
          right = left
          hasPanelsBelow = true
          continue
        }
        if right > top { right += 1 }
        right = put(panels, x: columns.cells.x, y: right, limit, reading)
      }
    }
    height = max(left, right)
  }

  /// Whether the columns of a matrix have no room beside the prose, and more of them below it.
  private func needsFullWidth(
    _ panels: [Panel], beside limit: Size, _ full: Size, _ reading: Reading
  ) -> Bool {
    func columns(in size: Size) -> (shown: Int, all: Int) {
      reading.flow(of: panels, limit: size, allowance).placed.reduce((0, 0)) { sum, item in
        guard let table = item.0.table else { return sum }
        return (sum.0 + table.columns.count, sum.1 + table.shape.columns)
      }
    }
    let beside = columns(in: limit)
    return beside.shown < beside.all && columns(in: full).shown > beside.shown
  }

  // MARK: - Placing

  private mutating func put(
    _ text: (TextRoom) -> TextBlock, width: Int, x: Int, y: Int
  ) -> Int {
    let block = text(
      TextRoom(width: width, reserves: allowance.reserves))
    textCount += 1
    if let curtain, textCount > curtain.texts { return y + height(of: block.lines.count) }
    findingCount += block.findingCount
    if !block.rest.isEmpty { rest = (rest.lines + block.rest, x) }
    let pitch = 1 + spacing.lines
    for (index, line) in block.lines.enumerated() {
      texts.append((line, Point(x: x, y: y + index * pitch)))
    }
    if let task = block.task { tasks[task] = y..<y + height(of: block.lines.count) }
    for (focus, lines) in block.stops {
      let area = Rectangle(
        x: x, y: y + lines.lowerBound * pitch, width: width, height: height(of: lines.count))
      stops.append((focus, area))
    }
    return y + height(of: block.lines.count)
  }

  /// Of so many lines of text.
  private func height(of lines: Int) -> Int { max(0, lines * (1 + spacing.lines) - spacing.lines) }

  private mutating func put(
    _ panels: [Panel], x: Int, y: Int, _ limit: Size, _ reading: Reading
  ) -> Int {
    let flow = reading.flow(
      of: panels, limit: limit, allowance)
    for (box, at) in flow.placed where curtain?.cells.contains(box.id.cell) != false {
      self.panels.append((box, Point(x: x + at.x, y: y + at.y)))
    }
    return y + flow.height
  }
}

extension StepPage {
  /// Whether a panel stands less than four columns behind another one.
  func isCrowded(leftOf box: PanelBox, _ at: Point) -> Bool {
    let rows = at.y..<at.y + box.size.height
    return panels.contains { other in
      other.at.x < at.x && other.at.x + other.box.size.width > at.x - 4
        && rows.overlaps(other.at.y..<other.at.y + other.box.size.height)
    }
  }
}
