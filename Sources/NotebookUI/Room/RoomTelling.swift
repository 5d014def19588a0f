package import Notebook
import Terminal

/// What a demonstration in a room says of itself, for whoever follows it.
extension State {
  /// Where it is, times left out; nil at the list of lessons.
  package var roomStatus: RoomStatus? {
    guard isRoom, layers.contains(.lesson), let reading else { return nil }
    let steps = reading.lesson.steps
    guard let step = steps[safe: reading.step] else { return nil }
    let number = reading.lesson.number.map { "\($0)  " } ?? ""
    let shown = reading.shownParts
    let parts = step.parts
    return RoomStatus(
      lesson: reading.lesson.id, title: number + reading.lesson.title.onOneLine(),
      minutes: reading.lesson.minutes, step: reading.step + 1, stepCount: steps.count,
      stepTitle: plain(step.title), part: shown, partCount: parts.count,
      notes: parts.enumerated().flatMap { index, part in
        part.compactMap { block in
          guard case .note(let text) = block else { return nil }
          return RoomStatus.Note(part: index + 1, text: text)
        }
      },
      behindPause: parts[safe: shown].map { words(for: $0) } ?? "",
      nextStep: steps[safe: reading.step + 1].map { plain($0.title) } ?? "",
      play: playWords)
  }

  private func plain(_ inlines: [Inline]) -> String {
    plainText(inlines) { reading?.session.text(of: $0) ?? "…" }.onOneLine()
  }

  /// What a demonstration of the step is at, or what it would play.
  private var playWords: String {
    if let playing {
      let count = playing.player.demonstration.acts.count
      guard let text = playing.player.actText else { return "at its end" }
      let place = "\(min(count, playing.player.act + 1)) of \(count): \(text)"
      return playing.mode == .running ? place : "waits at \(place)"
    }
    return demonstrations.first.map { demonstration in
      "\(keyName(.play)) plays " + demonstration.acts.map(\.text).joined(separator: "; ")
    } ?? ""
  }

  /// A part of a step in a few words.
  private func words(for blocks: [Block]) -> String {
    blocks.compactMap { words(for: $0) }.joined(separator: " · ")
  }

  private func words(for block: Block) -> String? {
    switch block {
    case .prose(.paragraph(let inlines)), .prose(.heading(_, let inlines)): plain(inlines)
    case .prose: "a list or a table"
    case .cell(let id):
      reading.map { reading in
        reading.session.panels(of: id).filter { !$0.options.hidden }
          .compactMap { $0.name ?? $0.formula }.joined(separator: ", ")
      }.flatMap { $0.isEmpty ? nil : $0 }
    case .listing: "a listing"
    case .exercise(let exercise): "the exercise \(exercise.id)"
    case .quiz: "a question"
    case .predict: "a number to guess"
    case .play: "a demonstration"
    case .pause, .note: nil
    }
  }
}

extension Step {
  /// Its blocks as its pauses divide them; what an exercise holds stands among them.
  var parts: [[Block]] {
    blocks.flattened.split(omittingEmptySubsequences: false) {
      if case .pause = $0 { true } else { false }
    }.map(Array.init)
  }
}

extension [Block] {
  /// An exercise that holds a pause is taken apart.
  fileprivate var flattened: [Block] {
    flatMap { block -> [Block] in
      guard case .exercise(let exercise) = block, exercise.blocks.contains(where: \.isDirection)
      else { return [block] }
      return exercise.blocks
    }
  }
}

extension Block {
  fileprivate var isDirection: Bool {
    switch self {
    case .pause, .note: true
    default: false
    }
  }
}
