import AttentionEngine
import CellLanguage
import Notebook
import Terminal

/// What a cell gives as it is written so far, on one line.
struct Preview: Hashable {
  enum Kind: Hashable {
    case value, problem, waiting
    /// It can't be read yet.
    case unfinished
  }

  let kind: Kind
  let text: String
}

extension Reading {
  /// What the statement at the caret would give if the cell were kept now; nil where there is nothing to say.
  func preview(of writing: Writing) -> Preview? {
    guard writing.kind == .code, !writing.editor.text.trimmed().isEmpty else { return nil }
    do throws(Diagnostic) {
      let below = placeBelowUses(of: writing)
      let panels =
        switch writing.target {
        case .new(_, let place): try session.trying(writing.editor.text, at: below?.place ?? place)
        case .old(let block, _): try session.trying(writing.editor.text, of: block)
        }
      let preview = writing.editor.panel(among: panels, limits: session.limits).map { Preview($0) }
      return below.map { preview?.standing(below: $0.name) } ?? preview
    } catch {
      return Preview(error, in: writing.editor.text)
    }
  }
}

extension Reading {
  /// What a text would become if it were kept now; nil where that can be seen as it is.
  func trial(of writing: Writing) -> ProseTrial? {
    let kinds: [BlockKind] = [.prose, .task, .note, .heading]
    let text = writing.editor.text
    guard kinds.contains(writing.kind), !text.trimmed().isEmpty else { return nil }
    if writing.kind == .heading, !text.contains(where: { "*_`$[{\\".contains($0) }) { return nil }
    return session.trying(writing.kind, writing.editor.text)
  }
}

extension TextEditor {
  /// The panel of the statement that the caret stands in, or of the last before it.
  fileprivate func panel(among panels: [Panel], limits: Limits) -> Panel? {
    let offset = String(characters[..<caret]).utf8.count
    let statements = Program(parsing: Source(text), limits: limits).statements
    let index = statements.lastIndex { $0.range.start <= offset } ?? 0
    return panels.last { $0.id.statement <= index } ?? panels.first
  }
}

extension Preview {
  /// Longer values are cut anyway.
  private static let longest = 400

  /// What it uses stands further below than where it was begun.
  fileprivate func standing(below name: String) -> Preview {
    Preview(kind: kind, text: "it will stand below \(name): \(text)")
  }

  fileprivate init(_ panel: Panel) {
    let name = panel.name.map { "\($0) = " } ?? ""
    switch panel.content {
    case .array(let array):
      self.init(kind: .value, text: name + Self.text(of: array, digits: panel.options.digits))
    case .text(let text): self.init(kind: .value, text: name + text)
    case .failure(let diagnostic) where Session.isTooLongForTrial(diagnostic):
      self.init(
        kind: .waiting, text: "\(panel.name ?? "it") takes long: it is computed when it is kept")
    case .failure(let diagnostic):
      self.init(kind: .problem, text: Self.words(of: diagnostic))
    case .waiting(let other, let reason):
      let why = reason == .hole ? "which is yours to fill" : "which failed"
      self.init(kind: .waiting, text: "\(panel.name ?? "it") waits for \(other), \(why)")
    case .hole: self.init(kind: .waiting, text: "\(panel.name ?? "it") is left open")
    }
  }

  fileprivate init(_ diagnostic: Diagnostic, in text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
    let line = Source(text).position(at: diagnostic.primary.range.start).line
    let place = lines > 1 ? "line \(line): " : ""
    self.init(kind: .unfinished, text: place + Self.words(of: diagnostic))
  }

  private static func words(of diagnostic: Diagnostic) -> String {
    diagnostic.message + (diagnostic.help.map { "; \($0)" } ?? "")
  }

  /// `2×3  [1.00 2.00 3.00] [4.00 5.00 6.00]`
  private static func text(of array: NDArray, digits: Int) -> String {
    let shape = array.shape
    let format = EntryFormat(array, digits: digits)
    let entries = array.tensor.entries.prefix(longest).map { format.text($0) }
    guard let columns = shape.last else { return entries.first ?? "" }
    var text = "\(ValueText.words(shape: shape)) "
    guard columns > 0 else { return text }
    for start in stride(from: 0, to: entries.count, by: columns) where text.count < longest {
      let row = entries[start..<min(entries.count, start + columns)]
      text += " [\(row.joined(separator: " "))]"
    }
    return text
  }
}
