import AttentionEngine
import Notebook
import Terminal

/// What stands above a tree: `How A[cat, sat] came about`, its name apart, which is bold.
struct WalkTitle {
  let before: String
  let name: String
  let after: String

  init(_ direction: Walk.Direction, _ root: DerivationNode, _ writer: DerivationWriter) {
    (before, after) = direction == .origins ? ("How ", " came about") : ("What ", " reaches")
    name = root.isNamed ? writer.label(root) : "this number"
  }

  var width: Int { TextWidth.columns(of: before + name + after) }

  /// Its parts in the order that they are drawn in.
  func parts(_ words: Style, _ bold: Style) -> [(text: String, style: Style)] {
    [(before, words), (name, bold), (after, words)]
  }
}

extension DerivationNode {
  /// A number of a bare expression has no name: its tree begins with what it is anyway.
  fileprivate var isNamed: Bool {
    if case .entry(let entry) = self { entry.name != nil } else { true }
  }
}
