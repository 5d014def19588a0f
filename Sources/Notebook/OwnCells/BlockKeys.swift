import CellLanguage

/// Names for the blocks of a lesson, by which a reader's cell finds its place again when the lesson's text has changed.
///
/// A cell is known by what it defines, `cell K`, a task by its id, `task scale`, anything else by a hash of its words,
/// `text 91b2e4d07c5a3f68`. Where the same comes again it is counted: `cell K (2)`.
struct BlockKeys {
  /// For each step, those of its blocks.
  private(set) var steps: [[String]] = []
  /// For each step, one of its title.
  private(set) var headings: [String] = []
  private var places: [String: OwnPlace] = [:]
  private var counts: [String: Int] = [:]

  init(_ lesson: Lesson) {
    for (step, content) in lesson.steps.enumerated() {
      headings.append(Self.hash(PlainProse.text(of: content.title)))
      var keys: [String] = []
      for (index, block) in content.blocks.enumerated() {
        let key = counted(Self.plain(block, lesson))
        places[key] = OwnPlace(step: step, above: index)
        keys.append(key)
      }
      steps.append(keys)
    }
  }

  private mutating func counted(_ key: String) -> String {
    counts[key, default: 0] += 1
    return counts[key] == 1 ? key : "\(key) (\(counts[key] ?? 0))"
  }

  private static func plain(_ block: Block, _ lesson: Lesson) -> String {
    switch block {
    case .prose(let prose): "text " + hash(PlainProse.text(of: [prose]))
    case .cell(let id):
      lesson.cells[id].program.definedNames.first.map { "cell " + $0 }
        ?? "text " + hash(lesson.cells[id].source.text)
    case .listing(_, let text), .note(let text): "text " + hash(text)
    case .play(let demonstration):
      "text " + hash(demonstration.acts.map(\.text).joined(separator: "; "))
    case .pause: "pause"
    case .exercise, .quiz, .predict: "task " + (block.task?.id ?? "")
    }
  }

  private static func hash(_ text: String) -> String {
    var hash = FNV1a()
    hash.add(text)
    return hash.hexadecimal
  }

  // MARK: - There and back

  /// Puts down what a gap lies between.
  func note(_ place: OwnPlace, in kept: inout KeptBlock) {
    let keys = steps[place.step]
    kept.step = place.step
    kept.above = place.above
    kept.after = place.above > 0 ? keys[place.above - 1] : ""
    kept.before = place.above < keys.count ? keys[place.above] : ""
    kept.heading = headings[place.step]
  }

  /// The gap that is nearest to where a block stood: below what it stood below, else above what it stood above, else in
  /// the step of the same title, else in that of the same number. Nil where the lesson has no step.
  func place(of kept: KeptBlock) -> OwnPlace? {
    if steps.isEmpty { return nil }
    let sameStep = headings.firstIndex(of: kept.heading)
    if kept.after.isEmpty, let sameStep { return OwnPlace(step: sameStep, above: 0) }
    // A pause is one of many, and says little.
    if !kept.after.hasPrefix("pause"), let place = places[kept.after] {
      return OwnPlace(step: place.step, above: place.above + 1)
    }
    if !kept.before.hasPrefix("pause"), let place = places[kept.before] { return place }
    let step = sameStep ?? max(0, min(kept.step, steps.count - 1))
    return OwnPlace(step: step, above: max(0, min(kept.above, steps[step].count)))
  }
}
