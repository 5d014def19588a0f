import Notebook
import Terminal

/// What a reader or an author wrote besides cells with values: text, and stage directions as lines of their own.
struct OwnLines {
  let item: OutlineItem
  let blocks: [Block]
  let reading: Reading
  let prose: ProseLayout

  func block(_ room: TextRoom) -> TextBlock {
    var block = TextBlock()
    block.add(lines(width: room.width), stop: .block(item.id))
    return block
  }

  private func lines(width: Int) -> [StyledLine] {
    switch item.kind {
    case .prose:
      let texts = texts(width: width)
      let shown = texts.isEmpty ? [StyledLine("(nothing to see)", .dim)] : texts
      return reading.session.isAuthoring ? shown : OwnMark.marked(shown, width: width)
    case .listing: return texts(width: width)
    case .pause: return [StyledLine("· · ·  a demonstration pauses here", .dim)]
    case .note where !played.isEmpty: return directions("plays: ", played, width)
    case .note: return directions("note for the speaker: ", note, width)
    case .code: return directions("hidden cell: ", reading.session.text(of: item.id) ?? "", width)
    case .task: return directions("task: ", reading.session.text(of: item.id) ?? "", width)
    case .head, .heading: return []
    }
  }

  /// Prose and the listings in it.
  private func texts(width: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    var rest = blocks[...]
    while let first = rest.first {
      if !lines.isEmpty { lines.append(StyledLine()) }
      if case .prose = first {
        let texts = rest.prefix { if case .prose = $0 { true } else { false } }
        rest = rest.dropFirst(texts.count)
        lines += prose.lines(
          texts.compactMap { if case .prose(let text) = $0 { text } else { nil } }, width: width)
      } else {
        rest = rest.dropFirst()
        if case .listing(let language, let text) = first {
          lines += PanelBox.code(text, width: width)
          if DraftText.isNamed(language) {
            lines.append(StyledLine("a draft, which isn't read: Enter goes on with it", .dim))
          }
        }
      }
    }
    return lines
  }

  private var note: String {
    blocks.compactMap { if case .note(let text) = $0 { text } else { nil } }
      .joined(separator: " ")
  }

  /// What a demonstration does.
  private var played: String {
    blocks.compactMap { block in
      if case .play(let demonstration) = block { demonstration } else { nil }
    }
    .flatMap(\.acts).map(\.text).joined(separator: "; ")
  }

  private func directions(_ lead: String, _ text: String, _ width: Int) -> [StyledLine] {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let lines = LineWrapping.wrap([Run(lead + text, .dim)], width: width, hanging: 2)
    guard lines.count > 2 else { return lines }
    return [lines[0], StyledLine(TextWidth.clipped(lines[1].text + " …", to: width), .dim)]
  }
}

/// Tells what is the reader's own from what is the lesson's.
enum OwnMark {
  static let text = "◆ yours"

  static var run: Run { Run(text, .label) }

  /// The mark behind the first of some lines, where there is room for it, else behind the last or below.
  static func marked(_ lines: [StyledLine], width: Int) -> [StyledLine] {
    let room = width - TextWidth.columns(of: text) - 2
    guard
      let index = [lines.startIndex, lines.endIndex - 1].first(where: {
        lines[safe: $0].map { $0.width <= room } ?? false
      })
    else { return lines + [StyledLine([run])] }
    var lines = lines
    lines[index].runs += [Run("  "), run]
    return lines
  }
}
