import CellLanguage
import Notebook
import Terminal

extension Reading {
  /// The panels with their headers as they are, or broken where that takes fewer lines.
  func flow(
    of panels: [Panel], limit: Size, _ allowance: PageAllowance
  ) -> (placed: [(PanelBox, Point)], height: Int) {
    func box(_ panel: Panel, headerWidth: Int) -> PanelBox {
      self.box(
        panel, headerWidth: headerWidth, limit: limit, allowance)
    }
    let whole = panels.map { box($0, headerWidth: limit.width) }
    let flow = PanelFlow.arrange(
      whole.map { PanelFlow.Choice(broken: $0, whole: $0) }, width: limit.width, spacing)
    let comfortable = PanelBox.comfortableHeader
    guard whole.contains(where: { $0.size.width > comfortable }) else { return flow }
    let choices = zip(panels, whole).map { panel, whole in
      PanelFlow.Choice(
        broken: box(panel, headerWidth: comfortable), whole: whole)
    }
    let broken = PanelFlow.arrange(choices, width: limit.width, spacing)
    return broken.height < flow.height ? broken : flow
  }

  private func box(
    _ panel: Panel, headerWidth: Int, limit: Size, _ allowance: PageAllowance
  ) -> PanelBox {
    let settings = PanelSettings(
      view: view(of: panel), digits: digits(of: panel), widestDigits: widestDigits(of: panel),
      window: windows[panel.id] ?? TableWindow(),
      focus: focus?.panel == panel.id ? focus?.position : nil, curve: curves[panel.id],
      compares: allowance.compares && !panel.isInput, hasWideBars: allowance.hasWideBars,
      reservesDecimals: allowance.decimals && !(panel.isInput && panel.options.locked),
      editKey: bindings.key(.edit),
      headerWidth: headerWidth, spacing: spacing)
    // A matrix leaves room for its header and a line of what stands above or below it.
    let limit = Size(width: max(8, limit.width), height: max(4, limit.height - 3))
    return PanelBox(
      panel, text: session.formulaText(panel.id), source: session.source(of: panel.id.cell).text,
      settings: settings, limit: limit)
  }
}
