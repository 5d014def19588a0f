import Notebook
import Terminal

/// How much room a page leaves between its things, in columns and lines more than it must.
struct Spacing: Hashable, Sendable {
  /// Between the columns of a matrix, and between its rows.
  var columns = 0
  var rows = 0
  /// Between matrices beside one another.
  var panels = PanelFlow.gap
  /// Lines between an element and the next, and between the lines of prose.
  var elements = 1
  var lines = 0
  /// Everything in one column, in the middle of the screen: prose and matrices one under the other.
  var isStacked = false

  static let ordinary = Spacing()

  /// For a room, the largest first. The last is for matrices that any more would cut.
  static let room = [
    Spacing(columns: 4, rows: 1, panels: 8, elements: 2, lines: 1, isStacked: true),
    Spacing(columns: 4, rows: 1, panels: 8, elements: 2, lines: 0, isStacked: true),
    Spacing(columns: 4, rows: 0, panels: 8, elements: 2, lines: 0, isStacked: true),
    Spacing(columns: 3, rows: 0, panels: 6, elements: 1, lines: 0, isStacked: true),
    Spacing(columns: 1, rows: 0, panels: 4, elements: 1, lines: 0, isStacked: true),
    Spacing(isStacked: true),
  ]
  /// The largest with which a step is scrolled that fits with none.
  private static let closest = 3
  /// Nobody reads longer lines from the last row.
  static let widestProse = 72
  static let widestPage = 132

  /// The largest with which all of a step fits, else the largest that leaves its matrices whole.
  static func best(for reading: Reading, body: Size, ascii: Bool) -> Spacing {
    var reading = reading
    var whole: Spacing?
    for (index, spacing) in room.enumerated() {
      reading.spacing = spacing
      let page = StepPage(reading, body: body, ascii: ascii)
      guard page.isWhole else { continue }
      if page.fullHeight <= body.height { return spacing }
      if index >= closest, whole == nil { whole = spacing }
    }
    return whole ?? room[room.count - 1]
  }
}

extension StepPage {
  /// Whether every matrix shows all of its entries.
  var isWhole: Bool {
    panels.allSatisfy { $0.box.layout?.isWhole != false }
  }

  /// How many lines more than one each the headers of its panels take.
  var breaks: Int { panels.reduce(0) { $0 + $1.box.breaks } }
}

extension State {
  /// A step that is come to, or another size of the screen, has its own spacing; what is done in the step leaves it.
  mutating func refreshSpacing() {
    chooseSpacing()
    guard !isTooSmall, let fields = reading?.newFields, !fields.isEmpty else { return }
    reading?.keptFields.merge(fields) { $1 }
  }

  private mutating func chooseSpacing() {
    guard !isTooSmall, let reading else { return }
    let place = SpacedPlace(lesson: reading.lesson.id, step: reading.step, size: size)
    guard place != spacedPlace else { return }
    spacedPlace = place
    self.reading?.keptFields = [:]
    guard isRoom else {
      chooseColumns()
      let decimals = roomForDecimals(self.reading ?? reading)
      self.reading?.reservedDecimals = decimals
      return
    }
    let spacing = Spacing.best(for: reading, body: pageBody, ascii: isASCII)
    self.reading?.spacing = spacing
  }
}

/// What a spacing was chosen for.
struct SpacedPlace: Hashable, Sendable {
  let lesson: String
  let step: Int
  let size: Size
}
