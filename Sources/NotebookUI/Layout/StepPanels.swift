import CellLanguage
import Notebook
import Terminal

extension Reading {
  /// The panels with their headers as they are, or broken where that takes fewer lines.
  func flow(
    of panels: [Panel], limit: Size, _ allowance: PageAllowance
  ) -> PanelFlow.Arrangement {
    let panels = panels.map {
      PlacedPanel(panel: $0, reading: self, limit: limit, allowance: allowance)
    }
    let whole = panels.map { $0.place(headerWidth: limit.width) }
    let flow = PanelFlow.arrange(
      zip(panels, whole).map { $0.choice(broken: $1, whole: $1) }, width: limit.width, spacing)
    let comfortable = PanelBox.comfortableHeader
    guard !keepsFormulas, whole.contains(where: { $0.size.width > comfortable }) else {
      return flow
    }
    let choices = zip(panels, whole).map { panel, whole in
      panel.choice(broken: panel.place(headerWidth: comfortable), whole: whole)
    }
    let broken = PanelFlow.arrange(choices, width: limit.width, spacing)
    return broken.plainHeight < flow.plainHeight ? broken : flow
  }
}

/// A panel to be placed: where it stands is decided by how it looks at first, with the columns that its numbers had so far.
private struct PlacedPanel {
  let panel: Panel
  let reading: Reading
  let limit: Size
  let allowance: PageAllowance

  /// What a panel can have where there is room.
  private struct Wish: Hashable {
    var isFull = false
    var compares = false
    var barWidth = 0
    var widestLabel = TableLayout.widestLabel
  }

  private var firstView: MatrixView { panel.offeredViews.first ?? .table }
  private var view: MatrixView { reading.view(of: panel) }

  /// What decides where it stands.
  func place(headerWidth: Int) -> PanelBox {
    // The bars of a vector have their place from the beginning.
    let bars = firstView == .bars && panel.tableShape?.shape.count == 1
    return box(
      headerWidth: headerWidth, firstView, Wish(barWidth: bars ? TableLayout.longBar : 0),
      width: limit.width)
  }

  func choice(broken: PanelBox, whole: PanelBox) -> PanelFlow.Choice {
    PanelFlow.Choice(
      broken: broken, whole: whole,
      fitted: { place, columns in
        fitted(
          place, columns: columns,
          headerWidth: place.header.count == whole.header.count
            ? limit.width : PanelBox.comfortableHeader)
      },
      alone: { isWhole in
        box(
          headerWidth: isWhole ? limit.width : PanelBox.comfortableHeader, view, Wish(),
          width: limit.width)
      })
  }

  /// As it is looked at, with as much of what it may have as there is room for; nil where there is none for it at all.
  private func fitted(_ place: PanelBox, columns: Int, headerWidth: Int) -> PanelBox? {
    let wishes = wishes
    guard view != firstView || wishes.count > 1 else { return place }
    let least =
      view == firstView
      ? place : box(headerWidth: min(headerWidth, columns), view, Wish(), width: columns)
    guard least.size.width <= columns || view == firstView, !isCramped(least) else { return nil }
    for wish in wishes.dropLast() {
      let box = box(headerWidth: min(headerWidth, columns), view, wish, width: limit.width)
      if box.size.width <= columns, box.size.height <= least.size.height,
        box.layout?.isWhole == true || least.layout?.isWhole == false
      {
        return box
      }
    }
    return least
  }

  /// Whether the panel has to be shown in part only because of its neighbours, or its lines would be too short to be followed.
  private func isCramped(_ box: PanelBox) -> Bool {
    guard view != firstView, let layout = box.layout else { return false }
    return !layout.isWhole && layout.head == nil || layout.isCramped
  }

  /// The most first.
  private var wishes: [Wish] {
    guard case .array(let array) = panel.content else { return [Wish()] }
    let isFull = keptField == nil ? [false] : [true, false]
    let compares =
      array.dtype != .bool && !array.shape.isEmpty && reading.canDiffer(panel)
      ? [true, false] : [false]
    let bars =
      view == .bars ? [TableLayout.longBar, 14, TableLayout.shortBar, 0] : [0]
    let isLong = (panel.rowLabels + panel.columnLabels).contains {
      $0.utf8.count > TableLayout.widestLabel
    }
    let labels =
      isLong ? [TableLayout.roomyLabel, TableLayout.widestLabel] : [TableLayout.widestLabel]
    return isFull.flatMap { isFull in
      compares.flatMap { compares in
        labels.flatMap { label in
          bars.map {
            Wish(isFull: isFull, compares: compares, barWidth: $0, widestLabel: label)
          }
        }
      }
    }
  }

  /// `1 label for 3 rows`, told where a notebook is written.
  private var labelFault: String? {
    guard reading.session.isAuthoring, reading.session.panels(of: panel.id.cell).count == 1,
      let shape = panel.tableShape, shape.shape.count > 1
    else { return nil }
    func fault(_ labels: AxisLabels?, _ count: Int, _ noun: String) -> String? {
      guard case .list(let list)? = labels, list.count != count else { return nil }
      return
        "\(list.count) label\(list.count == 1 ? "" : "s") for \(count) \(noun)\(count == 1 ? "" : "s")"
    }
    return fault(panel.options.rows, shape.rows, "row")
      ?? fault(panel.options.columns, shape.columns, "column")
  }

  /// The columns that its numbers had so far, where they would take more now.
  private var keptField: Int? { reading.keptField(of: panel) }

  private func box(
    headerWidth: Int, _ view: MatrixView, _ wish: Wish, width: Int
  ) -> PanelBox {
    var settings = PanelSettings(
      view: view, digits: reading.digits(of: panel), widestDigits: reading.widestDigits(of: panel),
      window: reading.windows[panel.id] ?? TableWindow(),
      focus: reading.focus?.panel == panel.id ? reading.focus?.position : nil,
      curve: view == .line ? reading.curves[panel.id] : nil, compares: wish.compares,
      barWidth: wish.barWidth, isTall: allowance.isTall, reserves: reading.reserves(of: panel),
      kept: wish.isFull ? nil : keptField, widestLabel: wish.widestLabel, labelFault: labelFault,
      editKey: reading.bindings.key(.edit),
      headerWidth: headerWidth, spacing: reading.spacing)
    if case .waiting(let name, .failure) = panel.content {
      settings.hiddenCause = reading.hiddenCause(name)
    }
    // A matrix leaves room for its header and a line of what stands above or below it.
    let limit = Size(width: max(8, width), height: max(4, limit.height - 3))
    return PanelBox(
      panel, text: reading.session.formulaText(panel.id),
      source: reading.session.source(of: panel.id.cell).text, settings: settings, limit: limit)
  }
}
