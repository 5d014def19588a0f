import AttentionEngine
import CellLanguage
import Notebook
import Terminal

/// A panel laid out: its lines and where its entries stand, relative to its top left.
struct PanelBox {
  /// How wide a header may make a panel whose table is narrow, where panels stand side by side.
  static let comfortableHeader = 40

  let panel: Panel
  var header: [StyledLine]
  /// Text below the header, in place of entries.
  var body: [StyledLine] = []
  var table: TableLayout?
  /// The entries as a picture, in the place of a table.
  var figure: (any EntryLayout)?
  var tableOrigin = Point(x: 0, y: 0)
  var size: Size
  /// What the shades or bars stand for, and where that stands; nil where it has no room in the panel.
  var legend: ViewLegend?
  var legendPlace: (line: StyledLine, at: Point)?

  var id: PanelID { panel.id }

  /// How many lines more than one the header takes.
  var breaks: Int { max(0, header.count { $0.width > 0 } - 1) }

  /// Where the entries stand.
  var layout: (any EntryLayout)? { figure ?? table }

  /// Where an entry's slot stands; nil where it is out of view.
  func slot(_ position: [Int]) -> Rectangle? {
    guard let layout, let place = layout.shape.place(of: position), var slot = layout.slot(place)
    else {
      return nil
    }
    slot.x += tableOrigin.x
    slot.y += tableOrigin.y
    return slot
  }

  /// The entry at a point of the box.
  func position(at point: Point) -> [Int]? {
    guard let layout else { return nil }
    let inside = Point(x: point.x - tableOrigin.x, y: point.y - tableOrigin.y)
    return layout.place(at: inside).map { layout.shape.position($0) }
  }

  /// Moves the header and what stands below it down, so that this lines up with a neighbour's: a header stands close to what it
  /// names.
  mutating func padHeader(to height: Int) {
    guard !header.isEmpty, figure != nil || table?.shape.shape.isEmpty != true,
      height > header.count
    else { return }
    let added = height - header.count
    header = Array(repeating: StyledLine(), count: added) + header
    tableOrigin.y += added
    size.height += added
  }
}

/// What decides how a panel is laid out, besides the panel itself.
struct PanelSettings {
  var view: MatrixView = .table
  var digits: Int
  /// The most decimals that it can have without being asked for more; nil where they are always `digits`.
  var widestDigits: Int?
  var window = TableWindow()
  /// Where the cursor is, if it is in the panel.
  var focus: [Int]?
  /// How the panel follows a slider, where it is drawn over one.
  var curve: Curve?
  /// Whether each entry has columns behind it for its change against the pinned state.
  var compares = false
  /// The most columns for a bar beside its number.
  var barWidth = TableLayout.longBar
  /// Whether the tokens of a flow are set apart.
  var isTall = false
  /// For how many decimals whole numbers have room.
  var reserves = 0
  /// The columns that the numbers had so far, where they are to have no more.
  var kept: Int?
  /// The most columns for a label.
  var widestLabel = TableLayout.widestLabel
  /// Why what it waits for failed, where that stands elsewhere.
  var hiddenCause: String?
  /// What is wrong with the labels.
  var labelFault: String?
  /// The key that begins an edit.
  var editKey = "Enter"
  /// The width at which a long header is broken.
  var headerWidth = PanelBox.comfortableHeader
  var spacing = Spacing.ordinary
}

extension PanelBox {
  /// - Parameter text: the statement as written, shown where there are no entries.
  init(_ panel: Panel, text: String, source: String, settings: PanelSettings, limit: Size) {
    switch panel.content {
    case .array(let array):
      self.init(panel, array: array, settings: settings, limit: limit)
    case .text(let value):
      self.init(panel, lines: Self.textLines(panel, text: text, value: value, width: limit.width))
    case .failure(let diagnostic):
      let pointed = DiagnosticLines(diagnostic: diagnostic, text: source, width: limit.width)
      // Where nothing of a cell can be read, all of it is seen.
      let isWhole = panel.id.statement == 0 && panel.formula == source
      let lines = PanelHeader(panel: panel).penned(
        isWhole ? pointed.all : pointed.lines, width: limit.width)
      self.init(panel, lines: Self.marked(lines, panel, limit.width))
    case .waiting(let name, let reason):
      let cause = settings.hiddenCause.map { ": \($0)" } ?? ""
      let why = reason == .hole ? "which is yours to fill" : "which failed\(cause)"
      self.init(panel, lines: Self.headed(panel, by: "waits for \(name), \(why)", limit.width))
    case .hole:
      let name = panel.name.map { [Run($0, Style(.heading, bold: true)), Run(" = ", .dim)] } ?? []
      let lines = [
        StyledLine(
          name + [Run("...", .warning), Run("  \(PanelHeader.pen)", .dim)]
            + PanelHeader(panel: panel).ownMark),
        StyledLine("yours to fill: \(settings.editKey) to write it", .dim),
      ]
      self.init(panel, lines: lines)
    }
  }

  private init(_ panel: Panel, lines: [StyledLine]) {
    self.panel = panel
    header = Array(lines.prefix(1))
    body = Array(lines.dropFirst())
    size = Size(width: lines.map(\.width).max() ?? 0, height: lines.count)
  }

  private static func marked(_ lines: [StyledLine], _ panel: Panel, _ width: Int) -> [StyledLine] {
    panel.isOwn ? OwnMark.marked(lines, width: width) : lines
  }

  private static func headed(_ panel: Panel, by note: String, _ width: Int) -> [StyledLine] {
    LineWrapping.wrap(PanelHeader(panel: panel).runs, width: width, hanging: 4, keepsSpaces: true)
      + LineWrapping.wrap([Run(note, .dim)], width: width)
  }

  private static func textLines(
    _ panel: Panel, text: String, value: String, width: Int
  ) -> [StyledLine] {
    if text.hasPrefix("def ") { return marked(code(text, width: width), panel, width) }
    let header = PanelHeader(panel: panel)
    // A list of texts says all by itself, and so does what would only be repeated.
    let formula = panel.formula ?? ""
    let saysAll =
      formula.first.map { "[(\"'".contains($0) } ?? false || formula == value
      || formula.hasPrefix("lambda")
    let runs = header.definition + (saysAll ? [] : [Run(" = ", .dim), Run(value)])
    return LineWrapping.wrap(runs + header.scalarTail, width: width, hanging: 4, keepsSpaces: true)
  }

  /// Program text, each of its lines on a line of its own; one that is too long goes on below, indented.
  static func code(_ text: String, width: Int) -> [StyledLine] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      let spaces = line.prefix { $0 == " " }.count
      let indent = min(spaces, max(0, width - 8))
      return LineWrapping.wrap(
        [Run(String(line.dropFirst(spaces)), .code)], width: width - indent, hanging: 4,
        keepsSpaces: true
      ).map { $0.indented(by: indent) }
    }
  }

  private init(_ panel: Panel, array: NDArray, settings: PanelSettings, limit: Size) {
    let shape = TableShape(
      shape: array.shape, upright: settings.view == .bars || settings.curve != nil)
    let request = LayoutRequest(
      labels: TableLabels(panel, shape: shape, widest: settings.widestLabel),
      format: EntryFormat(
        array, digits: settings.digits, widest: settings.widestDigits,
        reserves: settings.reserves, kept: settings.kept),
      view: settings.view, name: panel.shownName ?? "",
      values: array.tensor.entries, curve: settings.curve,
      focus: settings.focus.flatMap { shape.place(of: $0) }, limit: limit, window: settings.window,
      compares: settings.compares, barWidth: settings.barWidth, isTall: settings.isTall,
      spacing: settings.spacing)
    if !shape.isEmpty, let figure = Self.figure(shape, request) {
      self.init(panel, figure: figure, headerWidth: min(limit.width, settings.headerWidth))
      if settings.view == .flow { legend = .flow(EntryStyles.Scale(array.tensor.entries)) }
      return
    }
    let table = TableLayout(shape, request)
    if shape.shape.isEmpty {
      self.init(panel, scalar: table, width: limit.width)
    } else if shape.isEmpty {
      self.init(panel, lines: Self.headed(panel, by: "no entries", limit.width))
    } else {
      self.init(
        panel, layout: table, headerWidth: min(limit.width, settings.headerWidth),
        labelFault: settings.labelFault)
      self.table = table
      let scale = EntryStyles.Scale(array.tensor.entries)
      switch settings.view {
      case .heatmap: legend = .shades(scale)
      case .bars: legend = table.hasSmallBars ? .smallBars(scale) : .bars(scale)
      case .table, .flow, .line: break
      }
    }
  }

  private init(_ panel: Panel, figure: any EntryLayout, headerWidth: Int) {
    self.init(panel, layout: figure, headerWidth: headerWidth)
    self.figure = figure
  }

  private init(
    _ panel: Panel, layout: any EntryLayout, headerWidth: Int, labelFault: String? = nil
  ) {
    let runs =
      PanelHeader(panel: panel, part: layout.part, head: layout.head).runs
      + (labelFault.map { [Run("  \($0)", .warning)] } ?? [])
    let headerWidth = max(layout.size.width, headerWidth)
    self.panel = panel
    header = LineWrapping.wrap(runs, width: headerWidth, hanging: 4, keepsSpaces: true)
    tableOrigin = Point(x: 0, y: header.count)
    size = Size(
      width: max(layout.size.width, header.map(\.width).max() ?? 0),
      height: header.count + layout.size.height)
  }

  /// The picture that a view asks for.
  private static func figure(_ shape: TableShape, _ request: LayoutRequest) -> (any EntryLayout)? {
    switch request.view {
    case .flow: FlowLayout(shape, request)
    case .line: PlotLayout(shape, request)
    case .table, .heatmap, .bars: nil
    }
  }

  /// The brackets of the cursor take the places of the spaces around the number. What stands behind it moves with it; the room
  /// for more is behind all.
  private init(_ panel: Panel, scalar table: TableLayout, width: Int) {
    let parts = PanelHeader(panel: panel)
    let tail = parts.scalarTail
    let room = max(0, table.format.width + 2 - table.size.width)
    var lines = LineWrapping.wrap(
      parts.scalarRuns,
      width: max(8, width - table.size.width - room - StyledLine(tail).width), hanging: 4,
      keepsSpaces: true)
    let slotX = lines[lines.count - 1].width
    lines[lines.count - 1].runs += [Run(String(repeating: " ", count: table.size.width))]
    lines[lines.count - 1].runs += tail
    self.panel = panel
    header = lines
    self.table = table
    tableOrigin = Point(x: slotX, y: lines.count - 1)
    let last = lines[lines.count - 1].width + room
    size = Size(
      width: min(width, max(last, lines.map(\.width).max() ?? 0)), height: lines.count)
  }
}
