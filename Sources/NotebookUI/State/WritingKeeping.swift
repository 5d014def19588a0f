import CellLanguage
import Notebook

/// How what was written came into the lesson.
enum KeptWriting {
  case whole
  /// A cell that can't be read, and shows what is wrong.
  case asIs
  /// A listing of what was typed.
  case draft
}

extension Session {
  /// Puts what was written where it belongs; what is empty goes.
  ///
  /// - Parameter insisting: whether what can't be read is kept all the same, as it is or as a draft.
  /// - Throws: what can't be read.
  mutating func keep(
    _ writing: Writing, insisting: Bool
  ) throws(Diagnostic) -> (change: Change?, kept: KeptWriting) {
    let text = writing.editor.text
    if text.trimmed().isEmpty {
      guard case .old(let block, _) = writing.target else { return (nil, .whole) }
      return (try delete(block), .whole)
    }
    do throws(Diagnostic) {
      return (try put(text, at: writing.target), .whole)
    } catch let fault {
      guard insisting else { throw fault }
      if writing.kind == .code, let change = try? put(text, at: writing.target, asIs: true) {
        return (change, .asIs)
      }
      guard let change = try? putDraft(of: text, at: writing.target) else { throw fault }
      return (change, .draft)
    }
  }

  private mutating func put(
    _ text: String, at target: Writing.Target, asIs: Bool = false
  ) throws(Diagnostic) -> Change {
    switch target {
    case .new(let kind, let place): try insert(kind, text, place, asIs: asIs)
    case .old(let block, _): try setText(of: block, to: text, asIs: asIs)
    }
  }

  /// Nil for a title and a head, which have their places.
  private mutating func putDraft(
    of text: String, at target: Writing.Target
  ) throws(Diagnostic) -> Change? {
    guard target.kind != .heading, target.kind != .head else { return nil }
    let draft = DraftText.listing(text)
    return switch target {
    case .new(_, let place): try insert(.prose, draft, place, asIs: true)
    case .old(let block, _): try setText(of: block, to: draft, asIs: true)
    }
  }

  /// Puts what can't be kept anywhere else beside the place that it was for.
  mutating func keepDraft(of writing: Writing) {
    let draft = DraftText.listing(writing.editor.text)
    _ = try? insert(.prose, draft, writing.target.beside, asIs: true)
  }
}

extension Writing.Target {
  /// Where something new stands in its place or below it.
  fileprivate var beside: Insertion {
    switch self {
    case .new(_, let place): place
    case .old(_, .head): .start(ofStep: 0)
    case .old(let block, _): .after(block)
    }
  }
}
