import CellLanguage

/// Which statements of a cell's text as it is now stand in the place of each statement of the lesson's text: the one
/// that defines its name, and the helpers that the reader put before it.
struct CellAlignment {
  /// For each statement of the lesson.
  let ranges: [Range<Int>]

  init(lesson: CellText, now: CellText) {
    let old = lesson.program.statements
    let new = now.program.statements
    // An edit takes the place of one statement, so that only helpers change their number.
    if old.count == new.count {
      ranges = old.indices.map { $0..<$0 + 1 }
      return
    }
    var ranges: [Range<Int>] = []
    var next = 0
    for index in old.indices {
      let isLast = index == old.count - 1
      let end = isLast ? new.count : Self.end(of: index, from: next, lesson, now)
      ranges.append(next..<end)
      next = end
    }
    self.ranges = ranges
  }

  /// Behind the next statement that defines the same name, or for one without a name reads the same; one that was
  /// replaced by something else takes the next as long as others are left for the rest.
  private static func end(
    of index: Int, from next: Int, _ lesson: CellText, _ now: CellText
  ) -> Int {
    let count = now.program.statements.count
    if let same = (next..<count).first(where: { isSame(lesson, index, now, $0) }) {
      return same + 1
    }
    return count - next >= lesson.program.statements.count - index ? next + 1 : next
  }

  private static func isSame(_ lesson: CellText, _ old: Int, _ now: CellText, _ new: Int) -> Bool {
    guard let name = lesson.program.statements[old].definedNames.first?.0 else {
      return lesson.text(old) == now.text(new)
    }
    return now.program.statements[new].definedNames.contains { $0.0 == name }
  }

  /// The lesson's statement in whose place one of the text as it is now stands.
  func place(of statement: Int) -> Int? {
    ranges.firstIndex { $0.contains(statement) }
  }
}

extension CellText {
  /// The text range of neighbouring statements; nil where there are none.
  func range(of statements: Range<Int>) -> SourceRange? {
    guard let first = statements.first.flatMap({ statement($0) }),
      let last = statements.last.flatMap({ statement($0) })
    else { return nil }
    return first.range.union(last.range)
  }
}
