import CellLanguage

/// Where a demonstration in a room is, for whoever follows it: one JSON object.
package struct RoomStatus: Hashable, Sendable {
  /// Of the format.
  static let version = 1
  /// Bytes of the file that are read at most, characters of a text, texts of a list.
  package static let byteLimit = 65_536
  static let textLimit = 4000
  static let listLimit = 50

  /// What the speaker says, and in which of the step's parts, counted from 1.
  package struct Note: Hashable, Sendable {
    package let part: Int
    package let text: String

    package init(part: Int, text: String) {
      self.part = part
      self.text = text
    }
  }

  /// The lesson's id, title and planned minutes.
  package var lesson: String
  package var title: String
  package var minutes: Int
  /// Counted from 1.
  package var step: Int
  package var stepCount: Int
  package var stepTitle: String
  /// How many of the step's parts are shown, and how many it has.
  package var part: Int
  package var partCount: Int
  package var notes: [Note]
  /// What the next pause holds back; empty where nothing is.
  package var behindPause: String
  /// The title of the next step; empty in the last.
  package var nextStep: String
  /// What plays itself: what it is at, or that it may be played; empty where nothing may.
  package var play: String
  /// When the demonstration and the step began, in milliseconds of the machine's clock since it was started.
  package var started = 0
  package var stepStarted = 0

  package init(
    lesson: String, title: String, minutes: Int, step: Int, stepCount: Int, stepTitle: String,
    part: Int, partCount: Int, notes: [Note], behindPause: String, nextStep: String, play: String
  ) {
    self.lesson = lesson
    self.title = title
    self.minutes = minutes
    self.step = step
    self.stepCount = stepCount
    self.stepTitle = stepTitle
    self.part = part
    self.partCount = partCount
    self.notes = notes
    self.behindPause = behindPause
    self.nextStep = nextStep
    self.play = play
  }
}

// MARK: - As JSON

extension RoomStatus {
  package var json: JSONValue {
    .object([
      .init("qkv", .integer(Self.version)), .init("kind", .string("demo")),
      .init("lesson", .string(lesson)), .init("title", .string(Self.cut(title))),
      .init("minutes", .integer(minutes)), .init("step", .integer(step)),
      .init("steps", .integer(stepCount)), .init("stepTitle", .string(Self.cut(stepTitle))),
      .init("part", .integer(part)), .init("parts", .integer(partCount)),
      .init(
        "notes",
        .array(
          notes.prefix(Self.listLimit).map {
            .object([.init("part", .integer($0.part)), .init("text", .string(Self.cut($0.text)))])
          })),
      .init("behindPause", .string(Self.cut(behindPause))),
      .init("nextStep", .string(Self.cut(nextStep))), .init("play", .string(Self.cut(play))),
      .init("started", .integer(started)), .init("stepStarted", .integer(stepStarted)),
    ])
  }

  /// What a file says, if it is such an object: texts without control characters and of bounded length, numbers of
  /// sane size.
  package init?(_ json: JSONValue) {
    guard json["qkv"] == .integer(Self.version), json["kind"] == .string("demo"),
      let lesson = json.words("lesson"), let title = json.words("title"),
      let minutes = json.count("minutes", upTo: 10_000), let step = json.count("step"),
      let stepCount = json.count("steps"), let stepTitle = json.words("stepTitle"),
      let part = json.count("part"), let partCount = json.count("parts"),
      case .array(let notes)? = json["notes"], let behindPause = json.words("behindPause"),
      let nextStep = json.words("nextStep"), let play = json.words("play"),
      let started = json.count("started", upTo: Int(Int32.max) * 1000),
      let stepStarted = json.count("stepStarted", upTo: Int(Int32.max) * 1000)
    else { return nil }
    self.init(
      lesson: lesson, title: title, minutes: minutes, step: step, stepCount: stepCount,
      stepTitle: stepTitle, part: part, partCount: partCount,
      notes: notes.prefix(Self.listLimit).compactMap { note in
        guard let part = note.count("part"), let text = note.words("text") else { return nil }
        return Note(part: part, text: text)
      }, behindPause: behindPause, nextStep: nextStep, play: play)
    self.started = started
    self.stepStarted = stepStarted
  }

  fileprivate static func cut(_ text: String) -> String {
    text.count > textLimit ? String(text.prefix(textLimit - 1)) + "…" : text
  }
}

extension JSONValue {
  /// A text that may be shown.
  fileprivate func words(_ name: String) -> String? {
    guard case .string(let text)? = self[name] else { return nil }
    return TextFilter.visible(RoomStatus.cut(text))
  }

  fileprivate func count(_ name: String, upTo limit: Int = 100_000) -> Int? {
    guard case .integer(let number)? = self[name], (0...limit).contains(number) else { return nil }
    return number
  }
}
