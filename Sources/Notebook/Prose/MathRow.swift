/// A line of mathematics as it grows: it puts blanks where signs and words need them.
struct MathRow {
  enum Kind {
    case letters
    /// `+` or `−`, which stand between two things or before one.
    case sign
    case relation
    /// A function or words, apart from letters beside it.
    case word
    case fraction
    case comma
    case opening
    case closing
    case space
  }

  private(set) var text = ""
  private var last: Kind?
  private var atoms = 0
  private var hasSign = false
  private var hasFraction = false

  mutating func append(_ piece: String, _ kind: Kind) {
    guard !piece.isEmpty else { return }
    if kind == .sign, isAtStart {
      if last == .relation || last == .sign || last == .comma { text += " " }
      text += piece
      atoms += 1
      hasSign = true
      // What follows is joined to it: −1.
      last = .opening
      return
    }
    if needsBlank(before: kind), text.last != " ", piece.first != " " { text += " " }
    text += piece
    atoms += 1
    hasSign = hasSign || kind == .sign || kind == .relation
    hasFraction = hasFraction || kind == .fraction
    last = kind
  }

  /// Joins a script to what stands last.
  mutating func attach(_ script: String) {
    text += script
    // A script alone makes nothing of an empty row.
    if atoms == 0 { atoms = 1 }
    if last == nil || last == .relation || last == .sign { last = .letters }
  }

  private var isAtStart: Bool {
    switch last {
    case nil, .opening, .relation, .sign, .comma: true
    default: false
    }
  }

  private func needsBlank(before kind: Kind) -> Bool {
    guard let last else { return false }
    switch (last, kind) {
    case (.space, _), (_, .space): return false
    case (_, .comma), (.opening, _), (_, .closing): return false
    case (.relation, _), (.sign, _), (.comma, _), (_, .relation), (_, .sign): return true
    case (.word, .opening): return false
    case (.word, _), (.letters, .word), (.closing, .word): return true
    case (.fraction, .letters), (.fraction, .word), (.fraction, .fraction): return true
    case (.letters, .fraction): return true
    default: return false
    }
  }

  /// In front of a fraction's stroke: a sum needs brackets.
  var asNumerator: String { hasSign && atoms > 1 || hasFraction ? "(\(text))" : text }

  /// Behind a fraction's stroke: a product needs them as well.
  var asDenominator: String { atoms > 1 ? "(\(text))" : text }

  /// Under a root.
  var asRadicand: String { atoms > 1 ? "(\(text))" : text }
}
