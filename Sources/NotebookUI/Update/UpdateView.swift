import CellLanguage
import Notebook
import Terminal

extension State {
  mutating func switchView() {
    guard let reading, let panel = reading.focusedPanel else { return }
    let views = panel.offeredViews
    guard views.count > 1, reading.veiled(panel).isEmpty else {
      message = .note(reading.whyOneView(panel))
      return
    }
    let index = views.firstIndex(of: reading.view(of: panel)) ?? 0
    let view = views[(index + 1) % views.count]
    self.reading?.views[panel.id] = view
    self.reading?.refreshCurves()
    showFocusedPanel()
    message = .note(switched(panel, to: view, of: views))
  }

  /// `A: numbers · [heatmap] · bars`; where the rule has no room for that, `A as a heatmap.`
  private func switched(_ panel: Panel, to view: MatrixView, of views: [MatrixView]) -> String {
    let name = panel.called(or: "this value")
    let marked = views.map { $0 == view ? "[\($0.word)]" : $0.word }.joined(separator: " · ")
    let all = "\(name): \(marked)"
    let hasRoom =
      fitsOnRule(all) && page.map { LowerRule(self, $0, message: .note(all)).isWhole } != false
    return hasRoom ? all : "\(name) as \(reading?.words(for: view, of: panel) ?? "")."
  }
}

extension Reading {
  /// A view in words.
  fileprivate func words(for view: MatrixView, of panel: Panel) -> String {
    switch view {
    case .table: "numbers"
    case .heatmap: "a heatmap"
    case .bars: "bars"
    case .flow: "a flow"
    case .line: curves[panel.id].map { "a plot over \($0.name)" } ?? "a plot"
    }
  }

  fileprivate func whyOneView(_ panel: Panel) -> String {
    let name = panel.called(or: "This value")
    if !veiled(panel).isEmpty { return "\(name) stays as numbers until the question is answered." }
    switch panel.content {
    case .array(let array) where array.shape.isEmpty:
      return "\(name) is one number; views are for vectors and matrices."
    case .array: return "\(name) has no entries to look at."
    case .text: return "\(name) is text; views are for numbers."
    case .failure, .waiting, .hole: return "\(name) has no numbers yet to look at."
    }
  }
}

extension MatrixView {
  /// In a list of views.
  fileprivate var word: String {
    switch self {
    case .table: "numbers"
    case .heatmap: "heatmap"
    case .bars: "bars"
    case .flow: "flow"
    case .line: "plot"
    }
  }
}
