import CellLanguage

extension Session {
  /// Puts a whole matrix in the place of an input's entries, as one edit.
  ///
  /// - Throws: what keeps it from fitting: its shape, an entry that is no number or that the lesson has locked.
  package mutating func setEntries(
    _ id: PanelID, to pasted: PastedMatrix
  ) throws(PastedMatrix.Problem) -> Change {
    let name = panel(id)?.called(or: "this") ?? "this"
    guard cells.indices.contains(id.cell), let literal = cells[id.cell].literal(id.statement) else {
      throw PastedMatrix.Problem(
        message: "\(name) is computed; paste into an input that it is computed from.")
    }
    if lesson.cells[id.cell].options.locked {
      throw PastedMatrix.Problem(message: "\(name) is fixed in this lesson.")
    }
    guard pasted.fits(literal.shape) else {
      throw PastedMatrix.Problem(message: pasted.misfit(name, literal.shape))
    }
    let entries = pasted.entries.map { truthText($0, in: id) }
    for (offset, text) in entries.enumerated() {
      if holdsTruth(id), text != "True", text != "False" {
        let shown = TextFilter.visible(String(text.prefix(20)))
        throw PastedMatrix.Problem(message: "\(name) holds ✓ and ·; '\(shown)' is neither 1 nor 0.")
      }
      try check(text, offset, of: literal, id)
    }
    return try commit(entries, literal, id)
  }

  private func check(
    _ text: String, _ offset: Int, of literal: LiteralInput, _ id: PanelID
  ) throws(PastedMatrix.Problem) {
    let position = literal.position(of: offset)
    do throws(Diagnostic) {
      try checkNumber(text)
    } catch {
      let place = position.map { String($0) }.joined(separator: ", ")
      let shown = TextFilter.visible(String(text.prefix(20)))
      throw PastedMatrix.Problem(message: "Entry [\(place)], '\(shown)': \(error.message).")
    }
    let old = entryText(id, at: position) ?? ""
    guard !isEditable(id, at: position), old != text, Double(old) != Double(text) else { return }
    let place = position.map { String($0) }.joined(separator: ", ")
    throw PastedMatrix.Problem(
      message: "Entry [\(place)] is fixed in this lesson: it is \(old), not \(text).")
  }

  private mutating func commit(
    _ entries: [String], _ literal: LiteralInput, _ id: PanelID
  ) throws(PastedMatrix.Problem) -> Change {
    let old = cells[id.cell]
    guard let first = literal.entries.first, let last = literal.entries.last else {
      throw PastedMatrix.Problem(message: "There are no entries to paste into.")
    }
    var text = ""
    var end = first.start
    for (offset, range) in literal.entries.enumerated() {
      let isKept = !isEditable(id, at: literal.position(of: offset))
      text += old.source.text(in: SourceRange(end, range.start))
      text += isKept ? old.source.text(in: range) : entries[offset]
      end = range.end
    }
    let new = old.replacing(SourceRange(first.start, last.end), with: text, limits: limits)
    guard new.agrees(with: old, besides: id.statement),
      new.literal(id.statement)?.shape == literal.shape
    else { throw PastedMatrix.Problem(message: "These are not all numbers.") }
    return commit([(id.cell, new)], panel: id, at: nil)
  }
}

extension PastedMatrix {
  /// Axes of length 1 may be missing where the number of axes differs: a column of a spreadsheet is a vector.
  fileprivate func fits(_ shape: [Int]) -> Bool {
    if self.shape.count == shape.count { return self.shape == shape }
    return self.shape.filter { $0 != 1 } == shape.filter { $0 != 1 }
  }

  fileprivate func misfit(_ name: String, _ shape: [Int]) -> String {
    func words(_ shape: [Int]) -> String {
      shape.isEmpty
        ? "one number"
        : shape.count == 1
          ? "\(shape[0]) numbers" : shape.map { String($0) }.joined(separator: "×")
    }
    let turned = self.shape.count == 2 && self.shape.reversed() == shape
    return "\(name) is \(words(shape)); what was pasted is \(words(self.shape))"
      + (turned ? ", its transpose." : ".")
  }
}

extension LiteralInput {
  /// The indices of an entry.
  fileprivate func position(of offset: Int) -> [Int] {
    var rest = offset
    return Array(
      shape.reversed().map { size in
        defer { rest /= size }
        return rest % size
      }.reversed())
  }
}
