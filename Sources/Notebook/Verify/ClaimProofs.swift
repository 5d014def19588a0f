import AttentionEngine
import CellLanguage

extension LessonProofs {
  /// Numbers that the prose claims of names are those that the cells have at the start.
  ///
  /// Questions are left out: they may speak of other numbers than the lesson's.
  mutating func proveClaims() {
    for paragraph in paragraphs {
      for claim in ClaimReader(paragraph).claims() {
        guard hasTime(at: claim.line) else { return }
        prove(claim)
      }
    }
  }

  private mutating func prove(_ claim: Claim) {
    guard let value = value(of: claim.expression) else { return }
    let found: String
    var advice = "mend the number"
    switch claim.number {
    case .shape(let shape):
      guard let array = value.asArray, array.shape != shape else { return }
      found = ValueText.words(shape: array.shape)
    case .numbers(let written):
      guard let entries = value.entries, entries.count == written.count,
        !zip(entries, written).allSatisfy({ $1.agrees(with: $0, rough: claim.isRough) })
      else { return }
      // One decimal more than claimed tells them apart, where they are close.
      let digits = (written.map(\.decimals).max() ?? 0) + 1
      let texts = entries.map { LessonProofs.text(of: $0, digits: min(digits, 6)) }
      if texts.count == 1 {
        advice += ", or write it live: {\(withoutLabels(claim.expression) ?? claim.expression):.2f}"
      }
      found = texts.count == 1 ? texts[0] : "(" + texts.joined(separator: ", ") + ")"
    }
    report(
      .claim, claim.line,
      "the prose says that \(claim.expression) is \(claim.text), and it is \(found)",
      advice: advice)
  }

  /// With no more decimals than tell it: `2`, `0.375`.
  private static func text(of entry: Double, digits: Int) -> String {
    entry == entry.rounded()
      ? shortest(entry) : ValueText.number(entry, .float64, digits: digits)
  }

  // MARK: - Text

  /// Paragraphs of prose outside of quizzes and predictions.
  private var paragraphs: [[MarkdownLine]] {
    var head = FrontMatterReader(file: path)
    var cutter = LessonCutter(head.read(lines[...])?.rest ?? lines[...], file: path)
    cutter.cut()
    var isQuestion = false
    var paragraphs: [[MarkdownLine]] = []
    for piece in cutter.pieces {
      switch piece {
      case .directive(let directive):
        if ["quiz", "predict"].contains(directive.name) { isQuestion = true }
        if directive.name == "end" { isQuestion = false }
      case .prose(let lines) where !isQuestion:
        paragraphs += lines.split(whereSeparator: \.isBlank).map(Array.init)
      default: break
      }
    }
    return paragraphs
  }

  // MARK: - Values

  /// What a code span stands for, its labels counted: `A[cat, x]`. Nil where it has no value, or is something else.
  private func value(of span: String) -> Value? {
    guard span.utf8.count < 200 else { return nil }
    let program = Program(parsing: Source(withoutLabels(span) ?? span))
    guard program.diagnostics.isEmpty, program.statements.count == 1,
      case .expression(let expression) = program.statements[0].kind
    else { return nil }
    let names = expression.usedNames.map(\.0)
    let sheet = session.sheet
    guard names.contains(where: { sheet.value(of: $0) != nil }),
      names.allSatisfy({ sheet.value(of: $0) != nil || Sheet.isBuiltin($0) })
    else { return nil }
    var interpreter = Interpreter(limits: LessonProofs.limits)
    return try? interpreter.evaluate(expression, of: program.source, in: environment)
  }

  /// `A[1, 0]` for `A[cat, x]`; nil where there is nothing to put in the place of labels.
  private func withoutLabels(_ span: String) -> String? {
    guard span.hasSuffix("]"), let bracket = span.firstIndex(of: "[") else { return nil }
    let name = String(span[..<bracket])
    guard let panel = session.panelID(forName: name).flatMap({ session.panel($0) }) else {
      return nil
    }
    let items = span[span.index(after: bracket)...].dropLast().split(separator: ",")
      .map { String(Markdown.trimmed($0)) }
    let isVector = panel.rowLabels.isEmpty && items.count == 1
    let indices = items.enumerated().map { axis, item in
      let labels = axis == 0 && !isVector ? panel.rowLabels : panel.columnLabels
      return labels.firstIndex(of: item).map(String.init) ?? item
    }
    return name + "[" + indices.joined(separator: ", ") + "]"
  }
}

extension Claim.Written {
  /// Whether a value rounds to what is written; a whole number is meant exactly, unless it is said to be rough.
  fileprivate func agrees(with value: Double, rough: Bool) -> Bool {
    var unit = 1.0
    for _ in 0..<decimals { unit /= 10 }
    if decimals == 0, !rough { unit = 0.01 }
    return (value - self.value).magnitude <= (rough ? unit : unit / 2) * 1.000001 + 1e-12
  }
}

extension Value {
  var asArray: NDArray? { if case .array(let array) = self { array } else { nil } }

  /// The numbers of a scalar or a vector.
  fileprivate var entries: [Double]? {
    if let number { return [number] }
    guard let array = asArray, array.shape.count == 1, array.dtype != .bool else { return nil }
    return array.tensor.entries
  }
}
