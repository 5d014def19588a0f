import CellLanguage

/// A panel as it is read on paper: what it is called and computed as, then its numbers in tables.
struct PrintedPanel {
  /// A line such as `A` = `softmax(S)`, weights, 3×3; empty where the code says all.
  let caption: [Inline]
  /// What is computed, where it takes several lines.
  let code: String?
  let tables: [LabelledTable]

  init(_ panel: Panel, of session: Session) {
    let unit =
      session.sheet.units[panel.id.cell].indices.contains(panel.id.statement)
      ? session.sheet.units[panel.id.cell][panel.id.statement] : nil
    let isFunction = if case .define = unit?.statement.kind { true } else { false }
    let formula = isFunction ? unit?.text : panel.isInput ? nil : panel.formula
    let isLong = formula?.utf8.contains(UInt8(ascii: "\n")) ?? false
    code = isLong || isFunction ? unit?.text : nil
    tables = LabelledTable.tables(of: panel)
    caption =
      isFunction && !panel.hasFailed ? [] : PrintedPanel.caption(panel, isLong ? nil : formula)
  }

  /// Its name and formula, what came of it, then the words behind it.
  private static func caption(_ panel: Panel, _ formula: String?) -> [Inline] {
    let name = panel.name.map { [Inline.strong([.code($0)])] }
    let origin = panel.content.isHole ? nil : panel.told(formula).map { [Inline.code($0)] }
    let words = [panel.title, panel.content.shapeWords, panel.origin].compactMap(\.self)
    return Array([name, origin].compactMap(\.self).joined(separator: [.text(" = ")]))
      + outcome(panel) + (panel.content.isThere ? words.map { .text(", " + $0) } : [])
  }

  /// A value that is no table, or why there is none.
  private static func outcome(_ panel: Panel) -> [Inline] {
    switch panel.content {
    case .array(let array) where array.shape.isEmpty:
      let number = MatrixText.entries(of: array, digits: panel.options.digits).first ?? ""
      return [.text(" = " + number.filter { $0 != " " })]
    case .array: return []
    case .text(let text): return [.text((panel.isAssertion ? " " : " = ") + text)]
    case .failure(let problem):
      let advice = problem.help.map { " (\($0))" } ?? ""
      return [.text(": error: \(problem.message)\(advice)")]
    case .waiting(let cause, let reason):
      let why = reason == .hole ? "is to be written" : "has an error"
      return [.text(" waits for "), .code(cause), .text(", which \(why)")]
    case .hole: return [.text(" is to be written")]
    }
  }
}

extension Panel {
  fileprivate var hasFailed: Bool { if case .failure = content { true } else { false } }

  fileprivate var isAssertion: Bool { formula?.hasPrefix("assert ") ?? false }

  /// A formula, unless it is what its value says once more, as in `words = ["a", "b"]`.
  fileprivate func told(_ formula: String?) -> String? {
    guard case .text(let text) = content, let formula else { return formula }
    func bare(_ text: String) -> String { text.filter { !" \"'".contains($0) } }
    return bare(text) == bare(formula) ? nil : formula
  }

  /// Where its numbers come from, if no formula says so.
  fileprivate var origin: String? {
    isInput ? (options.locked ? "fixed" : "an input") : nil
  }
}

extension Panel.Content {
  fileprivate var isHole: Bool { if case .hole = self { true } else { false } }

  /// Whether it has a value.
  fileprivate var isThere: Bool {
    switch self {
    case .array, .text: true
    case .failure, .waiting, .hole: false
    }
  }

  fileprivate var shapeWords: String? {
    guard case .array(let array) = self, !array.shape.isEmpty else { return nil }
    return ValueText.words(shape: array.shape)
  }
}
